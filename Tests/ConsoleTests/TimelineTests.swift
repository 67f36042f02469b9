import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

/// An event of the timeline can be read in full: beside the list, below it, and alone.
@Suite struct TimelineTests {
  /// A text as long as the standard allows, with line ends, whose end is not to be missed.
  private static let longest = "第一行\n第二行" + String(repeating: "长", count: 3_992) + "尾"

  private func bench() throws -> CaseBench {
    var bench = CaseBench(try CaseApplications.specialized2022(), today: CaseworkScreenTests.today)
    bench.act(.assign, ["to": .string(CaseBench.officer), "noConflict": true])
    return bench
  }

  private func screen(_ model: Model) -> String { model.view().lines.joined(separator: "\n") }

  @Test(arguments: [Size(80, 24), Size(120, 40), Size(200, 60)], Language.allCases)
  func `The event under the cursor stands in full by the list`(size: Size, language: Language) throws {
    var bench = try bench()
    bench.act(.note, ["text": "电话核对过社保人数\n另附花名册"])
    bench.act(.hold, ["reason": "等待税务核查结果"])
    var model = try bench.model(.timeline, size, language)
    let reason = Phrase("理由", "Reason")(language) + "  等待税务核查结果"
    #expect(screen(model).contains(reason), "\(screen(model))")
    bench.type([.down], in: &model)
    #expect(!screen(model).contains(reason))
    // Its lines are kept apart.
    let lines = model.view().lines
    #expect(lines.contains { $0.hasSuffix("另附花名册") && !$0.contains("电话核对") }, "\(lines)")
  }

  @Test(arguments: [Size(60, 16), Size(80, 24), Size(120, 40), Size(200, 60)])
  func `The reader shows the longest text to its end`(size: Size) throws {
    var bench = try bench()
    bench.act(.note, ["text": .string(Self.longest)])
    var model = try bench.model(.timeline, size)
    #expect(!screen(model).contains("尾"))
    bench.type([.enter], in: &model)
    #expect(screen(model).contains("备注      第一行"), "\(screen(model))")
    var pages = [screen(model)]
    repeat {
      bench.type([.pageDown], in: &model)
      pages.append(screen(model))
    } while pages.last != pages.dropLast().last
    // Every character of it was on some page, the last one on the last.
    #expect(pages.last?.contains("尾") == true, "\(pages)")
    #expect(pages.reduce(0) { $0 + $1.count { $0 == "长" } } >= 3_992)
    let id = try #require(bench.events.last?.id)
    #expect(size.columns < 80 || screen(model).contains(id), "\(screen(model))")
    bench.type([.home], in: &model)
    #expect(screen(model).contains("第一行"))
    bench.type([.escape], in: &model)
    #expect(model.top is CaseScreen)
  }

  @Test func `A hash is whole in the reader and shortened where it does not fit`() {
    let hash = String(repeating: "0123456789abcdef", count: 4)
    var event = TimelineRow(id: hash, on: nil, author: "li", text: Phrase("退回", "Returned"))
    event.record = [
      FieldText(name: "letter", label: Phrase("通知书", "Letter"), text: Phrase(hash, hash)),
      FieldText(name: "of", label: Phrase("哪一条", "Of"), text: Phrase("退回（li \(hash)）", "Returned (li \(hash))")),
    ]
    func lines(_ width: Int, isWhole: Bool) -> [String] {
      EventLayout(event: event, language: .zh, glyphs: .line, width: width, isWhole: isWhole).lines.map(\.text)
    }
    for width in [76, 110] {
      #expect(lines(width, isWhole: true).count { $0.contains(hash) } == 3, "\(lines(width, isWhole: true))")
    }
    #expect(lines(50, isWhole: false).contains("0123456789ab…"))
    #expect(lines(50, isWhole: false).contains { $0.contains("0123456789ab…）") })
    #expect(lines(80, isWhole: false).contains(hash))
  }

  @Test func `The head says whether it stands or why not`() {
    func head(_ event: TimelineRow) -> [EventLayout.Line] {
      EventLayout(event: event, language: .zh, glyphs: .line, width: 76, isWhole: false).lines
    }
    let day = Day("2025-08-26")
    var event = TimelineRow(id: "1", on: day, author: "li", name: "李", text: Phrase("签批", "Signed"))
    #expect(head(event)[1].text == "2025-08-26   生效   李")
    event.isLive = false
    #expect(head(event)[1].text == "2025-08-26   生效，其后已更新   李")
    event.standing = .rejected
    event.reason = Phrase("不是你办的", "not yours")
    event.remarks = [Phrase("日历变了", "another calendar")]
    #expect(head(event)[1].text == "2025-08-26   李")
    #expect(head(event)[2] == EventLayout.Line(text: "不生效：不是你办的", role: .fail))
    #expect(head(event)[3] == EventLayout.Line(text: "日历变了", role: .undetermined))
  }

  @Test func `Printed fields keep their lines and nothing that a terminal obeys`() {
    let text = "一\u{1B}[31m\n二\r\n" + String(repeating: "长", count: 4_000) + "尾"
    let record = EventFieldsText(
      [
        FieldText(name: "on", label: Phrase("日期", "Day"), text: Phrase("2025-08-26", "2025-08-26")),
        FieldText(name: "text", label: Phrase("说明", "Text"), text: Phrase(text, text)),
      ], .zh)
    #expect(record.lines.prefix(3) == ["日期  2025-08-26", "说明  一?[31m", "  二"])
    #expect(record.lines.count == 4 && record.lines[3].hasSuffix("尾"))
  }
}
