internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Foundation
internal import ScoringCore

/// Where a letter goes, and as what.
struct LetterOutput: ParsableArguments {
  @Flag(help: ArgumentHelp(localized("可打印的网页（A4），省略为文本", "A page to print (A4); text where left out")))
  var html = false

  @Option(
    help: ArgumentHelp(localized("写到文件，省略为标准输出", "Write to a file; standard output where left out"), valueName: "file"))
  var out: String?

  /// Makes a letter by the office's template and writes it.
  func write(_ model: LetterModel, authority: String, in store: Store, on day: Day) throws {
    let letter = try StoreAccess.withStore { () throws(StoreError) in
      try store.letter(model, authority: authority, on: day, language: OutputLanguage.language)
    }
    try FileOutput.write(Array((html ? letter.html : letter.text).utf8), to: out)
  }
}

/// A file that is written whole or not at all.
enum FileOutput {
  /// - Parameter path: `nil` or `-` is standard output.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else { return Output.write(bytes) }
    let target = URL(fileURLWithPath: path)
    let part = target.deletingLastPathComponent().appendingPathComponent(
      ".\(target.lastPathComponent).\(UUID().uuidString.prefix(8)).part")
    do {
      try Data(bytes).write(to: part, options: .withoutOverwriting)
      guard rename(part.path, target.path) == 0 else {
        throw CocoaError(.fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: String(cString: strerror(errno))])
      }
    } catch {
      try? FileManager.default.removeItem(at: part)
      throw CommandError(
        .badInput,
        localized(
          "不能写入 \(shown(path))：\(error.localizedDescription)",
          "cannot write \(shown(path)): \(error.localizedDescription)"))
    }
  }
}
