import Testing

@testable import ScoringCore

/// Numbers and days as people write them: understood exactly, or not at all.
@Suite struct StatedTests {
  @Test func `an amount is understood with its unit and to the fen`() {
    let table: [(String, String?)] = [
      ("900.5", "900.5"), ("900.50", "900.5"), ("900.5万", "900.5"), ("900.5 万元", "900.5"), ("９００．５万", "900.5"),
      ("9,325,000 元", "932.5"), ("9325000元", "932.5"), ("¥9，325，000元", "932.5"), ("0.01元", "0.000001"),
      ("1.2亿", "12000"), ("1.59亿元", "15900"), ("35千元", "3.5"), ("2百万", "200"), ("15,932.75", "15932.75"),
      ("10 000", "10000"), ("-350.5", "-350.5"), ("(350.5)", "-350.5"), ("（350.5）", "-350.5"), ("+5", "5"),
      ("0", "0"), ("-0", "0"), ("007", "7"), ("人民币 12 万元", "12"),
      ("1,23", nil), ("1,2345", nil), ("12,34,567", nil), ("1.2.3", nil), ("1.", nil), (".5", nil), ("1e3", nil),
      ("(-3)", nil), ("--3", nil), ("", nil), ("万", nil), ("12%", nil), ("12人", nil), ("12美元", nil), ("十二", nil),
      ("1,", nil), (",100", nil),
    ]
    for (text, wanted) in table { #expect(StatedNumber.decimal(text, in: .money) == wanted, "\(text)") }
  }

  @Test func `other units are their own`() {
    let table: [(String, Unit, String?)] = [
      ("12%", .percent, "12"), ("１２．５％", .percent, "12.5"), ("5‰", .percent, "0.5"), ("0.12", .percent, "0.12"),
      ("12万", .percent, nil), ("45人", .people, "45"), ("1,045 人", .people, "1045"), ("第3名", .rank, "3"),
      ("3级", .level, "3"), ("88.5分", .score, "88.5"), ("88.5", .none, "88.5"), ("3项", .none, nil),
    ]
    for (text, unit, wanted) in table { #expect(StatedNumber.decimal(text, in: unit) == wanted, "\(text)") }
  }

  @Test func `moving the point loses nothing`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let fen = Int64.random(in: -Money.limit...Money.limit, using: &generator)
      let wan = Money(fen: fen).description
      #expect(StatedNumber.decimal(wan, in: .money) == wan)
      let yuan =
        "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(fen.magnitude % 100 < 10 ? "0" : "")\(fen.magnitude % 100)元"
      #expect(StatedNumber.decimal(yuan, in: .money) == wan, "\(yuan)")
    }
  }

  @Test func `a day is understood in every common form`() throws {
    let today = try #require(Day("2026-11-28"))
    let table: [(String, StatedDay.Side, String?)] = [
      ("2026-03-05", .either, "2026-03-05"), ("2026-3-5", .either, "2026-03-05"), ("2026年3月5日", .either, "2026-03-05"),
      ("2026/3/5", .either, "2026-03-05"), ("2026.3.5", .either, "2026-03-05"), ("20260305", .either, "2026-03-05"),
      ("２０２６－３－５", .either, "2026-03-05"), (" 2026 年 3 月 5 号 ", .either, "2026-03-05"),
      ("12-1", .either, "2026-12-01"), ("12-1", .past, "2025-12-01"), ("12-1", .future, "2026-12-01"),
      ("11-1", .future, "2027-11-01"), ("11-1", .past, "2026-11-01"), ("1-5", .either, "2027-01-05"),
      ("12月1日", .future, "2026-12-01"), ("12/1", .past, "2025-12-01"), ("11-28", .future, "2026-11-28"),
      ("11-28", .past, "2026-11-28"), ("2-29", .future, "2028-02-29"), ("2-29", .past, "2024-02-29"),
      ("+3", .either, "2026-12-01"), ("-3", .either, "2026-11-25"), ("+3天", .future, "2026-12-01"),
      ("今天", .either, "2026-11-28"), ("明天", .either, "2026-11-29"), ("+0", .either, "2026-11-28"),
      ("2026-02-30", .either, nil), ("13-1", .either, nil), ("2-30", .either, nil), ("26-3-5", .either, nil),
      ("2026-3", .either, nil), ("2026", .either, nil), ("3", .either, nil), ("", .either, nil), ("+", .either, nil),
      ("+12345", .either, nil), ("2026-3/5", .either, nil), ("2026年3-5", .either, nil), ("202635", .either, nil),
      ("2026-03-05-01", .either, nil),
    ]
    for (text, side, wanted) in table {
      #expect(StatedDay.day(text, today: today, on: side)?.description == wanted, "\(text) \(side)")
    }
    #expect(StatedDay.day("12-1", today: nil) == nil && StatedDay.day("+3", today: nil) == nil)
    #expect(StatedDay.day("2026年3月5日", today: nil)?.description == "2026-03-05")
  }

  @Test func `a day without a year is the nearest on its side`() throws {
    for offset in stride(from: 0, to: 800, by: 7) {
      let today = try #require(Day("2026-01-01")).adding(days: offset)
      for back in stride(from: 1, to: 180, by: 13) {
        let (_, month, day) = today.adding(days: -back).components
        #expect(StatedDay.day("\(month)-\(day)", today: today, on: .past) == today.adding(days: -back))
        let (_, next, other) = today.adding(days: back).components
        #expect(StatedDay.day("\(next)-\(other)", today: today, on: .future) == today.adding(days: back))
      }
    }
  }
}
