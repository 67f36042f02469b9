/// One difference between two assessments, with what made it 差异.
public struct AssessmentChange: Sendable, Hashable {
  /// What made the difference.
  public enum Cause: Sendable, Hashable {
    /// A fact by path, as stated before and after; empty where it is not stated.
    case fact(path: String, name: Phrase, before: Phrase, after: Phrase)
    /// The edition, by id.
    case edition(before: String, after: String)
    /// A yearly notice, by id.
    case notice(String)
    /// A province's overlay, by authority key.
    case overlay(String)
    /// Another tier.
    case tier
  }
  /// What one of the two says of the node; `nil` where it has no such node.
  public struct State: Sendable, Hashable {
    /// `nil` for what is only scored.
    public var outcome: Outcome?
    /// Of conditions alone.
    public var status: Assessment.Status?
    /// Of what is scored.
    public var points: Points?
    /// The measured value, where one number says it.
    public var value: Quantity?
    /// The value in words where it is no number.
    public var valueText: Phrase?
  }
  /// `indicator.mainGrowth`, `application` for the whole.
  public var id: String
  /// As officers call it.
  public var name: Phrase
  /// `nil` where the first has no such node.
  public var before: State?
  /// `nil` where the second has no such node.
  public var after: State?
  /// Every fact, edition, notice and overlay that differs below the node.
  public var causes: [Cause]
}

extension Standard {
  /// What differs between two explained assessments and why: the whole first, then every requirement, indicator and
  /// route whose result differs, in the order of the second.
  public static func compare(_ before: Explanation, _ after: Explanation) -> [AssessmentChange] {
    let old = before.results
    let new = after.results
    let common: [AssessmentChange.Cause] = before.layer == after.layer ? [] : editionCause(before, after)
    let tier: [AssessmentChange.Cause] = before.name == after.name ? [] : [.tier]
    var changes: [AssessmentChange] = []
    for node in new {
      let earlier = old.first { $0.id == node.id }
      guard earlier?.state != node.state else { continue }
      changes.append(
        AssessmentChange(
          id: node.id, name: node.name, before: earlier?.state, after: node.state,
          causes: tier + common + causes(earlier, node)))
    }
    for node in old where !new.contains(where: { $0.id == node.id }) {
      changes.append(
        AssessmentChange(
          id: node.id, name: node.name, before: node.state, after: nil,
          causes: tier + common + causes(node, nil)))
    }
    return changes
  }

  private static func editionCause(_ before: Explanation, _ after: Explanation) -> [AssessmentChange.Cause] {
    guard case .edition(let a) = before.layer, case .edition(let b) = after.layer else { return [] }
    return [.edition(before: a, after: b)]
  }

  /// Facts that differ below the two nodes, and layers that only one of them has.
  private static func causes(_ before: Explanation?, _ after: Explanation?) -> [AssessmentChange.Cause] {
    let old = before?.factsBelow ?? []
    let new = after?.factsBelow ?? []
    var causes: [AssessmentChange.Cause] = []
    if before != nil, after != nil {
      for fact in new {
        let earlier = old.first { $0.path == fact.path }
        if let earlier, earlier.value != fact.value {
          causes.append(.fact(path: fact.path, name: fact.name, before: earlier.value, after: fact.value))
        }
      }
    }
    let layers = Set(before?.layersBelow ?? []).symmetricDifference(after?.layersBelow ?? [])
    for layer in layers {
      switch layer {
      case .notice(let id): causes.append(.notice(id))
      case .province(let key): causes.append(.overlay(key))
      case .edition: break
      }
    }
    return causes
  }
}

extension Explanation {
  fileprivate var state: AssessmentChange.State {
    AssessmentChange.State(outcome: outcome, status: status, points: points, value: value, valueText: valueText)
  }

  /// The nodes that have a result of their own, without groups and parts.
  fileprivate var results: [Explanation] {
    let own: Bool =
      switch kind {
      case .application, .basic, .condition, .score, .class, .indicator, .route: true
      case .basics, .conditions, .routes, .part: false
      }
    return (own ? [self] : []) + children.flatMap(\.results)
  }

  fileprivate var factsBelow: [FactUsed] {
    var facts: [FactUsed] = []
    for fact in self.facts + children.flatMap(\.factsBelow)
    where !facts.contains(where: { $0.path == fact.path }) {
      facts.append(fact)
    }
    return facts
  }

  fileprivate var layersBelow: [Layer] { (layer.map { [$0] } ?? []) + children.flatMap(\.layersBelow) }
}
