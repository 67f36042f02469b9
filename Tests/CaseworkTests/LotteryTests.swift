import StrictJSON
import Testing

@testable import Casework

@Suite struct LotteryTests {
  private static func vector() -> Lottery? {
    Lottery(
      (0..<20).map { number in
        Lottery.Line(
          path: "cases/370000/2025-1/C" + (number < 10 ? "0\(number)" : "\(number)"),
          grounds: number == 4 ? ["report"] : [],
          stratum: [number < 13 ? "370100" : "370200", "specialized"])
      }, rate: 2000, minimum: 3)
  }

  @Test
  func `The check vector of the standard is reproduced`() throws {
    var words = LotteryWords(plan: Office.zeros, purpose: "cases", seed: "20261123")
    #expect(Office.hex(words.key) == "e0abdb77d078bd8afc4675f85e2e014dc1fa108135d635d8684e04c84189f9a9")
    #expect(String(words.next(), radix: 16) == "948277ef0d34e89b")
    let draw = try #require(Self.vector())
    #expect(draw.count == 4)
    let chosen = draw.chosen(plan: Office.zeros, seed: "20261123")
    #expect(
      chosen.map { "\($0.path.suffix(3)) \($0.by)" } == ["C01 draw", "C04 ground", "C06 draw", "C11 draw", "C16 draw"])
    #expect(Lottery.file(chosen).starts(with: Array(#"{"by":"draw","case":"cases/370000/2025-1/C01"}"#.utf8) + [0x0A]))
  }

  @Test
  func `Over 100,000 draws each case is included within four standard errors of n ÷ M`() throws {
    let draw = try #require(Self.vector())
    let draws = 100_000
    var counts: [String: Int] = [:]
    for seed in 0..<draws {
      for one in draw.chosen(plan: Office.zeros, seed: String(seed)) { counts[one.path, default: 0] += 1 }
    }
    let share = 4.0 / 19.0
    let error = (share * (1 - share) / Double(draws)).squareRoot()
    for line in draw.population where line.grounds.isEmpty {
      #expect(abs(Double(counts[line.path] ?? 0) / Double(draws) - share) < 4 * error, "\(line.path)")
    }
    #expect(counts["cases/370000/2025-1/C04"] == draws)
  }

  @Test
  func `A draw takes what the rule says: rate, least number, certain ones`() throws {
    func count(_ certain: Int, _ rest: Int, _ rate: Int, _ minimum: Int) -> Int? {
      Lottery(
        (0..<certain + rest).map { Lottery.Line(path: "c\($0)", grounds: $0 < certain ? ["report"] : [], stratum: []) },
        rate: rate, minimum: minimum
      ).map { $0.chosen(plan: Office.zeros, seed: "1").count - certain }
    }
    #expect(count(0, 0, 2000, 3) == 0)
    #expect(count(0, 2, 2000, 3) == 2)
    #expect(count(3, 10, 0, 3) == 0)
    #expect(count(1, 10, 0, 3) == 2)
    #expect(count(0, 10, 10_000, 3) == 10)
    #expect(count(0, 11, 1000, 1) == 2)
  }

  @Test(arguments: 1...40)
  func `Of two draws the second leaves out what the first drew, and each case is told once`(_ size: Int) throws {
    func draw(_ paths: [String]) throws -> Lottery {
      let lines = paths.map { Lottery.Line(path: $0, grounds: $0.hasSuffix("7") ? ["report"] : [], stratum: []) }
      return try #require(Lottery(lines, rate: 2500, minimum: 2))
    }
    let all = (0..<size).map { "c\($0)" }
    let (first, plan, seed) = (try draw(all), Office.zeros, "\(size)")
    let drawn = first.chosen(plan: plan, seed: seed).map(\.path)
    #expect(first.told(plan: plan, seed: seed, later: [], anotherFollows: true).sorted() == drawn.sorted())
    let rest = all.filter { !drawn.contains($0) }
    // The command of the first again, now that the second plan is frozen: it takes none of its cases away.
    let again = first.told(plan: plan, seed: seed, later: Set(rest), anotherFollows: false)
    #expect(again.sorted() == drawn.sorted())
    let second = try draw(rest)
    #expect(Set(second.chosen(plan: Office.ones, seed: seed).map(\.path)).isDisjoint(with: drawn))
    let last = second.told(plan: Office.ones, seed: seed, later: [], anotherFollows: false)
    #expect((again + last).sorted() == all.sorted())
    // One draw alone tells every case.
    #expect(first.told(plan: plan, seed: seed, later: [], anotherFollows: false).sorted() == all.sorted())
  }

  @Test
  func `A case listed twice, a rate above one and a seed of other characters are refused`() {
    let line = Lottery.Line(path: "a", stratum: [])
    #expect(Lottery([line, line], rate: 1, minimum: 1) == nil)
    #expect(Lottery([line], rate: 10_001, minimum: 1) == nil)
    #expect(Lottery.isSeed("20261123aZ") && !Lottery.isSeed("") && !Lottery.isSeed("1 2") && !Lottery.isSeed("号"))
    #expect(!Lottery.isSeed(String(repeating: "1", count: 65)))
  }

  @Test
  func `The officers of a visit are two of the candidates, and the same for whoever draws again`() {
    let names = ["vera", "vito", "wang", "zhao"]
    let drawn = Lottery.officers(names, folder: Office.folder, plan: Office.zeros, seed: "7")
    #expect(drawn.count == 2 && Set(drawn).count == 2 && drawn.allSatisfy(names.contains))
    #expect(Lottery.officers(names.reversed(), folder: Office.folder, plan: Office.zeros, seed: "7") == drawn)
    #expect(Lottery.officers(["vera"], folder: Office.folder, plan: Office.zeros, seed: "7") == ["vera"])
  }
}
