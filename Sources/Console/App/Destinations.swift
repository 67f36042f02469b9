import Casework
import ScoringCore

/// The screens that a command or another screen opens by name.
enum Destinations {
  /// The screen behind a `go.…` command, `nil` when the command names none.
  static func screen(_ command: Command.ID, _ context: Context) -> (any Screen)? {
    switch command {
    case "go.rules": RulesScreen()
    default: nil
    }
  }

  /// Opens one case, at what decides it.
  static func open(_ key: CaseKey) -> [Step] {
    [.push(CaseScreen(key)), .effect(.openCase(key))]
  }

  /// Opens two to four cases side by side.
  static func compare(_ keys: [CaseKey]) -> [Step] {
    [.push(CompareScreen(cases: keys))] + keys.map { .effect(.openCase($0)) }
  }
}
