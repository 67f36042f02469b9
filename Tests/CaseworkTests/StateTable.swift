import ScoringCore

@testable import Casework

/// The table of states and acts as it is: every act tried in every state, with where it leads.
struct StateTable {
  /// Acts that lead back to where the case stood before, wherever that was.
  private static let restoring: Set = ["resume", "undo", "settle"]

  /// As a page shows it.
  static func lines() throws -> [String] {
    let codes = CaseState.allCases.map(\.code)
    let letters = try TableFile("who.csv")
    return [
      "| state | 状态 | name |", "|---|---|---|",
    ] + CaseState.allCases.map { "| \($0.code) `\($0.rawValue)` | \($0.name.zh) | \($0.name.en) |" } + [
      "", "| act | " + codes.joined(separator: " | ") + " |",
      "|---" + String(repeating: "|---", count: codes.count) + "|",
    ]
      + TableTests.actions.map { action in
        let who = ExampleTable(action)?.who ?? letters[action, "who"]
        let cells = codes.map { cell(action, $0, who: Set(who.split(separator: " ").map(String.init))) }
        return "| `\(action)` | " + cells.joined(separator: " | ") + " |"
      }
  }

  /// Where an act leads from a state: `=` where it stays, nothing where it is refused.
  private static func cell(_ action: String, _ state: String, who: Set<String>) -> String {
    var reached: [String] = []
    for variant in ActionVariants(action: action, state: state).all {
      for role in TableTests.roles where who.contains(role.letter) {
        var desk = variant.desk
        guard desk.act(variant.kind, role.officer, variant.body(of: action, by: role.officer)).isValid else { continue }
        let end = restoring.contains(action) ? "←" : desk.state == state ? "=" : desk.state
        if !reached.contains(end) { reached.append(end) }
        break
      }
    }
    let order = ["=", "←"] + CaseState.allCases.map(\.code)
    return order.filter(reached.contains).joined(separator: " ")
  }
}
