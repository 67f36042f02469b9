internal import ArgumentParser
internal import Foundation
internal import ScoringCore

/// How results are written.
enum OutputFormat: String {
  case text, json
}

/// What `--format` takes. The options of a command and of the program are one, so that it is here for all.
enum NamedFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
  /// A table, of the commands that say so.
  case csv

  static var allValueStrings: [String] { [text.rawValue, json.rawValue] }
}

/// A command that writes tables as well.
protocol WritesTables {}

extension CommonOptions {
  /// Refuses a table of a command that has none, before it does anything.
  static func check(_ command: any ParsableCommand) throws {
    guard !(command is any WritesTables),
      let common = Mirror(reflecting: command).descendant("_common") as? OptionGroup<CommonOptions>,
      common.wrappedValue.format == .csv
    else { return }
    throw ValidationError(
      localized("这个命令没有 csv：--format 可取 text 和 json", "this command has no csv: --format is text or json"))
  }
}

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized("档案库，省略时取 $TIDU_STORE", "Store folder; $TIDU_STORE where it is left out"), valueName: "dir"),
    completion: .directory)
  var store: String?

  @Option(
    help: ArgumentHelp(
      localized(
        "以哪位人员的名义，省略时取 $TIDU_OFFICER，再则本机唯一的一位", "As which officer; else $TIDU_OFFICER, else the only one here"),
      valueName: "id"))
  var officer: String?

  @Option(help: ArgumentHelp(localized("语言：zh 或 en", "Language: zh or en"), valueName: "zh|en"))
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      localized("输出：text 供人阅读，json 供程序读取（一行一个对象）", "Output: text for people, json for programs (an object a line)"),
      valueName: "text|json"))
  var format: NamedFormat?

  @Flag(help: ArgumentHelp(localized("逐行模式，不占用整个屏幕", "Line by line, without taking the screen")))
  var plain = false

  @Flag(help: ArgumentHelp(localized("不用颜色", "No colour")))
  var noColor = false

  /// The folder that was named, by option or environment.
  var storePath: String? {
    if let store { return store }
    let named = ProcessInfo.processInfo.environment["TIDU_STORE"] ?? ""
    return named.isEmpty ? nil : named
  }

  /// `text` for a person, `json` where nobody looks, unless `--format` says which.
  func format(whenPiped piped: OutputFormat) -> OutputFormat {
    format.flatMap { OutputFormat(rawValue: $0.rawValue) } ?? (StandardStreams.outputIsTerminal ? .text : piped)
  }
}

/// Where the standard streams lead.
enum StandardStreams {
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let errorIsTerminal = isatty(STDERR_FILENO) == 1
  static let inputIsTerminal = isatty(STDIN_FILENO) == 1

  /// Takes the place of standard streams that the caller closed, so that no file of a store is opened in it and written
  /// over: reading or writing there fails as it did.
  static func holdPlaces() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }
}
