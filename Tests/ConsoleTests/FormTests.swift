import ScoringCore
import Testing

@testable import Console

@Suite struct Forms {
  private let reasons = [
    Form.Option("missing", Phrase("缺材料", "document missing")),
    Form.Option("unclear", Phrase("不清楚", "unclear")),
    Form.Option("barred", Phrase("不可用", "barred"), whyNot: Phrase("没有权限", "not permitted")),
  ]

  private func form(_ fields: [Form.Field], _ keys: [Key]) -> (Form, Form.Outcome) {
    var form = Form(fields)
    var outcome = Form.Outcome.editing
    for key in keys { outcome = form.type(key) }
    return (form, outcome)
  }

  private func keys(_ text: String) -> [Key] { text.unicodeScalars.map { .character($0) } }

  @Test func `digits and Space choose, and what is barred says why`() {
    let field = Form.Field("codes", Phrase("理由", "Reasons"), .many(reasons))
    var (form, outcome) = form([field], [.letter("2"), .up, .space, .enter])
    #expect(outcome == .submitted)
    #expect(form.codes("codes") == ["missing", "unclear"])
    (form, outcome) = self.form([field], [.letter("3"), .enter])
    #expect(outcome == .editing)
    #expect(form.codes("codes").isEmpty)
    (form, outcome) = self.form([field], [.letter("３")])
    #expect(form.fields[0].error == Phrase("没有权限", "not permitted"))
  }

  @Test func `what is typed or pasted into a choice is answered, and the Enter after it chooses nothing`() {
    let fields = [
      Form.Field("code", Phrase("理由", "Ground"), .one(reasons)), Form.Field("text", Phrase("", ""), .text(limit: 9)),
    ]
    let typed = form(fields, keys("账册") + [.enter])
    #expect(typed.1 == .editing && typed.0.code("code") == nil && typed.0.focus == 0)
    #expect(typed.0.fields[0].error?.zh.contains("这里是选择") == true)
    var pasted = Form(fields)
    pasted.paste("看账册")
    #expect(pasted.type(.enter) == .editing && pasted.code("code") == nil && pasted.fields[0].error != nil)
    // Looked at again, Enter is an answer.
    #expect(pasted.type(.enter) == .editing && pasted.code("code") == "missing")
  }

  @Test func `a star chooses all that can be chosen, and once more none`() {
    let field = Form.Field("codes", Phrase("理由", "Reasons"), .many(reasons))
    #expect(form([field], [.letter("*")]).0.codes("codes") == ["missing", "unclear"])
    #expect(form([field], [.letter("2"), .letter("*")]).0.codes("codes") == ["missing", "unclear"])
    #expect(form([field], [.letter("*"), .letter("*")]).0.codes("codes").isEmpty)
    let one = Form.Field("code", Phrase("", ""), .one(reasons))
    #expect(form([one], [.letter("*")]).1 == .unknownKey)
  }

  @Test func `a list of which one is wanted is answered by its cursor and Enter`() {
    let field = Form.Field("code", Phrase("", ""), .one(reasons))
    #expect(form([field], [.enter]).0.code("code") == "missing")
    #expect(form([field], [.down, .enter]).0.code("code") == "unclear")
    #expect(form([field], [.letter("b"), .enter]).0.code("code") == "unclear")
  }

  @Test func `days and numbers are checked before they are taken`() {
    let day = Form.Field(
      "due", Phrase("期限", "Due"),
      .day(
        earliest: Builder.day("2026-03-01"), latest: Builder.day("2026-04-01"), today: Builder.day("2026-03-20"))
    )
    let table: [(String, Bool)] = [
      ("2026-03-15", true), ("２０２６-03-15", true), ("2026-02-30", false), ("2026-02-28", false),
      ("2026-04-02", false), ("", false),
    ]
    for (text, isGood) in table {
      #expect((form([day], keys(text) + [.enter]).1 == .submitted) == isGood, "\(text)")
    }
    let page = Form.Field("page", Phrase("页", "Page"), .whole(1...99))
    for (text, isGood) in [("7", true), ("0", false), ("100", false), ("x", false)] {
      #expect((form([page], keys(text) + [.enter]).1 == .submitted) == isGood, "\(text)")
    }
  }

  @Test func `Enter goes to the first field that is wrong`() {
    let fields = [
      Form.Field("a", Phrase("甲", "A"), .text(limit: 10), required: false),
      Form.Field("b", Phrase("乙", "B"), .text(limit: 10)),
      Form.Field("c", Phrase("丙", "C"), .text(limit: 10)),
    ]
    let (form, outcome) = form(fields, [.letter("x"), .tab, .letter("y"), .enter])
    #expect(outcome == .submitted)
    let (other, _) = self.form(fields, [.enter])
    #expect(other.focus == 1)
    #expect(other.fields[1].error != nil)
    #expect(form.text("b") == "x")
    #expect(form.text("c") == "y")
  }

  @Test func `text that looks like a personal number is pointed out`() {
    for (text, isPersonal) in [
      ("电话 13800000000", true), ("37010019900101001X", true), ("2024 年 1234567890", false),
      ("123456789012", false),
    ] {
      let field = Form.Field("t", Phrase("", ""), .lines(limit: 60), text: text)
      #expect(field.holdsPersonalNumber == isPersonal, "\(text)")
    }
  }

  @Test func `a line is edited in whole characters`() {
    var line = LineEditor("ab中")
    for key in [Key.left, .left, .letter("文"), .end, .backspace] { _ = line.type(key) }
    #expect(line.text == "a文b")
    line.insert("贴\n上\u{1b}[31m\u{202e}来")
    #expect(line.text == "a文b贴 上[31m来")
    for key in [Key.home, .delete, .end, .control("w")] { _ = line.type(key) }
    #expect(line.text == "文b贴 ")
    line = LineEditor(String(repeating: "长", count: 900), limit: 40)
    #expect(line.characters.count == 40)
  }

  @Test func `the caret is inside the field at every place and width`() {
    for width in 2...12 {
      var line = LineEditor("a中b文c字符")
      _ = line.type(.home)
      for _ in 0...7 {
        var grid = Grid(Size(20, 1))
        line.draw(&grid, 3, 0, width: width)
        let caret = grid.caret?.x ?? -1
        #expect(caret >= 3 && caret < 3 + width)
        #expect(!grid[caret, 0].isTail)
        _ = line.type(.right)
      }
    }
  }

  @Test func `lines break between characters and never begin with a full stop`() {
    let lines = TextWrap.lines("示例甲智能装备有限公司，数字化水平未填。see the clause", width: 12)
    #expect(lines.allSatisfy { Width.of($0) <= 12 })
    #expect(!lines.contains { $0.hasPrefix("，") || $0.hasPrefix("。") })
    #expect(lines.joined().filter { $0 != " " } == "示例甲智能装备有限公司，数字化水平未填。seetheclause")
  }
}
