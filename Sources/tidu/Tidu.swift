internal import ArgumentParser
internal import ConsoleHost

/// The program: a command, or the console where none is named.
struct Tidu: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidu",
    abstract: localized(
      "梯度：优质中小企业梯度培育评审台", "tidu: a console for the officers who review China's graded SME titles"),
    discussion: localized(
      "不带命令时打开控制台：--store 或 $TIDU_STORE 指定的档案库，都没有则打开演示。",
      "Without a command it opens the console on --store or $TIDU_STORE; with neither, on the demo."),
    version: "tidu 0.1",
    subcommands: [
      CheckCommand.self, ScoreCommand.self, SummaryCommand.self, GenerateCommand.self, InitCommand.self,
      JoinCommand.self, ImportCommand.self, KeysCommand.self, DemoCommand.self, ExplainCommand.self,
      CompareCommand.self,
      RulesCommand.self, OverlayCommand.self, QueueCommand.self, ShowCommand.self, ActCommand.self,
      SampleCommand.self, NoticeCommand.self, TitlesCommand.self, ExportCommand.self, LetterCommand.self,
      VerifyCommand.self, TakeCommand.self, MergeCommand.self, OfficersCommand.self, SettingsCommand.self,
      LogCommand.self,
    ])

  @OptionGroup var common: CommonOptions

  @MainActor
  func run() async throws {
    guard common.storePath != nil else {
      var demo = try DemoCommand.parse([])
      demo.common = common
      return try await demo.run()
    }
    let store = try StoreAccess.open(common)
    await Host.run(
      .init(
        store: store, language: OutputLanguage.language, isPlain: common.plain, wantsColour: !common.noColor,
        officer: StoreAccess.officer(common), secret: Passwords.secret))
  }
}
