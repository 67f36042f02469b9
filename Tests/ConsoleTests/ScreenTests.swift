import Casework
import ScoringCore
import Testing

@testable import Console

@Suite struct Screens {
  static let sizes = [Size(80, 24), Size(120, 40), Size(200, 60)]

  @Test(arguments: sizes, Language.allCases) func `Overview`(size: Size, language: Language) throws {
    var model = Builder.model(size, language, rows: Builder.rows(3214))
    _ = model.update(
      .news([
        News(Phrase("新收 18 件", "18 new cases"), cases: [Builder.row(1).key]),
        News(Phrase("补正回来 4 件", "4 corrections came back"), cases: [Builder.row(3).key]),
      ]))
    try expectScreen(model.view(), "overview-\(size.columns)-\(language)")
  }

  @Test(arguments: sizes, Language.allCases) func `Queue`(size: Size, language: Language) throws {
    var model = Builder.model(size, language)
    model.type(.enter)
    try expectScreen(model.view(), "queue-\(size.columns)-\(language)")
  }

  @Test(arguments: [120, 200], Language.allCases)
  func `the preview shows what decides once the case is read`(width: Int, language: Language) throws {
    var rows = Builder.rows(20)
    let deciding = CaseFixtures.application(verified: false).deciding
    rows[1].deciding = deciding.map(\.id)
    var model = Builder.model(Size(width, 30), language, rows: [rows[1]])
    model.type("/")
    var queue = try #require(model.screens.last as? QueueScreen)
    queue.filterBefore = nil
    queue.previews[rows[1].key] = PreviewFacts(
      deciding: deciding,
      findings: [Phrase("研发费用一年增 3.4 倍", "R&D expense grew 3.4 times in a year")])
    model.screens[1] = queue
    try expectScreen(model.view(), "preview-\(width)-\(language)")
  }

  @Test(arguments: Language.allCases) func `an empty store says what to do`(language: Language) throws {
    var model = Builder.model(Size(80, 24), language, rows: [])
    try expectScreen(model.view(), "overview-empty-\(language)")
    model.type(.enter)
    try expectScreen(model.view(), "queue-empty-\(language)")
  }

  @Test func `all authorities side by side`() throws {
    let keys = ["370000", "440000", "320000", "330000", "510000"]
    let rows = (0..<200).map { Builder.row($0, authority: keys[$0 % 5]) }
    var model = Builder.model(Size(120, 40), .zh, rows: rows, authority: nil)
    try expectScreen(model.view(), "overview-all")
    model.type("/")
    try expectScreen(model.view(), "queue-all")
  }

  @Test func `hostile and endless names disturb nothing`() throws {
    var rows = Builder.rows(6)
    rows[0].name = "坏\u{1b}[31m名\u{202e}字\u{200b}公司\u{7}"
    rows[1].name = String(repeating: "很长的名字", count: 200_000)
    rows[2].name = String(repeating: "\u{301}", count: 100_000)
    rows[3].name = ""
    rows[4].name = "①“引号”…·公司—é́́́́́́"
    var model = Builder.model(Size(80, 24), .zh, rows: rows)
    model.type("/")
    model.type(.enter)
    try expectScreen(model.view(), "queue-hostile")
    var wide = Builder.model(Size(80, 24), .zh, rows: rows, glyphs: .asciiWide)
    wide.type("/")
    wide.type(.enter)
    try expectScreen(wide.view(), "queue-hostile-ascii")
  }

  @Test(arguments: Language.allCases) func `help, palette, menu and dialogs`(language: Language) throws {
    var model = Builder.model(Size(80, 24), language)
    model.type(.enter, .letter("?"))
    try expectScreen(model.view(), "help-\(language)")
    model.type(.escape, .letter(":"))
    model.type("px")
    try expectScreen(model.view(), "palette-\(language)")
    model.type(.escape, .letter("g"))
    try expectScreen(model.view(), "menu-\(language)")
    model.type(.escape, .letter("s"))
    try expectScreen(model.view(), "sort-\(language)")
    model.type(.escape, .letter("/"))
    model.type("tier:x 示例")
    try expectScreen(model.view(), "filter-fault-\(language)")
  }

  @Test func `a window that is too small says so`() throws {
    try expectScreen(Builder.model(Size(59, 16), .zh).view(), "small")
    #expect(Builder.model(Size(1, 1), .zh).view().lines.count == 1)
    #expect(Builder.model(Size(0, 0), .en).view().lines.isEmpty)
  }
}
