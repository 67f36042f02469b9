import Casework
import ScoringCore

/// The screens that a command opens by name.
enum Destinations {
  /// What a `go.…` command asks for, `nil` when the command names no screen.
  static func steps(_ command: Command.ID, _ context: Context) -> [Step]? {
    switch command {
    case "go.summary": [.push(SummaryScreen(context))]
    case "go.rules": [.push(RulesScreen())]
    case "go.titles": [.push(TitlesScreen()), .effect(.loadTitles)]
    case "go.officers": [.push(OfficersScreen()), .effect(.loadOfficers)]
    default: nil
    }
  }

  /// What leads to the screen of a draft.
  static func steps(to place: String, _ context: Context) -> [Step] {
    if let key = CaseKey(path: place) { return [.home] + CaseScreen.open(key) }
    if place.hasPrefix("titles") { return [.home] + (steps("go.titles", context) ?? []) }
    if place == "registry" { return [.home] + (steps("go.officers", context) ?? []) }
    return [.home, .push(QueueScreen(.all, context))]
  }
}
