import Foundation
import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Tables 3 and 4 of the casework: every action, in every state, by every role.
@Suite struct TableTests {
  static let roles = ["R": "rita", "G": "gina", "V": "vito", "O": "otto", "S": "sue", "A": "adam"]
  static let actions = (try? TableFile("who.csv").rows.map { $0[0] }) ?? []

  private static func refusal(_ action: String) -> String {
    action == "lodge objection" ? "outsideNotice" : "notFromThisState"
  }

  /// The body as this officer would write it.
  private func body(_ variant: Variant, _ action: String, by officer: String) -> JSONValue {
    switch action {
    case "assign": Bodies.assign(officer == "rita" ? "rita" : "rolf", by: officer)
    case "conflict": ["officer": .string(officer), "ground": "relative"]
    default: variant.body
    }
  }

  @Test(
    "An action is permitted where the tables say and to whom, and leads where they say", arguments: actions)
  func table(action: String) throws {
    let states = try TableFile("states.csv")
    let who = try TableFile("who.csv")
    var lines: [String] = []
    for state in CaseState.allCases.map(\.code) {
      let cell = states[action, state]
      let mayRoles = Set(who[action, "who"].split(separator: " ").map(String.init))
      var reached = Set<String>()
      var line = "\(action), \(state):"
      for role in ["R", "G", "V", "O", "S", "A"] {
        let officer = TableTests.roles[role] ?? ""
        var told = Set<String>()
        for variant in ActionVariants(action: action, state: state).all {
          #expect(variant.desk.state == state, "\(action) \(state)")
          var desk = variant.desk
          let verdict = desk.act(variant.kind, officer, body(variant, action, by: officer))
          let isAllowed = !cell.isEmpty && mayRoles.contains(role)
          #expect(verdict.isValid == isAllowed, "\(action) in \(state) by \(role): \(verdict.text)")
          told.insert(verdict.isValid ? (desk.state == state ? "=" : desk.state) : verdict.text)
          guard case .rejected(let unmet) = verdict else {
            reached.insert(desk.state == state && cell == "=" ? "=" : desk.state)
            continue
          }
          let codes = unmet.map(\.code)
          let why = action == "undo" ? ["final", "notFromThisState"] : [TableTests.refusal(action)]
          if cell.isEmpty { #expect(!Set(why).isDisjoint(with: codes), "\(action) \(state): \(codes)") }
          if !mayRoles.contains(role) { #expect(codes.contains("role"), "\(action) \(state) \(role): \(codes)") }
          #expect(desk.state == state, "a refused act must change nothing")
        }
        line += " \(role) \(told.sorted().joined(separator: "/"))."
      }
      lines.append(line)
      if !cell.isEmpty, cell != "←" {
        #expect(reached == Set(cell.split(separator: " ").map(String.init)), "\(action) from \(state)")
      }
    }
    try snapshot(action, lines)
  }

  /// What an officer reads: one file an action. Written anew with RECORD=1.
  private func snapshot(_ action: String, _ lines: [String]) throws {
    let url = TableFile.url("actions/\(action.replacing(" ", with: "-")).txt")
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
  }
}
