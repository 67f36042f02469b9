import Foundation
import ScoringCore
import Testing

@testable import Casework

/// The pages of `Documentation/Standard` against the vocabulary of cases.
@Suite struct CaseworkPagesTests {
  private func page(_ name: String) throws -> String {
    try String(contentsOf: TableFile.url("../../../Documentation/Standard/\(name).md").standardized, encoding: .utf8)
  }

  @Test func `Every role, ground and remark is named`() throws {
    let casework = try page("Casework")
    for role in OfficerRole.allCases { #expect(casework.contains("`\(role.rawValue)`"), "\(role)") }
    for ground in UnmetRequirement.Ground.allCases { #expect(casework.contains("`\(ground.rawValue)`"), "\(ground)") }
  }

  @Test func `Every state is named with its code`() throws {
    let procedure = try page("Procedure")
    for state in CaseState.allCases {
      #expect(procedure.contains("| \(state.code) | `\(state.rawValue)` |"), "\(state)")
    }
  }

  @Test func `Every defect of a paper is named, with what follows from it`() throws {
    let rows = try page("Materials").split(separator: "\n")
    for code in DefectCode.allCases {
      let follows = code.consequence == .correction ? "correction" : "refusal"
      #expect(rows.contains { $0.contains("| `\(code.rawValue)` |") && $0.contains(follows) }, "\(code)")
    }
  }

  @Test func `Every row of the checklist says what it proves`() throws {
    let rows = try page("Materials").split(separator: "\n")
    for row in MaterialRow.table {
      let proves = row.proves.map { "`\($0.rawValue)`" }
      #expect(
        rows.contains { $0.contains("| `\(row.item.rawValue)` |") && proves.allSatisfy($0.contains) }, "\(row.item)")
    }
  }

  @Test func `Every letter is named`() throws {
    let letters = try page("Letters")
    for code in LetterModel.Code.allCases { #expect(letters.contains("| `\(code.rawValue)` |"), "\(code)") }
  }
}
