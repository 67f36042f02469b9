import ScoringCore

/// A requirement or condition that an application fails, as a refusal names it: what it is, the figure and the bound that
/// it misses, and where it stands.
struct FailedCondition: Sendable, Hashable {
  var name: Phrase
  /// The figure held against its bound.
  var text: Phrase
  var citation: Citation?

  /// Those that the rules find failing, in the order of the standard.
  static func all(in explanation: Explanation) -> [FailedCondition] {
    explanation.children.filter { $0.kind == .basics || $0.kind == .conditions }.flatMap(\.children)
      .filter { $0.outcome == .fails }
      .map { FailedCondition(name: $0.name, text: short($0), citation: $0.citation) }
  }

  /// What of a node falls short.
  private static func short(_ node: Explanation) -> Phrase {
    let failing = node.children.filter { $0.outcome == .fails }
    if !failing.isEmpty {
      let parts = failing.map(part)
      let all = parts.joined(Phrase("；", "; "))
      return node.isAnyOf && failing.count > 1
        ? Phrase("下列各项均不满足：\(all.zh)", "none of these is met: \(all.en)") : all
    }
    let missed = node.comparisons.filter { $0.outcome == .fails }.map { compared($0, node) }
    if !missed.isEmpty { return missed.joined(Phrase("；", "; ")) }
    if let value = node.valueText, !value.zh.isEmpty { return Phrase("现为\(value.zh)", "now \(value.en)") }
    let stated = node.facts.filter { $0.source != .notStated && !$0.value.zh.isEmpty }
    guard !stated.isEmpty else { return Phrase("不满足", "not met") }
    let facts = stated.map { $0.name.joined(Phrase(" ", ": ")).joined($0.value) }.joined(Phrase("，", ", "))
    return Phrase("不满足，申报为：\(facts.zh)", "not met; declared: \(facts.en)")
  }

  /// A part's name says its own bound.
  private static func part(_ node: Explanation) -> Phrase {
    let missed = node.comparisons.first { $0.outcome == .fails }
    guard node.children.isEmpty, let missed, missed.relation != .equals, node.points == nil,
      let measured = (missed.measured ?? node.value)?.text
    else { return node.name.joined(Phrase("：", ": ")).joined(short(node)) }
    return Phrase("要求\(node.name.zh)，实际 \(measured.zh)", "\(node.name.en) is required, it is \(measured.en)")
  }

  private static func compared(_ comparison: Comparison, _ node: Explanation) -> Phrase {
    let bound = comparison.bound.text
    let measured =
      (comparison.measured ?? node.value)?.text
      ?? node.points.map { Quantity(Int128($0.maximum), .points).text }
    guard let measured else {
      return switch comparison.relation {
      case .atLeast: Phrase("要求不低于 \(bound.zh)", "at least \(bound.en) is required")
      case .atMost: Phrase("要求不高于 \(bound.zh)", "at most \(bound.en) is allowed")
      case .equals: Phrase("要求为 \(bound.zh)", "\(bound.en) is required")
      }
    }
    return switch comparison.relation {
    case .atLeast:
      Phrase("\(measured.zh)，低于要求的 \(bound.zh)", "\(measured.en), below the \(bound.en) required")
    case .atMost:
      Phrase("\(measured.zh)，高于上限 \(bound.zh)", "\(measured.en), above the \(bound.en) allowed")
    case .equals: Phrase("\(measured.zh)，要求为 \(bound.zh)", "\(measured.en); \(bound.en) is required")
    }
  }
}
