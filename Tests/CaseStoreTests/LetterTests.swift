import Casework
import ScoringCore
import Testing

@testable import CaseStore

@Suite struct LetterTests {
  private func model(_ code: LetterModel.Code, name: String = "示例甲") -> LetterModel {
    LetterModel(
      code: code, values: ["enterprise": Phrase(name, name), "due": Phrase("2026年4月20日", "2026-04-20")],
      rows: [
        "reasons": [
          ["index": Phrase("1", "1"), "code": Phrase("缺", "missing"), "text": Phrase("请补", "supply it")],
          ["index": Phrase("2", "2"), "code": Phrase("过期", "expired"), "text": Phrase("请换", "replace it")],
        ]
      ])
  }

  @Test(arguments: LetterModel.Code.allCases)
  func `Every letter has a template of the program's own, in both languages`(code: LetterModel.Code) throws {
    let templates = try LetterTemplates(BuiltInLetters.yaml, file: "built-in")
    for language in Language.allCases {
      let text = try #require(templates[code, language]).text(model(code), language)
      #expect(!text.contains("{{"))
      #expect(text.contains("\n"))
    }
  }

  @Test func `A return lists its reasons and the due day`() throws {
    let text = try #require(LetterTemplates(BuiltInLetters.yaml, file: "b")[.return, .zh]).text(model(.return), .zh)
    #expect(text.contains("1. 缺。请补\n2. 过期。请换\n"))
    #expect(text.contains("请在2026年4月20日以前（含当日"))
  }

  @Test
  func `A name with controls or lines of its own cannot disturb the letter; the officer's words keep their lines`()
    throws
  {
    let template = try LetterTemplate("{{enterprise}}{{#reasons}}{{text}}{{/reasons}}", file: "t")
    var model = model(.return, name: "<b>\u{1B}[31m&\n\u{202E}甲\u{1}")
    model.rows["reasons"] = [["text": Phrase("一\r\n\n二\u{1B}", "")]]
    #expect(template.text(model, .zh) == "<b> [31m& 甲 一\n   二 ")
  }

  @Test(arguments: [
    ("  nolist: {title: {zh: a, en: b}}", "t:2: there is no layout nolist"),
    ("  public-list:\n    title: {zh: a, en: b}", "t:3: it lacks columns"),
    ("  public-list:\n    columns: [{zh: a, en: b}]", "t:3: it lacks a title"),
    ("  public-list:\n    columns:\n      - {zh: a}", "t:4: it lacks zh or en"),
    ("  public-list:\n    columns:\n      - {zh: a, en: b, field: opinion}", "t:4: public-list has no field opinion"),
    ("  public-list:\n    width: 3", "t:3: a layout has no width"),
  ])
  func `A wrong layout is refused with its line`(layout: String, message: String) {
    let error = #expect(throws: StoreError.self) { _ = try LetterTemplates("layouts:\n" + layout, file: "t") }
    #expect(error?.message.en.hasPrefix(message) == true, "\(error?.message.en ?? "")")
  }

  @Test(arguments: [
    ("return:\n  zh: |\n    a\n    {{nmae}}\n  en: x\n", "t:4: there is no placeholder nmae"),
    ("return:\n  zh: |\n    {{#reasons}}\n  en: x\n", "t:3: {{#reasons}} is not closed"),
    ("return:\n  zh: a\n", "t:1: return lacks en"), ("letter:\n  zh: a\n  en: b\n", "t:1: there is no letter letter"),
  ])
  func `A wrong template is refused with its line`(yaml: String, message: String) {
    let error = #expect(throws: StoreError.self) { _ = try LetterTemplates(yaml, file: "t") }
    #expect(error?.message.en == message)
  }
}

/// The sample of a template is what an office begins from.
@Suite struct LetterSampleTests {
  @Test(arguments: LetterSample.codes)
  func `A sample put in force prints what the program's own prints`(code: String) throws {
    let sample = try #require(LetterSample.yaml(code))
    let own = try LetterTemplates(sample, file: "sample")
    let builtIn = try #require(LetterTemplates.builtIn)
    if let code = LetterModel.Code(rawValue: code) {
      let model = LetterModel(
        code: code,
        values: Dictionary(
          uniqueKeysWithValues: LetterPlaceholder.allCases.map { ($0.rawValue, Phrase.plain($0.rawValue)) }),
        rows: ["reasons": [["text": .plain("t")]], "cases": [["enterprise": .plain("e")]]])
      for language in Language.allCases {
        #expect(
          try #require(own[code, language]).text(model, language) == builtIn[code, language]?.text(model, language))
      }
    } else {
      let layout = try #require(ListLayout.Code(rawValue: code))
      #expect(own[layout] != nil && own[layout] == builtIn[layout])
    }
  }

  @Test func `There is no sample of what there is not`() {
    for code in ["", "zh", "title", "layouts", "return:", "none"] {
      #expect(LetterSample.yaml(code) == nil, "\(code)")
    }
  }
}
