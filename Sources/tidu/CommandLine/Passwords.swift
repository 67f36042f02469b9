internal import Foundation
internal import Synchronization

/// Questions whose answer is not shown.
enum Passwords {
  /// `nil` where nobody sits at the terminal.
  static var secret: ((String) -> String?)? {
    guard StandardStreams.inputIsTerminal, StandardStreams.errorIsTerminal else { return nil }
    return { ask($0) }
  }

  static func ask(_ question: String) -> String? {
    Output.printProgress(question + ": ")
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    // A program that is stopped here would come back with its answer shown.
    let suspended = signal(SIGTSTP, SIG_IGN)
    shownAgain = before
    let ends = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    let handlers = ends.map { ($0, signal($0, Self.leave)) }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      for (end, handler) in handlers { signal(end, handler) }
      signal(SIGTSTP, suspended)
      Output.printProgress("\n")
    }
    return readLine()
  }

  /// The terminal as it was; set before a handler can read it.
  nonisolated(unsafe) private static var shownAgain = termios()

  /// Shows again what is typed, then ends as the signal says; both calls may be made in a handler.
  private static let leave: @convention(c) (Int32) -> Void = { end in
    tcsetattr(STDIN_FILENO, TCSANOW, &Passwords.shownAgain)
    signal(end, SIG_DFL)
    raise(end)
  }
}
