import ScoringCore
package import StrictJSON

/// What judging asks of an act: never more than the event, and what its author had seen.
///
/// `Acts` holds the acts themselves; the registry is handed the table of them and judges by it.
package protocol JudgedAct: Sendable {
  var name: ActName { get }
  /// The sort of folder it is at home in.
  var place: ActPlace { get }
  /// Other sorts of folders that may hold it.
  var alsoIn: [ActPlace] { get }
  /// Roles of which one is needed; none where the act's own rule says who.
  var who: [OfficerRole] { get }
  /// From which states of a case it is permitted (Casework §5.2); `nil` asks for none.
  var from: Set<CaseState>? { get }
  var traits: ActTraits { get }
  /// Without `on`, which every body has, in the order in which they are asked for.
  var fields: [Field] { get }

  /// Roles that would do for this body.
  func roles(_ act: ActRequirements) -> [OfficerRole]
  /// What the act itself asks, besides role, state and contests.
  func requirements(_ act: ActRequirements) -> [UnmetRequirement]
  /// The question that officers answer anew with it without a supervisor; `nil` for none.
  func answersAnew(_ body: JSONValue) -> Question?
  /// What a valid event of it answers.
  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer]
  /// The authority that an act of the registry is about; empty for none.
  func authority(_ event: Event, _ past: Fold) -> String
  /// What an act of the registry gives an officer; `nil` for one that gives nobody anything.
  func giving(_ body: JSONValue, _ registry: RegistryState) -> Giving?
  /// What an act of the registry gives.
  func give(_ event: Event, _ rights: inout Rights, _ fold: Fold)
}

/// An answer that an event gives, and the question it answers.
package typealias GivenAnswer = (Question, Answer.Result)

/// The acts that this program knows, by name.
typealias JudgedActs = [ActName: any JudgedAct]

extension JudgedAct {
  package var place: ActPlace { .cases }
  package var alsoIn: [ActPlace] { [] }
  package var who: [OfficerRole] { [] }
  package var from: Set<CaseState>? { nil }
  package var traits: ActTraits { [] }
  package var fields: [Field] { [] }

  package func roles(_ act: ActRequirements) -> [OfficerRole] { who }
  package func requirements(_ act: ActRequirements) -> [UnmetRequirement] { [] }
  package func answersAnew(_ body: JSONValue) -> Question? { nil }
  package func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { [] }
  package func authority(_ event: Event, _ past: Fold) -> String { "" }
  package func giving(_ body: JSONValue, _ registry: RegistryState) -> Giving? { nil }
  package func give(_ event: Event, _ rights: inout Rights, _ fold: Fold) {}

  /// Whether a folder may hold it.
  package func isWritten(in folder: String) -> Bool {
    guard let sort = ActPlace(folder: folder) else { return false }
    return sort == place || alsoIn.contains(sort)
  }

  /// Fields that stand in the body, without `on`.
  package var bodyFields: [Field] { fields.filter(\.isInBody) }

  /// The first fault of a body against the fields, as a path; `nil` when there is none.
  func fault(in body: JSONValue) -> String? { Field.fault(in: body, Field.common + bodyFields) }
}
