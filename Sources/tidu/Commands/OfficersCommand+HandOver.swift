internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

extension OfficersCommand {
  struct HandOver: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "handover", abstract: localized("移交一名人员手上的申报件", "Hand over the cases of an officer"),
      discussion: localized(
        "把他手上没有办结的申报件逐件分给 --to 指明的人；列出编号的只移交那些。离任前后都可以。",
        "Assigns his open cases one by one to the officer that --to names; with ids only those. Before he leaves or after."
      ))

    @OptionGroup var options: RegistryOptions

    @Option(help: ArgumentHelp(localized("分给谁，编号或姓名", "To whom, id or name"), valueName: "officer"))
    var to: String

    @Argument(help: ArgumentHelp(localized("谁的，编号或姓名", "Whose, id or name"), valueName: "officer"))
    var from: String

    @Argument(help: ArgumentHelp(localized("只移交这些", "Only these"), valueName: "case"))
    var cases: [String] = []

    func run() throws {
      var run = try RegistryRun(options)
      let (from, to) = (try run.names.officer(from), try run.names.officer(to))
      let (held, changes) = try run.cases(of: from)
      let folders = FolderResolver(run.store)
      let chosen = cases.isEmpty ? held : try cases.map { try folders.key($0) }
      if let other = chosen.first(where: { !held.contains($0) }) {
        throw CommandError(
          .badInput,
          localized("\(shown(other.id)) 不在 \(shown(from)) 手上", "\(shown(other.id)) is not assigned to \(shown(from))"))
      }
      for sentence in changes.sentences { Output.printError(shown(sentence(OutputLanguage.language))) }
      guard !chosen.isEmpty else {
        Output.printError(
          localized("\(shown(from)) 手上没有在办的申报件", "\(shown(from)) has no open case"))
        return
      }
      for key in chosen.sorted() { run.act(ActRequest(key.path, .assign, ["to": .string(to)])) }
      try run.leave()
      if !changes.isWhole { throw Status.storeTrouble.code }
    }
  }
}
