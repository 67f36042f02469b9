import ScoringCore

@testable import Casework
@testable import Console

/// Summaries for tests: believable, the same at every run.
enum Builder {
  static let today = Day("2026-03-20") ?? Day(number: 0)
  static let officer = "370000-li"

  static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  static let cities = ["370100", "370200", "370300", "370600", "370700", "371300", "370400"]
  static let words = ["智能装备", "精密铸造", "半导体材料", "海洋生物科技", "轴承制造", "电缆", "光电仪器", "数控机床"]
  static let marks = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]

  static func row(
    _ number: Int, name: String? = nil, authority: String = "370000", tier: Tier? = nil
  ) -> CaseSummary {
    let tier = tier ?? Tier.allCases[[0, 0, 0, 1, 1, 2, 0, 1][number % 8]]
    let outcome: Outcome = [.meets, .undetermined, .meets, .fails, .meets][number % 5]
    let minimum =
      outcome == .fails
      ? 41 + number % 15 : outcome == .meets ? 60 + number % 30 : 54 + number % 6
    let state: CaseState = [
      .inReview, .received, .inReview, .returned, .toSign, .inReview, .received, .inNotice, .decided,
      .spotCheck,
    ][number % 10]
    let received = today.adding(days: -(number * 7 % 40) - 1)
    let id = String(number)
    return CaseSummary(
      key: CaseKey(
        authority: authority, batch: "2026-1",
        id: "\(authority)-2026-SP-" + String(repeating: "0", count: max(0, 6 - id.count)) + id),
      tier: tier, type: number % 9 == 0 ? .review : .new,
      division: authority == "370000" ? cities[(number * number) % cities.count] : nil,
      name: name ?? "示例\(marks[number % 10])\(words[(number / 3) % 8])有限公司", creditCode: "91370000EXAMPLE000",
      industryCode: "C35", submitted: received.adding(days: -2), revision: 1,
      edition: number % 4 == 3 ? "2026-2" : "2022-63", overlay: number % 2 == 0 ? authority : nil,
      outcome: outcome,
      score: tier == .littleGiant ? nil : Points(minimum, outcome == .undetermined ? minimum + 8 : minimum),
      pass: tier == .littleGiant ? nil : 60, unsettled: outcome == .undetermined ? 2 : 0,
      deciding: ["condition.rd", "indicator.mainGrowth", "indicator.intellectualProperty"],
      state: state, received: received,
      assignee: state == .inReview && number % 3 == 0 ? officer : nil, contested: number == 14,
      stale: number == 24, openObjections: number % 17 == 7 ? 1 : 0,
      due: state == .inNotice ? today.adding(days: number % 8) : nil)
  }

  static func rows(_ count: Int) -> [CaseSummary] { (0..<count).map { row($0) } }

  /// The officer of the tests reviews everywhere.
  static var rights: Rights {
    var rights = Rights()
    rights.officers[officer] = Rights.Officer(
      id: officer, name: "李", authority: "370000", isActive: true)
    rights.give(
      Rights.Grant(event: "", officer: officer, role: .reviewer, scope: Scope(authority: Scope.everywhere)))
    return rights
  }

  static func context(_ size: Size, _ language: Language, authority: String? = "370000") -> Context {
    Context(
      language: language, glyphs: .line, size: size, today: today,
      session: Session(
        officer: officer, officerName: "李", function: Phrase("省级审核员", "Provincial reviewer"),
        authority: authority, rights: rights))
  }

  static func model(
    _ size: Size = Size(80, 24), _ language: Language = .zh, rows: [CaseSummary] = Builder.rows(60),
    authority: String? = "370000", glyphs: Glyphs = .line
  ) -> Model {
    var context = context(size, language, authority: authority)
    context.glyphs = glyphs
    var model = Model(context)
    _ = model.start()
    _ = model.update(.summaries(rows, total: rows.count, done: true))
    while model.update(.goOn).contains(.goOn) {}
    return model
  }
}

extension Model {
  /// Types keys, a second apart, with the work between them done.
  mutating func type(_ keys: Key...) {
    for key in keys {
      _ = update(.time(context.now + 1000))
      var effects = update(.key(key))
      while effects.contains(.goOn) { effects = update(.goOn) }
    }
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { type(.character(scalar)) }
  }

  var screen: String { view().lines.joined(separator: "\n") }
}
