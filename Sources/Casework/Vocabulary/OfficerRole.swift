package import ScoringCore

/// What an officer may do, each within a jurisdiction (Casework §6.3).
package enum OfficerRole: String, Sendable, Hashable, CaseIterable {
  case reviewer, signer, spotCheck, objection, supervisor, administrator

  /// R, G, V, O, S, A as the tables of the standard write them.
  package var letter: Character {
    switch self {
    case .reviewer: "R"
    case .signer: "G"
    case .spotCheck: "V"
    case .objection: "O"
    case .supervisor: "S"
    case .administrator: "A"
    }
  }

  /// `nil` for a letter that names no role.
  package init?(letter: Character) {
    guard let role = OfficerRole.allCases.first(where: { $0.letter == letter }) else { return nil }
    self = role
  }

  package var name: Phrase {
    switch self {
    case .reviewer: Phrase("审核员", "Reviewer")
    case .signer: Phrase("签批人", "Signing officer")
    case .spotCheck: Phrase("抽查员", "Spot-check officer")
    case .objection: Phrase("异议处理员", "Objection officer")
    case .supervisor: Phrase("主管", "Supervisor")
    case .administrator: Phrase("管理员", "Administrator")
    }
  }
}
