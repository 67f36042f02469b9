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
    try FileOutput.check(out)
    let letter = try StoreAccess.withStore { () throws(StoreError) in
      try store.letter(model, authority: authority, on: day, language: OutputLanguage.language)
    }
    try FileOutput.write(Array((html ? letter.html : letter.text).utf8), to: out)
  }
}
