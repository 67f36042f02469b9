import Foundation
import Testing

@testable import Casework

@Suite struct WalkTests {
  /// Steps in all; a million by WALK_STEPS=1000000.
  static let steps = ProcessInfo.processInfo.environment["WALK_STEPS"].flatMap(Int.init) ?? 10_000

  @Test
  func `Random permitted acts never leave the table of states, and never lose or change what happened`() {
    var random = Lcg(seed: 4)
    var done = 0
    var kinds = Set<String>()
    var reached = Set<String>()
    // The walk is worth something only if it comes around, which at times takes it longer.
    let wanted: Set = ["closeNotice", "decide", "ministry", "endTitle", "cosign", "undo"]
    let states = Set(CaseState.allCases.map(\.code))
    while done < Self.steps || done < 5 * Self.steps && !(kinds.isSuperset(of: wanted) && reached == states) {
      var walk = Walk()
      var before: [JudgedEvent] = []
      while walk.steps < 80, let move = walk.step(&random) {
        kinds.insert(move.kind)
        reached.insert(move.after)
        let entries = walk.history.entries
        let one = before.indices.randomElement(using: &random)
        guard WalkRules.allows(move), WalkRules.fault(walk.history.fold) == nil,
          entries.count == before.count + 1, entries[before.count].verdict.isValid,
          walk.history.fold.log.count == entries.count, one.map({ entries[$0] == before[$0] }) ?? true
        else {
          Issue.record("\(move): \(WalkRules.fault(walk.history.fold) ?? ""), \(before.map(\.event.kind))")
          return
        }
        before.append(entries[before.count])
      }
      #expect(walk.history.entries == before, "an earlier event was changed")
      done += walk.steps
    }
    #expect(reached == states, "reached only \(reached.sorted())")
    #expect(kinds.isSuperset(of: wanted))
  }
}
