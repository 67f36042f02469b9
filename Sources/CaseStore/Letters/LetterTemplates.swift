import Casework
import ScoringCore
import Yams

/// The templates and layouts of a letters file: a mapping of letter codes to a text in each language, and `layouts`.
struct LetterTemplates: Sendable {
  private var templates: [String: LetterTemplate] = [:]
  private var layouts: [ListLayout.Code: ListLayout] = [:]

  /// The program's own.
  static let builtIn = try? LetterTemplates(BuiltInLetters.yaml + "\n" + BuiltInLayouts.yaml, file: "letters")

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
      if code == "layouts" {
        layouts = try LayoutReading(file: file).layouts(texts)
        continue
      }
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

  subscript(code: ListLayout.Code) -> ListLayout? { layouts[code] }
}
