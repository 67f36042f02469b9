@testable import Casework
import ScoringCore
import Testing

@testable import Console

/// Former names, provisional days and missed updates in queue and register.
@Suite struct OtherNamesTests {
  private let session = Session(officer: "rita", officerName: "", function: Phrase("", ""), authority: nil)

  private func found(_ filter: String, _ rows: [CaseSummary]) throws -> [String] {
    try QueueText(rows, tab: .all, filter: filter, session: session, today: Builder.today, .zh).rows.map(\.key.id)
  }

  @Test func `A case is found by every name of its holder and by their initials`() throws {
    var rows = (0..<4).map { Builder.row($0, name: "示例企业\($0)") }
    rows[2].otherNames = ["齐鲁旧名有限公司", "Old Works"]
    let id = [rows[2].key.id]
    for filter in ["旧名", "名称:旧名", "qljm", "old", "示例企业2"] {
      #expect(try found(filter, rows) == id, "\(filter)")
    }
    #expect(try found("旧厂", rows).isEmpty)
  }

  @Test func `Width, brackets, blanks and dots in a name are looked for as they are written or not`() throws {
    var rows = (0..<4).map { Builder.row($0, name: "示例企业\($0)") }
    rows[1].name = "示例ＡＢ·精工（山东）股份 有限公司"
    let id = [rows[1].key.id]
    for filter in ["ab精工", "ＡＢ·精工", "精工(山东)股份有限公司", "精工（山东）", "工山东股", "AB・精工【山东】"] {
      #expect(try found(filter, rows) == id, "\(filter)")
    }
    let list = rows[1].key.id
    #expect(try found(String(list.prefix(11)), rows).contains(list) && found(list, rows) == id)
  }

  @Test func `A title is found by its former names, which stand beside it`() throws {
    var records = TitlesScreenTests.records(6)
    records[1].formerNames = ["齐鲁旧名有限公司"]
    let list = TitleList(records, today: Builder.today)
    for text in ["旧名", "qljm"] {
      #expect(
        list.find(.all, text, authority: nil).map { list.rows[$0].record.folder } == [records[1].folder], "\(text)")
    }
    var model = CaseGolden.model(TitleScreen(records[1]), Size(80, 24), .zh)
    _ = model.update(.today(Builder.today))
    #expect(model.screen.contains("原名") && model.screen.contains("齐鲁旧名有限公司"))
  }

  @Test func `A day in the queue says that it is provisional where it was counted so`() throws {
    var row = Builder.row(1)
    row.state = .returned
    (row.due, row.countedSince) = (Builder.day("2027-01-07"), Builder.day("2026-12-25"))
    let context = Context(
      language: .zh, glyphs: .line, size: Size(100, 40), today: Builder.today, session: session)
    let facts = RowFacts(row, RowFacts.Basis(today: Builder.today, session: session))
    #expect(QueueColumn.due.text(row, facts, context) == "2027-01-07暂定")
    row.countedSince = nil
    #expect(QueueColumn.due.text(row, facts, context) == "2027-01-07")
    (row.due, row.countedSince) = (Builder.day("2026-12-31"), Builder.day("2026-12-25"))
    #expect(QueueColumn.due.text(row, facts, context) == "2026-12-31")
  }

  @Test func `Misses that were one too many fall due`() throws {
    var record = try #require(TitlesScreenTests.records(1).first)
    let rule = try #require(Standard.shared.editions.first).titles.update
    record.updates = [.init(year: 2025, due: Builder.day("2025-04-30"), rule: rule, state: "missed")]
    #expect(TitleRow(record, today: Builder.today).dues.contains { $0.text.zh.contains("失去复核资格") })
    record.status = .cancelled
    #expect(!TitleRow(record, today: Builder.today).dues.contains { $0.text.zh.contains("失去复核资格") })
  }
}
