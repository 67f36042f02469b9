internal import ArgumentParser
internal import Foundation

/// `tidu demo`: the console on a built-in store, with a guided tour.
struct DemoCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo",
      abstract: say("打开演示", "Open the demonstration"),
      discussion: say(
        "在临时文件夹里建立一个演示档案库并打开控制台；没有终端时打印总览、一个队列和一件解释，然后结束。",
        "Founds a store in a temporary folder and opens the console on it; without a terminal it prints the overview, a queue and one explained case, and ends."
      ))
  }

  @OptionGroup var common: CommonOptions

  @Flag(help: ArgumentHelp(say("不要导览", "Without the tour")))
  var noTour = false

  @MainActor
  func run() async throws {
    setenv("TIDU_TODAY", DemoStore.today, 0)
    let demo = try DemoStore()
    defer { demo.remove() }
    guard common.plain || (Standing.outputIsTerminal && Standing.inputIsTerminal) else {
      var print = DemoPrint(HostDesk(demo.store, HostClock(ProcessInfo.processInfo.environment)), Speech.language)
      return print.run()
    }
    await Host.run(
      .init(store: demo.store, language: Speech.language, isPlain: common.plain, wantsColour: !common.noColor))
  }
}
