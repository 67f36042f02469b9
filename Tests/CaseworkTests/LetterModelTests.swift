import Foundation
import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// What letters and lists say, and under which name.
@Suite struct LetterModelTests {
  @Test(arguments: [
    ("2026-11-27", "2026年11月27日", "二〇二六年十一月二十七日"), ("2030-01-10", "2030年1月10日", "二〇三〇年一月十日"),
    ("2009-10-20", "2009年10月20日", "二〇〇九年十月二十日"), ("2024-02-29", "2024年2月29日", "二〇二四年二月二十九日"),
    ("2025-12-01", "2025年12月1日", "二〇二五年十二月一日"), ("2025-03-31", "2025年3月31日", "二〇二五年三月三十一日"),
  ])
  func `A day on paper is written as the office sets`(day: String, digits: String, characters: String) throws {
    let day = try #require(Day(day))
    #expect(day.onPaper() == Phrase(digits, day.description))
    #expect(day.onPaper(.characters) == Phrase(characters, day.description))
  }

  @Test func `Every authority has a full name that signs, and an office's own stands before it`() {
    for authority in Authorities.shared.all {
      #expect(
        authority.office.zh.hasPrefix(authority.name.zh) && authority.office.zh.contains("信息化"), "\(authority.key)")
    }
    #expect(OfficeSettings().signature(authority: "370000").zh == "山东省工业和信息化厅")
    var settings = OfficeSettings()
    settings.signature = "某市工业和信息化局"
    #expect(settings.signature(authority: "370000").zh == "某市工业和信息化局")
  }

  private func file(
    _ desk: Desk, _ tier: String = "specialized", _ type: String = "new", settings: OfficeSettings = OfficeSettings()
  ) throws -> CaseFile {
    let application = try Files.application {
      $0.replacing("\"specialized\"", with: "\"\(tier)\"").replacing("\"new\"", with: "\"\(type)\"")
    }
    return try #require(try Files.file(desk, [application], settings: settings))
  }

  @Test(arguments: [
    ("innovative", "不予认定通知书", "创新型中小企业"), ("specialized", "不予认定通知书", "专精特新中小企业"),
    ("little-giant", "不予推荐通知书", "专精特新“小巨人”企业"),
  ])
  func `A refusal is called by its tier`(tier: String, heading: String, title: String) throws {
    let letter = try file(.at("RV"), tier).letter(.refusal, today: Files.today)
    #expect(letter[.heading].zh == heading && letter[.title].zh == title)
    #expect((letter[.refused].zh == "不予推荐") == (tier == "little-giant"))
  }

  @Test(arguments: [
    (LetterModel.Code.noticeList, "specialized", "new", "2025年第1批拟认定专精特新中小企业名单公示"),
    (.noticeList, "innovative", "review", "2025年第1批创新型中小企业拟复核通过名单公示"),
    (.noticeList, "little-giant", "new", "2025年第1批拟推荐专精特新“小巨人”企业名单公示"),
    (.recognitionList, "specialized", "new", "2025年第1批专精特新中小企业认定名单"),
    (.recognitionList, "specialized", "review", "2025年第1批专精特新中小企业复核通过名单"),
    (.forwardingList, "little-giant", "new", "2025年第1批专精特新“小巨人”企业推荐名单"),
  ])
  func `A list is entitled by what it is`(code: LetterModel.Code, tier: String, type: String, heading: String) throws {
    let files = [try file(.at("RV"), tier, type)]
    let list = LetterModel.list(
      code, files, ["document": "x"], authority: "370000", batch: "2025-1", settings: OfficeSettings(),
      today: Files.today)
    #expect(list[.heading].zh == heading)
    #expect(!list[.objections].zh.isEmpty && list[.authority].zh == "山东省工业和信息化厅")
  }

  @Test func `A batch of another name keeps it`() {
    for name in ["2026", "2026-x", "abc-1", "2026-1-2", "2026-0"] { #expect(LetterModel.batchName(name).zh == name) }
  }

  @Test func `A correction names each paper with its year and page, and the officer's own words`() throws {
    var desk = Desk.at("RV")
    let papers = [2023, 2024].map {
      Files.paper("audit-report", year: $0, sha: $0 == 2023 ? Office.ones : Office.zeros)
    }
    for (year, sha, text) in [(2023, Office.ones, "附注二与利润表不符"), (2024, Office.zeros, "缺第 9 页")] {
      let body: JSONValue = [
        "item": "audit-report", "year": .integer(Int64(year)), "file": .string(sha), "state": "defective",
        "defects": [["code": "figure-differs", "text": .string(text)]],
      ]
      #expect(desk.act("check", "rita", body).isValid)
    }
    let read: JSONValue = [
      "path": "facts.revenue.2024", "how": "read", "declared": "6100", "value": "6000",
      "source": ["material": .string(Office.zeros), "page": 12],
    ]
    #expect(desk.act("verify", "rita", read).isValid)
    let application = try Files.application(papers: papers)
    let file = try #require(try Files.file(desk, [application]))
    let action = file.complete(
      Action(.return, ["reasons": ["figure-differs"], "text": "请一并更正申报表"]), by: "rita", today: Files.today)
    let letter = file.letter(.return, for: action, today: Files.today)
    let row = try #require(letter.rows["reasons"]?.first)
    #expect(row["about"]?.zh == "审计报告（2023年度、2024年度第12页）")
    // The sentence of the code says all that its name does.
    #expect(row["code"] == .empty)
    let lines = row["text"]?.zh.split(separator: "\n").map(String.init)
    #expect(
      lines == ["材料中的数据与填报不一致，请核对后补正。", "2023年：附注二与利润表不符", "2024年：缺第 9 页", "请一并更正申报表"])
  }

  @Test func `A reason that no paper has and of which nothing is said is refused, and says where to write it`() throws {
    let file = try file(.at("RV"))
    let letter = JSONValue.string(Office.ones)
    func unmet(_ fields: JSONValue) -> [String] {
      file.situation(of: "rita", today: Files.today).prepare(Action(.return, fields)).unmet.map(\.code)
    }
    for code in DefectCode.allCases where code != .other {
      #expect(unmet(["reasons": [.string(code.rawValue)], "letter": letter]) == ["aboutWhat"], "\(code)")
      #expect(unmet(["reasons": [.string(code.rawValue)], "text": "营业执照", "letter": letter]).isEmpty, "\(code)")
    }
  }

  @Test func `A refusal names each condition that fails, with figure, bound and clause`() throws {
    var desk = Desk.at("RV")
    #expect(desk.act("recommend", "rita", Bodies.recommend("refuse")).isValid)
    let facts = #""facts":{"rdExpense":{"2023":10,"2024":12},"abnormalOperationListed":true,"revenue"#
    let application = try Files.application { $0.replacing(#""facts":{"revenue"#, with: facts) }
    let file = try #require(try Files.file(desk, [application]))
    let rows = try #require(file.letter(.refusal, today: Files.today).rows["reasons"])
    let failing = (file.explanation?.children ?? []).filter { $0.kind == .basics || $0.kind == .conditions }
      .flatMap(\.children).filter { $0.outcome == .fails }
    #expect(!failing.isEmpty && rows.count == failing.count + 1)
    for node in failing {
      let row = try #require(rows.first { $0["about"] == node.name }, "\(node.id)")
      #expect(row["clause"]?.zh == node.citation?.document.zh && row["place"]?.zh == node.citation?.place.zh)
      for comparison in node.comparisons where comparison.outcome == .fails {
        #expect(row["text"]?.zh.contains(comparison.bound.text.zh) == true, "\(node.id)")
      }
    }
    #expect(rows.map { $0["index"]?.zh } == (1...rows.count).map(String.init))
  }

  @Test func `Rows of a layout stand in its order of cities, and are numbered through`() {
    let layout = ListLayout(
      .publicList, title: .plain("t"),
      columns: [.init(.plain("n"), .index), .init(.plain("e"), .enterprise), .init(.plain("r"), nil)], isByCity: true,
      cities: ["烟台市"])
    let rows = [("甲", "济南市"), ("乙", "烟台市"), ("丙", ""), ("丁", "青岛市"), ("戊", "济南市")].map { name, city in
      ListField.row([.enterprise: name, .city: city])
    }
    let list = layout.laidOut(rows, .zh)
    #expect(list.groups.map(\.name).first == "烟台市" && list.groups.map(\.name).last == "")
    #expect(list.rows.map { $0[0] } == ["1", "2", "3", "4", "5"])
    #expect(list.text.hasPrefix("烟台市\n1  乙\n\n济南市\n2  甲\n3  戊\n"), "\(list.text)")
  }
}
