internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

/// Which document is meant: by authority and sort.
struct SettingsName: ParsableArguments {
  @Argument(help: ArgumentHelp(localized("机关代码，如 370000", "Authority code, e.g. 370000"), valueName: "authority"))
  var authority: String

  @Argument(
    help: ArgumentHelp(
      localized("哪一种", "Which sort"), valueName: SettingsSort.allCases.map(\.rawValue).joined(separator: "|")))
  var what: SettingsSort

  @Option(help: ArgumentHelp(localized("有几份时，自哪一天起的", "Of several, the one from this day"), valueName: "day"))
  var from: Day?
}

extension SettingsCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: localized("列出现行的全部内容", "List all that is in force"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var name: SettingsName

    func run() throws {
      try SettingsCommand.check(name.authority)
      let (store, day) = (try StoreAccess.open(common), name.from ?? StoreAccess.today)
      let document = try StoreAccess.withStore { () throws(StoreError) in
        try store.settingsDocument(name.what.rawValue, authority: name.authority, on: day)
      }
      try SettingsCommand.tell(document, changes: false, in: common.format(whenPiped: .text))
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: localized("列出等待批准的、或一个文件与现行的不同", "List what a proposal, or a file, changes"),
      discussion: localized("给出文件时看文件，否则看等待批准的那一份。", "Of the file where one is named, else of the proposal that waits.")
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var name: SettingsName

    @Argument(help: ArgumentHelp(localized("文件", "A file"), valueName: "file"), completion: .file())
    var file: String?

    func run() throws {
      try SettingsCommand.check(name.authority)
      let (store, today) = (try StoreAccess.open(common), StoreAccess.today)
      let document: SettingsDocument?
      if let file {
        let bytes = try InputFile.contents(file)
        document = try StoreAccess.withStore { () throws(StoreError) in
          try store.settingsDraft(
            name.what.rawValue, bytes, authority: name.authority, from: name.from ?? today, today: today)
        }
      } else {
        let names = RegistryNames(try StoreAccess.withStore { () throws(StoreError) in try store.officers() })
        let event = try names.waitingSettings(name.authority, name.what.rawValue, from: name.from)
        document = try StoreAccess.withStore { () throws(StoreError) in
          try store.settingsDocument(of: event, today: today)
        }
      }
      guard let document else { return }
      try SettingsCommand.tell(document, changes: true, in: common.format(whenPiped: .text))
    }
  }

  struct Propose: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "propose", abstract: localized("提出一份新的", "Propose a new one"),
      discussion: localized(
        "文件写错的指出行列，不提出。--dry-run 只检查并列出改变什么。",
        "A file that is wrong is refused with line and column. --dry-run only checks it and lists what it changes."))

    @OptionGroup var options: RegistryOptions
    @OptionGroup var name: SettingsName

    @Argument(help: ArgumentHelp(localized("文件", "The file"), valueName: "file"), completion: .file())
    var file: String

    func run() throws {
      var run = try RegistryRun(options)
      let bytes = try InputFile.contents(file)
      let sha = Store.hash(of: bytes)
      var fields: [JSONValue.Member] = [
        .init("authority", .string(name.authority)), .init("file", .string(sha)),
        .init("what", .string(name.what.rawValue)),
      ]
      if let from = name.from { fields.append(.init("from", .string(from.description))) }
      run.act(.settings, .object(fields), files: [sha: bytes])
      try run.leave()
    }
  }

  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve", abstract: localized("批准等待的一份", "Approve the one that waits"),
      discussion: localized("先列出它改变什么；--dry-run 只列出。", "Lists first what it changes; --dry-run lists only."))

    @OptionGroup var options: RegistryOptions
    @OptionGroup var name: SettingsName

    func run() throws {
      try SettingsCommand.check(name.authority)
      var run = try RegistryRun(options)
      run.approve([try run.names.waitingSettings(name.authority, name.what.rawValue, from: name.from)])
      try run.leave()
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw", abstract: localized("撤回自己提出的一份，或不同意别人的", "Take back a proposal, or decline another's"))

    @OptionGroup var options: RegistryOptions
    @OptionGroup var name: SettingsName

    func run() throws {
      try SettingsCommand.check(name.authority)
      var run = try RegistryRun(options)
      try run.withdraw([run.names.waitingSettings(name.authority, name.what.rawValue, from: name.from)])
      try run.leave()
    }
  }
}
