import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

@Suite struct BulkActs {
  private func selected() -> Model {
    var model = Builder.model(Size(100, 30), rows: Builder.rows(20))
    model.type(.letter("/"), .enter, .space, .space, .space)
    return model
  }

  private func send(_ key: Key, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1000))
    return model.update(.key(key))
  }

  @Test func `a bulk act is dryRunResults, shown, and done only where it is permitted`() throws {
    var model = selected()
    model.type(.letter("b"))
    #expect(model.screen.contains("对选中的 3 件"))
    guard case .dryRun(let keys, let intent)? = send(.enter, &model).first, intent.action.name == .assign else {
      Issue.record("nothing is foreseen")
      return
    }
    #expect(keys.count == 3)
    let refusal = Phrase("已由他人领取", "taken by another")
    _ = model.update(
      .dryRunResults(
        keys.enumerated().map { CaseDryRun($1, refusals: $0 == 1 ? [refusal] : [], seen: ["stage=\($0)"]) }))
    try expectScreen(model.view(), "bulk-preview")
    let effects = send(.enter, &model)
    // What the preview showed of each goes with it.
    let shown = [0, 2].map { CaseDryRun(keys[$0], refusals: [], seen: ["stage=\($0)"]) }
    #expect(effects == [.actOnAll(shown, ActIntent(.assign))])
  }

  @Test func `nothing is done when it is left or nothing is permitted`() {
    var model = selected()
    model.type(.letter("b"))
    _ = send(.enter, &model)
    let queue = model.screens.last as? QueueScreen
    let keys = queue?.bulk?.keys ?? []
    _ = model.update(.dryRunResults(keys.map { CaseDryRun($0, refusals: [Phrase("不行", "no")]) }))
    #expect(send(.enter, &model).isEmpty)
    model.type(.letter("b"))
    #expect(send(.escape, &model).isEmpty)
    #expect((model.screens.last as? QueueScreen)?.bulk == nil)
  }

  @Test func `a notice shows its list as it will be printed before it is opened`() throws {
    var model = selected()
    let digit = try #require(BulkAct.acts.firstIndex(of: .enterNotice)) + 1
    model.type(.letter("b"), .letter(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit))))
    _ = send(.enter, &model)
    model.type("关于公示的公告")
    guard case .dryRun(let keys, let intent)? = send(.enter, &model).first, intent.action.name == .enterNotice else {
      Issue.record("nothing is foreseen")
      return
    }
    #expect(intent.action.fields["document"] == "关于公示的公告")
    let dryRuns = keys.map { CaseDryRun($0, refusals: []) }
    let asked = model.update(.dryRunResults(dryRuns))
    #expect(asked == [.draftList(keys, intent, dialog: "bulk.confirm")])
    _ = model.update(.drafted(dialog: "bulk.confirm", text: "关于公示的公告\n\n1. 示例甲智能装备有限公司"))
    #expect(model.screen.contains("1. 示例甲智能装备有限公司"))
    #expect(send(.enter, &model) == [.actOnAll(dryRuns, intent)])
  }

  @Test func `the report names each case that was not done, and why`() throws {
    var model = selected()
    let keys = (model.screens.last as? QueueScreen).map { Array($0.marks).sorted() } ?? []
    let dryRuns = keys.enumerated().map {
      CaseDryRun($1, refusals: $0 == 1 ? [Phrase("磁盘已满", "the disk is full")] : [])
    }
    _ = model.update(.reported(.closeNotice, dryRuns))
    try expectScreen(model.view(), "bulk-report")
    model.type(.escape)
    _ = model.update(.reported(.closeNotice, keys.map { CaseDryRun($0, refusals: []) }))
    #expect(model.screen.contains("已办 3 件"))
  }

  @Test func `what was done is not selected any more`() {
    var model = selected()
    let keys = (model.screens.last as? QueueScreen).map { Array($0.marks) } ?? []
    _ = model.update(
      .reported(.assign, keys.enumerated().map { CaseDryRun($1, refusals: $0 == 0 ? [Phrase("不行", "no")] : []) }))
    #expect((model.screens.last as? QueueScreen)?.marks == Set(keys.prefix(1)))
  }

  @Test func `left at the preview the form is there again as it was filled in`() throws {
    var model = selected()
    let digit = try #require(BulkAct.acts.firstIndex(of: .enterNotice)) + 1
    model.type(.letter("b"), .letter(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit))))
    _ = send(.enter, &model)
    model.type("关于公示的公告")
    guard case .dryRun(let keys, _)? = send(.enter, &model).first else {
      Issue.record("nothing is foreseen")
      return
    }
    _ = model.update(.dryRunResults(keys.map { CaseDryRun($0, refusals: []) }))
    _ = send(.escape, &model)
    #expect(model.dialog?.dialog.form.text("document") == "关于公示的公告")
  }

  @Test func `without a selection there is nothing to do in bulk`() {
    var model = Builder.model(rows: Builder.rows(20))
    model.type(.letter("/"), .enter, .letter("b"))
    #expect(model.screen.contains("先用空格选中申报件"))
  }
}

@Suite struct TakingNext {
  @Test func `the next case is the one with the earliest deadline that I may take`() throws {
    var rows = (0..<6).map { number in
      var row = Builder.row(number)
      row.state = .received
      row.assignee = nil
      row.contested = false
      row.received = Builder.today.adding(days: -10 - number)
      return row
    }
    rows[5].contested = true
    rows[4].seconded = [Builder.officer]
    rows[3].state = .held
    var model = Builder.model(rows: rows)
    _ = model.update(.time(9000))
    // It is asked about first, by name.
    #expect(model.update(.key(.letter("n"))).isEmpty)
    #expect(model.screen.contains("没有利害关系") && model.screen.contains(rows[2].key.id))
    _ = model.update(.time(10_000))
    let effects = model.update(.key(.enter))
    #expect(effects.contains(.act(rows[2].key, ActIntent(.assign, seen: ["assignee=none"]))))
    #expect(effects.contains(.openCase(rows[2].key)))
    #expect(model.screens.count == 2)
  }

  @Test func `who leaves the question takes nothing`() {
    var model = Builder.model(rows: [free(1)])
    model.type(.letter("n"))
    #expect(model.update(.key(.escape)).isEmpty && model.screens.count == 1)
  }

  private func free(_ number: Int, tier: Tier? = nil, since days: Int = 10) -> CaseSummary {
    var row = Builder.row(number, tier: tier)
    (row.state, row.assignee, row.contested) = (.received, nil, false)
    row.received = Builder.today.adding(days: -days)
    return row
  }

  @Test(arguments: [
    ("", 0), ("tier:specialized", 1), ("tier:little-giant", 2), ("days>900", nil), ("tier:specialized days<5", 3),
  ])
  func `the next case is one of those in view, on every tab that may hold one`(_ filter: String, _ expected: Int?) {
    var own = free(5, tier: .innovative, since: 30)
    own.assignee = Builder.officer
    let rows = [
      free(1, tier: .innovative, since: 20), free(2, tier: .specialized, since: 15),
      free(3, tier: .littleGiant, since: 12), free(4, tier: .specialized, since: 2), own,
    ]
    for tab in [QueueTab.all, .unassigned, .mine] {
      var model = Builder.model(rows: rows)
      _ = model.update(.time(9000))
      model.screens.append(QueueScreen(tab, model.context, filter: filter))
      _ = model.update(.key(.letter("n")))
      #expect(model.dialog?.dialog.about["case"]?.string == expected.map { rows[$0].key.path }, "\(tab)")
    }
    // A tab that holds none of them takes none.
    var model = Builder.model(rows: rows)
    _ = model.update(.time(9000))
    model.screens.append(QueueScreen(.inNotice, model.context, filter: filter))
    _ = model.update(.key(.letter("n")))
    #expect(model.dialog == nil && model.told?.kind == .refused)
  }

  @Test func `key, bulk and next ask one question, with the names of all that are taken`() throws {
    let rows = [free(1), free(2)]
    var model = Builder.model(Size(100, 30), rows: rows)
    model.type(.letter("/"), .enter, .space, .space, .letter("b"))
    _ = model.update(.time(model.context.now + 1000))
    guard case .dryRun(let keys, _)? = model.update(.key(.enter)).first else {
      Issue.record("nothing is foreseen")
      return
    }
    _ = model.update(.dryRunResults(keys.map { CaseDryRun($0, refusals: []) }))
    for text in ["领取即声明与这 2 家企业都没有利害关系"] + rows.map(\.key.id) { #expect(model.screen.contains(text)) }
    _ = model.update(.reported(.assign, keys.map { CaseDryRun($0, refusals: []) }))
    for row in rows { #expect(model.told?.text.zh.contains(row.key.id) == true) }
    let one = Taking.statement([Taking.name(rows[0].key, model.context)], model.context)
    var bench = CaseBench(try CaseApplications.specialized2022(), today: Builder.today)
    var opened = try bench.model(.breakdown)
    _ = bench.type([.letter("a")], in: &opened)
    #expect(opened.dialog?.dialog.body.first == one.first)
  }

  @Test func `with nothing to take it says so`() {
    var model = Builder.model(rows: [])
    model.type(.letter("n"))
    #expect(model.screen.contains("没有等待分配的申报件"))
  }
}
