import Crypto
package import StrictJSON

/// The draw of a spot check by sample 双随机抽签 (Casework §7): anyone can draw again and get the same list.
package struct Lottery: Sendable {
  /// A line of the population file.
  package struct Line: Sendable, Hashable {
    /// Path of the case.
    package var path: String
    /// Codes for which it is always included, sorted.
    package var grounds: [String]
    package var stratum: [String]

    package init(path: String, grounds: [String] = [], stratum: [String]) {
      self.path = path
      self.grounds = grounds.sorted()
      self.stratum = stratum
    }

    /// As the population file has it.
    package var json: JSONValue {
      [
        "case": .string(path), "grounds": .array(grounds.map { .string($0) }),
        "stratum": .array(stratum.map { .string($0) }),
      ]
    }
  }

  package struct Chosen: Sendable, Hashable {
    package enum By: String, Sendable, Hashable { case ground, draw }
    package var path: String
    package var by: By

    /// As the list file has it.
    package var json: JSONValue { ["by": .string(by.rawValue), "case": .string(path)] }
  }

  /// The population, sorted by the bytes of the path.
  package let population: [Line]
  /// Ten-thousandths.
  package let rate: Int
  package let minimum: Int
  private let certain: [Chosen]
  /// Those without a ground, by stratum; strata in the order of the bytes of their canonical arrays, cases in file order.
  private let strata: [[String]]

  /// - Returns: `nil` when a case is listed twice or a number is out of range.
  package init?(_ lines: [Line], rate: Int, minimum: Int) {
    guard (0...10_000).contains(rate), minimum >= 0, Set(lines.map(\.path)).count == lines.count else {
      return nil
    }
    population = lines.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.rate = rate
    self.minimum = minimum
    certain = population.filter { !$0.grounds.isEmpty }.map { Chosen(path: $0.path, by: .ground) }
    let groups = Dictionary(grouping: population.filter(\.grounds.isEmpty)) {
      String(decoding: JSONValue.array($0.stratum.map { .string($0) }).canonicalBytes, as: UTF8.self)
    }
    strata = groups.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { $0.value.map(\.path) }
  }

  /// The population file whose hash and count the plan holds: one canonical object a line.
  package var file: [UInt8] { population.flatMap { $0.json.canonicalBytes + [0x0A] } }

  /// How many are drawn beside the certain ones.
  package var count: Int {
    let rest = population.count - certain.count
    let n = (rest * rate + 9_999) / 10_000
    return certain.count + n < minimum ? min(rest, minimum - certain.count) : n
  }

  /// Draws; sorted by case.
  /// - Parameters:
  ///   - plan: id of the plan's event.
  ///   - seed: as entered by another person than the planner; `isSeed` holds.
  package func chosen(plan: String, seed: String) -> [Chosen] {
    var words = LotteryWords(plan: plan, purpose: "cases", seed: seed)
    let order = strata.flatMap { words.shuffled($0) }
    var chosen = certain
    let n = count
    if n > 0 {
      let start = Int(words.uniform(UInt64(order.count)))
      for (i, path) in order.enumerated()
      where ((i + 1) * n + start) / order.count > (i * n + start) / order.count {
        chosen.append(Chosen(path: path, by: .draw))
      }
    }
    return chosen.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The cases that are told of a draw: those drawn; and those not drawn, unless another draw follows, or they are in a
  /// plan that was frozen after it.
  ///
  /// - Parameters:
  ///   - later: paths of the cases in those plans.
  ///   - anotherFollows: city and province each draw 省市各抽一次: what was not drawn goes on awaiting the other's.
  package func told(plan: String, seed: String, later: Set<String>, anotherFollows: Bool) -> [String] {
    let drawn = Set(chosen(plan: plan, seed: seed).map(\.path))
    return population.map(\.path).filter { drawn.contains($0) || !(anotherFollows || later.contains($0)) }
  }

  /// The list file whose hash and count the draw holds.
  package static func file(_ chosen: [Chosen]) -> [UInt8] {
    chosen.flatMap { $0.json.canonicalBytes + [0x0A] }
  }

  /// Two officers of a visit, drawn from the candidates; fewer when there are fewer.
  package static func officers(
    _ candidates: some Collection<String>, folder: String, plan: String, seed: String
  ) -> [String] {
    var words = LotteryWords(plan: plan, purpose: "officers:" + folder, seed: seed)
    let sorted = candidates.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Array(words.shuffled(sorted).prefix(2))
  }

  /// 1 to 64 ASCII digits or letters.
  package static func isSeed(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
  }
}

/// The generator of a draw: words of SHA-256 over a key and a counter.
struct LotteryWords {
  let key: [UInt8]
  private var block: [UInt64] = []
  private var counter: UInt64 = 0

  init(plan: String, purpose: String, seed: String) {
    let whole: JSONValue = [
      "format": "tidu.sample/1", "plan": .string(plan), "purpose": .string(purpose), "seed": .string(seed),
    ]
    key = Array(SHA256.hash(data: whole.canonicalBytes))
  }

  mutating func next() -> UInt64 {
    if block.isEmpty {
      let count = (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * UInt64($0))) }
      let hash = Array(SHA256.hash(data: key + count))
      block = (0..<4).reversed().map { word in
        hash[word * 8..<word * 8 + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      }
      counter += 1
    }
    return block.removeLast()
  }

  /// A number below `m`, each with the same chance; `m` is 1 or more, and 1 takes no word.
  mutating func uniform(_ m: UInt64) -> UInt64 {
    guard m > 1 else { return 0 }
    let excess = (UInt64.max % m + 1) % m
    while true {
      let word = next()
      if excess == 0 || word < 0 &- excess { return word % m }
    }
  }

  mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
    var items = items
    var i = items.count - 1
    while i > 0 {
      items.swapAt(i, Int(uniform(UInt64(i + 1))))
      i -= 1
    }
    return items
  }
}
