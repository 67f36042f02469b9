import Foundation
import Samples
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Casework
@testable import Console
@testable import ConsoleHost

/// Whatever is typed into the form of any act is there again: after a refusal, after Esc, after the program was killed.
///
/// Goes over the table of acts: an act or field that is added is tested by being there.
@Suite struct DraftTests {
  private typealias Question = FormAndCommandTests.Question

  /// A store with its founder's key, in folders of its own.
  private final class Bench {
    let folder = NSTemporaryDirectory() + "tidu-drafts-\(UUID().uuidString)"
    let store: Store
    let key = CaseKey(authority: "370000", batch: "2026-1", id: "370000-2026-SP-000001")

    init() throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      store = try Store.create(
        folder + "/store", founder: Store.Founder(officer: "rita", name: "丽"), passphrase: nil, trial: true,
        at: .now(), environment: ["XDG_DATA_HOME": folder + "/own"])
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The program as it starts: a desk and a model, on the case, with the drafts that are kept.
    func program() -> Program {
      let desk = EffectRunner(
        store, .zh, ["XDG_DATA_HOME": folder + "/own", "TIDU_OFFICER": "rita", "TIDU_TODAY": "2026-04-15"])
      var model = Model(
        Context(
          language: .zh, glyphs: .line, size: Size(100, 40), today: FormAndCommandTests.today, session: desk.session))
      _ = model.take([.push(Place(key: key))])
      var program = Program(desk: desk, model: model)
      program.perform([.loadDrafts])
      return program
    }

    /// Every byte that is kept in the officer's folder.
    var kept: String {
      let place = URL(filePath: folder + "/own")
      let files = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
      return (files ?? []).compactMap { try? Data(contentsOf: $0) }.map { String(decoding: $0, as: UTF8.self) }.joined()
    }
  }

  /// A screen that does what any form asks.
  private struct Place: Screen {
    let key: CaseKey
    /// Goes on with the act that `+` asks for.
    var row = 0
    var scopes: [Console.Command.Scope] { [] }
    func availability(_ command: Console.Command.ID, _ context: Context) -> Availability { .yes }
    mutating func perform(_ command: Console.Command.ID, _ context: Context) -> [Step] { [] }
    var draftPlace: String { key.path }
    func crumbs(_ context: Context) -> [String] { [key.id] }
    func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {}
    mutating func receive(_ message: Message, _ context: Context) -> [Step] {
      guard case .key(.character("+")) = message else { return [] }
      row += 1
      return [.effect(.act(key, ActIntent(.note)))]
    }
    mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
      ActForm.intent(answer).map { [.effect(.act(key, $0))] } ?? []
    }
  }

  private struct Program {
    let desk: EffectRunner
    var model: Model
    var asked: [Effect] = []

    mutating func perform(_ effects: [Effect]) {
      for effect in effects {
        switch effect {
        case .keepDraft, .dropDraft, .loadDrafts, .openDraft:
          for message in desk.perform(effect) { perform(model.update(message)) }
        default: asked.append(effect)
        }
      }
    }

    mutating func tell(_ message: Message) {
      perform(model.update(.time(model.context.now + 1_000)))
      perform(model.update(message))
    }

    mutating func open(_ dialog: Dialog) {
      perform(model.take([.ask(dialog)]))
      perform(model.update(.time(model.context.now + 1_000)))
    }

    var screen: String { model.view().lines.joined(separator: "\n") }
    var form: Form? { model.dialog?.dialog.form }
    var texts: [String] { form?.fields.map(\.editor.text) ?? [] }
    var answers: [String: Draft.Answer] { form?.answers ?? [:] }
  }

  private func dialog(_ question: Question) -> Dialog {
    ActForm(question.act, subject: question.subject, asks: question.asks, in: nil, today: FormAndCommandTests.today)
      .dialog { form in
        for field in form.fields where field.isList && field.options.isEmpty {
          form.offer(field.id, [Form.Option("a", Phrase("一", "one")), Form.Option("b", Phrase("二", "two"))])
        }
      }
  }

  /// What is put into a field, by typing and by pasting, and how it stands there then.
  private func fill(_ field: Form.Field, _ program: inout Program) {
    func type(_ text: String) { for scalar in text.unicodeScalars { program.tell(.key(.character(scalar))) } }
    switch field.kind {
    case .one, .many: program.tell(.key(.letter("1")))
    case .day: type("12-1")
    case .whole(let range): type("\(range.lowerBound)")
    case .value: type("900.5万")
    case .secret: break
    case .text: type("甲 \(field.id)")
    case .lines:
      type("第一段 \(field.id)")
      program.tell(.paste("　粘贴的\t第二段\r\n第三段 “引号”"))
    }
  }

  @Test(arguments: FormAndCommandTests.questions)
  func `every character of every form outlives a kill, a refusal and Esc`(
    _ question: FormAndCommandTests.Question
  ) throws {
    let bench = try Bench()
    let dialog = dialog(question)
    guard dialog.form.fields.contains(where: { !$0.isList && !$0.isSecret }) else { return }
    var program = bench.program()
    program.open(dialog)
    // Killed at each field.
    for index in dialog.form.fields.indices {
      while let form = program.form, form.focus != index { program.tell(.key(.tab)) }
      let field = try #require(program.form?.fields[index])
      if field.isList || field.isEmpty { fill(field, &program) }
      let before = program.answers
      program = bench.program()
      program.open(dialog)
      #expect(program.answers == before, "killed in \(field.id)")
    }
    let whole = program.answers
    let sealed = dialog.form.fields.filter(\.isSealed)
    #expect(sealed.isEmpty || !bench.kept.contains("粘贴的"))
    #expect(
      program.texts.contains { $0.contains("　粘贴的\t第二段\n第三段 “引号”") } == dialog.form.fields.contains(where: \.keepsLines))
    // Refused at each field, and where no field is to blame.
    program.tell(.key(.enter))
    // What the form itself refuses stays open as well.
    let isFit = program.form == nil
    #expect(isFit || program.form?.fields.contains { $0.error != nil } == true)
    let faults = dialog.form.fields.map { RefusedAct.Fault($0.id, Phrase("错在\($0.id)", "wrong")) }
    if isFit {
      program.tell(.refused(RefusedAct(faults + (1...3).map { .init(nil, Phrase("不行\($0)", "no")) })))
      #expect(program.form?.fields.allSatisfy { $0.error != nil } == true)
      #expect(program.screen.contains("不行2") && program.screen.contains("另有 1 项"))
      program.tell(.key(.enter))
      #expect(program.screen.contains("不行3"))
    }
    #expect(program.answers == whole)
    // Left, and opened again.
    program.tell(.key(.escape))
    #expect(program.form == nil && program.model.toast?.text.zh.contains("草稿") == true)
    program.open(dialog)
    #expect(program.answers == whole)
    guard isFit else { return }
    // Done, and nothing of it is left.
    program.tell(.key(.enter))
    program.tell(.acted)
    program = bench.program()
    #expect(program.model.drafts.isEmpty)
    program.open(dialog)
    #expect(program.answers == dialog.form.answers)
  }

  @Test func `whoever answers no to a question has the form again`() throws {
    let bench = try Bench()
    var program = bench.program()
    program.open(dialog(Question(act: .note)))
    for letter in "备注".unicodeScalars { program.tell(.key(.character(letter))) }
    program.tell(.key(.enter))
    guard case .act(_, let intent)? = program.asked.last else {
      Issue.record("nothing was asked for")
      return
    }
    program.tell(.asks([Phrase("相差 10 倍以上", "ten times off")], .act(bench.key, intent)))
    #expect(program.screen.contains("相差 10 倍以上"))
    program.tell(.key(.escape))
    #expect(program.texts == ["备注"])
    // And whoever has no passphrase at hand.
    program.tell(.key(.enter))
    program.tell(.locked(officer: "rita", isWrong: false, .act(bench.key, intent)))
    program.tell(.key(.escape))
    #expect(program.texts == ["备注"])
  }

  @Test func `an act is refused where the officer has gone on, and the text is kept`() throws {
    let bench = try Bench()
    var program = bench.program()
    program.open(dialog(Question(act: .note)))
    for letter in "备注".unicodeScalars { program.tell(.key(.character(letter))) }
    program.tell(.key(.enter))
    program.perform(program.model.take([.home]))
    program.tell(.refused(RefusedAct([.init(nil, Phrase("不行", "no"))])))
    #expect(program.form == nil && program.model.toast?.text.zh == "填写的内容已留作草稿。不行")
    #expect(program.screen.contains("草稿 1 份"))
    program.perform(program.model.give("app.drafts"))
    program.tell(.key(.enter))
    #expect(program.screen.contains("备注"))
    program.tell(.key(.letter("2")))
    program.tell(.key(.enter))
    #expect(bench.program().model.drafts.isEmpty)
  }

  @Test func `a view that is saved is there at once, and a second does not replace it`() throws {
    let bench = try Bench()
    var program = bench.program()
    for name in ["甲", "乙"] {
      let view = SavedView(name: name, tab: "all", filter: "", columns: [], sort: nil, isDescending: false)
      for message in program.desk.perform(.saveViews(program.model.context.views + [view])) { program.tell(message) }
    }
    #expect(program.model.context.views.map(\.name) == ["甲", "乙"] && program.desk.views.map(\.name) == ["甲", "乙"])
    #expect(program.model.toast?.text.zh.contains("共 2 个") == true)
  }

  @Test func `what is typed takes the place of a figure that a draft put back, and nothing else does`() throws {
    let bench = try Bench()
    var program = bench.program()
    let finding = dialog(
      Question(
        act: .finding, subject: ["visit": .string(String(repeating: "a", count: 64)), "item": "facts.employees.2025"]))
    program.open(finding)
    while program.form?.fields[program.form?.focus ?? 0].id != "value" { program.tell(.key(.tab)) }
    for digit in "130".unicodeScalars { program.tell(.key(.character(digit))) }
    program.tell(.key(.escape))
    program.open(finding)
    #expect(program.form?.focus == 0 || program.form?.fields[program.form?.focus ?? 0].id == "value")
    while program.form?.fields[program.form?.focus ?? 0].id != "value" { program.tell(.key(.tab)) }
    for digit in "118".unicodeScalars { program.tell(.key(.character(digit))) }
    #expect(program.form?.text("value") == "118" && program.form?.text("text") == "")
    // One who edits it keeps the rest.
    program.tell(.key(.escape))
    program.open(finding)
    while program.form?.fields[program.form?.focus ?? 0].id != "value" { program.tell(.key(.tab)) }
    program.tell(.key(.backspace))
    program.tell(.key(.letter("9")))
    #expect(program.form?.text("value") == "119")
  }

  @Test func `the cursor goes on once the act is on file, and not before`() throws {
    let bench = try Bench()
    var program = bench.program()
    let place = Place(key: bench.key, row: 0)
    program.perform(program.model.take([.replace(place)]))
    func row() -> Int? { (program.model.top as? Place)?.row }
    func act() -> Effect { .act(bench.key, ActIntent(.note)) }
    program.tell(.key(.letter("+")))
    #expect(row() == 1)
    program.tell(.refused(RefusedAct([.init(nil, Phrase("不行", "no"))])))
    #expect(row() == 0)
    program.tell(.key(.letter("+")))
    program.tell(.asks([Phrase("要更改吗", "change it")], act()))
    #expect(row() == 0)
    program.tell(.key(.escape))
    #expect(row() == 0)
    program.tell(.key(.letter("+")))
    program.tell(.asks([Phrase("要更改吗", "change it")], act()))
    program.tell(.key(.enter))
    #expect(row() == 1)
    program.tell(.asks([Phrase("还有", "more")], act()))
    #expect(row() == 0)
    program.tell(.key(.enter))
    program.tell(.acted)
    #expect(row() == 1)
  }

  @Test func `a form is kept for its own case, act and object alone`() throws {
    let bench = try Bench()
    var program = bench.program()
    let note = dialog(Question(act: .note))
    program.open(note)
    for letter in "备注".unicodeScalars { program.tell(.key(.character(letter))) }
    program.tell(.key(.escape))
    program.open(dialog(Question(act: .hold)))
    #expect(program.texts.allSatisfy { !$0.contains("备注") })
    program.tell(.key(.escape))
    let other = CaseKey(authority: "370000", batch: "2026-1", id: "370000-2026-SP-000002")
    program.perform(program.model.take([.push(Place(key: other))]))
    program.open(note)
    #expect(program.texts == [""])
  }

  @Test func `a draft of another officer is not shown`() throws {
    let bench = try Bench()
    var program = bench.program()
    program.open(dialog(Question(act: .note)))
    program.tell(.key(.letter("x")))
    let desk = EffectRunner(
      bench.store, .zh, ["XDG_DATA_HOME": bench.folder + "/own", "TIDU_TODAY": "2026-04-15"], officer: "someone")
    guard case .drafts(let drafts)? = desk.perform(.loadDrafts).first else {
      Issue.record("no drafts were told")
      return
    }
    #expect(drafts.isEmpty)
  }

  @Test func `what does not fit is refused whole and said`() {
    let dialog = dialog(Question(act: .note))
    var form = dialog.form
    form.paste(String(repeating: "长", count: 3_999))
    form.paste("放不下")
    #expect(form.fields[0].editor.text.count == 3_999)
    #expect(form.fields[0].error?.zh.contains("没有放入") == true)
    _ = form.type(.letter("x"))
    #expect(form.fields[0].error == nil)
    _ = form.type(.letter("y"))
    #expect(form.fields[0].error?.zh.contains("已满") == true)
    form = dialog.form
    form.paste("a\u{1b}b\u{7}c")
    #expect(form.fields[0].editor.text == "abc")
    #expect(form.fields[0].error?.zh.contains("2 个控制符") == true)
  }
}
