import Casework
import ScoringCore
import Testing

@testable import Console

@Suite struct NextCase {
  private func queue(_ model: Model) throws -> QueueScreen {
    try #require(model.screens.last as? QueueScreen)
  }

  private func opened(_ rows: [CaseSummary], size: Size = Size(120, 40)) -> Model {
    var model = Builder.model(size, rows: rows)
    model.type(.letter("/"), .enter)
    return model
  }

  @Test func `the cursor stays on its case through filter and refresh`() throws {
    var model = opened(Builder.rows(60))
    for _ in 0..<7 { model.type(.down) }
    let key = try #require(try queue(model).cursor)
    var changed = try #require(model.context.cases[key])
    changed.openObjections = 3
    _ = model.update(.changed([changed], gone: [Builder.row(0).key]))
    #expect(try queue(model).cursor == key)
    #expect(try queue(model).list.count == 59)
    model.type("/")
    model.type(changed.name)
    #expect(try queue(model).cursor == key)
    model.type(.escape)
    #expect(try queue(model).list.count == 59)
    #expect(try queue(model).cursor == key)
  }

  @Test func `sorting by a column twice turns round, and the original order comes back`() throws {
    var model = opened(Builder.rows(40))
    func scores() throws -> [Int] {
      let queue = try queue(model)
      return (0..<queue.list.count).map { model.context.cases.rows[queue.list[$0]].score?.minimum ?? -1 }
    }
    func rows() throws -> [Int] {
      let list = try queue(model).list
      return (0..<list.count).map { list[$0] }
    }
    let asOpened = try rows()
    func sort(_ digit: Key) { model.type(.letter("s"), digit, .enter) }
    sort(.letter("5"))
    #expect(try queue(model).sort == .score)
    #expect(try scores() == scores().sorted())
    sort(.letter("5"))
    #expect(try scores() == scores().sorted(by: >))
    sort(.letter("1"))
    #expect(try rows() == asOpened)
  }

  @Test func `sorting goes to the first row`() throws {
    var model = opened(Builder.rows(40))
    for _ in 0..<7 { model.type(.down) }
    model.type(.letter("s"), .letter("5"), .enter)
    #expect(try queue(model).window.cursor == 0)
    #expect(try queue(model).cursor == model.context.cases.rows[queue(model).list[0]].key)
  }

  @Test func `a list of lines marks what is not whole, as the screen does, at any width`() throws {
    var rows = (1...4).map { Builder.row($0) }
    rows[0].incomplete = ["x.event.json"]
    rows[1].contested = true
    rows[2].stale = true
    for (language, marks) in [(Language.zh, ["不完整", "争议", "失效"]), (.en, ["incomplete", "contested", "stale"])] {
      for width in [60, 80, 200] {
        let text = try QueueText(
          rows, tab: .all, filter: "", session: Builder.context(Size(80, 24), language).session, today: Builder.today,
          language
        )
        let lines = text.lines(columns: width)
        for (row, line) in zip(text.rows, lines.dropFirst()) {
          let shown = marks.filter { line.contains($0) }
          let wanted = !row.incomplete.isEmpty ? [marks[0]] : row.contested ? [marks[1]] : row.stale ? [marks[2]] : []
          #expect(shown == wanted && Width.of(line) <= max(60, width), "\(line)")
        }
      }
    }
  }

  @Test func `marks are of cases and survive everything`() throws {
    var model = opened(Builder.rows(40))
    model.type(.space, .space)
    let marks = try queue(model).marks
    #expect(marks.count == 2)
    model.type(.letter("s"), .home, .enter)
    #expect(try queue(model).marks == marks)
    model.type(.home, .letter("X"), .space, .down, .down, .letter("V"))
    #expect(try queue(model).marks.count == 4)
    model.type(.letter("A"))
    #expect(try queue(model).marks.count == 40)
    #expect(model.screen.contains("已选 40"))
    model.type(.letter("X"))
    #expect(try queue(model).marks.isEmpty)
  }

  @Test func `rows show as they come, and nothing jumps under the cursor`() throws {
    var model = Model(Builder.context(Size(80, 24), .zh))
    let rows = Builder.rows(3000)
    _ = model.update(.summaries(Array(rows[..<1000]), total: 3000, done: false))
    model.type(.letter("/"), .enter, .down, .down)
    let key = try queue(model).cursor
    #expect(model.screen.contains("载入 1,000 / 3,000"))
    _ = model.update(.summaries(Array(rows[1000..<2000]), total: 3000, done: false))
    #expect(try queue(model).list.count == 2000)
    #expect(try queue(model).cursor == key)
    #expect(try queue(model).window.cursor == 2)
    _ = model.update(.summaries(Array(rows[2000...]), total: 3000, done: true))
    #expect(try queue(model).cursor == key)
    #expect(!model.screen.contains("载入"))
  }

  @Test func `a long list is worked through in slices`() throws {
    let row = Builder.row(3)
    let rows = (0..<150_000).map { number in
      var copy = row
      copy.key.id = "C\(number)"
      return copy
    }
    var model = Model(Builder.context(Size(80, 24), .zh))
    _ = model.update(.summaries(rows, total: nil, done: true))
    _ = model.update(.time(1000))
    let effects = model.update(.key(.letter("/")))
    #expect(try queue(model).list.scanned == QueueList.slice)
    #expect(effects.isEmpty || effects == [.goOn])
    for _ in 0..<50 { _ = model.update(.goOn) }
    #expect(try queue(model).list.count == 150_000)
  }

  @Test func `tabs hold what they say`() throws {
    var row = Builder.row(1)
    let table: [(CaseState, QueueTab?)] = [
      (.received, .unassigned), (.inReview, .unassigned), (.returned, .returned), (.held, .held),
      (.toSign, .toSign), (.awaitingDraw, .spotCheck), (.spotCheck, .spotCheck),
      (.readyForNotice, .toPublish), (.inNotice, .inNotice), (.noticeClosed, .toPublish),
      (.readyToForward, .toPublish), (.forwarded, .atMinistry), (.decided, .done),
      (.ministryOutcome, .done), (.refused, .done), (.withdrawn, .done),
    ]
    row.assignee = nil
    row.openObjections = 0
    for (state, tab) in table {
      row.state = state
      let tabs = QueueTabs(of: row, officer: Builder.officer)
      #expect(QueueTab.allCases.filter { tabs.contains($0.bit) && $0 != .all } == [tab].compactMap { $0 })
    }
  }

  @Test(arguments: [80, 120, 200]) func `Tab walks the tabs that are shown, and Shift-Tab walks back`(width: Int) throws
  {
    var model = opened(Builder.rows(60), size: Size(width, 24))
    let shown = try queue(model).shownTabs(model.context)
    #expect(width >= 160 || shown.count < QueueScreen.tabs.count)
    var walked: [QueueTab] = []
    for key in Array(repeating: Key.tab, count: shown.count) + Array(repeating: .backTab, count: shown.count) {
      model.type(key)
      walked.append(try queue(model).tab)
      #expect(try queue(model).shownTabs(model.context).contains(try queue(model).tab))
    }
    let forward = Array(walked.prefix(shown.count))
    #expect(Set(forward) == Set(shown))
    #expect(walked.suffix(shown.count) == (forward.dropLast().reversed() + forward.suffix(1))[...])
  }

  @Test func `a move of the cursor changes few cells`() throws {
    var model = opened(Builder.rows(60))
    model.type(.down)
    let before = model.view()
    model.type(.down)
    let after = model.view()
    let changed = zip(before.cells, after.cells).filter { $0 != $1 }.count
    // Two rows and the preview's text, not the screen.
    #expect(changed < before.cells.count / 20, "\(changed) cells")
  }

  @Test func `a view is saved and used again`() throws {
    var model = opened(Builder.rows(60))
    model.type("/")
    model.type("未定")
    model.type(.enter, .letter("v"), .enter)
    model.type("未定的")
    _ = model.update(.time(model.context.now + 1000))
    let effects = model.update(.key(.enter))
    guard case .saveViews(let views) = effects.first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(views.map(\.name) == ["未定的"])
    #expect(views.first?.filter == "未定")
    _ = model.update(.views(views))
    // Another under the same name does not take its place.
    model.type(.letter("v"), .letter("2"), .enter)
    model.type("未定的")
    _ = model.update(.time(model.context.now + 1000))
    #expect(!model.update(.key(.enter)).contains { if case .saveViews = $0 { true } else { false } })
    #expect(model.screen.contains("已有同名的视图"))
    model.type(.escape)
    model.type(.letter("\\"))
    #expect(try queue(model).list.count == 60)
    model.type(.letter("v"), .letter("1"), .enter)
    #expect(try queue(model).list.count == 12)
  }
}
