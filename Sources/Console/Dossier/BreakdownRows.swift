import ScoringCore

/// One line of the breakdown: a heading that folds, or a rule with its result.
struct BreakdownRow: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// What decides, or a class of the standard; `open` is false while its rows are folded away.
    case heading(title: Phrase, open: Bool)
    case rule
  }
  var kind: Kind
  /// The node's id, or the group's: what selection and folding go by.
  var id: String
  /// The result in this case under its own rules; `nil` where only the right column has the rule.
  var left: Explanation?
  var right: Explanation?

  var node: Explanation? { left ?? right }
}

/// Explanations as rows: what decides first, then the standard's own order in foldable groups.
struct BreakdownRows: Sendable {
  var rows: [BreakdownRow]
  /// Ids of the rows that decide, in the order shown.
  var deciding: [String]

  /// The group of what decides; it does not fold.
  static let decidingID = "deciding"
  /// The group of rules that only the right column knows.
  static let otherID = "other"

  /// - Parameters:
  ///   - folds: groups turned from their first state, which is open but for groups in which nothing
  ///     is left to look at.
  init(left: Explanation, right: Explanation?, folds: Set<String>) {
    let rights = right.map(Self.index) ?? [:]
    func row(_ node: Explanation) -> BreakdownRow {
      BreakdownRow(kind: .rule, id: node.id, left: node, right: rights[Self.matter(node)])
    }
    let decisive = Self.decisive(in: left)
    let decisiveIDs = Set(decisive.map(\.id))
    deciding = decisive.map(\.id)
    rows = []
    if !decisive.isEmpty {
      rows.append(
        BreakdownRow(
          kind: .heading(title: Phrase("起决定作用的指标", "What decides"), open: true), id: Self.decidingID))
      rows += decisive.map(row)
    }
    var known = Set(decisive.map(Self.matter))
    for group in Self.groups(of: left) {
      let leaves = Self.leaves(of: group)
      known.formUnion(leaves.map(Self.matter))
      let rest = leaves.filter { !decisiveIDs.contains($0.id) }
      let open = Self.isCalm(group) == folds.contains(group.id)
      rows.append(
        BreakdownRow(
          kind: .heading(title: group.name, open: open), id: group.id, left: group,
          right: rights[Self.matter(group)]))
      if open { rows += rest.map(row) }
    }
    guard let right else { return }
    let others = Self.groups(of: right).flatMap(Self.leaves).filter { !known.contains(Self.matter($0)) }
    guard !others.isEmpty else { return }
    let open = !folds.contains(Self.otherID)
    rows.append(
      BreakdownRow(
        kind: .heading(title: Phrase("只在右栏的规则", "Only in the right column"), open: open), id: Self.otherID))
    if open { rows += others.map { BreakdownRow(kind: .rule, id: $0.id, right: $0) } }
  }

  /// Groups whose every part meets and none of which can change anything start folded.
  static func isCalm(_ group: Explanation) -> Bool {
    (group.kind == .basics || group.kind == .routes)
      && leaves(of: group).allSatisfy { $0.outcome == (group.kind == .basics ? .meets : .fails) }
  }

  /// The headings: basics, conditions, classes and routes, wherever the tree holds them.
  static func groups(of root: Explanation) -> [Explanation] {
    switch root.kind {
    case .basics, .conditions, .class, .routes: [root] + root.children.flatMap(nestedGroups)
    default: root.children.flatMap(groups)
    }
  }

  private static func nestedGroups(_ node: Explanation) -> [Explanation] {
    node.kind == .condition || node.kind == .score ? node.children.flatMap(groups) : []
  }

  /// The rules of one group.
  static func leaves(of group: Explanation) -> [Explanation] {
    let rules = group.children.filter {
      $0.kind == .basic || $0.kind == .condition || $0.kind == .indicator || $0.kind == .route
    }
    // The province's own indicators stand behind one of the edition.
    return rules.flatMap { $0.id == "indicator.local" ? [$0] + $0.children : [$0] }
  }

  /// The rules that made the result or could change it, failing before undetermined before the rest.
  static func decisive(in root: Explanation) -> [Explanation] {
    let found = root.deciding
    return (0...2).flatMap { wanted in found.filter { rank($0) == wanted } }
  }

  /// Those of them that nothing settles yet.
  static func open(in root: Explanation) -> [Explanation] {
    decisive(in: root).filter { $0.outcome == .undetermined || $0.points?.isDetermined == false }
  }

  private static func rank(_ node: Explanation) -> Int {
    if node.outcome == .fails { return 0 }
    if node.outcome == .undetermined || node.points?.isDetermined == false { return 1 }
    return 2
  }

  /// `indicator.mainShare` of one edition and `condition.mainShare` of another are the same matter;
  /// basics and routes answer only for themselves.
  static func matter(_ node: Explanation) -> String {
    guard node.kind == .indicator || node.kind == .condition, let dot = node.id.lastIndex(of: ".") else {
      return node.id
    }
    return "rule" + node.id[dot...]
  }

  private static func index(_ root: Explanation) -> [String: Explanation] {
    var found: [String: Explanation] = [:]
    func walk(_ node: Explanation) {
      if node.kind != .part, found[matter(node)] == nil { found[matter(node)] = node }
      node.children.forEach(walk)
    }
    walk(root)
    return found
  }
}
