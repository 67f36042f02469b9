import Foundation
import Testing

@testable import ScoringCore

/// A rule file that is wrong says so, with the line of what is wrong.
@Suite struct ProofTests {
  struct Break: Sendable, CustomTestStringConvertible {
    var what: String
    var find: String
    var replace: String
    var says: String
    var testDescription: String { what }

    init(_ what: String, _ find: String, _ replace: String, says: String) {
      self.what = what
      self.find = find
      self.replace = replace
      self.says = says
    }
  }

  @Test(arguments: [
    Break(
      "bands out of order", "[[80, 5], [70, 3], [60, 1]]", "[[80, 5], [60, 3], [70, 1]]",
      says: "bounds must run"),
    Break("a band that cannot be reached", "[[80, 5], [70, 3]", "[[80, 5], [80, 3]", says: "bounds must run"),
    Break("a lower band that gives more", "[70, 3], [60, 1]", "[70, 3], [60, 4]", says: "fewer points"),
    Break(
      "a rest that gives as much", "[[3, 5], [2, 3]], else: 0", "[[3, 5], [2, 3]], else: 3",
      says: "fewer points"),
    Break(
      "bounds from above out of order", "[[55, 10], [75, 5]]", "[[75, 10], [55, 5]]", says: "bounds must run"),
    Break("no rest", "[[55, 10], [75, 5]], else: 0", "[[55, 10], [75, 5]]", says: "else is missing"),
    Break(
      "an indicator that is not worth its points", "points: 5\n              scale: {measure: qualityItems",
      "points: 6\n              scale: {measure: qualityItems", says: "its best band gives 5 points, not 6"),
    Break("a class that does not add up", "points: 35", "points: 34", says: "add up to 35 points, not 34"),
    Break(
      "a number without a citation", "          cite: {zh: 附件2 四, en: \"attachment 2, IV\"}\n", "",
      says: "cite is missing"),
    Break("a name in one language", "{zh: 数字化水平, en: Digital level}", "{zh: 数字化水平}", says: "en is missing"),
    Break(
      "an unknown key", "pass: 60\n      cite: {zh: 附件2", "passes: 60\n      cite: {zh: 附件2",
      says: "unknown key passes"),
    Break(
      "an unknown measure", "measure: meanGrowth, of: mainRevenue, atLeast: [[10",
      "measure: meanGrow, of: mainRevenue, atLeast: [[10", says: "unknown measure"),
    Break("an unknown fact", "of: digitalLevel", "of: digitalScore", says: "unknown value"),
    Break("an unknown aspect", "aspect: chain,", "aspect: chains,", says: "unknown aspect"),
    Break("an unknown route", "route: innovationRoute\n", "route: noRoute\n", says: "unknown route"),
    Break("a condition twice", "{id: product, aspect", "{id: chain, aspect", says: "duplicated"),
    Break("branches that do not fall", "- from: 5000", "- from: 20000", says: "from must fall"),
    Break(
      "a number with text", "pass: 60\n      cite: {zh: 附件2", "pass: sixty\n      cite: {zh: 附件2",
      says: "an integer from"),
    Break("no YAML", "id: 2022-63", "id: [2022-63", says: "invalid YAML"),
    Break("another edition's id", "id: 2022-63", "id: 2022-64", says: "not that of the file's name"),
    Break("an id that is no number", "id: 2022-63", "id: new", says: "year and number of a document"),
    Break("no short name", "short: {zh: 63号, en: 63/2022}\n", "", says: "short is missing"),
    Break("a tier without a name", "    name: {zh: 创新型, en: Innovative}\n", "", says: "name is missing"),
    Break(
      "a title without its full name", "    title: {zh: 创新型中小企业, en: innovative SME}\n", "", says: "title is missing"),
    Break("no term", "years: 3 # the term", "term: 3 # the term", says: "unknown key term"),
    Break("a term of no years", "years: 3 # the term", "years: 0 # the term", says: "an integer from 1 to 20"),
    Break("a day that not every year has", "by: 04-30", "by: 02-29", says: "month and day of every year"),
    Break("an outcome of misses that is none", "then: noReview", "then: nothing", says: "unknown value nothing"),
    Break(
      "a rule without its sentence", "months: 3\n    text: {zh: 简单", "months: 3\n    say: {zh: 简单",
      says: "unknown key say"),
    Break("a cause of no inquiry", "causes: [accident", "causes: [accidents", says: "unknown value accidents"),
    Break("every tier for what bars nobody", "everyTier: []", "everyTier: [other]", says: "not among the causes"),
    Break("an unknown paper", "application-form: always", "application: always", says: "unknown key application"),
    Break("an unknown need", "business-licence: always", "business-licence: maybe", says: "unknown value maybe"),
    Break(
      "two needs in one", "staff-list: {revenueBelow: 5000}", "staff-list: {revenueBelow: 5000, years: [0]}",
      says: "beside revenueBelow"),
    Break("a year too far", "{years: [0, 1], byRoute: [0]}", "{years: [0, 1], byRoute: [10]}", says: "from 0 to 9"),
  ])
  func `A broken edition is refused with the line`(_ one: Break) throws {
    let text = Embedded.text("editions/2022-63.yaml")
    let range = try #require(text.range(of: one.find), "the text to break is there")
    let broken = text.replacingCharacters(in: range, with: one.replace)
    let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
    let thrown = #expect(throws: RuleErrors.self) { try Edition.load(text: broken, file: "2022-63.yaml") }
    let error = try #require(
      thrown?.errors.first { $0.message.en.contains(one.says) }, "\(String(describing: thrown))")
    #expect(error.file == "2022-63.yaml")
    #expect(!error.message.zh.isEmpty)
    // A key that is missing is reported at the mapping it is missing from, a few lines above; the rest on the spot.
    #expect(abs(error.line - line) <= 14, "\(error.description(.en)), broken at line \(line)")
  }

  @Test(arguments: [
    Break("an edition that is not there", "edition: 2026-2", "edition: 2026-3", says: "there is no edition 2026-3"),
    Break(
      "an edition without the tier", "tier: specialized\n  types: [new, review]\n  from: 2026-04-01",
      "tier: innovative\n  types: [new, review]\n  from: 2026-04-01", says: "has no tier innovative"),
    Break("a day twice", "until: 2026-03-31", "until: 2026-04-01", says: "its days overlap those of 2022-63"),
    Break(
      "a row that never ends before another", "  until: 2026-12-31\n", "", says: "its days overlap those of 2022-63"),
    Break("an end before the beginning", "until: 2026-03-31", "until: 2022-03-31", says: "before the first day"),
  ])
  func `A broken table of days is refused with the line`(_ one: Break) throws {
    let text = Embedded.text("editions-by-day.yaml")
    let range = try #require(text.range(of: one.find), "the text to break is there")
    let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
    let broken = text.replacingCharacters(in: range, with: one.replace)
    let thrown = #expect(throws: RuleErrors.self) {
      try Tables.periods(text: broken, file: "editions-by-day.yaml", of: Standard.shared.editions)
    }
    let error = try #require(
      thrown?.errors.first { $0.message.en.contains(one.says) }, "\(String(describing: thrown))")
    #expect(
      abs(error.line - line) <= 14 && !error.message.zh.isEmpty, "\(error.description(.en)), broken at line \(line)")
  }

  @Test(arguments: [
    Break("a key outside the slots", "pass: 65", "minimum: 65", says: "unknown key minimum"),
    Break("two slots in one value", "- pass: 65", "- pass: 65\n  waives: years", says: "exactly one of"),
    Break("a pass line below 60", "pass: 65", "pass: 59", says: "from 60 to 100"),
    Break("a pass line above 100", "pass: 65", "pass: 101", says: "from 60 to 100"),
    Break("a value without a citation", "  cite: 一\n", "", says: "cite is missing"),
    Break("an unknown reading", "I-2: compound", "I-2: geometric", says: "no reading geometric"),
    Break("two readings in one value", "{I-2: compound}", "{I-2: compound, I-4: none}", says: "exactly one"),
    Break(
      "an interpretation that this tier does not touch", "I-2: compound", "I-3: lastYear",
      says: "unknown key I-3"),
    Break("an unknown edition", "edition: 2022-63", "edition: 2026-1", says: "no edition 2026-1"),
    Break("a tier that is none", "tier: specialized", "tier: special", says: "unknown value"),
    Break(
      "a slot that the edition does not declare", "edition: 2022-63", "edition: 2026-2", says: "no slot pass"),
    Break("an unknown authority", "\"330000\"", "\"330001\"", says: "no authority"),
    Break(
      "local points that give 14", "- {id: a, name: 甲, cite: 一, points: 10,",
      "- {id: a, name: 甲, cite: 一, points: 9,",
      says: "an integer from 0 to 9"),
    Break(
      "local points that do not add up to 15", "points: 5, fact: b, each: 5, atMost: 5",
      "points: 4, fact: b, each: 4, atMost: 4", says: "add up to 14 points, not exactly 15"),
    Break("a choice twice", "{key: no, ", "{key: yes, ", says: "duplicated"),
    Break("an end before the beginning", "until: 2026-03-31", "until: 2021-03-31", says: "ends before"),
    Break("an unknown standing", "standing: unconfirmed", "standing: unsure", says: "unknown value"),
    Break("a condition that the tier has", "{id: floor,", "{id: years,", says: "has a condition years already"),
    Break("an added condition of no kind", "revenueAtLeast: 1500", "revenueAbove: 1500", says: "unknown key"),
    Break("a waiver of nothing", "waives: lowerTier", "waives: lowestTier", says: "no condition lowestTier"),
    Break("a level that is not higher", "as: provincial", "as: own", says: "is not above"),
    Break("a route that is none", "route: institution", "route: fastLane", says: "no route fastLane"),
    Break("a public notice for one edition", "- notice:", "- edition: 2022-63\n  notice:", says: "takes no edition"),
    Break("a public notice for one tier", "- notice:", "- tier: specialized\n  notice:", says: "takes no tier"),
    Break("a public notice for one type", "- notice:", "- types: [new]\n  notice:", says: "takes no types"),
    Break("a public notice in doubt", "- notice:", "- standing: unconfirmed\n  notice:", says: "takes no standing"),
    Break("local facts of one round", "  local:", "  batch: 2026-1\n  local:", says: "takes no batch"),
    Break("local facts in doubt", "  local:", "  standing: unconfirmed\n  local:", says: "takes no standing"),
    Break(
      "a condition of a yearly notice", "id: other, revenueAtLeast: 1500}\n  edition: 2022-63\n  tier: specialized",
      "id: noticeSize, revenueAtLeast: 1500}\n  edition: 2022-63\n  tier: little-giant",
      says: "a yearly notice has a condition noticeSize"),
    Break("two values on one day", "from: 2024-01-01", "from: 2023-12-31", says: "same slot as line"),
    Break("two values without days", "  from: 2024-01-01\n", "", says: "same slot as line"),
    Break(
      "a tab", "  edition: 2022-63\n  tier: specialized\n  until", "\tedition: 2022-63\n  tier: specialized\n  until",
      says: "this is a tab"),
    Break("a full-width colon", "tier: specialized\n  until", "tier：specialized\n  until", says: "is full-width"),
    Break(
      "a key twice", "tier: specialized\n  until", "tier: specialized\n  tier: specialized\n  until",
      says: "is duplicated"),
    Break(
      "a line out of its column", "  tier: specialized\n  until", "   tier: specialized\n  until",
      says: "begin in one column"),
    Break("a day that is none", "until: 2026-03-31", "until: 2026-02-30", says: "is not a date"),
    Break("a day written otherwise", "until: 2026-03-31", "until: 2026-3-31", says: "in the form YYYY-MM-DD"),
    Break("one added condition twice", "id: other", "id: floor", says: "same slot as line"),
  ])
  func `A broken overlay is refused with the line`(_ one: Break) throws {
    let range = try #require(Self.overlay.range(of: one.find), "the text to break is there")
    let broken = Self.overlay.replacingCharacters(in: range, with: one.replace)
    let line = Self.overlay[..<range.lowerBound].count { $0 == "\n" } + 1
    #expect(throws: Never.self) { try Overlay.load(text: Self.overlay, file: "330000.yaml") }
    let thrown = #expect(throws: RuleErrors.self) { try Overlay.load(text: broken, file: "330000.yaml") }
    let error = try #require(
      thrown?.errors.first { $0.message.en.contains(one.says) }, "\(String(describing: thrown))")
    #expect(error.file == "330000.yaml")
    #expect(abs(error.line - line) <= 5, "\(error.description(.en)), broken at line \(line)")
  }

  static let overlay = """
    authority: "330000"
    name: 浙江细则
    document: {zh: 浙江文件, en: Zhejiang document}
    checked: 2026-01-01
    values:
    - pass: 65
      edition: 2022-63
      tier: specialized
      until: 2023-12-31
      cite: 一
    - pass: 70
      edition: 2022-63
      tier: specialized
      from: 2024-01-01
      until: 2026-03-31
      cite: 二
    - reading: {I-2: compound}
      edition: 2022-63
      tier: specialized
      cite: 一
    - adds: {id: floor, revenueAtLeast: 1500}
      edition: 2022-63
      tier: specialized
      standing: unconfirmed
      cite: 一
    - adds: {id: other, revenueAtLeast: 1500}
      edition: 2022-63
      tier: specialized
      cite: 一
    - waives: lowerTier
      edition: 2022-63
      tier: specialized
      batch: 2026-1
      cite: 一
    - counts: {level: municipal, as: provincial, route: institution}
      edition: 2022-63
      tier: innovative
      cite: 一
    - edition: 2022-63
      tier: specialized
      local:
      - {id: a, name: 甲, cite: 一, points: 10, fact: a, choice: [{key: yes, name: 是, points: 10}, {key: no, name: {zh: 否, en: "No"}, points: 0}]}
      - {id: b, name: 乙, cite: 一, points: 5, fact: b, each: 5, atMost: 5, set: [{key: x, name: 子}]}
    - notice: {length: 5, kind: working, firstCounted: true}
      cite: 一

    """

  @Test func `Every embedded rule file holds its proofs`() {
    #expect(Standard.shared.editions.map(\.id) == ["2022-63", "2026-2"])
    #expect(Standard.interpretations.map(\.id) == ["I-1", "I-2", "I-3", "I-4", "I-5", "I-6", "I-7"])
    #expect(Standard.sizeStandard.sectors.map(\.key) == SizeSector.allCases)
    #expect(Standard.circulars.count == 2)
    #expect(Standard.shared.periods.count == 7)
  }
}
