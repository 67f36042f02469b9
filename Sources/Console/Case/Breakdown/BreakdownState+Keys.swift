import Casework
import ScoringCore

extension BreakdownState {
  func availability(_ command: Command.ID, _ dossier: CaseDossier, _ record: CaseRecord?) -> Availability {
    switch command {
    case "breakdown.left", "breakdown.right":
      return dossier.columns.count > 1 ? .yes : .no(Phrase("右栏没有别的可选", "nothing else to show there"))
    case "breakdown.verify", "breakdown.evidence":
      guard let record else { return .onlyLooked }
      guard let found = proof(dossier, record) else {
        return .no(Phrase("这一行没有材料可证", "no document proves this row"))
      }
      if command == "breakdown.verify" { return .unmet(record.unmet[.verify]) }
      return record.papers[found.paper].file == nil ? .no(Phrase("没有附件", "nothing was attached")) : .yes
    case "breakdown.compare":
      return column(dossier)?.explanation == nil
        ? .no(Phrase("右栏是空的", "the right column is empty")) : .yes
    default: return .yes
    }
  }

  /// Does what a command says, but for those that lead to a paper: see `proof`.
  mutating func perform(_ command: Command.ID, _ dossier: CaseDossier, _ context: Context) -> [Step] {
    let height = BreakdownView.listHeight(context.size)
    let rows = rows(dossier).rows
    let here = index(in: rows)
    switch command {
    case "breakdown.up": move(to: here - 1, dossier, height: height)
    case "breakdown.down": move(to: here + 1, dossier, height: height)
    case "breakdown.pageUp": move(to: here - height, dossier, height: height)
    case "breakdown.pageDown": move(to: here + height, dossier, height: height)
    case "breakdown.first": move(to: 0, dossier, height: height)
    case "breakdown.last": move(to: rows.count - 1, dossier, height: height)
    case "breakdown.right": choose(column: column + 1, dossier)
    case "breakdown.left": choose(column: column - 1, dossier)
    case "breakdown.fold": fold(dossier, height: height)
    case "breakdown.foldAll": foldAll(dossier, height: height)
    case "breakdown.another": return [.ask(Self.anotherDialog)]
    case "breakdown.missing": return [.push(MissingScreen(dossier))]
    case "breakdown.whole": return [explain(dossier.current, dossier)]
    case "breakdown.compare":
      guard let column = column(dossier), let other = column.explanation else { return [] }
      let (edition, tier) = rules(of: column.kind, dossier)
      let right = CompareColumn(column.title, other, edition: edition, tier: tier)
      return [.push(CompareScreen([CompareColumn(dossier), right], changes: column.changes))]
    case "breakdown.open", "breakdown.rule":
      guard rows.indices.contains(here) else { return [] }
      let row = rows[here]
      guard row.kind == .rule || command == "breakdown.rule" else {
        fold(dossier, height: height)
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
        sources: dossier.sourcesInFull))
  }

  /// The rule as the column that has it goes by.
  private func rule(_ node: Explanation, _ row: BreakdownRow, _ dossier: CaseDossier) -> RulesScreen {
    let (edition, tier) = rules(of: row.left == nil ? column(dossier)?.kind : nil, dossier)
    return RulesScreen(at: node.id, edition: edition, tier: tier)
  }

  private func rules(of column: RightColumn.Kind?, _ dossier: CaseDossier) -> (String, Tier) {
    switch column {
    case .nextTier(let tier, let edition)?: (edition, tier)
    case .otherEdition(let edition)?: (edition, dossier.tier)
    default: (dossier.edition, dossier.tier)
    }
  }

  /// The paper and fact that prove the chosen row: the first that is not verified.
  func proof(_ dossier: CaseDossier, _ record: CaseRecord) -> (paper: Int, fact: Int)? {
    let rows = rows(dossier).rows
    let here = index(in: rows)
    guard rows.indices.contains(here), rows[here].kind == .rule, let node = rows[here].node else { return nil }
    func paths(_ node: Explanation) -> [String] { node.facts.map(\.path) + node.children.flatMap(paths) }
    let wanted = paths(node)
    let places = record.papers.indices.flatMap { paper in
      record.papers[paper].proves.indices.map { (paper: paper, fact: $0) }
    }.filter { wanted.contains(record.papers[$0.paper].proves[$0.fact].path) }
    func rank(_ place: (paper: Int, fact: Int)) -> Int {
      let paper = record.papers[place.paper]
      return (paper.proves[place.fact].verified == nil ? 0 : 2) + (paper.file == nil ? 1 : 0)
    }
    return places.min { rank($0) < rank($1) }
  }

  /// Asks for another case to stand in the right column.
  private static let anotherDialog = Dialog(
    id: "breakdown.another", title: Phrase("另一件", "Another case"),
    form: Form([Form.Field("case", Phrase("编号或企业名称", "Id or name"), .text(limit: 200))]),
    confirm: Phrase("并列", "Show"))

  /// The case asked for is read; when it comes it takes the right column.
  mutating func chooseAnother(than key: CaseKey, _ answer: Dialog.Answer, _ context: Context) -> [Step] {
    guard let wanted = answer.form?.text("case"), !wanted.isEmpty else { return [] }
    let rows = context.cases.rows
    let found = rows.first { $0.key.id == wanted } ?? rows.first { $0.name.contains(wanted) && $0.key != key }
    guard let found else {
      return [.toast(Toast(.refused, Phrase("没有这样的申报件", "there is no such case")))]
    }
    another = found.key
    return [.effect(.openCase(found.key))]
  }

  /// Puts the case that was read into the right column.
  mutating func showAnother(_ opened: OpenedCase, in dossier: inout CaseDossier) {
    another = nil
    guard let other = try? CaseDossier(opened) else { return }
    dossier.columns.removeAll(where: \.kind.isAnotherCase)
    dossier.columns.append(RightColumn(.anotherCase(other.name), other.current))
    choose(column: dossier.columns.count - 1, dossier)
  }
}
