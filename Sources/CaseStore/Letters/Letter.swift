import Casework
import ScoringCore
import Yams

/// A letter or list ready to go out: as text, and as a page to print.
package struct Letter: Sendable, Hashable {
  package var text: String

  /// Text as HTML shows it.
  package static func escaped(_ text: String) -> String {
    text.map { (character: Character) -> String in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }

  /// One A4 page of HTML without anything from elsewhere.
  package var html: String {
    return """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8"><style>
      @page { size: A4; margin: 25mm }
      pre { font: 12pt/1.8 "FangSong", "Noto Serif CJK SC", serif; white-space: pre-wrap }
      </style></head><body><pre>\(Self.escaped(text))</pre></body></html>

      """
  }
}

/// The templates of a letters file: a mapping of letter codes to a text in each language.
struct LetterTemplates: Sendable {
  private var templates: [String: LetterTemplate] = [:]

  /// A code may be left out (the program's own text then stands); one that is unknown, or a placeholder that is, is an
  /// error with its line.
  init(_ yaml: String, file: String) throws(StoreError) {
    func wrong(_ line: Int, _ zh: String, _ en: String) -> StoreError {
      StoreError(.settings, file, Phrase("\(file):\(line)：\(zh)", "\(file):\(line): \(en)"))
    }
    let root: Node?
    do {
      root = try compose(yaml: yaml, .basic)
    } catch let error as YamlError {
      throw wrong(error.place?.line ?? 1, "不是合法的 YAML，或有重复的键", "invalid YAML, or a duplicate key")
    } catch { throw wrong(1, "不是 YAML", "not YAML") }
    guard let letters = root?.mapping else { throw wrong(1, "应为各文书代码的映射", "a mapping of letter codes is expected") }
    for (key, texts) in letters {
      let code = key.string ?? ""
      let line = key.mark?.line ?? 1
      guard LetterModel.Code(rawValue: code) != nil else {
        throw wrong(line, "没有文书 \(code)", "there is no letter \(code)")
      }
      for language in Language.allCases {
        guard let node = texts[language.rawValue], let text = node.string else {
          throw wrong(line, "\(code) 缺 \(language.rawValue)", "\(code) lacks \(language.rawValue)")
        }
        // A block's text begins on the line after its mark.
        templates[code + language.rawValue] = try LetterTemplate(
          text, file: file, line: (node.mark?.line ?? line) + (text.contains("\n") ? 1 : 0))
      }
    }
  }

  subscript(code: LetterModel.Code, language: Language) -> LetterTemplate? {
    templates[code.rawValue + language.rawValue]
  }
}
