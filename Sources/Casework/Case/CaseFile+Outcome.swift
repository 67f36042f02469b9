package import ScoringCore
import StrictJSON

extension CaseFile {
  /// Ids of requirements and conditions that the rules leave open and nobody has judged: `basic.sme`.
  package var unjudged: [String] { openConditions.filter { judgement($0) == nil } }

  /// As officers call a condition; its id where the rules in force do not know it.
  package func name(ofCondition id: String) -> Phrase {
    func find(_ node: Explanation) -> Phrase? { node.id == id ? node.name : node.children.lazy.compactMap(find).first }
    return explanation.flatMap(find) ?? Phrase(id, id)
  }

  /// A judgement of a condition that the rules leave open.
  package func judgement(_ id: String) -> Outcome? {
    fold.body(.judgement(id))?.body.text("outcome").flatMap(Outcome.init(rawValue:))
  }

  /// Requirements and conditions that the rules leave open.
  package var openConditions: [String] {
    guard let assessment else { return [] }
    return assessment.basics.filter { $0.outcome == .undetermined }.map { "basic." + $0.id }
      + assessment.conditions.filter { $0.outcome == .undetermined }.map { "condition." + $0.id }
  }

  /// The outcome with judgements where the rules leave a condition open.
  package var outcome: Outcome {
    guard let assessment else { return .undetermined }
    guard assessment.outcome == .undetermined else { return assessment.outcome }
    let judged = openConditions.map { judgement($0) ?? .undetermined }
    let fixed = (assessment.basics.map(\.outcome) + assessment.conditions.map(\.outcome))
      .filter { $0 != .undetermined }
    let all = judged + fixed
    if all.contains(.fails) { return .fails }
    return all.contains(.undetermined) || judged.isEmpty ? .undetermined : .meets
  }

  /// Paths of stated facts that decide the outcome and that nobody has verified or accepted.
  package var unverified: [FactPath] {
    (explanation?.decidingFacts ?? []).filter { verified[$0.description] == nil && !isCovered($0) }
  }

  /// An array is verified when each of its items is, and an item with its whole array.
  private func isCovered(_ path: FactPath) -> Bool {
    if case .item(let fact, _) = path { return verified[FactPath.fact(fact).description] != nil }
    guard case .fact(let fact) = path, case .items(let items)? = revision.application.value(at: path) else {
      return false
    }
    return !items.isEmpty && items.indices.allSatisfy { verified[FactPath.item(fact, $0).description] != nil }
  }
}
