public import Casework
import ScoringCore

/// One case: its parts on tabs, the breakdown first.
public struct CaseScreen: Screen {
  public let key: CaseKey
  /// `nil` while the file is being read.
  public private(set) var dossier: CaseDossier?
  private var failure: Phrase?
  private var tab = CaseTab.breakdown
  private var breakdown = BreakdownState()

  public init(_ key: CaseKey, dossier: CaseDossier? = nil) {
    self.key = key
    self.dossier = dossier
  }

  public var scopes: [Command.Scope] { [tab.scope, .caseFile] }

  public func crumbs(_ context: Context) -> [String] {
    let name = dossier?.name ?? context.cases[key]?.name
    guard let name else { return [key.id] }
    return context.size.columns < 120 ? [name] : [key.id, name]
  }

  public func status(_ context: Context) -> String {
    guard let dossier else { return "" }
    let language = context.language
    var parts = [dossier.tier.name(language) + " " + dossier.type.word(language)]
    if context.size.columns >= 100 {
      parts.append(RuleWords.edition(dossier.edition)(language))
      if let overlay = dossier.overlay { parts.append(overlay(language)) }
    }
    if !dossier.division(language).isEmpty { parts.append(dossier.division(language)) }
    return parts.joined(separator: context.size.columns < 100 ? " " : "   ")
  }

  public func availability(_ command: Command.ID, _ context: Context) -> Availability {
    if command == "case.nextTab" || command == "case.previousTab" { return .yes }
    guard let dossier else { return .no(failure ?? Phrase("正在读入", "still being read")) }
    switch command {
    case "breakdown.left", "breakdown.right":
      return dossier.columns.count > 1 ? .yes : .no(Phrase("右栏没有别的可选", "nothing else to show there"))
    case "breakdown.compare":
      return breakdown.column(dossier)?.explanation == nil
        ? .no(Phrase("右栏是空的", "the right column is empty")) : .yes
    default: return .yes
    }
  }

  public mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    switch command {
    case "case.nextTab": tab = tab.next
    case "case.previousTab": tab = tab.previous
    default:
      guard let dossier else { return [] }
      return breakdown(command, dossier, BreakdownView.listHeight(context.size))
    }
    return []
  }

  public mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .opened(let key, let opened) where key == self.key:
      do throws(EditionError) {
        dossier = try CaseDossier(opened)
        failure = nil
      } catch {
        failure = error.message
      }
    case .unreadable(let key, let why) where key == self.key:
      failure = why
    case .key(.character(let scalar)) where tab == .breakdown && (0x31...0x39).contains(scalar.value):
      if let dossier, Int(scalar.value - 0x31) < dossier.columns.count {
        breakdown.choose(column: Int(scalar.value - 0x31), dossier)
      }
    default: break
    }
    return []
  }

  private mutating func breakdown(_ command: Command.ID, _ dossier: CaseDossier, _ height: Int) -> [Step] {
    let rows = breakdown.rows(dossier).rows
    let here = breakdown.index(in: rows)
    switch command {
    case "breakdown.up": breakdown.move(to: here - 1, dossier, height: height)
    case "breakdown.down": breakdown.move(to: here + 1, dossier, height: height)
    case "breakdown.pageUp": breakdown.move(to: here - height, dossier, height: height)
    case "breakdown.pageDown": breakdown.move(to: here + height, dossier, height: height)
    case "breakdown.first": breakdown.move(to: 0, dossier, height: height)
    case "breakdown.last": breakdown.move(to: rows.count - 1, dossier, height: height)
    case "breakdown.right": breakdown.choose(column: breakdown.column + 1, dossier)
    case "breakdown.left": breakdown.choose(column: breakdown.column - 1, dossier)
    case "breakdown.fold": breakdown.fold(dossier, height: height)
    case "breakdown.foldAll": breakdown.foldAll(dossier, height: height)
    case "breakdown.missing": return [.push(MissingScreen(dossier))]
    case "breakdown.whole": return [explain(dossier.current, dossier)]
    case "breakdown.compare":
      guard let column = breakdown.column(dossier), let other = column.explanation else { return [] }
      let (edition, tier) = rules(of: column.kind, dossier)
      let right = CompareColumn(column.title, other, edition: edition, tier: tier)
      return [.push(CompareScreen([CompareColumn(dossier), right], changes: column.changes))]
    case "breakdown.open", "breakdown.rule":
      guard rows.indices.contains(here) else { return [] }
      let row = rows[here]
      guard row.kind == .rule || command == "breakdown.rule" else {
        breakdown.fold(dossier, height: height)
        return []
      }
      guard let node = row.node else { return [] }
      return command == "breakdown.open"
        ? [explain(node, dossier)] : [.push(rule(node, row, dossier))]
    default: break
    }
    return []
  }

  private func explain(_ node: Explanation, _ dossier: CaseDossier) -> Step {
    .push(
      ExplainScreen(
        caseName: dossier.name, root: node, edition: dossier.edition, tier: dossier.tier,
        sources: dossier.sources))
  }

  /// The rule as the column that has it goes by.
  private func rule(_ node: Explanation, _ row: BreakdownRow, _ dossier: CaseDossier) -> RulesScreen {
    let (edition, tier) = rules(of: row.left == nil ? breakdown.column(dossier)?.kind : nil, dossier)
    return RulesScreen(at: node.id, edition: edition, tier: tier)
  }

  private func rules(of column: RightColumn.Kind?, _ dossier: CaseDossier) -> (String, Tier) {
    switch column {
    case .nextTier(let tier, let edition)?: (edition, tier)
    case .otherEdition(let edition)?: (edition, dossier.tier)
    default: (dossier.edition, dossier.tier)
    }
  }

  /// Working days of review used, and what is left.
  private func clock(_ context: Context) -> (text: Phrase, role: Role)? {
    guard let row = context.cases[key] else { return nil }
    guard row.state.isReview else { return (row.state.word, .text) }
    let facts = RowFacts(row, context.cases.basis)
    let used = Int(facts.used)
    let left = context.session.limit.days - used
    let days = Phrase("\(used) 天", "day \(used)")
    switch facts.urgency {
    case .late: return (days.joined(Phrase("  逾期 \(-left)", "  late \(-left)")), .late)
    case .near: return (days.joined(Phrase("  剩 \(left)", "  \(left) left")), .near)
    case .none: return (days.joined(Phrase("  剩 \(left)", "  \(left) left")), .text)
    }
  }

  public func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    guard let dossier else {
      let text = failure ?? Phrase("正在读入…", "Reading…")
      grid.put(context(text), area.x + 2, area.y + 1, failure == nil ? .muted : .error, width: area.width - 3)
      return
    }
    CaseTabLine(dossier: dossier, current: tab, clock: clock(context), language: context.language)
      .draw(&grid, in: area)
    let body = area.inset(top: 2)
    switch tab {
    case .breakdown:
      BreakdownView(
        dossier: dossier, state: breakdown, language: context.language, glyphs: context.glyphs
      ).draw(&grid, in: body)
    default: break
    }
  }
}

extension CaseTab {
  var scope: Command.Scope {
    switch self {
    case .breakdown: .breakdown
    case .materials: .materials
    case .objections: .objections
    case .spotCheck: .spotCheck
    case .timeline: .timeline
    case .letters: .letters
    }
  }
}
