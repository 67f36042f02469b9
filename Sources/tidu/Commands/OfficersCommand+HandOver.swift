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
      let (held, isWhole) = try run.held(by: from)
      let folders = FolderResolver(run.store)
      let chosen = cases.isEmpty ? held : try cases.map { try folders.key($0) }
      if let other = chosen.first(where: { !held.contains($0) }) {
        throw CommandError(
          .badInput,
          localized("\(shown(other.id)) 不在 \(shown(from)) 手上", "\(shown(other.id)) is not assigned to \(shown(from))"))
      }
      guard !chosen.isEmpty else {
        Output.printError(
          localized("\(shown(from)) 手上没有在办的申报件", "\(shown(from)) has no open case"))
        return
      }
      for request in ActRequest.handingOver(chosen, to: to) { run.act(request) }
      try run.leave()
      if !isWhole { throw Status.storeTrouble.code }
    }
  }
  struct Lost: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lost", abstract: localized("设备丢失或被盗：终止它的密钥", "A device was lost or stolen: end its key"),
      discussion: localized(
        "一次办完：终止这台设备的密钥；写了 --to 的，把他手上没有办结的申报件移交给那人。这里已有的办理照旧算数；这里还没有见过、以后才带来的：丢失的待主管补签，被盗的（--stolen）不算数。本人也可以在另一台电脑上为自己办理。\n他有几台设备的写明是哪台，tidu officers 列出设备。\n例：\n  tidu officers lost 审核员乙 笔记本\n  tidu officers lost 审核员乙 笔记本 --stolen --to 审核员丙",
        "All at once: the key of this device ends, and with --to the officer's open cases go to that one. What is here already stands; what turns up later from it waits for a supervisor to countersign, or has no effect where it was stolen (--stolen). An officer can do it for himself at another computer.\nOf several devices say which; tidu officers lists them.\nExamples:\n  tidu officers lost 'Reviewer B' laptop\n  tidu officers lost 'Reviewer B' laptop --stolen --to 'Reviewer C'"
      ))

    @OptionGroup var options: RegistryOptions

    @Flag(help: ArgumentHelp(localized("是被盗，或别人可能在用", "It was stolen, or somebody else may use it")))
    var stolen = false

    @Option(
      help: ArgumentHelp(localized("申报件移交给谁，编号或姓名", "To whom the cases go, id or name"), valueName: "officer"))
    var to: String?

    @Argument(help: ArgumentHelp(localized("谁的，编号或姓名", "Whose, id or name"), valueName: "officer"))
    var officer: String

    @Argument(
      help: ArgumentHelp(localized("哪台设备，只有一台时可省", "Which device; not where there is one"), valueName: "device"))
    var device: String?

    func run() throws {
      var run = try RegistryRun(options)
      let id = try run.names.officer(officer)
      let key = try run.names.key(of: id, device: device)
      let heir = try to.map { try run.names.officer($0) }
      let (held, isWhole) = heir == nil ? ([], true) : try run.held(by: id)
      let acts = ActRequest.losing(key, isStolen: stolen, handing: held, to: heir)
      for (place, request) in acts.enumerated() {
        run.act(request)
        // While the key is in force nothing is handed over.
        if place == 0, !run.isDone { try run.leave() }
      }
      if heir != nil, held.isEmpty {
        Output.printError(localized("\(shown(id)) 手上没有在办的申报件", "\(shown(id)) has no open case"))
      }
      try run.leave()
      if !options.dryRun { Output.printError(LostDevice.later(isStolen: stolen)(OutputLanguage.language)) }
      if !isWhole { throw Status.storeTrouble.code }
    }
  }
}

extension RegistryRun {
  /// Open cases that an officer has, and whether all could be looked at; what could not is told.
  func held(by officer: String) throws -> (cases: [CaseKey], isWhole: Bool) {
    let standard = try StoreAccess.standard(of: store)
    let store = store
    let changes = try StoreAccess.withStore { () throws(StoreError) in try store.refresh(standard) }
    for sentence in changes.sentences { Output.printError(shown(sentence(OutputLanguage.language))) }
    let held = store.loadSummaries(standard).filter { $0.assignee == officer && $0.state.isOpen }.map(\.key)
    return (held, changes.isWhole)
  }
}
