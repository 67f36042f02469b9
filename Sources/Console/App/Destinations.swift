import Casework
import ScoringCore

/// The screens that a command or another screen opens by name.
enum Destinations {
  /// What a `go.…` command asks for, `nil` when the command names no screen.
  static func steps(_ command: Command.ID, _ context: Context) -> [Step]? {
    switch command {
    case "go.rules": [.push(RulesScreen())]
    case "go.titles": [.push(TitlesScreen()), .effect(.loadTitles)]
    case "go.officers": [.push(OfficersScreen()), .effect(.loadOfficers)]
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
