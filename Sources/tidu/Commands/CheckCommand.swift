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
      "逐个文件说明是否合格；不合格的指出错误、位置（行、列、路径）和改法，合格的列出疑点：两个数和如何核实。\n有一个不合格时退出状态为 3；疑点不改变结果。",
      "Says of each file whether it is in order, and if not what is wrong, where (line, column, path) and what to do; of one that is, what a machine notices: both figures, and what would settle it.\nLeaves with 3 if any is not in order; what is noticed changes nothing."
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
        report(Self.line(name, 0, file.bytes, reader))
        continue
      }
      for (index, line) in JSONLines(file.bytes).enumerated() where !line.isEmpty {
        report(Self.line(name, index, line, reader))
      }
    }
    if !allGood { throw Status.badInput.code }
  }

  private static func line(
    _ name: String, _ linesBefore: Int, _ bytes: UnsafeRawBufferPointer, _ reader: ApplicationReader
  ) -> CheckLine {
    do throws(ApplicationErrors) {
      let findings = Standard.shared.findings(of: try reader.read(bytes))
      return CheckLine(file: name, linesBefore: linesBefore, findings: findings)
    } catch {
      return CheckLine(file: name, linesBefore: linesBefore, errors: error.errors)
    }
  }
}
