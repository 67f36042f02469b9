package import Casework
package import ScoringCore

extension Store {
  /// Makes a letter by the template the office has in force on a day, or the program's own.
  package func letter(
    _ model: LetterModel, authority: String, on day: Day, language: Language
  ) throws(StoreError) -> Letter {
    if let bytes = try letters(authority, on: day) {
      let own = try LetterTemplates(String(decoding: bytes, as: UTF8.self), file: "letters \(authority)")
      if let template = own[model.code, language] { return Letter(text: template.text(model, language)) }
    }
    let builtIn = try LetterTemplates(BuiltInLetters.yaml, file: "letters")
    guard let template = builtIn[model.code, language] else {
      throw StoreError(.settings, model.code.rawValue, Phrase("没有这种文书的模板", "there is no template of this letter"))
    }
    return Letter(text: template.text(model, language))
  }
}
