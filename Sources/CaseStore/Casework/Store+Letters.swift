package import Casework
package import ScoringCore

extension Store {
  /// Makes a letter by the template the office has in force on a day, or the program's own.
  package func letter(
    _ model: LetterModel, authority: String, on day: Day, language: Language
  ) throws(StoreError) -> WrittenLetter {
    let (own, builtIn) = try templates(authority, on: day)
    guard let template = own?[model.code, language] ?? builtIn[model.code, language] else {
      throw StoreError(.settings, model.code.rawValue, Phrase("没有这种文书的模板", "there is no template of this letter"))
    }
    let list = try model.rows[LetterPlaceholder.cases.rawValue].map { rows throws(StoreError) in
      try layout(.publicList, own, builtIn).laidOut(rows, language)
    }
    return WrittenLetter(template.text(model, language), list)
  }

  /// The layout of a list or form that the office has in force on a day, or the program's own.
  package func layout(_ code: ListLayout.Code, authority: String, on day: Day) throws(StoreError) -> ListLayout {
    let (own, builtIn) = try templates(authority, on: day)
    return try layout(code, own, builtIn)
  }

  private func layout(
    _ code: ListLayout.Code, _ own: LetterTemplates?, _ builtIn: LetterTemplates
  ) throws(StoreError) -> ListLayout {
    guard let layout = own?[code] ?? builtIn[code] else {
      throw StoreError(.settings, code.rawValue, Phrase("没有这种版式", "there is no such layout"))
    }
    return layout
  }

  private func templates(_ authority: String, on day: Day) throws(StoreError) -> (LetterTemplates?, LetterTemplates) {
    guard let builtIn = LetterTemplates.builtIn else {
      throw StoreError(.settings, "letters", Phrase("程序自带的文书模板有误", "The program's own letter templates are invalid"))
    }
    guard let bytes = try letters(authority, on: day) else { return (nil, builtIn) }
    return (try LetterTemplates(String(decoding: bytes, as: UTF8.self), file: "letters \(authority)"), builtIn)
  }
}
