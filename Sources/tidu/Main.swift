internal import ArgumentParser
internal import Foundation

@main
struct Main {
  @MainActor
  static func main() async {
    signal(SIGPIPE, SIG_DFL)
    StandardStreams.holdPlaces()
    do {
      var command = try Tidu.parseAsRoot()
      try CommonOptions.check(command)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      StoreAccess.told()
    } catch {
      guard let complaint = CommandError(error) else { leave(with: error) }
      Output.printError(complaint.sentence)
      StoreAccess.told()
      exit(complaint.status.rawValue)
    }
  }

  /// The parser's message, in which words of the command line stand as they were typed: they are made safe, and what
  /// is in them ends no line.
  private static func safe(_ message: String) -> String {
    let typed = CommandLine.arguments.dropFirst().flatMap { [$0, String($0.drop { $0 != "=" }.dropFirst())] }
    let unsafe = Set(typed).filter { shown($0) != $0 }.sorted { $0.utf8.count > $1.utf8.count }
    return unsafe.reduce(message) { $0.replacing($1, with: shown($1)) }
      .split(separator: "\n", omittingEmptySubsequences: false).map { shown(String($0)) }.joined(separator: "\n")
  }

  /// Help and versions go to standard output; a usage error goes to standard error and leaves with 2.
  private static func leave(with error: any Error) -> Never {
    let code = Tidu.exitCode(for: error)
    let message = safe(Tidu.fullMessage(for: error, columns: Output.columns))
    let text = ParserWords.render(message, in: OutputLanguage.language)
    if code == .success {
      if !text.isEmpty { Output.line(text) }
      exit(0)
    }
    if error is ExitCode {
      StoreAccess.told()
      exit(code.rawValue)
    }
    Output.printError(text)
    exit(Status.usage.rawValue)
  }
}
