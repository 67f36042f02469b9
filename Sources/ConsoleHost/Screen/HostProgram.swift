internal import Console
internal import Glibc
internal import ScoringCore

/// Another program that the console starts: what the officer's environment names, or what is usual.
struct HostProgram {
  /// A name that is looked for on the `PATH`, or a path.
  let program: String
  /// What stands before the file's own path.
  let arguments: [String]
  let environment: [String: String]
  /// The environment names it by this, not tidu.
  let variable: String?
  private let naming: Phrase

  /// Lends the terminal to a program with these arguments and this environment: whether it ended well, `nil` where it
  /// could not be started.
  typealias Lend = (_ program: String, _ arguments: [String], _ environment: [String: String]) -> Bool?

  /// The program of the first of these variables that is set; its line holds arguments, blanks between them, and the
  /// path of a program may hold blanks itself.
  ///
  /// - Parameters:
  ///   - usual: what is run where none is set.
  ///   - naming: how to name another, for the sentence that says it cannot be run.
  init(of variables: [String], otherwise usual: String, naming: Phrase, _ environment: [String: String]) {
    variable = variables.first { !(environment[$0] ?? "").allSatisfy(\.isWhitespace) }
    let line = variable.flatMap { environment[$0] } ?? usual
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    let isWhole = line.utf8.first == 0x2F && access(line, X_OK) == 0
    program = isWhole ? line : words.first ?? line
    arguments = isWhole ? [] : Array(words.dropFirst())
    self.naming = naming
    self.environment = environment
  }

  /// Its name as a sentence may hold it.
  var name: String { SafeText.clean(program, limit: 200) }

  /// Runs it on a file, with the terminal.
  func run(on file: String, by lend: Lend) -> Bool? { lend(program, arguments + [file], environment) }

  /// Why it could not be run.
  var notStarted: Phrase {
    guard let variable else { return Phrase("无法运行 \(name)；\(naming.zh)", "\(name) cannot be run; \(naming.en)") }
    return Phrase(
      "\(variable) 指定的 \(name) 不能运行：没有这个程序，或不可执行",
      "\(variable) names \(name), which cannot be run: there is no such program, or it is not executable")
  }
}
