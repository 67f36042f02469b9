import ScoringCore
import Testing

@testable import Casework

@Suite struct StateTests {
  @Test(arguments: Office.people)
  func `The office of the tests is well founded`(person: (id: String, role: OfficerRole)) {
    let now = Office.shared.registry.now
    #expect(Office.shared.registry.entries.allSatisfy { $0.verdict.isValid })
    #expect(now.holdsAnywhere(person.id, [person.role]))
    #expect(now.keys.values.contains(person.id))
  }

  @Test(arguments: CaseState.allCases)
  func `Every state can be reached`(state: CaseState) {
    let tier: Tier = ["RR", "RM", "MO"].contains(state.code) ? .littleGiant : .specialized
    let desk = Desk.at(state.code, tier)
    for entry in desk.history.entries {
      #expect(entry.verdict.isValid, "\(entry.event.kind): \(entry.verdict.text)")
    }
    #expect(desk.state == state.code)
  }
}
