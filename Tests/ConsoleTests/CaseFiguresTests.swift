import ScoringCore
import Testing

@testable import Console

@Suite struct CaseFiguresTests {
  struct Row: CustomTestStringConvertible {
    var value: Quantity
    var bound: Quantity?
    var zh: String
    var en: String
    var testDescription: String { zh }
  }

  static let rows = [
    Row(value: Quantity(8210, over: 100, .percent), zh: "82.10%", en: "82.10%"),
    Row(value: Quantity(5_230_45, over: 100, .money), zh: "5,230.45 万", en: "5,230.45 wan"),
    Row(value: Quantity(460, .money), zh: "460 万", en: "460 wan"),
    Row(value: Quantity(-1_234_567, .money), zh: "-1,234,567 万", en: "-1,234,567 wan"),
    Row(value: Quantity(1, over: 1_000_000, .money), zh: "0.000001 万", en: "0.000001 wan"),
    Row(value: Quantity(9, .years), zh: "9 年", en: "9 y"),
    Row(value: Quantity(200, over: 3, .percent), zh: "66.67%", en: "66.67%"),
    // On the border it is shown as the bound; a hair beside it never is.
    Row(value: Quantity(50, .percent), bound: Quantity(50, .percent), zh: "50.00%", en: "50.00%"),
    Row(
      value: Quantity(49_996, over: 1000, .percent), bound: Quantity(50, .percent), zh: "49.996%",
      en: "49.996%"),
    Row(
      value: Quantity(50_000_001, over: 1_000_000, .percent), bound: Quantity(50, .percent), zh: "50.000001%",
      en: "50.000001%"),
    Row(
      value: Quantity(49_999_999_999_999, over: 1_000_000_000_000, .percent), bound: Quantity(50, .percent),
      zh: "<50%", en: "<50%"),
    Row(
      value: Quantity(50_000_000_000_001, over: 1_000_000_000_000, .percent), bound: Quantity(50, .percent),
      zh: ">50%", en: ">50%"),
    Row(
      value: Quantity(-1, over: 1_000_000_000_000, .percent), bound: Quantity(0, .percent), zh: "<0%",
      en: "<0%"),
  ]

  @Test(arguments: rows)
  func `A value never seems to stand on the other side of its bound`(row: Row) {
    let bounds = row.bound.map { [$0] } ?? []
    #expect(Figures.value(row.value, against: bounds, .zh) == row.zh)
    #expect(Figures.value(row.value, against: bounds, .en) == row.en)
  }

  @Test func `A gap is rounded up and a margin down`() {
    let third = Quantity(1, over: 3, .percent)
    #expect(Figures.gap(third, .zh) == "0.34 个百分点")
    #expect(Figures.margin(third, .zh) == "0.33 个百分点")
    #expect(Figures.margin(Quantity(1, over: 1000, .percent), .en) == "<0.01 pp")
    #expect(Figures.gap(Quantity(40, .money), .zh) == "40 万")
  }
}
