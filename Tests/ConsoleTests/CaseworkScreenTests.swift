import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

@Suite struct CaseworkScreenTests {
  static let today = Day("2025-09-02") ?? Day(number: 0)

  private func bench(assigned: Bool = true) throws -> CaseBench {
    var application = try CaseApplications.specialized2022()
    application.materials = [
      Application.DeclaredDocument(
        item: .auditReport, year: 2024, file: "materials/audit-2024.pdf", sha256: CaseBench.hash(50), pages: 42),
      Application.DeclaredDocument(
        item: .businessLicence, file: "materials/licence.pdf", sha256: CaseBench.hash(51), pages: 1),
    ]
    var bench = CaseBench(application, today: Self.today)
    if assigned { bench.act(.assign, ["to": .string(CaseBench.officer), "noConflict": true]) }
    return bench
  }

  private func check(_ name: String, _ tab: CaseTab, _ bench: CaseBench, keys: [Key] = []) throws {
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        var model = try bench.model(tab, size, language)
        var copy = bench
        _ = copy.type(keys, in: &model)
        try expectScreen(model.view(), "case-\(name)-\(size.columns)-\(language.rawValue)")
      }
    }
  }

  @Test func `The checklist shows what each paper proves`() throws {
    var bench = try bench()
    bench.act(
      .verify,
      [
        "path": "facts.revenue.2024", "how": "read", "value": "6000",
        "source": ["material": .string(CaseBench.hash(50)), "page": 12],
      ])
    #expect(bench.refused.isEmpty)
    try check("materials", .materials, bench)
  }

  @Test func `A paper names its facts as every screen does`() throws {
    let file = try #require(try bench().file)
    var named = 0
    for paper in file.papers {
      let row = DocumentRow(paper, file, FactTexts(file))
      for (index, fact) in row.proves.enumerated() {
        let path = try #require(FactPath(fact.path))
        let dialog = row.verifyDialog(index, in: nil, Builder.context(Size(80, 24), .zh))
        #expect(fact.name == path.name && path.name.zh.hasPrefix(path.fact?.name.zh ?? "-"))
        #expect(dialog.form.fields.first { $0.id == "value" }?.label == path.name)
        named += 1
      }
    }
    #expect(named > 10)
  }

  @Test func `One key settles a paper and goes to the next`() throws {
    var bench = try bench()
    var model = try bench.model(.materials)
    let before = bench.events.count
    // Of a paper that nobody attached it is asked about once.
    bench.type([.letter("y")], in: &model)
    #expect(bench.events.count == before && model.screen.contains("没有附件，仍记为齐备吗？"))
    bench.type([.enter], in: &model)
    #expect(bench.events.count == before + 1)
    #expect(bench.file?.papers.contains { $0.state == .ok } == true)
  }

  @Test func `Three keys verify a value with its page`() throws {
    var bench = try bench()
    var model = try bench.model(.materials)
    for _ in 0..<20 where !model.view().lines.contains(where: { $0.hasPrefix("▸") && $0.contains("审计报告 2024") }) {
      bench.type([.down], in: &model)
    }
    var keys = bench.type([.letter("m")], in: &model)
    bench.type("6,000", in: &model)
    keys += bench.type([.tab], in: &model)
    bench.type("12", in: &model)
    keys += bench.type([.enter], in: &model)
    #expect(keys == 3)
    #expect(bench.refused.isEmpty)
    #expect(bench.file?.verified.values.first?.page == 12)
    #expect(model.screen.contains("审计报告 p.12"))
  }

  @Test func `Ten keys return a case with two reasons and a due day`() throws {
    var bench = try bench()
    var model = try bench.model(.materials)
    var keys = bench.type([.letter("r"), .letter("1"), .letter("2"), .tab], in: &model)
    // No paper is marked: what the reasons are about is said in words.
    for scalar in "营业执照".unicodeScalars { bench.type([.letter(scalar)], in: &model) }
    keys += bench.type([.tab, .enter], in: &model)
    #expect(keys <= 10)
    #expect(bench.refused.isEmpty)
    #expect(bench.file?.fold.state == .returned)
    #expect(bench.file?.fold.due != nil)
    #expect(model.screen.contains("限 2025-09-1"))
  }

  @Test func `A value that is none of the fact is refused in the field`() throws {
    func value(_ text: String, _ path: String) throws -> JSONValue {
      FactEntry.value(.string(text), at: try #require(FactPath(path)))
    }
    #expect(try value("6,000.5", "facts.revenue.2024") == "6000.5")
    #expect(try value("6,000.5555555", "facts.revenue.2024") == "6,000.5555555")
    #expect(try value("很多", "facts.revenue.2024") == "很多")
    #expect(try value("是", "facts.ownBrand") == true)
    #expect(try value("2024-02-30", "facts.segmentEntered") == "2024-02-30")
    #expect(try value("6000.50", "facts.revenue.2024") == "6000.5")
    var bench = try bench()
    var model = try bench.model(.breakdown)
    bench.type([.letter("m")], in: &model)
    bench.type("很多", in: &model)
    bench.type([.enter], in: &model)
    #expect(model.screen.contains("不是金额") && bench.events.allSatisfy { $0.act != .verify })
  }

  @Test func `A verified value changes the points beside the declared ones`() throws {
    var bench = try bench()
    bench.act(
      .verify,
      [
        "path": "facts.rdExpense.2024", "how": "read", "value": "380",
        "source": ["material": .string(CaseBench.hash(50)), "page": 13],
      ])
    let model = try bench.model(.breakdown, Size(120, 40))
    let row = model.view().lines.first { $0.contains("研发费用投入") }
    #expect(row?.contains("460 万") == true)
    #expect(row?.contains("380 万") == true)
    #expect(row?.contains("→") == true)
    try check("verified", .breakdown, bench)
  }

  @Test func `The recommendation names what it lacks and changes nothing`() throws {
    var bench = try bench()
    var model = try bench.model(.breakdown, Size(120, 40))
    let before = bench.events.count
    bench.type([.letter("t")], in: &model)
    #expect(model.screen.contains("还有材料没有核定"))
    bench.type([.enter], in: &model)
    #expect(bench.events.count == before)
    #expect(bench.refused.contains { $0.code == "papers" })
    try check("recommend", .breakdown, bench, keys: [.letter("t")])
  }

  @Test(arguments: [true, false])
  func `Only a proposal to pass is asked where the case goes next`(isPass: Bool) throws {
    let bench = try bench()
    var model = try bench.model(.breakdown)
    var screen = try #require(model.screens.last as? CaseScreen)
    screen.record?.recommendation = Proposal(isPass: isPass, author: "reviewer", on: Self.today)
    screen.record?.unmet[.sign] = []
    model.screens[model.last] = screen
    model.type(.letter("s"))
    #expect(model.dialog?.dialog.id == "act.sign")
    #expect(model.dialog?.dialog.form.fields.map(\.id) == (isPass ? ["next"] : []))
    _ = model.update(.time(model.context.now + 1_000))
    guard case .act(_, let intent)? = model.update(.key(.enter)).first, intent.action.name == .sign else {
      Issue.record("nothing was signed")
      return
    }
    let fields = intent.action.fields
    // Where it goes is what the case and the settings ask for; the case of this test has no proposal on file.
    #expect(fields["next"] == nil)
  }

  @Test func `What was grey when the palette opened can be given once it can`() throws {
    let bench = try bench()
    var model = try bench.model(.breakdown)
    let read = model.screens[model.last]
    model.screens[model.last] = CaseScreen(bench.key)
    model.type(.letter(":"))
    model.type("act.withdraw")
    model.screens[model.last] = read
    model.type(.enter)
    #expect(model.dialog?.dialog.id == "act.withdraw")
    #expect(model.dialog?.dialog.form.fields.map(\.id) == ["cause", "reason", "paper"])
  }

  @Test func `Three keys recommend a settled case and the recommender cannot sign it`() throws {
    var bench = try bench()
    for paper in bench.file?.papers ?? [] {
      var fields: [JSONValue.Member] = [.init("item", .string(paper.item.rawValue)), .init("state", "ok")]
      if let year = paper.year { fields.append(.init("year", .integer(Int64(year)))) }
      if let sha = paper.sha { fields.append(.init("file", .string(sha))) }
      bench.act(.check, .object(fields))
    }
    for path in bench.file?.unverified ?? [] {
      bench.act(.verify, ["path": .string(path.description), "how": "accepted"])
    }
    var model = try bench.model(.breakdown)
    let keys = bench.type([.letter("t"), .enter], in: &model)
    #expect(keys <= 3)
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    #expect(bench.file?.fold.state == .toSign)
    bench.type([.letter("s")], in: &model)
    #expect(bench.file?.fold.state == .toSign)
    #expect(
      model.screen.contains("本人") || model.screen.contains("另一") || model.screen.contains("他人") || model.toast != nil)
  }

  @Test func `The timeline shows every act newest first`() throws {
    var bench = try bench()
    bench.act(.note, ["text": "电话核对过社保人数"])
    bench.act(.hold, ["reason": "等待税务核查结果"])
    try check("timeline", .timeline, bench)
  }

  @Test func `A visit is recorded item by item with one key each`() throws {
    var bench = try bench()
    bench.act(.order, ["ground": "doubt", "text": "研发费用一年增长过快"])
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    try check("visit", .spotCheck, bench)
  }

  @Test func `Objections show their clock and that their text is sealed`() throws {
    var bench = try bench()
    bench.act(
      .lodge,
      [
        "as": "report", "arrived": "2025-08-27", "channel": "letter", "against": .string(bench.key.path),
        "text": .string(CaseBench.hash(70)), "identity": .string(CaseBench.hash(71)),
      ])
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    try check("objections", .objections, bench)
  }

  @Test func `A case without a record can only be looked at`() throws {
    let dossier = try CaseDossier(OpenedCase(declared: CaseApplications.specialized2022()))
    var model = CaseGolden.model(CaseScreen(Builder.row(2).key, dossier: dossier))
    model.type(.letter("r"))
    #expect(model.screen.contains("只能查看"))
  }

  @Test func `A letter is read beside the list of letters`() throws {
    let bench = try bench()
    let file = try #require(bench.file)
    var opened = OpenedCase(file)
    opened.letters = [
      LetterRecord(
        code: "return", name: Phrase("补正通知书", "Return for correction"), on: Self.today,
        text: "示例甲智能装备有限公司：\n\n请在十个工作日内补正下列材料。"),
      LetterRecord(code: "refusal", name: Phrase("不予认定通知书", "Refusal"), text: "草稿"),
    ]
    for size in CaseGolden.sizes {
      for language in Language.allCases {
        var model = try bench.model(.letters, size, language)
        _ = model.update(.opened(bench.key, opened))
        try expectScreen(model.view(), "case-letters-\(size.columns)-\(language.rawValue)")
      }
    }
  }

  @Test func `A sealed text is shown only after it was opened and that is recorded`() throws {
    var bench = try bench()
    bench.act(
      .lodge,
      [
        "as": "report", "arrived": "2025-08-27", "channel": "letter", "against": .string(bench.key.path),
        "text": .string(CaseBench.hash(70)), "identity": .string(CaseBench.hash(71)),
      ])
    var model = try bench.model(.objections)
    #expect(!model.screen.contains("工资表"))
    bench.type([.letter("o")], in: &model)
    #expect(bench.events.filter { $0.act == .view }.count == 2)
    let file = try #require(bench.file)
    var opened = OpenedCase(file)
    opened.texts = [CaseBench.hash(70): "研发人员数不实，附工资表。"]
    _ = model.update(.opened(bench.key, opened))
    #expect(model.screen.contains("工资表"))
  }

  @Test func `Three keys lodge an objection with its text and identity`() throws {
    var bench = try bench()
    var model = try bench.model(.objections)
    var keys = bench.type([.letter("n")], in: &model)
    bench.type("研发人员数不实", in: &model)
    keys += bench.type([.tab], in: &model)
    bench.type("某单位", in: &model)
    var asked: [JSONValue] = []
    for effect in model.update(.key(.enter)) {
      if case .act(_, let intent) = effect, intent.action.name == .lodge { asked.append(intent.action.fields) }
    }
    #expect(keys + 1 <= 6)
    #expect(asked.first?["as"]?.string == "objection")
    #expect(asked.first?["identity"]?.string == "某单位")
  }

  @Test func `A fact is verified from the row of the breakdown that it decides`() throws {
    var bench = try bench()
    var model = try bench.model(.breakdown)
    bench.type([.letter("m")], in: &model)
    bench.type("5,000", in: &model)
    bench.type([.tab], in: &model)
    bench.type("11", in: &model)
    bench.type([.enter], in: &model)
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    #expect(bench.file?.verified.values.first?.page == 11)
  }
}
