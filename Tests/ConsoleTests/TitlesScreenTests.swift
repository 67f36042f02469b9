import ScoringCore
import StrictJSON
import Testing

@testable import Casework
@testable import Console

@Suite struct TitlesScreenTests {
  static let today = Builder.today

  /// Titles of two provinces: running, with updates due, ending, under inquiry, ended.
  static func records(_ count: Int = 24) -> [TitleRecord] {
    (0..<count).map { number in
      let row = Builder.row(number, name: number == 3 ? "示例名称特别长的智能装备与精密铸造技术研究开发股份有限公司" : nil)
      let from = Builder.day("2023-04-0\(1 + number % 9)").adding(days: number % 5 * 120)
      let status: TitleRecord.Status =
        number % 11 == 4 ? .inquiry : number % 11 == 7 ? .cancelled : number % 11 == 9 ? .reviewPending : .running
      return TitleRecord(
        folder: "titles/370000/\(number)", authority: number % 6 == 5 ? "440000" : "370000", division: row.division,
        tier: row.tier, tierName: row.tier.name, creditCode: "91370000EXAMPLE00\(number % 10)", name: row.name,
        number: number % 4 == 0 ? nil : "鲁示〔2023〕\(number) 号", from: from, until: from.adding(years: 3),
        status: status, isAssumed: false,
        updates: (from.year + 1...from.year + 3).map { year in
          TitleRecord.YearlyUpdate(year: year, due: Builder.day("\(year)-04-30"), state: year < 2026 ? "done" : nil)
        }, barUntil: status == .cancelled ? Builder.day("2029-01-01") : nil)
    }
  }

  private func model(_ size: Size, _ language: Language, _ records: [TitleRecord]?) -> Model {
    var model = CaseGolden.model(TitlesScreen(), size, language)
    if let records { _ = model.update(.titles(records)) }
    return model
  }

  @Test func `The register shows what falls due first`() throws {
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        try expectScreen(
          model(size, language, Self.records()).view(), "titles-\(size.columns)-\(language.rawValue)")
      }
    }
  }

  @Test func `A title given elsewhere is entered by a signing officer`() throws {
    var model = model(Size(120, 40), .zh, Self.records())
    #expect(model.give("act.registerTitle").isEmpty && model.screen.contains("只有签批人") == false)
    model.context.session.rights?.give(
      Rights.Grant(event: "", officer: Builder.officer, role: .signer, scope: Scope(authority: "370000")))
    #expect(model.give("act.registerTitle").isEmpty)
    _ = model.update(.time(model.context.now + 1_000))
    func send(_ key: Key) -> [Effect] {
      _ = model.update(.time(model.context.now + 1_000))
      return model.update(.key(key))
    }
    _ = send(.letter("2"))
    for text in ["370000", "91370000EXAMPLE001", "示例甲有限公司", "鲁〔2023〕1 号", "2024-02-29", "", "/tmp/a.pdf"] {
      _ = send(.tab)
      _ = send(.control("u"))
      model.type(text)
    }
    guard case .actIn(let folder, let intent)? = send(.enter).first, intent.action.name == .registerTitle else {
      Issue.record("nothing was asked for: \(model.screen)")
      return
    }
    let fields = intent.action.fields
    #expect(folder == "titles/370000/91370000example001-specialized-2024-02-29")
    #expect(intent.files == ["source": "/tmp/a.pdf"] && fields["until"] == nil)
    let place = Situation(
      .folder(History(folder: folder, [], registry: Registry([], store: "")), Registry([], store: "")), officer: "",
      today: Builder.today)
    let body = place.complete(intent.action).body(on: Builder.today)
    #expect(body["until"] == "2027-02-28" && body["authority"] == nil)
    #expect(fields["tier"] == "specialized" && fields["number"] == "鲁〔2023〕1 号")
  }

  @Test func `An empty register and one being read say so`() throws {
    #expect(model(Size(80, 24), .zh, []).screen.contains("还没有称号"))
    #expect(model(Size(80, 24), .zh, nil).screen.contains("正在读取称号登记"))
    #expect(model(Size(80, 24), .en, []).screen.contains("There are no titles yet"))
  }

  @Test func `The menu goes there and asks for the register`() {
    var model = Builder.model()
    _ = model.update(.time(9_000))
    var effects = model.update(.key(.letter("g")))
    for scalar in "称号".unicodeScalars { effects = model.update(.key(.character(scalar))) }
    effects = model.update(.key(.enter))
    #expect(effects.contains(.loadTitles))
    #expect(model.screen.contains("正在读取称号登记"))
  }

  @Test func `A name typed in the menu comes before what only holds it`() {
    var model = Builder.model(Size(80, 24), .zh)
    model.type(.letter("g"))
    model.type("公示")
    let rows = model.view().lines.filter { $0.contains("公示") && $0.contains("│") }
    #expect(rows.first { $0.contains("▸") }?.contains("待公示") == false)
  }

  @Test func `A title is found by initials tier place or code`() {
    let list = TitleList(Self.records(), today: Self.today)
    func names(_ text: String) -> Set<String> {
      Set(list.find(.all, text, authority: nil).map { list.rows[$0].record.name })
    }
    #expect(names("jmzz").allSatisfy { $0.contains("精密铸造") } && !names("jmzz").isEmpty)
    #expect(list.find(.all, "小巨人", authority: nil).allSatisfy { list.rows[$0].record.tier == .littleGiant })
    #expect(list.find(.all, "广东", authority: nil).allSatisfy { list.rows[$0].record.authority == "440000" })
    #expect(list.find(.all, "example003", authority: nil).count == 3)
    #expect(list.find(.all, "小巨人 没有这一家", authority: nil).isEmpty)
  }

  @Test func `Each part holds what its name says`() {
    let rows = TitleList(Self.records(), today: Self.today).rows
    for row in rows {
      #expect(row.tabs.contains(.inquiry) == (row.record.status == .inquiry))
      #expect(row.tabs.contains(.ended) == (row.record.status == .cancelled))
      #expect(row.tabs.contains(.pending) == (row.record.status == .reviewPending))
      #expect(row.tabs.contains(.ending) == row.record.reviewComesUp(today: Self.today, within: 90))
      #expect(row.tabs.contains(.updates) == !row.record.updatesDue(today: Self.today).isEmpty)
      #expect(row.tabs.contains(.due) == !row.dues.isEmpty)
    }
    #expect(rows.contains { $0.tabs.contains(.ending) })
    // The soonest comes first.
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.order <= $1.order })
  }

  @Test func `The cursor stays on its title when the register is read again`() {
    var model = model(Size(80, 24), .zh, Self.records())
    model.type(.down, .down, .down)
    let before = (model.screens.last as? TitlesScreen)?.current?.record.folder
    _ = model.update(.titles(Array(Self.records().dropFirst(2).reversed())))
    #expect((model.screens.last as? TitlesScreen)?.current?.record.folder == before)
  }

  @Test func `Tabs and digits turn to the parts`() {
    var model = model(Size(120, 40), .zh, Self.records())
    model.type(.letter("4"))
    #expect((model.screens.last as? TitlesScreen)?.tab == .inquiry)
    model.type(.tab)
    #expect((model.screens.last as? TitlesScreen)?.tab == .pending)
    model.type(.left)
    #expect((model.screens.last as? TitlesScreen)?.tab == .inquiry)
  }

  @Test func `The search narrows and escape brings back what was`() {
    var model = model(Size(80, 24), .zh, Self.records())
    let all = (model.screens.last as? TitlesScreen)?.shown.count
    model.type(.letter("/"))
    model.type("dianlan")
    #expect((model.screens.last as? TitlesScreen)?.shown.isEmpty == true)
    #expect(model.screen.contains("没有符合"))
    model.type(.escape)
    #expect((model.screens.last as? TitlesScreen)?.shown.count == all)
  }
}

/// One title with its events in memory.
@Suite struct TitleScreenTests {
  private static let folder = "titles/370000/1"

  /// A registry of one officer who holds every role, and the title's events.
  private func opened(_ events: [(String, JSONValue)] = []) throws -> OpenedTitle {
    let hash = CaseBench.hash(9_999)
    let registry = Registry(
      [
        Event(
          id: CaseBench.hash(1), key: hash, at: "", author: Builder.officer,
          body: [
            "on": "2025-01-01", "officer": .string(Builder.officer), "name": "李",
            "key": ["sign": .string(hash), "seal": .string(hash)], "roles": ["reviewer", "signer"], "threshold": 1,
          ], folder: "registry", kind: "found", parents: [], registry: [], seq: 1, store: "")
      ], store: CaseBench.hash(1))
    var history = History(folder: Self.folder, [], registry: registry)
    let first: (String, JSONValue) = (
      "registerTitle",
      [
        "on": "2023-05-04", "tier": "specialized", "creditCode": "91370000EXAMPLE000", "name": "示例甲智能装备有限公司",
        "from": "2023-05-04", "until": "2026-05-04", "source": .string(CaseBench.hash(7)),
      ]
    )
    for (number, event) in ([first] + events).enumerated() {
      history.append(
        Event(
          id: CaseBench.hash(20 + number), key: hash, at: "", author: Builder.officer, body: event.1,
          folder: Self.folder, kind: event.0, parents: history.heads, registry: registry.heads, seq: 2 + number,
          store: registry.store))
    }
    let record = try #require(history.title(today: Builder.today))
    return OpenedTitle(record, history, registry)
  }

  private func model(_ opened: OpenedTitle, _ size: Size = Size(80, 24), _ language: Language = .zh) -> Model {
    var model = CaseGolden.model(TitleScreen(opened.record), size, language)
    _ = model.update(.title(opened))
    return model
  }

  private static let inquiry: (String, JSONValue) = (
    "inquiry", ["on": "2026-03-01", "cause": "falseData", "text": "举报称人数不符"]
  )

  @Test func `A title shows its term what may be done and what happened`() throws {
    let opened = try opened([("update", ["on": "2025-04-02", "year": 2025, "state": "missed"]), Self.inquiry])
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        try expectScreen(
          model(opened, size, language).view(), "title-\(size.columns)-\(language.rawValue)")
      }
    }
  }

  private func send(_ key: Key, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.update(.key(key))
  }

  @Test func `An update of the year that is due takes three keys`() throws {
    var model = model(try opened([("update", ["on": "2025-04-02", "year": 2025, "state": "done"])]))
    _ = send(.letter("1"), &model)
    #expect(model.screen.contains("2024 年"))
    _ = send(.letter("3"), &model)
    guard case .actIn(Self.folder, let intent)? = send(.enter, &model).first, intent.action.name == .update else {
      Issue.record("no update was asked for")
      return
    }
    let fields = intent.action.fields
    #expect(fields["year"] == 2026)
    #expect(fields["state"] == "done")
  }

  @Test func `What is not permitted is greyed with its reason`() throws {
    var model = model(try opened())
    #expect(send(.letter("6"), &model).isEmpty)
    #expect(model.screen.contains("须先核查并听取企业陈述"))
  }

  @Test func `Ending names the inquiry it rests on and the tier`() throws {
    let heard: (String, JSONValue) = ("heard", ["on": "2026-03-05", "text": "已说明", "files": []])
    let opened = try opened([Self.inquiry, heard])
    var model = model(opened, Size(120, 40))
    _ = send(.letter("X"), &model)
    _ = send(.letter("1"), &model)
    for _ in 0..<3 { _ = send(.tab, &model) }
    model.type("查实")
    guard case .actIn(_, let intent)? = send(.enter, &model).first, intent.action.name == .endTitle else {
      Issue.record("nothing was asked for")
      return
    }
    let fields = opened.situation(of: Builder.officer, today: Builder.today).complete(intent.action).fields
    #expect(fields["of"]?.string == CaseBench.hash(21))
    #expect(fields["tiers"] == ["specialized"])
    #expect(fields["how"] == "cancelled")
  }
}
