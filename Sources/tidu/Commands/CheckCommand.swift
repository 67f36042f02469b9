internal import ArgumentParser
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// `tidu check FILE…`: is each file an application that can be read? Status 3 if any is not.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: localized("检查申报文件", "Check application files"),
    discussion: localized(
      "逐个文件说明是否合格；不合格的指出错误、位置（行、列、路径）和改法。\n有一个不合格时退出状态为 3。",
      "Says of each file whether it is in order, and if not what is wrong, where (line, column, path) and what to do.\nLeaves with 3 if any is not."
    ))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(localized("申报文件；- 为标准输入", "Application files; - is standard input"), valueName: "file"),
    completion: .file())
  var files: [String]

  func validate() throws { try StandardInput.once(in: files) }

  func run() throws {
    let format = common.format(whenPiped: .json)
    let reader = ApplicationReader(standard: Standard.shared)
    var allGood = true
    var writer = JSONWriter()
    func report(_ line: CheckLine) {
      allGood = allGood && line.errors.isEmpty
      if format == .json {
        line.write(to: &writer, in: OutputLanguage.language)
        Output.write(writer.bytes)
        writer.removeAll()
      } else {
        Output.line(line.text(in: OutputLanguage.language))
      }
    }
    for name in files {
      let file: InputFile
      do throws(CommandError) {
        file = try InputFile(name)
      } catch {
        Output.printError(error.sentence)
        allGood = false
        if format == .json {
          error.write(to: &writer, file: name)
          Output.write(writer.bytes)
          writer.removeAll()
        }
        continue
      }
      defer { withExtendedLifetime(file) {} }
      guard file.isLines else {
        report(CheckLine(file: name, errors: Self.errors(in: file.bytes, reader)))
        continue
      }
      for (index, line) in JSONLines(file.bytes).enumerated() where !line.isEmpty {
        report(CheckLine(file: name, linesBefore: index, errors: Self.errors(in: line, reader)))
      }
    }
    if !allGood { throw Status.badInput.code }
  }

  private static func errors(
    in bytes: UnsafeRawBufferPointer, _ reader: ApplicationReader
  ) -> [ApplicationError] {
    do throws(ApplicationErrors) {
      _ = try reader.read(bytes)
      return []
    } catch {
      return error.errors
    }
  }
}
