import CaseStore
import Casework
import Console
import Foundation
import StrictJSON
import Testing

@testable import ScoringCore

/// An edition that is only a data file, and its rows in the table of days: no line of Swift knows of it.
@Suite struct NewEditionTests {
  /// Other bounds, papers and terms of titles than any edition has, and another name of the first tier.
  private static let edition = """
    id: 2028-9
    name: {zh: 9号 2028, en: No. 9 of 2028}
    short: {zh: 9号, en: 9/2028}
    document: {zh: 工信部企业〔2028〕9号, en: "MIIT Enterprises [2028] No. 9"}
    counting: originalRankThree
    basics:
      cite: {zh: 基本条件, en: basic requirements}
      list:
        - {id: registered, name: {zh: 在中国境内注册, en: Registered in China}, test: {fact: registeredInChina}}
    titles:
      cite: {zh: 第四章, en: chapter IV}
      years: 5
      update: {by: 06-30, misses: 1, then: cancelled, text: {zh: 每年 6 月 30 日前更新, en: by 30 June each year}}
      change: {months: 2, text: {zh: 两个月内报告, en: reported within 2 months}}
      rename: {months: 1, text: {zh: 一个月内更名, en: renamed within a month}}
      inquiry: {text: {zh: 先核查, en: an inquiry first}}
      bar: {years: 7, causes: [falseData], everyTier: [], text: {zh: 七年不得申报, en: barred for seven years}}
    tiers:
      innovative:
        name: {zh: 科技和创新型, en: Technology and innovative}
        title: {zh: 科技和创新型中小企业, en: technology and innovative SME}
        cite: {zh: 附件甲, en: attachment A}
        materials: {application-form: always, platform-score: always, staff-list: {revenueBelow: 800}}
        conditions:
          - {id: size, name: {zh: 营业收入, en: Revenue}, test: {measure: amount, of: revenue, atLeast: 700}}

    """
  private static let id = "370000-2028-IN-000001"

  private static func application(revenue: Int, submitted: String = "2028-03-01", year: Int = 2027) -> [UInt8] {
    Array(
      """
      {"format":"tidu.application/1","id":"\(id)","tier":"innovative","type":"new","authority":"370000",\
      "batch":"2028-1","submitted":"\(submitted)","referenceYear":\(year),"enterprise":{"name":"齐鲁示例有限公司",\
      "creditCode":"91370100MA3TESTX0A","industryCode":"C3521","registered":"2012-05-06"},\
      "facts":{"registeredInChina":true,"revenue":{"\(year)":\(revenue)}}}
      """.utf8)
  }

  private static func standard() throws -> Standard {
    let old = "- tier: innovative\n  types: [new, review]\n  from: 2022-08-01\n"
    let days = Embedded.text("editions-by-day.yaml")
    #expect(days.contains(old))
    let new = """
      - tier: innovative
        types: [new, review]
        from: 2028-01-01
        edition: 2028-9
        document: {zh: 工信部企业〔2028〕9号, en: "MIIT Enterprises [2028] No. 9"}
        cite: {zh: 附件甲, en: attachment A}

      """
    return try Standard.shared.adding(
      edition: (edition, "2028-9.yaml"), days: days.replacing(old, with: old + "  until: 2027-12-31\n") + new)
  }

  private let folder: URL
  private let environment: [String: String]
  private let standard: Standard
  private let day = Day(year: 2028, month: 3, day: 2) ?? Day(number: 0)
  private let moment = Timestamp(seconds: 1_835_654_400)

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tidu-edition-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = ["XDG_DATA_HOME": folder.path + "/own"]
    standard = try Self.standard()
  }

  /// A store of an office that goes by it, and its founder's key.
  private func office() throws -> (store: Store, key: OfficerKey) {
    let path = folder.path + "/store"
    _ = try Store.create(
      path, founder: .init(officer: "li.ming", name: "李明"), passphrase: nil, at: moment, environment: environment)
    let store = try Store.open(path, environment: environment, by: standard)
    return (store, try #require(store.own).open(.none))
  }

  @Test func `It is imported, scored, explained, queued and written to, and its titles run by it`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (store, key) = try office()
    let report = store.receive(
      [.bytes(Self.application(revenue: 699), name: "a.json")], by: key, reader: ApplicationReader(standard: standard),
      at: { _ in moment })
    #expect(report.problems.isEmpty && report.received.map(\.id) == [Self.id], "\(report.problems)")
    let inForce = try store.standard(on: day)
    #expect(inForce == standard && inForce != .shared)

    let file = try #require(try store.caseFile(report.received[0], inForce, today: day))
    #expect(file.assessment?.edition == "2028-9" && file.assessment?.outcome == .fails)
    #expect(
      try standard.assess(ApplicationReader(standard: standard).read(Self.application(revenue: 700))).outcome == .meets)
    let lines = try CaseText(OpenedCase(file), by: inForce, .zh)
    #expect(lines.verdict[1].hasPrefix("科技和创新型  "))
    let explained = lines.explanation(onlyDeciding: false).joined(separator: "\n")
    #expect(explained.contains("700") && explained.contains("附件甲"), "\(explained)")
    #expect(file.papers.map(\.item) == [.applicationForm, .staffList, .platformScore])
    #expect(file.papers.first?.why.zh == "科技和创新型要求")

    let session = Session(
      officer: "li.ming", officerName: "李明", function: Phrase("", ""), authority: nil, standard: inForce)
    let (rows, unread) = try store.readSummaries(inForce)
    #expect(unread.isEmpty && rows.map(\.edition) == ["2028-9"])
    let queue = try QueueText(rows, tab: .all, filter: "", session: session, today: day, .zh)
    #expect(
      queue.lines(columns: 160).contains { $0.contains("科技和创新型") && $0.contains(Self.id) },
      "\(queue.lines(columns: 160))")

    let letter = try store.letter(
      file.letter(.refusal, today: day), authority: "370000", on: day, language: .zh)
    #expect(letter.text.contains("申报的科技和创新型中小企业") && letter.text.contains("工信部企业〔2028〕9号 附件甲"), "\(letter.text)")
    try titles(store, key)
  }

  /// A title of the register whose end nobody states.
  private func titles(_ store: Store, _ key: OfficerKey) throws {
    let inForce = try store.standard(on: day)
    let table = "authority,tier,creditCode,name,from\n370000,科技和创新型中小企业,91370100MA3TESTX0A,齐鲁,2028-02-29\n"
    let entered = store.enterTitles([(Array(table.utf8), "t.csv")], by: key, inForce, today: day, at: moment)
    #expect(entered.problems.isEmpty && entered.titles.count == 1, "\(entered.problems)")
    let title = try #require(try store.titles(inForce, today: day).records.first)
    #expect(title.tierName.zh == "科技和创新型" && title.until.description == "2033-02-28" && !title.isAssumed)
    #expect(title.updates.first?.due?.description == "2029-06-30" && title.updates.first?.rule?.misses == 1)
    #expect(inForce.edition(of: .innovative, on: day).titles.bar(from: day).description == "2035-03-02")
  }

  @Test func `Who does not hand it through never meets it`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try office().store.path
    let store = try Store.open(path, environment: environment)
    #expect(try store.standard(on: day).edition("2028-9") == nil)
    #expect(Standard.shared.edition("2028-9") == nil && standard.edition("2028-9") != nil)
    #expect(standard.digest != Standard.shared.digest)
    let before = Self.application(revenue: 1, submitted: "2027-12-31", year: 2026)
    let old = try standard.assess(ApplicationReader(standard: standard).read(before))
    #expect(old.edition == "2022-63")
  }
}
