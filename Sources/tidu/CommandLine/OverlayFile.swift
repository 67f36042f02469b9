internal import ScoringCore

/// An overlay file read and proved.
enum OverlayFile {
  static func read(_ name: String) throws(CommandError) -> (overlay: Overlay, bytes: [UInt8]) {
    let bytes = try InputFile.contents(name)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandError(.badInput, localized("\(shown(name)) 不是 UTF-8 文本", "\(shown(name)) is not UTF-8 text"))
    }
    do throws(RuleErrors) {
      return (try Overlay.load(text: text, file: name), bytes)
    } catch {
      throw CommandError(
        .badInput, error.errors.map { shown($0.description(OutputLanguage.language)) }.joined(separator: "\n"))
    }
  }
}
