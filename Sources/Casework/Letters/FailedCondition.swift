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
    if let found = node.found, !found.zh.isEmpty { return found }
    let stated = node.facts.filter { $0.source != .notStated && !$0.value.zh.isEmpty }
    guard !stated.isEmpty else { return Phrase("不满足", "not met") }
    let facts = stated.map { $0.name.joined(Phrase(" ", ": ")).joined($0.value) }.joined(Phrase("，", ", "))
    return Phrase("不满足，申报为：\(facts.zh)", "not met; declared: \(facts.en)")
  }

  /// A part's name says its own bound: what is measured stands before it.
  private static func part(_ node: Explanation) -> Phrase {
    guard node.children.isEmpty, node.points == nil,
      let missed = node.comparisons.first(where: { $0.outcome == .fails }),
      missed.relation != .equals, missed.measured ?? node.value != nil
    else {
      let text = short(node)
      // What was found may begin with the name.
      return text.zh.hasPrefix(node.name.zh) ? text : node.name.joined(Phrase("：", ": ")).joined(text)
    }
    let sign = " \(missed.relation.rawValue) "
    func head(_ name: String) -> Substring { name.firstRange(of: sign).map { name[..<$0.lowerBound] } ?? name[...] }
    let text = compared(missed, node)
    return Phrase("\(head(node.name.zh)) \(text.zh)", "\(head(node.name.en)): \(text.en)")
  }

  private static func compared(_ comparison: Comparison, _ node: Explanation) -> Phrase {
    let bound = plain(comparison.bound)
    let measured =
      (comparison.measured ?? node.value)?.text
      ?? node.points.map { Quantity(Int128($0.maximum), .points).text }
    guard var measured else {
      return switch comparison.relation {
      case .atLeast: Phrase("要求不低于 \(bound.zh)", "at least \(bound.en) is required")
      case .atMost: Phrase("要求不高于 \(bound.zh)", "at most \(bound.en) is allowed")
      case .equals: Phrase("要求为 \(bound.zh)", "\(bound.en) is required")
      }
    }
    // Of years since a day the day says more than their number.
    if let fact = node.facts.first, node.facts.count == 1, fact.source != .notStated, fact.value.zh != measured.zh {
      measured = Phrase(
        "\(measured.zh)（\(fact.name.zh) \(fact.value.zh)）", "\(measured.en) (\(fact.name.en) \(fact.value.en))")
    }
    return switch comparison.relation {
    case .atLeast:
      Phrase("\(measured.zh)，低于要求的 \(bound.zh)", "\(measured.en), below the \(bound.en) required")
    case .atMost:
      Phrase("\(measured.zh)，高于上限 \(bound.zh)", "\(measured.en), above the \(bound.en) allowed")
    case .equals: Phrase("\(measured.zh)，要求为 \(bound.zh)", "\(measured.en); \(bound.en) is required")
    }
  }

  /// A bound without decimals that it has not: 3%.
  private static func plain(_ bound: Quantity) -> Phrase {
    bound.unit == .percent && bound.denominator == 1 ? Phrase("\(bound.numerator)%", "\(bound.numerator)%") : bound.text
  }
}
