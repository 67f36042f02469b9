import ScoringCore
import Testing

@testable import Casework
@testable import Console

@Suite struct SummaryScreenTests {
  /// The summary of these rows, as the menu opens it.
  private static func model(
    _ size: Size = Size(80, 24), _ language: Language = .zh, rows: [CaseSummary] = Builder.rows(3214)
  ) -> Model {
    var model = Builder.model(size, language, rows: rows)
    _ = model.give("go.summary")
    return model
  }

  /// Another edition: little giants now fail, every third specialized case of those that failed meets; innovative ones
  /// cannot be judged.
  static func judged(_ key: CaseKey, _ model: Model) -> Judged {
    guard let row = model.context.cases[key] else { return .not(Phrase("读不出", "unreadable")) }
    guard row.tier != .innovative else {
      return .not(Phrase("版本 2026-2 没有创新型层级", "edition 2026-2 has no tier innovative"))
    }
    var counted = CountedCase(row)
    counted.edition = "2026-2"
    counted.before = row.outcome
    counted.score = nil
    counted.pass = nil
    if row.tier == .littleGiant { counted.outcome = .fails }
    if row.tier == .specialized, row.outcome == .fails, row.key.id.hasSuffix("3") { counted.outcome = .meets }
    return .counted(counted)
  }

  /// Chooses an edition and answers every question for what it says.
  static func judge(_ model: inout Model, _ edition: String = "2026-2") -> Int {
    _ = model.give("summary.edition")
    guard var form = model.question?.form else { return 0 }
    _ = form.fill(0, edition.isEmpty ? "1" : edition == "2022-63" ? "2" : "3")
    var effects = model.answerQuestion(form)
    var asked = 0
    while let next = effects.first(where: { if case .judge = $0 { true } else { false } }),
      case .judge(let keys, let edition) = next
    {
      asked += 1
      effects = model.update(
        .judged(Dictionary(uniqueKeysWithValues: keys.map { ($0, judged($0, model)) }), edition: edition))
    }
    return asked
  }

  private static func screen(_ model: Model) throws -> SummaryScreen {
    try #require(model.screens.last as? SummaryScreen)
  }

  @Test(arguments: Screens.sizes, Language.allCases)
  func `Summary by tier, and who crosses`(size: Size, language: Language) throws {
    var model = Self.model(size, language)
    try expectScreen(model.view(), "summary-\(size.columns)-\(language)")
    #expect(Self.judge(&model) > 10)
    try expectScreen(model.view(), "summary-crossing-\(size.columns)-\(language)")
  }

  @Test(arguments: Language.allCases) func `An empty store and one being read say so`(language: Language) throws {
    try expectScreen(Self.model(rows: []).view(), "summary-empty")
    var model = Model(Builder.context(Size(80, 24), language))
    _ = model.give("go.summary")
    #expect(model.screen.contains(language == .zh ? "正在读取" : "Reading"))
    // What arrives while it shows is counted at once.
    _ = model.update(.summaries(Builder.rows(30), total: 60, done: false))
    #expect(try Self.screen(model).table.entries.map(\.group.count).reduce(0, +) == 30)
    _ = model.update(.summaries((30..<60).map { Builder.row($0) }, total: 60, done: true))
    #expect(try Self.screen(model).table.entries.map(\.group.count).reduce(0, +) == 60)
  }

  @Test func `What is opened are the cases that were counted`() throws {
    var model = Self.model(rows: Builder.rows(120))
    for key in GroupKey.allCases {
      _ = model.give("summary.by")
      var form = try #require(model.question?.form)
      _ = form.fill(0, String((GroupKey.allCases.firstIndex(of: key) ?? 0) + 1))
      _ = model.answerQuestion(form)
      let entries = try Self.screen(model).table.entries
      #expect(entries.map(\.group.count).reduce(0, +) == 120)
      for entry in entries.prefix(12) {
        model.type(.enter)
        let queue = try #require(model.screens.last as? QueueScreen)
        #expect(queue.list.count == entry.group.count, "\(key) \(entry.values)")
        model.type(.escape, .down)
      }
    }
  }

  @Test func `Who crosses is listed for the group, and Enter opens one`() throws {
    var model = Self.model(rows: Builder.rows(400))
    _ = Self.judge(&model)
    let screen = try Self.screen(model)
    #expect(screen.table.entries.map(\.values) == [["specialized"], ["little-giant"]])
    #expect(screen.notJudged.count == Builder.rows(400).count { $0.tier == .innovative } && screen.notJudged.why != nil)
    let entry = try #require(screen.current?.group)
    #expect(entry.toMeets > 0 && screen.crossers.count == entry.toMeets + entry.toFails + entry.toUndetermined)
    model.type(.tab, .down)
    let wanted = screen.crossers[1].key
    model.type(.enter)
    #expect((model.screens.last as? CaseScreen)?.key == wanted)
    model.type(.escape)
    // Back to the rules in force: nothing crosses, and Tab says what to do first.
    #expect(Self.judge(&model, "") == 0)
    #expect(try Self.screen(model).table.entries.count == 3 && Self.screen(model).crossers.isEmpty)
    model.type(.tab)
    #expect(model.told?.kind == .refused)
  }

  @Test func `A case that changes is judged anew, and an answer about another edition is dropped`() throws {
    var model = Self.model(rows: Builder.rows(40))
    _ = Self.judge(&model)
    let before = try Self.screen(model).table.entries
    let row = try #require(Builder.rows(40).first { $0.tier == .specialized && $0.outcome == .meets })
    var effects = model.update(.judged([row.key: .not(Phrase("旧", "old"))], edition: "2022-63"))
    #expect(try effects.isEmpty && Self.screen(model).table.entries == before)
    var changed = row
    changed.outcome = .undetermined
    effects = model.update(.changed([changed], gone: []))
    #expect(effects.contains(.judge([row.key], edition: "2026-2")))
  }

  @Test func `What was not read whole is in no count and said`() throws {
    var rows = Builder.rows(30)
    rows[4].incomplete = ["x.event.json"]
    let model = Self.model(rows: rows)
    #expect(try Self.screen(model).table.entries.map(\.group.count).reduce(0, +) == 29)
    #expect(model.screen.contains("1 件读不全，未计入"))
  }

  @Test func `No case is lost where lines of the histogram are few`() {
    for seed in 0..<60 {
      var group = CaseGroup()
      for number in 0..<(1 + seed) {
        var counted = CountedCase(Builder.row(number))
        counted.score = Points((number * 37 + seed * 11) % 101, 100)
        counted.pass = seed % 3 == 0 ? nil : 60 + number % 2 * 10
        group.add(counted)
      }
      for room in [4, 6, 9, 13, 40] {
        let lines = HistogramLine.lines(of: group, room: room)
        let shown = lines.map { if case .bins(let bins) = $0 { group.histogram.counts[bins].reduce(0, +) } else { 0 } }
        #expect(shown.reduce(0, +) == group.count)
        #expect(lines.count <= max(room, 9), "\(room): \(lines)")
        let passes = lines.flatMap { line -> [Int] in if case .pass(let passes) = line { passes } else { [] } }
        #expect(passes == group.passes.sorted())
      }
    }
  }

  @Test func `Hostile names and many groups disturb nothing at any size`() {
    var rows = Builder.rows(300)
    for index in rows.indices { rows[index].key.batch = "2026-\(index)" }
    rows[3].name = "坏\u{1b}[31m名\u{202e}字"
    rows[3].deciding = ["condition.\u{1b}[2J"]
    for size in [Size(60, 16), Size(80, 24), Size(110, 20), Size(200, 60)] {
      for glyphs in [Glyphs.line, .asciiWide] {
        var model = Builder.model(size, .en, rows: rows, glyphs: glyphs)
        _ = model.give("go.summary")
        for keys in ["6", "9", "1 2 3 4 5 6 7 8 9"] {
          _ = model.give("summary.by")
          guard var form = model.question?.form else { continue }
          _ = form.fill(0, keys)
          _ = model.answerQuestion(form)
          _ = Self.judge(&model)
          model.type(.end, .tab, .pageDown, .tab, .home)
          let lines = model.view().lines
          #expect(lines.count == size.rows && lines.allSatisfy { !$0.contains("\u{1b}") })
        }
      }
    }
  }
}
