import ScoringCore

/// How a verified result stands to the declared one.
enum VerifiedMark: Sendable, Hashable {
  /// Every figure was verified, and each as declared.
  case agrees
  /// A figure was found otherwise than declared, whatever it does to the points.
  case differs(Change)
  /// None was found otherwise, but not every figure was seen.
  case partly

  /// What it did to the points.
  enum Change: Sendable, Hashable { case rises, falls, keeps }

  /// - Parameters:
  ///   - node: a row of the result by verified values.
  ///   - declared: the same row by declared values.
  ///   - differing: paths whose verified value differs from the declared one.
  /// - Returns: `nil` where no figure of the row is verified.
  init?(_ node: Explanation, declared: Explanation?, differing: Set<String>) {
    let facts = Self.facts(node)
    let isOther = declared.map { node.value != $0.value || node.valueText != $0.valueText || node.points != $0.points }
    guard facts.contains(where: { $0.source == .verified }) || isOther == true else { return nil }
    if isOther == true || facts.contains(where: { differing.contains($0.path) }) {
      let before = declared?.points?.maximum ?? 0
      let after = node.points?.maximum ?? 0
      self = .differs(declared == nil || before == after ? .keeps : after < before ? .falls : .rises)
    } else {
      let isWhole = facts.allSatisfy { $0.source != .declared || Self.isCovered($0, facts) }
      self = isWhole ? .agrees : .partly
    }
  }

  private static func facts(_ node: Explanation) -> [FactUsed] { node.facts + node.children.flatMap(facts) }

  /// An item is covered by its list, a list by all of its items.
  private static func isCovered(_ fact: FactUsed, _ facts: [FactUsed]) -> Bool {
    if fact.path.hasPrefix("enterprise.") { return true }
    let list = fact.path.prefix { $0 != "[" }
    if list.count < fact.path.count { return facts.contains { $0.path == list && $0.source == .verified } }
    let items = facts.filter { $0.path.hasPrefix(fact.path + "[") }
    return !items.isEmpty && items.allSatisfy { $0.source == .verified }
  }

  func text(_ glyphs: Glyphs) -> String {
    switch self {
    case .agrees: glyphs.checked
    case .differs(.rises): glyphs.risen
    case .differs(.falls): glyphs.fallen
    case .differs(.keeps): glyphs.differing
    case .partly: glyphs.partly
    }
  }
}
