import Casework
import ScoringCore

/// The columns a queue can show, and what each sorts by.
enum QueueColumn: String, Sendable, Hashable, CaseIterable {
  case days, name, division, authority, tier, type, score, bar, outcome, state, edition
  case gap, decides, assignee, visit, submitted, received, due, unsettled, findings, objections, industry, creditCode,
    id

  static let standard: [QueueColumn] = [
    .days, .name, .division, .score, .bar, .outcome, .findings, .state, .assignee,
  ]

  /// - Parameters:
  ///   - names: columns of the longest name; it has them before what can go, and where there is room a mark beside it.
  ///   - width: columns of the whole screen.
  func layout(_ language: Language, names: Int, width: Int) -> Column {
    let raw = rawValue
    let isZh = language == .zh
    switch self {
    case .days: return Column(raw, name, 5, right: true)
    case .name:
      // Beside the narrowest preview names give way to the score.
      let least = (QueueScreen.previewColumns..<120).contains(width) ? 28 : width * 2 / 5
      return Column(raw, name, max(20, min(names, least)), maximum: max(20, names + 5))
    case .division: return Column(raw, name, isZh ? 6 : 8, maximum: isZh ? 8 : 12, drop: 5)
    case .authority: return Column(raw, name, isZh ? 8 : 14, drop: 4)
    case .tier: return Column(raw, name, 12, drop: 3)
    case .type: return Column(raw, name, 6, drop: 7)
    case .score: return Column(raw, name, 6, right: true, drop: 1)
    case .bar: return Column(raw, name, 6, drop: 8)
    case .outcome: return Column(raw, name, 8)
    case .state: return Column(raw, name, isZh ? 8 : 11, maximum: isZh ? 10 : 12, drop: 2)
    case .edition: return Column(raw, name, 7, drop: 8)
    case .gap: return Column(raw, name, isZh ? 7 : 9, right: true, drop: 8)
    case .decides: return Column(raw, name, 16, maximum: 24, drop: 9)
    case .assignee: return Column(raw, name, 10, maximum: 16, drop: 6)
    case .visit: return Column(raw, name, 22, maximum: 30)
    case .submitted, .received: return Column(raw, name, 10, drop: 7)
    // A day that may still change says so.
    case .due: return Column(raw, name, 10, maximum: 16, drop: 7)
    case .unsettled, .objections: return Column(raw, name, 5, right: true, drop: 7)
    case .findings: return Column(raw, name, isZh ? 4 : 7, right: true, drop: 3)
    case .industry: return Column(raw, name, 6, drop: 8)
    case .creditCode: return Column(raw, name, 18, drop: 9)
    case .id: return Column(raw, name, 22, drop: 9)
    }
  }

  var name: Phrase {
    switch self {
    case .days: Phrase("天数", "Days")
    case .name: Phrase("企业", "Enterprise")
    case .division: Phrase("地市", "City")
    case .authority: Phrase("省份", "Province")
    case .tier: Phrase("层级", "Tier")
    case .type: Phrase("类型", "Type")
    case .score: Phrase("得分", "Score")
    case .bar: Phrase("", "")
    case .outcome: Phrase("测算结果", "Result")
    case .state: Phrase("状态", "State")
    case .edition: Phrase("版本", "Rules")
    case .gap: Phrase("差", "Gap")
    case .decides: Phrase("决定", "Decides")
    case .assignee: Phrase("审核员", "Reviewer")
    case .visit: Phrase("抽查", "Visit")
    case .submitted: Phrase("提交", "Submitted")
    case .received: Phrase("收件", "Received")
    case .due: Phrase("到期", "Due")
    case .unsettled: Phrase("缺项", "Open")
    case .findings: Phrase("提示", "Noticed")
    case .objections: Phrase("异议", "Obj.")
    case .industry: Phrase("行业", "Sector")
    case .creditCode: Phrase("信用代码", "Credit code")
    case .id: Phrase("编号", "Case")
    }
  }

  /// As the columns' dialog calls it.
  var longName: Phrase { self == .bar ? Phrase("得分条", "Score bar") : name }

  func text(_ row: CaseSummary, _ facts: RowFacts, _ context: Context) -> String {
    switch self {
    case .days:
      let mark = facts.urgency == .late ? "!!" : facts.urgency == .near ? "! " : "  "
      return facts.used.map { "\($0)\(mark)" } ?? context.glyphs.none + "  "
    case .name: return row.name
    case .division: return CaseWords.division(row.division)
    case .authority: return CaseWords.shortAuthority(row.key.authority, context.language)
    case .tier: return context(row.tierName(by: context.session.standard))
    case .type: return context(row.type.word)
    case .score: return row.score.map { Format.points($0, context.glyphs) } ?? context.glyphs.none
    case .bar: return ""
    case .outcome: return context(row.outcome.word)
    case .state: return context(row.stateWord)
    case .edition: return context(row.editionWord(by: context.session.standard))
    case .gap: return row.shortfall.map { gap($0, row, context) } ?? context.glyphs.none
    case .decides:
      guard let id = row.deciding.first else { return context.glyphs.none }
      return context(RuleNames.name(id, edition: row.edition, tier: row.tier, overlay: row.overlay))
    case .assignee: return row.assignee.map(context.session.name) ?? context.glyphs.none
    case .visit:
      let day = row.visitDay.map { [$0.description] } ?? []
      return day.isEmpty
        ? context.glyphs.none : (day + row.visitors.map(context.session.name)).joined(separator: " ")
    case .submitted: return row.submitted.description
    case .received: return row.received?.description ?? context.glyphs.none
    case .due:
      guard let due = row.awaited(by: context.session.clocks) else { return context.glyphs.none }
      return due.day.description + (due.provisional ? context("暂定", " prov.") : "")
    case .unsettled: return row.unsettled == 0 ? "" : "\(row.unsettled)"
    case .findings: return row.noticed.isEmpty ? "" : "\(row.noticed.count)"
    case .objections: return row.openObjections == 0 ? "" : "\(row.openObjections)"
    case .industry: return row.industryCode
    case .creditCode: return row.creditCode
    case .id: return row.key.id
    }
  }

  /// Points where the edition scores, else conditions.
  private func gap(_ short: Points, _ row: CaseSummary, _ context: Context) -> String {
    let figure = Format.points(short, context.glyphs)
    return row.score == nil ? context("\(figure) 项", "\(figure) cond.") : context("\(figure) 分", "\(figure) pts")
  }

  func role(_ row: CaseSummary, _ facts: RowFacts) -> Role {
    switch self {
    case .days: facts.urgency == .late ? .late : facts.urgency == .near ? .near : .text
    case .outcome: row.outcome.role
    case .name: .text
    case .score: row.outcome == .fails ? .fail : .text
    case .findings: .undetermined
    default: .muted
    }
  }

  /// What the column sorts by: a number, or a text.
  enum SortKey: Comparable {
    case number(Int)
    case text(String)
  }

  func sortKey(_ row: CaseSummary, _ facts: RowFacts) -> SortKey {
    switch self {
    case .days: .number(facts.used.map { Int($0) } ?? -1)
    // By initials, as Chinese names are looked up, then by the name itself.
    case .name: .text(Pinyin.initials(String(row.name.prefix(40))) + " " + row.name.prefix(40))
    case .division: .text(row.division ?? "")
    case .authority: .text(row.key.authority)
    case .tier: .number(row.tier.place)
    case .type: .number(row.type == .new ? 0 : 1)
    case .score, .bar: .number(row.score.map { $0.minimum * 1000 + $0.maximum } ?? -1)
    case .outcome: .number(row.outcome == .fails ? 0 : row.outcome == .undetermined ? 1 : 2)
    case .state: .number(row.state.place)
    case .edition: .text(row.edition)
    case .gap: .number(row.shortfall.map { $0.minimum * 1000 + $0.maximum } ?? Int.max)
    case .decides: .text(row.deciding.first ?? "")
    case .assignee: .text(row.assignee ?? "")
    // One's own first, then by day; where nobody is sent yet comes last.
    case .visit:
      .number((facts.tabs.contains(tab: .mine) ? 0 : 1 << 24) + (row.visitDay.map { Int($0.number) } ?? 1 << 22))
    case .submitted: .number(Int(row.submitted.number))
    case .received: .number(row.received.map { Int($0.number) } ?? Int.min)
    case .due: .number(row.due.map { Int($0.number) } ?? Int.max)
    case .unsettled: .number(row.unsettled)
    case .findings: .number(row.noticed.count)
    case .objections: .number(row.openObjections)
    case .industry: .text(row.industryCode)
    case .creditCode: .text(row.creditCode)
    case .id: .text(row.key.id)
    }
  }
}

extension CaseSummary {
  /// Nothing of it is missing, and nothing waits.
  var isWhole: Bool { incomplete.isEmpty && pending == 0 }

  /// What a row says beside the enterprise's name before all else; `nil` where nothing is the matter.
  var mark: Phrase? {
    if !incomplete.isEmpty { return Phrase("不完整", "incomplete") }
    if contested { return Phrase("争议", "contested") }
    // A record that waits: what it would change is not known.
    if !isWhole { return Phrase("不完整", "incomplete") }
    return stale ? Phrase("失效", "stale") : nil
  }
}
