package import Casework
package import ScoringCore
package import StrictJSON

/// Acts on the cases of a round: writes its lists and enters each listed case; repeated after a crash it goes on where it
/// stopped.
package struct RoundBatch {
  /// Does the acts.
  package var batch: ActBatch
  /// The round.
  package let round: RoundFolder

  /// Acts on the round of that name, `370000/2026-1` or its folder.
  package init(_ name: String, _ batch: ActBatch) throws(OfficeError) {
    self.batch = batch
    round = try RoundFolder(named: name, in: batch.store)
  }

  /// The day it acts on.
  package var today: Day { batch.acts.today }

  /// The round's lists.
  package var lists: RoundLists { RoundLists(round: round, today: today) }

  /// The round's draw.
  package var draw: RoundLottery { RoundLottery(round: round, today: today) }

  /// Keeps a list and writes the event that names it.
  package mutating func write(
    _ act: ActName, _ lines: [JSONValue], _ fields: [JSONValue.Member]
  ) throws(OfficeError) -> Event {
    guard !lines.isEmpty else { throw .noneReady(act) }
    return try batch.perform(round.request(act, lines, fields)).event
  }

  /// Those of the cases that the act may enter, so that no list holds another.
  /// - Parameter refused: is told of each other, with why not.
  /// - Throws: where one cannot be read whole: a list without it would be wrong in silence.
  package mutating func ready(
    _ keys: [CaseKey], _ request: (CaseKey) -> ActRequest, refused: (ActResult) -> Void
  ) throws(OfficeError) -> [CaseKey] {
    var ready: [CaseKey] = []
    for key in keys {
      let result = batch.run(request(key).listed, isDry: true)
      switch result.outcome {
      case .done, .permitted: ready.append(key)
      case .failed(let error): throw error
      case .refused(let unmet):
        guard !unmet.contains(where: { $0.code == ActQuestion.unread.rawValue }) else { throw .unmet(unmet) }
        refused(result)
      }
    }
    return ready
  }

  /// Enters listed cases that are not entered yet.
  /// - Parameters:
  ///   - request: the act that enters a case.
  ///   - tell: is told of each as it comes.
  /// - Returns: how many of the cases are entered now.
  package mutating func enter(
    _ list: Event, _ keys: [CaseKey], _ request: (CaseKey) -> ActRequest, tell: (ActResult) -> Void
  ) -> Int {
    var entered = 0
    for key in keys {
      let request = request(key).listed
      do throws(OfficeError) {
        if try lists.isEntered(key, by: list) {
          entered += 1
          continue
        }
      } catch {
        tell(ActResult(place: key.id, act: request.action.name, outcome: .failed(error)))
        continue
      }
      let result = batch.run(request)
      if result.isGood { entered += 1 }
      tell(result)
    }
    return entered
  }

  /// The cases named, else every one of the round in these states.
  package func keys(
    _ names: [String], in states: Set<CaseState>, tier: Tier? = nil
  ) throws(OfficeError) -> [CaseKey] {
    guard !names.isEmpty else { return try round.cases(in: states, tier: tier, today: today).map(\.key) }
    let folders = FolderResolver(round.store)
    var keys: [CaseKey] = []
    for name in names { keys.append(try folders.key(name)) }
    keys.sort()
    if let other = keys.first(where: { $0.authority != round.authority || $0.batch != round.batch }) {
      throw .otherRound(other, round.path)
    }
    return keys
  }
}
