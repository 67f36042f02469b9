package import Casework
package import ScoringCore

/// One column of a comparison: a case, or the same case by other rules.
package struct CompareColumn: Sendable, Hashable {
  package var title: Phrase
  package var explanation: Explanation
  package var edition: String
  package var tier: Tier

  package init(_ title: Phrase, _ explanation: Explanation, edition: String, tier: Tier) {
    self.title = title
    self.explanation = explanation
    self.edition = edition
    self.tier = tier
  }

  package init(_ dossier: CaseDossier) {
    self.init(
      Phrase(dossier.name, dossier.name), dossier.current, edition: dossier.edition, tier: dossier.tier)
  }
}

/// Two to four results side by side, the rules in which they differ first.
package struct CompareScreen: Screen {
  private var columns: [CompareColumn]
  private var rows: [Row]
  /// Cases asked for, and those that have been read.
  private var asked: [CaseKey] = []
  private var read: [CaseKey: CompareColumn] = [:]
  private var window = ListWindow()

  struct Row: Sendable, Hashable {
    var title: Phrase
    /// One for each column, `nil` where its rules do not have it; empty for a heading and a cause.
    var nodes: [Explanation?]
    var differs: Bool
    /// Why the row above differs.
    var isCause = false
  }

  package init(_ columns: [CompareColumn], changes: [AssessmentChange] = []) {
    self.columns = Array(columns.prefix(4))
    rows = Self.rows(self.columns.map(\.explanation), changes)
  }

  /// Two to four cases, read on `Effect.openCase` for each.
  package init(cases: [CaseKey]) {
    self.init([])
    asked = Array(cases.prefix(4))
  }

  /// Opens two to four cases side by side.
  static func open(_ keys: [CaseKey]) -> [Step] {
    [.push(CompareScreen(cases: keys))] + keys.map { .effect(.openCase($0)) }
  }

  package var scopes: [Command.Scope] { [.compare] }

  package mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    guard case .opened(let key, let opened) = message, asked.contains(key) else { return [] }
    guard let dossier = try? CaseDossier(opened) else { return [] }
    read[key] = CompareColumn(dossier)
    columns = asked.compactMap { read[$0] }
    rows = Self.rows(columns.map(\.explanation), [])
    return []
  }

  package func crumbs(_ context: Context) -> [String] {
    [context("比较", "Compare")] + columns.map { $0.title(context.language) }
  }

  package mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    let count = rows.count
    window.fit(count: count, height: max(1, context.size.rows - 6))
    switch command {
    case "compare.open":
      guard rows.indices.contains(window.cursor) else { return [] }
      let nodes = rows[window.cursor].nodes
      guard let index = nodes.firstIndex(where: { $0 != nil }), let node = nodes[index] else { return [] }
      let column = columns[index]
      return [
        .push(
          ExplainScreen(
            caseName: column.title(context.language), root: node, edition: column.edition, tier: column.tier,
            sources: [:]))
      ]
    default: if let key = Key.movement(command) { _ = window.move(key, count: count) }
    }
    return []
  }

  package func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    guard columns.count > 1 else {
      grid.put(context("正在读入…", "Reading…"), area.x + 2, area.y + 1, .muted, width: area.width - 3)
      return
    }
    let cells = BreakdownCells(language: context.language, glyphs: context.glyphs)
    let nameWidth = max(18, min(30, area.width / (columns.count + 1)))
    let width = (area.width - nameWidth - 2) / columns.count
    func x(_ index: Int) -> Int { area.x + 2 + nameWidth + index * width }
    for (i, column) in columns.enumerated() {
      grid.put(column.title(context.language), x(i), area.y, .heading, width: width - 1)
      let verdict = VerdictLine(
        current: column.explanation, language: context.language, glyphs: context.glyphs)
      let outcome = column.explanation.outcome
      var text = outcome.map { $0.word(context.language) } ?? ""
      if let score = verdict.score { text += "  " + score }
      grid.put(text, x(i), area.y + 1, outcome?.role ?? .text, width: width - 1)
    }
    let list = area.inset(top: 3)
    let count = rows.count
    for (y, index) in window.visible(count, height: list.height).enumerated() {
      let line = list.y + y
      let row = rows[index]
      if row.isCause {
        grid.put(row.title(context.language), area.x + 5, line, .muted, width: area.width - 6)
      } else {
        let isHeading = row.nodes.isEmpty
        grid.put(
          row.title(context.language), area.x + (isHeading ? 2 : 3), line, isHeading ? .heading : .text,
          width: nameWidth - 2)
      }
      for (i, node) in row.nodes.enumerated() {
        let value = cells.value(node)
        let result = cells.result(node)
        let isPlain = node == nil || value == result || value == context.glyphs.none
        grid.put(
          isPlain ? result : value + "  " + result, x(i), line, row.differs ? cells.role(node) : .muted,
          width: width - 1)
      }
      if index == window.cursor { grid.select(area.x, line, width: area.width) }
    }
  }

  /// Every rule of any column, matched by its matter: those that differ first, then the rest, each in the
  /// order of the first column that has it.
  static func rows(_ roots: [Explanation], _ changes: [AssessmentChange]) -> [Row] {
    var order: [String] = []
    var found: [String: [Explanation?]] = [:]
    for (i, root) in roots.enumerated() {
      for node in BreakdownRows.groups(of: root).flatMap(BreakdownRows.leaves) {
        let matter = BreakdownRows.matter(node)
        if found[matter] == nil {
          order.append(matter)
          found[matter] = Array(repeating: nil, count: roots.count)
        }
        found[matter]?[i] = node
      }
    }
    let rows = order.map { matter in
      let nodes = found[matter] ?? []
      let sights = Set(nodes.map { $0.map(Sight.init) })
      return Row(
        title: nodes.compactMap(\.self).first?.name ?? Phrase("", ""), nodes: nodes, differs: sights.count > 1
      )
    }
    let common = Set(changes.first?.causes ?? []).filter { cause in
      changes.allSatisfy { $0.causes.contains(cause) }
    }
    func lines(_ causes: [AssessmentChange.Cause]) -> [Row] {
      causes.map(ChangeWords.cause).reduce(into: [Phrase]()) { if !$0.contains($1) { $0.append($1) } }
        .map { Row(title: $0, nodes: [], differs: true, isCause: true) }
    }
    let differing = rows.filter(\.differs).flatMap { row in
      let ids = Set(row.nodes.compactMap { $0?.id })
      let causes = changes.filter { ids.contains($0.id) }.flatMap(\.causes).filter { !common.contains($0) }
      return [row] + lines(causes)
    }
    let same = rows.filter { !$0.differs }
    return [Row(title: Phrase("不同", "Differ"), nodes: [], differs: true)]
      + lines(Array(common)) + differing
      + [Row(title: Phrase("相同", "Same"), nodes: [], differs: false)] + same
  }

  /// What an officer would see of a rule: two that look alike do not differ.
  private struct Sight: Hashable {
    var value: Quantity?
    var text: Phrase?
    var points: Points?
    var outcome: Outcome?
    var status: Assessment.Status?

    init(_ node: Explanation) {
      value = node.value
      text = node.valueText
      points = node.points
      outcome = node.outcome
      status = node.status
    }
  }
}
