import Casework
import ScoringCore

/// The screens that a command or another screen opens by name.
enum Destinations {
  /// The screen behind a `go.…` command, `nil` when the command names none.
  static func screen(_ command: Command.ID, _ context: Context) -> (any Screen)? {
    switch command {
    case "go.queue": QueueScreen(.all, context)
    default: nil
    }
  }

  /// The screen of one case, at what decides it.
  static func open(_ key: CaseKey, _ context: Context) -> (any Screen)? { nil }
}
