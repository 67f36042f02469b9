package import CaseStore
package import Casework
package import ScoringCore

/// Why an office could not do what it was asked, with what shows it. Nothing is changed.
package enum OfficeError: Error, Sendable, Hashable {
  /// Every requirement of an act that is not met.
  case unmet([UnmetRequirement])
  /// The store could not do it.
  case store(StoreError)
  /// The name is no folder of a round or a title.
  case notAFolder(String)
  /// The name is no folder of a round.
  case notARound(String)
  /// The store has no case of this id or folder.
  case noSuchCase(String)
  /// The id stands in several batches.
  case severalCases(String, [CaseKey])
  /// A case of another round was named; the second is the round's folder.
  case otherRound(CaseKey, String)
  /// A case that a list or an index names is not there.
  case caseGone(CaseKey)
  /// There is no act of this name.
  case noSuchAct(String)
  /// No event begins with these digits.
  case noSuchEvent(String)
  /// More than one event begins with these digits.
  case severalEvents(String)
  /// No list of the round begins with these digits; the second is the round's folder.
  case noSuchList(String, String)
  /// The round has no list yet.
  case noList(String)
  /// A list of the round is missing, or is not what its event names.
  case damagedList(String)
  /// No case can be entered in a list of this kind.
  case noneReady(ActName)
  /// The round has no plan of a draw.
  case noPlan(String)
  /// The file of those who may be drawn is damaged.
  case damagedPopulation(String)
  /// The newest plan was drawn already.
  case planIsDrawn
  /// No case awaits the draw.
  case nothingToDrawFrom
  /// The rate or the least number is out of range.
  case sampleRule(rate: Int, minimum: Int)
  /// Officers are sent to every case that was drawn.
  case everyVisitPlanned
  /// No case is of what was to be taken along; why.
  case nothingToTake(Phrase)
}

extension OfficeError {
  /// Nothing stands in the way but an answer.
  package var isQuestion: Bool {
    guard case .unmet(let unmet) = self else { return false }
    return !unmet.isEmpty && unmet.allSatisfy(\.isQuestion)
  }

  /// The same, as the store tells it.
  var refusal: Refusal {
    switch self {
    case .unmet(let unmet): .unmet(unmet)
    case .store(let error): .store(error)
    default: .unmet([UnmetRequirement(.requirement, "office", message)])
    }
  }

  /// The same, as the store told it.
  init(_ refusal: Refusal) {
    switch refusal {
    case .unmet(let unmet): self = .unmet(unmet)
    case .store(let error): self = .store(error)
    }
  }
}

/// Does `work`; a trouble of the store becomes one of the office.
package func withStore<T>(_ work: () throws(StoreError) -> T) throws(OfficeError) -> T {
  do throws(StoreError) { return try work() } catch { throw .store(error) }
}
