import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

/// What officers wrote can be read whole: by Enter, in the pane below the list, at the head and in dialogs.
@Suite struct ReadingTests {
  private static let today = CaseworkScreenTests.today
  private static let sizes = [Size(80, 24), Size(120, 40), Size(200, 60)]

  private static func bench() throws -> CaseBench {
    var bench = CaseBench(try CaseApplications.specialized2022(), today: today)
    bench.act(.assign, ["to": .string(CaseBench.officer), "noConflict": true])
    return bench
  }

  /// A case that was returned for a defect, with the officer's sentence.
  private static func returned() throws -> CaseBench {
    var bench = try bench()
    bench.act(
      .check,
      [
        "item": "audit-report", "year": 2024, "state": "defective", "defects": ["figure-differs"],
        "text": "附注与主表差 380 万元",
      ])
    bench.act(.return, ["reasons": ["figure-differs"], "text": "请补交 2024 年审计报告附注", "days": 15])
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    return bench
  }

  // MARK: Whole

  @Test(arguments: sizes, Language.allCases)
  func `A paper shows its defect, the officer's sentence, who and where in the list`(size: Size, language: Language)
    throws
  {
    var bench = try Self.returned()
    var model = try bench.model(.materials, size, language)
    let count = try #require(bench.file?.papers.count)
    // The head names the reason on every row; the pane says who found it.
    for _ in 0..<count where !model.screen.contains("李  2025-09-02") { bench.type([.down], in: &model) }
    let name = DefectCode.figureDiffers.name(language)
    #expect(
      model.screen.contains("附注与主表差 380 万元") && model.screen.contains(name) && model.screen.contains("李  2025-09-02"),
      "\(model.screen)")
    #expect(model.screen.contains("/\(count)"), "\(model.screen)")
    bench.type([.letter("i")], in: &model)
    #expect(model.top is ReadingScreen && model.screen.contains("附注与主表差 380 万元"), "\(model.screen)")
    bench.type([.escape], in: &model)
    #expect(model.top is CaseScreen)
  }

  @Test func `Enter on a paper that nobody attached opens what is on file of it`() throws {
    var bench = try Self.bench()
    var model = try bench.model(.materials)
    bench.type([.enter], in: &model)
    #expect(model.top is ReadingScreen && model.screen.contains("没有附件"), "\(model.screen)")
  }

  @Test(arguments: sizes) func `An objection shows its answer with the reasons, and every step`(size: Size) throws {
    var bench = try Self.bench()
    bench.act(
      .lodge,
      [
        "as": "report", "text": .string(CaseBench.hash(70)), "identity": .string(CaseBench.hash(71)),
        "arrived": "2025-08-27",
      ])
    let of = try #require(bench.events.last?.id)
    bench.act(.investigate, ["of": .string(of), "step": "heard", "text": "企业说明了口径\n并交了底稿"])
    bench.act(.answer, ["of": .string(of), "outcome": "dismissed", "text": "底稿与申报一致"])
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    var model = try bench.model(.objections, size)
    #expect(model.screen.contains("不成立") && model.screen.contains("底稿与申报一致"), "\(model.screen)")
    bench.type([.enter], in: &model)
    var pages = model.screen
    for _ in 0..<4 {
      bench.type([.pageDown], in: &model)
      pages += model.screen
    }
    #expect(pages.contains("企业说明了口径") && pages.contains("并交了底稿") && pages.contains("听取企业意见"), "\(pages)")
  }

  @Test(arguments: sizes) func `An item of a visit shows both figures, the note, who, and what it did`(size: Size)
    throws
  {
    var bench = try VisitScreenTests.bench(items: ["facts.rdExpense.2024"])
    bench.act(
      .finding, ["item": "facts.rdExpense.2024", "state": "differs", "value": "110", "text": "凭证只到十月"])
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    var model = try bench.model(.spotCheck, size)
    bench.type([.home, .enter], in: &model)
    #expect(model.top is ReadingScreen)
    for text in ["460", "110", "凭证只到十月", "赵", "研发费用一年增长过快", "测算结果"] {
      #expect(model.screen.contains(text), "\(text): \(model.screen)")
    }
  }

  @Test func `Papers of one kind are told apart where they are listed, and in the timeline`() throws {
    var application = try CaseApplications.specialized2022()
    application.materials = (1...3).map {
      Application.DeclaredDocument(
        item: .ipCertificate, file: "materials/ip-\($0).pdf", sha256: CaseBench.hash(60 + $0), pages: 1)
    }
    var bench = CaseBench(application, today: Self.today)
    bench.act(.assign, ["to": .string(CaseBench.officer), "noConflict": true])
    for number in 1...3 {
      bench.act(
        .check,
        [
          "item": "ip-certificate", "file": .string(CaseBench.hash(60 + number)), "state": "notRequired",
          "reason": "见平台",
        ])
    }
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    let lines = try #require(bench.file).timeline.filter { $0.entry.event.act == .check }.map(\.line.zh)
    #expect(lines == (1...3).map { "核对材料：知识产权证书 #\($0)，不要求，见平台" }, "\(lines)")
    let screen = try bench.model(.timeline, Size(120, 40)).screen
    for number in 1...3 { #expect(screen.contains("知识产权证书 #\(number)")) }
  }

  @Test func `An event says what followed from it`() throws {
    let bench = try Self.returned()
    let returned = try #require(bench.events.last?.id)
    let followed = try #require(bench.file).followed(returned)
    #expect(followed.map(\.text.zh) == ["在审 → 退回补正"], "\(followed)")
    var verified = try Self.bench()
    verified.act(
      .verify, ["path": "facts.revenue.2024", "how": "accepted"])
    let accepted = try #require(verified.events.last?.id)
    #expect(try #require(verified.file).followed(accepted).isEmpty)
    verified.act(
      .verify,
      [
        "path": "facts.rdExpense.2024", "how": "read", "value": "90",
        "source": ["material": .string(CaseBench.hash(9))],
      ])
    let event = try #require(verified.events.last)
    let result = try #require(verified.file).followed(event.id).first { $0.name == "result" }
    #expect(event.act == .verify && result?.text.zh.contains(" → ") == true, "\(String(describing: result))")
    // It is asked for anew where another value took its place.
    verified.act(
      .verify,
      [
        "path": "facts.rdExpense.2024", "how": "read", "value": "460",
        "source": ["material": .string(CaseBench.hash(9))],
      ])
    let since = try #require(verified.file).followed(event.id).first { $0.name == "replaced" }
    #expect(since?.text.zh.contains("与申报一致") == true, "\(String(describing: since))")
  }

  // MARK: The head

  @Test(arguments: sizes, Language.allCases)
  func `Why it was returned stands at the head until the case is decided`(size: Size, language: Language) throws {
    var bench = try Self.returned()
    var model = try bench.model(.breakdown, size, language)
    let head = Phrase("退回补正 2025-09-02 李", "Returned 2025-09-02 by 李")(language)
    #expect(model.screen.contains(head), "\(model.screen)")
    bench.type([.letter("!")], in: &model)
    let body = model.dialog?.dialog.body.map(\.text) ?? []
    #expect(body.contains { $0.contains("请补交 2024 年审计报告附注") }, "\(model.screen)")
    bench.type([.enter], in: &model)
    bench.act(.withdraw, ["cause": "request", "reason": "企业撤回"])
    #expect(bench.file?.fold.state == .withdrawn)
    #expect(try !bench.model(.breakdown, size, language).screen.contains(head))
    // Nor where the return was taken back.
    var undone = try Self.returned()
    undone.act(.undo, ["of": .string(try #require(undone.events.last?.id)), "reason": "误操作"])
    #expect(undone.refused.isEmpty && undone.file?.lastReturn == nil)
  }

  @Test(arguments: sizes) func `What a visit found otherwise stands at the head with both figures`(size: Size) throws {
    var bench = try VisitScreenTests.bench(items: ["facts.rdExpense.2024"])
    bench.act(.finding, ["item": "facts.rdExpense.2024", "state": "differs", "value": "110"])
    bench.act(.finding, ["item": "facts.revenue.2024", "state": "notSeen"])
    let screen = try bench.model(.breakdown, size).screen
    #expect(screen.contains("抽查：研发费用 2024：申报 460 万，现场 110 万；"), "\(screen)")
    var model = try bench.model(.breakdown, size)
    bench.type([.letter("!")], in: &model)
    #expect(model.screen.contains("营业收入 2024：申报 6,100 万，未能查见"), "\(model.screen)")
  }
}
