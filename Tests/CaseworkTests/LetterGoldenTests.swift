import Console
import Foundation
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Casework

/// Every letter and list by the program's own templates, for the three tiers and both outcomes, as an enterprise gets it:
/// `Letters/<name>-<language>.txt` and `.html`. `RECORD=1` with the filter `LetterGoldenTests` writes them anew, to be read.
@Suite struct LetterGoldenTests {
  private static let tiers: [Tier] = [.innovative, .specialized, .littleGiant]

  // MARK: What is printed

  @Test(arguments: tiers) func `What is returned for correction`(tier: Tier) throws {
    var desk = Desk.at("RV", tier)
    let audit: JSONValue = [
      "item": "audit-report", "year": 2024, "file": .string(Office.zeros), "state": "defective",
      "defects": [["code": "figure-differs", "text": "净利润与附注二的合计相差 12.5 万元"]],
    ]
    let licence: JSONValue = ["item": "business-licence", "state": "missing", "defects": [], "reason": "上传的是税务登记证"]
    let read: JSONValue = [
      "path": "facts.revenue.2024", "how": "read", "declared": "6100", "value": "6000",
      "source": ["material": .string(Office.zeros), "page": 12],
    ]
    for (act, body) in [("check", audit), ("check", licence), ("verify", read)] {
      #expect(desk.act(act, "rita", body).isValid)
    }
    let file = try file(desk, tier)
    let action = file.complete(
      Action(
        .return,
        ["reasons": ["missing", "figure-differs", "other"], "text": "请在平台上同步修改。\n更正的页须加盖公章。"]), by: "rita",
      today: Files.today)
    let letter = file.letter(.return, for: action, today: Files.today)
    try check("return-\(tier.rawValue)", letter)
    try check("return-numbered-\(tier.rawValue)", letter.numbered("鲁工信补〔2025〕12号"))
  }

  @Test(arguments: tiers) func `What is refused`(tier: Tier) throws {
    var desk = Desk.at("RV", tier)
    let refusal = Bodies.recommend("refuse").with("reasons", [["code": "other", "text": "实地核查未见申报的研发设备。"]])
    #expect(desk.act("recommend", "rita", refusal).isValid)
    try check("refusal-\(tier.rawValue)", file(desk, tier).letter(.refusal, today: Files.today))
    var plain = Desk.at("RV", tier)
    let coded = Bodies.recommend("refuse").with(
      "reasons", [["code": "not-owner", "text": .string(DefectCode.notOwner.sentence.zh)]])
    #expect(plain.act("recommend", "rita", coded).isValid)
    try check("refusal-coded-\(tier.rawValue)", file(plain, tier).letter(.refusal, today: Files.today))
  }

  @Test func `What the ministry refused`() throws {
    var desk = Desk.at("RM", .littleGiant)
    #expect(desk.act("ministry", "gus", Bodies.ministry("refused")).isValid)
    let after = try #require(Day("2025-12-02"))
    try check("refusal-by-ministry", file(desk, .littleGiant).letter(.refusal, today: after))
  }

  @Test func `What is refused after the notice`() throws {
    var desk = Desk.at("NC")
    let refused: JSONValue = [
      "outcome": "refuse", "document": "鲁工信企〔2025〕7号", "announced": "2025-10-09", "until": "2028-10-09",
      "reasons": [["code": "other", "text": "异议成立：主要知识产权不归申报企业所有。"]],
    ]
    #expect(desk.act("decide", "gina", refused).isValid)
    let after = try #require(Day("2025-10-10"))
    try check("refusal-after-notice", file(desk, .specialized).letter(.refusal, today: after))
  }

  @Test(arguments: tiers) func `What is recognised, and what is taken back`(tier: Tier) throws {
    var desk = Desk.at(tier == .littleGiant ? "MO" : "DE", tier)
    // Written when what they tell of has happened.
    let after = try #require(Day("2026-02-02"))
    try check("recognition-\(tier.rawValue)", file(desk, tier).letter(.recognition, today: after))
    #expect(desk.act("inquiry", "rita", Bodies.cause).isValid)
    #expect(desk.act("heard", "rita", Bodies.heard).isValid)
    let ending = Bodies.endTitle(desk.newest("inquiry")).with("text", "申报的研发费用与专项审计不符。\n企业已陈述意见，未予采纳。")
    #expect(desk.act("endTitle", "gina", ending).isValid)
    try check("cancellation-\(tier.rawValue)", file(desk, tier).letter(.cancellation, today: after))
  }

  @Test(arguments: tiers) func `What is published`(tier: Tier) throws {
    let files = try ["370100", "370600", "370100"].enumerated().map { index, division in
      try file(.at("RV", tier), tier, name: "示例\(["甲", "乙", "丙"][index])科技（山东）有限公司", division: division)
    }
    var body: JSONValue = ["document": "鲁工信企公示〔2025〕3号"]
    let codes: [LetterModel.Code] =
      tier == .littleGiant ? [.noticeList, .forwardingList] : [.noticeList, .recognitionList]
    for code in codes {
      if code == .noticeList { body = body.with("first", "2025-09-01").with("last", "2025-09-05") }
      let list = LetterModel.list(
        code, files, body, authority: "370000", batch: "2025-1", settings: Self.settings, today: Files.today)
      try check("\(code.rawValue)-\(tier.rawValue)", list)
    }
  }

  @Test(arguments: tiers) func `Summaries of a round, and forms of a case`(tier: Tier) throws {
    var refused = Desk.at("RV", tier)
    #expect(refused.act("recommend", "rita", Bodies.recommend("refuse")).isValid)
    let files = [try file(.at("TS", tier), tier), try file(refused, tier, type: "review")]
    for code in [ListLayout.Code.recommendation, .reviewSummary] {
      let layout = try #require(LetterTemplates.builtIn?[code])
      let rows = files.map { $0.listed(Files.today) }
      for language in Language.allCases {
        let list = layout.laidOut(rows, language)
        let csv = String(decoding: TableCSV.bytes(list.headings, list.rows), as: UTF8.self)
        try check("\(code.rawValue)-\(tier.rawValue)-\(language.rawValue)", "csv", csv)
      }
    }
    let (score, first) = (
      try #require(LetterTemplates.builtIn?[.scoreCard]), try #require(LetterTemplates.builtIn?[.firstCheck])
    )
    for language in Language.allCases {
      let forms = CaseForms(files[0], language)
      let name = "\(tier.rawValue)-\(language.rawValue)"
      if let card = forms.scoreCard(by: score) { try check("score-card-\(name)", "html", card.html) }
      try check("first-check-\(name)", "html", #require(forms.firstCheck(by: first)).html)
    }
  }

  // MARK: How it is compared

  private static var settings: OfficeSettings {
    var settings = OfficeSettings()
    settings.objectionsTo = "山东省工业和信息化厅中小企业处（济南市省府前街1号，0531-00000000）"
    return settings
  }

  private func file(
    _ desk: Desk, _ tier: Tier, type: String = "new", name: String = "齐鲁示例有限公司", division: String = "370100"
  ) throws -> CaseFile {
    let facts = #"""
      "registeredInChina":true,"independentLegalPerson":true,"sizeSector":"industry","abnormalOperationListed":false,
      "seriousDishonestyListed":false,"prohibitedProducts":false,"majorIncident":false,"taxEvasion":false,
      "mainRevenue":{"2022":3900,"2023":4766,"2024":5008.1},"rdExpense":{"2023":41,"2024":46},
      "netProfit":{"2024":525.2},"totalAssets":{"2024":9000},"totalLiabilities":{"2024":4499.9991},
      "employees":{"2024":180},"segmentEntered":"2024-06-01","titles":[],"awards":[],"revenue"
      """#
    let papers = [Files.paper("audit-report", year: 2024, sha: Office.zeros)]
    let application = try Files.application(papers: papers) {
      $0.replacing("\"specialized\"", with: "\"\(tier.rawValue)\"").replacing("\"new\"", with: "\"\(type)\"")
        .replacing("齐鲁示例有限公司", with: name).replacing("\"370100\"", with: "\"\(division)\"")
        .replacing(#""facts":{"revenue"#, with: #""facts":{"# + facts.dropLast())
    }
    return try #require(try Files.file(desk, [application], settings: Self.settings))
  }

  private func check(_ name: String, _ model: LetterModel, location: SourceLocation = #_sourceLocation) throws {
    let templates = try #require(LetterTemplates.builtIn)
    for language in Language.allCases {
      let list = try model.rows["cases"].map { try #require(templates[.publicList]).laidOut($0, language) }
      let letter = WrittenLetter(try #require(templates[model.code, language]).text(model, language), list)
      try check("\(name)-\(language.rawValue)", "txt", letter.text, location: location)
      try check("\(name)-\(language.rawValue)", "html", LetterPage(letter, language).page.html, location: location)
    }
  }

  private func check(_ name: String, _ type: String, _ text: String, location: SourceLocation = #_sourceLocation) throws
  {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Letters/\(name).\(type)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    let kept = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
    #expect(kept == text, "\(name).\(type) differs; RECORD=1 writes it", sourceLocation: location)
    guard type != "html" else { return }
    for mark in ["{{", "}}", "（）", "()", "其他：", "待编", "：：", "。。", "，，", "（，", "。（", " 。"] {
      #expect(!text.contains(mark), "\(name): \(mark)", sourceLocation: location)
    }
    // A list sets its cells apart by two blanks; a line that goes on is set in by three.
    for line in text.split(separator: "\n") where type == "txt" {
      let inner = line.drop { $0 == " " }
      #expect(!inner.contains("   ") && line.last != " ", "\(name): \(line)", sourceLocation: location)
    }
  }
}
