import Casework

/// The work on an officer's desk.
package struct OfficerLoad: Sendable, Hashable {
  /// Open cases.
  package var open = 0
  /// Those of them whose time has run out.
  package var late = 0
}

extension CaseTable {
  /// What each officer has, by id; who has nothing is not in it.
  var loads: [String: OfficerLoad] {
    var loads: [String: OfficerLoad] = [:]
    for (row, facts) in zip(rows, facts) where row.state.isOpen {
      guard let officer = row.assignee else { continue }
      loads[officer, default: OfficerLoad()].open += 1
      if facts.urgency == .late { loads[officer, default: OfficerLoad()].late += 1 }
    }
    return loads
  }
}
