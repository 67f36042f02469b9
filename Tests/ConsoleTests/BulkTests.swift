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
    let effects = model.update(.key(.letter("n")))
    #expect(effects.contains(.act(rows[2].key, ActIntent(.assign, seen: ["assignee=none"]))))
    #expect(effects.contains(.openCase(rows[2].key)))
    #expect(model.screens.count == 2)
  }

  @Test func `with nothing to take it says so`() {
    var model = Builder.model(rows: [])
    model.type(.letter("n"))
    #expect(model.screen.contains("没有等待分配的申报件"))
  }
}
