internal import ArgumentParser
internal import CaseStore
internal import ScoringCore
internal import StrictJSON

/// `tidu keys`: the keys of this device for a store.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: localized("本机的密钥", "The keys of this device"),
    subcommands: [List.self, Make.self, Protect.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: localized("列出密钥", "List them"))

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try StoreAccess.open(common)
      let keys = try StoreAccess.withStore { () throws(StoreError) in
        guard let own = store.own else { throw store.noPlace }
        return try own.keys()
      }
      for key in keys {
        switch common.format(whenPiped: .text) {
        case .text:
          let guarded = key.isProtected ? localized("有口令", "passphrase") : localized("无口令", "no passphrase")
          Output.line("\(key.officer)  \(key.sign.prefix(16))  \(guarded)  \(key.made)")
        case .json:
          Output.object([
            "officer": .string(key.officer), "sign": .string(key.sign), "seal": .string(key.seal),
            "protected": .bool(key.isProtected), "made": .string(key.made),
          ])
        }
      }
      if keys.isEmpty { Output.printError(localized("本机没有这个档案库的密钥", "this device has no key for this store")) }
    }
  }

  struct Make: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "make", abstract: localized("为一位人员生成本机的密钥", "Make a key of this device for an officer"),
      discussion: localized(
        "打印 tidu act registry key 所需的内容，供脚本使用；人员加入用 tidu join，请求里有核对码。",
        "Prints the fields of tidu act registry key, for scripts; a person joins with tidu join, whose request has a fingerprint to compare."
      ))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(localized("这台电脑叫什么", "What this device is called"), valueName: "name"))
    var device = "desk"

    func run() throws {
      guard let officer = common.officer else {
        throw ValidationError(
          localized("用 --officer 指明是谁的密钥", "Say whose key it is with --officer"))
      }
      let store = try StoreAccess.open(common)
      let passphrase = try StoreAccess.newPassphrase()
      try StoreAccess.withStore { () throws(StoreError) in
        guard let own = store.own else { throw store.noPlace }
        let key = try own.makeKey(officer: officer, passphrase: passphrase, at: StoreAccess.now)
        Output.object([
          "device": .string(device), "officer": .string(officer), "proof": .string(try key.proof(device: device)),
          "seal": .string(key.seal), "sign": .string(key.sign),
        ])
      }
    }
  }

  struct Protect: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "protect", abstract: localized("设置或更换口令", "Set or change the passphrase"),
      discussion: localized(
        "新口令取自 --to-file 指定的文件的第一行，没有则在终端询问。",
        "The new passphrase is the first line of the file --to-file names, else it is asked for at the terminal."))

    @OptionGroup var common: CommonOptions

    @Option(
      help: ArgumentHelp(localized("新口令所在的文件", "File with the new passphrase"), valueName: "file"), completion: .file())
    var toFile: String?

    func run() throws {
      let store = try StoreAccess.open(common)
      let asked = toFile == nil ? try StoreAccess.askNewPassphrase() : nil
      try StoreAccess.withStore { () throws(StoreError) in
        let source = PassphraseSource(file: toFile) { _ in asked }
        guard let passphrase = try source.passphrase(.init("新口令", "New passphrase")) else {
          throw StoreError(
            .passphrase, store.path,
            .init(
              "没有给出新口令，没有改动：在终端输入，或用 --to-file 指定文件",
              "no new passphrase was given, and nothing was changed: type it at a terminal, or name a file with --to-file"
            ))
        }
        guard let own = store.own else { throw store.noPlace }
        try own.setPassphrase(
          officer: StoreAccess.officer(common), from: StoreAccess.passphrase, to: passphrase, at: .now())
      }
      Output.line(localized("口令已设置", "The passphrase is set"))
    }
  }
}
