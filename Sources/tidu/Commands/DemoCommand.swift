internal import ArgumentParser
internal import Console
internal import ConsoleHost
internal import Foundation

/// `tidu demo`: the console on a built-in store, with a guided tour.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: localized("打开演示", "Open the demonstration"),
    discussion: localized(
      "在临时文件夹里建立一个演示档案库并打开控制台；没有终端时打印总览、一个队列和一件解释，然后结束。",
      "Founds a store in a temporary folder and opens the console on it; without a terminal it prints the overview, a queue and one explained case, and ends."
    ))

  @OptionGroup var common: CommonOptions

  @Flag(help: ArgumentHelp(localized("不要导览", "Without the tour")))
  var noTour = false

  @Flag(help: ArgumentHelp(localized("导览自动播放", "The tour plays by itself")))
  var auto = false

  @Option(
    help: ArgumentHelp(
      localized("导览停顿的长短，100 为平常", "Length of the tour's pauses; 100 is the usual"), valueName: "percent"))
  var pace = 100

  func validate() throws {
    guard common.store == nil else {
      throw ValidationError(
        localized(
          "演示有自己的档案库，不能加 --store；打开别的档案库用 tidu --store 文件夹",
          "the demonstration has a store of its own and takes no --store; tidu --store DIR opens another"))
    }
    guard (0...1_000).contains(pace) else {
      throw ValidationError(localized("--pace 应在 0 到 1000 之间", "--pace is 0 to 1000"))
    }
  }

  @MainActor
  func run() async throws {
    setenv("TIDU_TODAY", DemoStore.today, 0)
    StoreAccess.setClock(isTrial: true)
    let isWatched = StandardStreams.outputIsTerminal && StandardStreams.inputIsTerminal
    let demo = try isWatched ? Self.prepared() : DemoStore()
    defer { demo.remove() }
    // Whoever is named for another store is nobody here.
    let officer = StoreAccess.officer(common).flatMap { DemoOffice.has($0) ? $0 : nil } ?? DemoStore.visitor
    guard common.plain || isWatched else {
      var print = DemoPrint(
        EffectRunner(demo.store, OutputLanguage.language, StoreAccess.environment, officer: officer),
        OutputLanguage.language)
      return print.run()
    }
    let script = demo.walked.map { TourStep.script($0, OutputLanguage.language) } ?? TourStep.script()
    await Host.run(
      .init(
        store: demo.store, language: OutputLanguage.language, isPlain: common.plain, wantsColour: !common.noColor,
        officer: officer, secret: Passwords.secret, tour: noTour ? nil : Tour(script, isAuto: auto, pace: pace),
        isPassing: true
      ) { demo.papers.write($0, in: demo.store) })
  }

  /// The demonstration; meanwhile whoever waits is told so, and what is typed neither shows nor counts.
  private static func prepared() throws -> DemoStore {
    let words = localized("正在准备演示……", "Preparing the demonstration …")
    return try Passwords.hidden(words) { try DemoStore() } ?? DemoStore()
  }
}
