internal import ArgumentParser
internal import ScoringCore

/// `tidu overlay`: a province's own rules as a file that an office writes, proves and then adopts.
struct OverlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlay",
    abstract: localized("地方细则文件", "A province's own rules, as a file"),
    discussion: localized(
      "new 写出一份带注释、从程序所收内容开始的文件；改好后 check；再用 tidu settings propose 提出，由另一人批准生效。",
      "new writes a commented file that begins with all the program has; check proves it; then propose it with tidu settings propose, and another officer approves it."
    ),
    subcommands: [New.self, Check.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: localized("写出一份细则文件的开头", "Write the beginning of an overlay file"))

    @OptionGroup var common: CommonOptions

    @Argument(
      help: ArgumentHelp(
        localized(
          "主管部门代码，tidu rules codes authorities 列出", "Key of the authority; tidu rules codes authorities lists them"),
        valueName: "authority"), completion: .list(Authorities.shared.all.map(\.key)))
    var authority: String

    @Option(
      help: ArgumentHelp(
        localized("写到文件，省略为标准输出", "Write to a file; standard output where left out"), valueName: "file"))
    var out: String?

    func run() throws {
      guard let authority = Authorities.shared[authority] else {
        throw CommandError(
          .badInput,
          localized(
            "没有代码为 \(shown(self.authority)) 的主管部门；tidu rules codes authorities 列出全部",
            "no authority has the key \(shown(self.authority)); tidu rules codes authorities lists them"))
      }
      try FileOutput.check(out)
      let text = OverlayTemplate(authority: authority, language: OutputLanguage.language).text
      try FileOutput.write(Array(text.utf8), to: out)
    }
  }
}
