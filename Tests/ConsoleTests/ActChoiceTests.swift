import ScoringCore
import StrictJSON
import Testing

@testable import Casework
@testable import Console

/// Acts whose dialog offers what they can be about.
@Suite struct ActChoiceTests {
  static let today = CaseworkScreenTests.today

  private func bench() throws -> CaseBench {
    var bench = CaseBench(try CaseApplications.specialized2022(), today: Self.today)
    bench.act(.assign, ["to": .string(CaseBench.officer), "noConflict": true])
    return bench
  }

  private func run(_ id: String, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.give(Command.ID(rawValue: "act." + id))
  }

  private func send(_ key: Key, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.update(.key(key))
  }

  @Test func `What can be taken back is listed newest first and the rest says what comes first`() throws {
    var bench = try bench()
    bench.act(.hold, ["reason": "等待文书"])
    let file = try #require(bench.file)
    let choices = ActChoices(file, file.situation(of: CaseBench.officer, today: Self.today))
    #expect(choices.undoable.map(\.code) == [CaseBench.hash(12), CaseBench.hash(11)])
    #expect(choices.undoable.first?.whyNot == nil)
    #expect(choices.undoable.last?.whyNot?.zh.contains("搁置") == true)
    var model = try bench.model(.timeline)
    _ = send(.letter("u"), &model)
    #expect(model.screen.contains("由新到旧"))
    model.type("误操作")
    guard case .act(_, let intent)? = send(.enter, &model).first, intent.action.name == .undo else {
      Issue.record("nothing was asked for")
      return
    }
    let fields = intent.action.fields
    #expect(fields["of"]?.string == CaseBench.hash(12))
    bench.act(.undo, fields)
    #expect(bench.refused.isEmpty)
    #expect(bench.file?.fold.state == .inReview)
  }

  @Test func `A contest shows its answers side by side`() throws {
    let contest = ActChoices.Contest(
      question: .stage, name: Phrase("申报件往哪里走", "Where the case goes"),
      sides: [
        .init(id: CaseBench.hash(1), author: "signer", on: Self.today, text: Phrase("签批", "Signed"), reason: nil),
        .init(
          id: CaseBench.hash(2), author: "signer-b", on: Self.today, text: Phrase("提出不同意见", "Challenged"),
          reason: "研发费用与审计报告不符，须重新核对所有年度的研发费用"),
      ])
    let bench = try bench()
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        var model = try bench.model(.breakdown, size, language)
        let screen = try #require(model.screens.last as? CaseScreen)
        _ = model.take([try #require(screen.acts?.settle(contest, model.context))])
        _ = model.update(.time(model.context.now + 1_000))
        _ = model.update(.key(.tab))
        try expectScreen(model.view(), "case-settle-\(size.columns)-\(language.rawValue)")
      }
    }
  }

  @Test func `Settling names the answer that is kept or none`() {
    func body(_ keep: String) -> JSONValue? {
      let dialog = ActForm(
        .settle, subject: ["question": "stage"], asks: ["keep", "reason"], in: nil, today: Self.today
      )
      .dialog { form in
        form.offer("keep", [Form.Option("a", Phrase("", "")), Form.Option("none", Phrase("", ""))], chosen: keep)
        form.set("reason", "查明")
      }
      let answer = Dialog.Answer(id: dialog.id, form: dialog.form, about: dialog.about)
      let place = Registry([], store: "").situation(of: "x", today: Self.today)
      let settled = ActForm.intent(answer).map { place.complete($0.action) }
      return settled?.body(on: Self.today)
    }
    let on = JSONValue.string(Self.today.description)
    #expect(body("a") == ["question": "stage", "reason": "查明", "keep": "a", "on": on])
    #expect(body("none") == ["question": "stage", "reason": "查明", "on": on])
  }

  @Test func `Without a contest or a choice the acts are greyed`() throws {
    let bench = try bench()
    var model = try bench.model(.objections)
    let screen = try #require(model.screens.last as? CaseScreen)
    for kind in ["settle", "countersign", "erase"] {
      guard case .no = screen.availability(Command.ID(rawValue: "act." + kind), model.context) else {
        Issue.record("\(kind) is offered")
        continue
      }
    }
    #expect(run("erase", &model).isEmpty)
  }

  @Test func `An erasure is asked for by one and agreed by another`() throws {
    var bench = try bench()
    bench.act(
      .lodge,
      [
        "as": "report", "arrived": "2025-08-27", "channel": "letter", "against": .string(bench.key.path),
        "text": .string(CaseBench.hash(70)), "identity": .string(CaseBench.hash(71)),
      ])
    var model = try bench.model(.objections, Size(120, 40))
    _ = run("erase", &model)
    _ = send(.letter("1"), &model)
    _ = send(.letter("2"), &model)
    _ = send(.tab, &model)
    _ = send(.letter("2"), &model)
    guard case .act(_, let intent)? = send(.enter, &model).first, intent.action.name == .erase else {
      Issue.record("nothing was asked for")
      return
    }
    let fields = intent.action.fields
    #expect(fields["files"] == [.string(CaseBench.hash(70)), .string(CaseBench.hash(71))])
    #expect(fields["of"] == nil)
    bench.act(.erase, fields)
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    // Another officer finds the first half waiting for him.
    let file = try #require(bench.file)
    let choices = ActChoices(file, file.situation(of: "another", today: Self.today))
    #expect(choices.erasures.map(\.files) == [[CaseBench.hash(70), CaseBench.hash(71)]])
  }

  @Test func `A return shows its letter as it will read`() throws {
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        let bench = try bench()
        var model = try bench.model(.materials, size, language)
        let asked = send(.letter("r"), &model)
        guard case .draftLetter(_, let intent, _)? = asked.first, intent.action.name == .return else {
          Issue.record("no letter was asked for")
          return
        }
        let again = send(.letter("2"), &model).filter { if case .draftLetter = $0 { true } else { false } }
        #expect(again.count == 1 && again != asked)
        _ = model.update(
          .drafted(
            dialog: "act.return",
            text: "补正通知书\n\n示例甲智能装备有限公司：\n\n你单位的申报材料须补正：\n  1. 材料缺页。\n请于 2025-09-16 前补正。"))
        try expectScreen(model.view(), "case-return-\(size.columns)-\(language.rawValue)")
      }
    }
  }

  @Test func `What is new since the last look is marked and then seen`() throws {
    var bench = try bench()
    bench.act(.note, ["text": "第一条"])
    let file = try #require(bench.file)
    var opened = OpenedCase(file)
    opened.seen = [CaseBench.hash(10), CaseBench.hash(11)]
    var model = try bench.model(.breakdown)
    var session = model.context.session
    session.officer = "another"
    _ = model.update(.session(session))
    model.screens[1] = CaseScreen(bench.key)
    _ = model.update(.opened(bench.key, opened))
    #expect(model.screen.contains("时间线 +1"))
    for _ in 0..<3 { _ = send(.tab, &model) }
    let effects = send(.tab, &model)
    #expect(effects == [.markSeenIn(bench.key, [CaseBench.hash(10), CaseBench.hash(11), CaseBench.hash(12)])])
    #expect(model.view().lines.contains { $0.contains("*") && $0.contains("第一条") })
    _ = send(.letter("f"), &model)
    #expect(model.screen.contains("上次退出以来  1"))
  }

  @Test(arguments: Language.allCases)
  func `A day that another calendar counts is told under the name and in the timeline`(language: Language) throws {
    var bench = try bench()
    bench.act(.return, ["reasons": [["code": "missing", "text": "补交"]], "days": 3])
    let due = try #require(bench.file?.fold.due)
    var later = OfficeSettings()
    later.calendar = try WorkingCalendar(
      Array(
        #"{"years":{"\#(due.year)":{"working_days":260,"weekdays_off":["\#(due)"],"weekend_days_worked":[]}}}"#.utf8))
    let counted = later.calendar.workingDay(3, after: Self.today).day
    let told = Phrase(
      "补正期限写明 \(due)，按现行日历应为 \(counted)；可以延长", "Due \(due); \(counted) by the calendar in force: it may be extended")
    #expect(try !bench.model(.breakdown, Size(80, 24), language).screen.contains(told(language)))
    bench.settings = later
    for tab in CaseTab.allCases {
      let lines = try bench.model(tab, Size(80, 24), language).view().lines
      #expect(lines[2].contains(told(language)), "\(lines)")
    }
    let timeline = try bench.model(.timeline, Size(200, 60), language).view().lines
    #expect(timeline.dropFirst(3).contains { $0.contains(told(language)) }, "\(timeline)")
  }

  @Test(arguments: CaseGolden.sizes, Language.allCases)
  func `Why a due day is provisional stands whole beside the working days given`(size: Size, language: Language) throws
  {
    var bench = try bench()
    // An adopted calendar that has not come to this year: every day counted by it is provisional.
    var settings = OfficeSettings()
    settings.calendar = try WorkingCalendar(
      Array(#"{"years":{"2020":{"working_days":262,"weekdays_off":[],"weekend_days_worked":[]}}}"#.utf8))
    bench.settings = settings
    var model = try bench.model(.materials, size, language)
    _ = run("return", &model)
    for _ in 0..<2 { _ = send(.tab, &model) }
    let due = settings.calendar.workingDay(10, after: Self.today).day
    let reason = Phrase(
      "到 \(due)（暂定：\(due.year) 年放假安排未公布）",
      "due \(due) (provisional: the days off of \(due.year) are not announced)")
    // Wrapped lines one after another, without what is drawn around them.
    let grid = model.view()
    let begin = language == .zh ? "到 \(due)" : "due \(due)"
    let told = try #require(grid.lines.firstIndex { $0.contains(begin) })
    let start = try #require(grid.lines[told].firstRange(of: begin)).lowerBound
    let column = Width.of(String(grid.lines[told][..<start]))
    let rows = (told..<min(told + 5, size.rows)).map { row in
      (column..<size.columns).map { grid[$0, row] }.prefix { $0.text != "│" }.map(\.text).joined()
    }
    let text = rows.joined().filter { $0 != " " }
    #expect(text.contains(reason(language).filter { $0 != " " }), "\(model.screen)")
  }

  @Test func `A visit is planned by choosing among the officers who may go`() throws {
    var form = ActForm(.plan, in: nil, today: Self.today).dialog().form
    form.offer(
      "officers",
      [
        Form.Option("va", Phrase("甲", "A")), Form.Option("vb", Phrase("乙", "B")),
        Form.Option("vc", Phrase("丙", "C"), whyNot: Phrase("审核过本件", "reviewed it")),
      ])
    form.set("day", Self.today.description)
    form.focus = 0
    for key in [Key.letter("1"), .letter("3")] { _ = form.type(key) }
    #expect(form.type(.enter) == .editing && form.fields[0].error != nil)
    _ = form.type(.letter("2"))
    #expect(form.type(.enter) == .submitted)
    let intent = try #require(ActForm.intent(Dialog.Answer(id: "act.plan", form: form)))
    #expect(intent.action.fields == ["officers": ["va", "vb"], "day": .string(Self.today.description)])
    // The one officer here is a reviewer as well: nobody can go, and that is said.
    var bench = try bench()
    bench.act(.order, ["ground": "doubt", "text": "现场查看"])
    let screen = try #require(try bench.model(.spotCheck).screens.last as? CaseScreen)
    guard case .no(let reason) = screen.availability("act.plan", try bench.model(.spotCheck).context) else {
      Issue.record("a visit can be planned")
      return
    }
    #expect(reason.zh.contains("不足两名"))
  }
}
