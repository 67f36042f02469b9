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

  /// Help and versions go to standard output; a usage error goes to standard error and leaves with 2.
  private static func leave(with error: any Error) -> Never {
    let code = Tidu.exitCode(for: error)
    let text = ParserWords.render(Tidu.fullMessage(for: error, columns: Output.columns), in: OutputLanguage.language)
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
