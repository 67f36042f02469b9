internal import ArgumentParser
internal import Casework
internal import Console
internal import ConsoleHost
internal import ScoringCore
internal import StrictJSON

/// `tidu show CASE`: one case whole, for the archive or a program.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: localized("显示一件的全部", "Show a case whole"),
    discussion: localized(
      "测算结果、状态与审核时限、申报的与核实的事实、疑点、材料、文书和经过，每条记录的各栏不作删节。\n--format json 给出同样的内容，另有按申报值的结果、事件数和每个事件的原文。",
      "The verdict, state and review clock, facts as declared and as verified, what was noticed, documents, letters, and what happened, each event with every field, nothing cut.\n--format json has the same, with the result by declared values, the number of events and each event as written."
    ))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(
      localized("申报文件，或档案库中申报件的编号", "An application file, or a case of the store by its id"), valueName: "case"),
    completion: .file())
  var name: String

  func run() throws {
    var argument = try CaseArgument(name, common)
    if let store = argument.store, let file = argument.file {
      let opener = CaseOpener(store: store, today: StoreAccess.today)
      if let erased = opener.finishErasing(file) { Output.printError(shown(erased(OutputLanguage.language))) }
      argument.opened = opener.whole(file)
    }
    let findings = argument.findings()
    do throws(EditionError) {
      switch common.format(whenPiped: .text) {
      case .text: Output.line(try ShowText(argument, findings).lines.joined(separator: "\n"))
      case .json: Output.write(try ShowJSON(argument, findings).bytes)
      }
    } catch {
      throw error.complaint
    }
    try CaseArgument.leave(argument.unread)
  }
}
