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
    hidden(question + ": ") { readLine() }
  }

  /// Prints the words and does something while the terminal shows nothing of what is typed; what was typed ahead is not
  /// read. `nil` where there is no terminal.
  static func hidden<T>(_ words: String, _ body: () throws -> T?) rethrows -> T? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    (shownAgain, silenced, asked) = (before, silent, strdup(words))
    let handlers =
      Self.ends.map { ($0, signal($0, Self.leave)) }
      + [(SIGTSTP, signal(SIGTSTP, Self.stop)), (SIGCONT, signal(SIGCONT, Self.goOn))]
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    // Whoever has seen the words can type.
    Output.printProgress(words)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      for (number, handler) in handlers { signal(number, handler) }
      free(asked)
      Output.printProgress("\n")
    }
    return try body()
  }

  /// The terminal as it was, and as it is while the answer is typed; the question. Set before a handler can read them.
  nonisolated(unsafe) private static var shownAgain = termios()
  nonisolated(unsafe) private static var silenced = termios()
  nonisolated(unsafe) private static var asked: UnsafeMutablePointer<CChar>?
  /// Whether it was continued since it stopped.
  nonisolated(unsafe) private static var wentOn = false

  /// Every signal that ends a program and can be caught.
  private static let ends = [
    SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM,
    SIGTERM, SIGSTKFLT, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR, SIGSYS,
  ]

  /// Shows again what is typed, then ends as the signal says; both calls may be made in a handler.
  private static let leave: @convention(c) (Int32) -> Void = { end in
    tcsetattr(STDIN_FILENO, TCSANOW, &Passwords.shownAgain)
    signal(end, SIG_DFL)
    raise(end)
  }

  /// Shows again what is typed while the program is stopped (Ctrl-Z). Where nobody could continue it, and the system
  /// therefore does not stop it, it ends as at Ctrl-C.
  private static let stop: @convention(c) (Int32) -> Void = { number in
    tcsetattr(STDIN_FILENO, TCSANOW, &Passwords.shownAgain)
    Passwords.wentOn = false
    signal(number, SIG_DFL)
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, number)
    pthread_sigmask(SIG_UNBLOCK, &only, nil)
    raise(number)
    signal(number, Passwords.stop)
    if !Passwords.wentOn {
      signal(SIGINT, SIG_DFL)
      raise(SIGINT)
    }
  }

  /// Gone on with, it hides the answer and asks again.
  private static let goOn: @convention(c) (Int32) -> Void = { _ in
    Passwords.wentOn = true
    tcsetattr(STDIN_FILENO, TCSANOW, &Passwords.silenced)
    if let asked { write(STDERR_FILENO, asked, strlen(asked)) }
  }
}
