import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// A register of titles in a spreadsheet, entered row by row.
@Suite struct TitleIntakeTests {
  private static let today = Workplace.start.day
  private static let head = "主管部门 authority,层级 tier,代码 creditCode,企业 name,证书 number,自 from,至 until\r\n"

  private func enter(_ text: String, _ store: Store, _ key: OfficerKey) -> ImportReport {
    enter(Array(text.utf8), store, key)
  }

  private func enter(_ bytes: [UInt8], _ store: Store, _ key: OfficerKey) -> ImportReport {
    store.enterTitles([(bytes, "titles.csv")], by: key, today: Self.today, at: Workplace.start)
  }

  @Test(arguments: [
    String(repeating: "9", count: 400), "../../../x", "..", "9137/0100MA3TESTX", "91370100ma3testx0a", "con",
    "\u{202E}1",
    String(repeating: "企", count: 90),
  ])
  func `an odd credit code is one line of its row, and the others come in`(_ code: String) throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let report = enter(
      Self.head + "370000,specialized,\(code),甲公司,,2024-03-01,\r\n"
        + "370000,specialized,91370100MA3TESTX0A,乙公司,,2024-03-01,\r\n", store, key)
    #expect(report.stopped == nil && report.titles.count == 1)
    #expect(report.problems.map(\.path) == ["creditCode"] && report.problems.map(\.line) == [2], "\(report.problems)")
  }

  @Test
  func
    `each row is one signed event that names the table, a unreadable one is named with its line and the rest goes in`()
    throws
  {
    let place = Workplace()
    let (store, key) = try place.found()
    let text =
      Self.head + """
        370000,specialized,91370100MA3TESTX0A,甲公司,鲁〔2024〕1 号,2024-02-29,\r
        990000,specialized,91370100MA3TESTX1A,乙公司,,2024-03-01,\r
        370000,巨人,91370100MA3TESTX2A,丙公司,,2024-03-01,\r
        370000,创新型,91370100MA3TESTX3A,丁公司,,2024/3/1,2027-02-28\r
        370000,innovative,9137,戊公司,,2024-03-01,\r
        370000,innovative,91370100MA3TESTX4A,己公司,,2024-03-01,2024-02-28\r
        370000,innovative,91370100MA3TESTX5A,庚公司,,2024-02-30,\r
        370000,innovative,91370100MA3TESTX6A,,,2024-03-01,\r
        370000,specialized,91370100MA3TESTX0A,甲公司,鲁〔2024〕2 号,2024-02-29,\r

        """
    let report = enter(text, store, key)
    #expect(report.stopped == nil)
    #expect(report.titles.count == 2)
    #expect(report.problems.map(\.line) == [3, 4, 6, 7, 8, 9, 10])
    #expect(
      report.problems.map(\.path) == ["authority", "tier", "creditCode", "until", "from", "name", nil],
      "\(report.problems)")
    #expect(report.problems[0].column == 1 && report.problems[6].kind == .conflict)
    let records = try place.open().titles(today: Self.today).records
    #expect(records.map(\.name) == ["丁公司", "甲公司"])
    #expect(records[1].until.description == "2027-02-28" && records[1].number == "鲁〔2024〕1 号")
    #expect(records[0].tier == .innovative && records[0].until.description == "2027-02-28")
    let history = try store.history(report.titles[0])
    #expect(history.entries.map(\.verdict) == [.valid] && history.entries[0].event.author == "li.ming")
    let source = try #require(history.entries[0].event.body["source"]?.string)
    #expect(try store.file("rounds/370000/office", source) == Array(text.utf8))
    #expect(try store.own?.count(of: key.sign) == 3)
    // The same table again, and with a term that differs.
    let again = enter(text, try place.open(), key)
    #expect(again.titles.isEmpty && again.alreadyThere == 2)
    let other = enter(text.replacing("2027-02-28", with: "2027-03-01"), try place.open(), key)
    #expect(other.titles.isEmpty && other.problems.contains { $0.line == 5 && $0.kind == .conflict })
  }

  @Test func `UTF-8 with and without a byte-order mark and GB 18030 are read alike`() throws {
    let text = Self.head + "370000,专精特新,91370100MA3TESTX0A,甲公司,,2024-03-01,\n"
    // 主管部门 层级 代码 企业 证书 自 至 and the row's words, as GB 18030 has them.
    let words: [(String, [UInt8])] = [
      ("主管部门", [0xD6, 0xF7, 0xB9, 0xDC, 0xB2, 0xBF, 0xC3, 0xC5]), ("层级", [0xB2, 0xE3, 0xBC, 0xB6]),
      ("代码", [0xB4, 0xFA, 0xC2, 0xEB]), ("企业", [0xC6, 0xF3, 0xD2, 0xB5]), ("证书", [0xD6, 0xA4, 0xCA, 0xE9]),
      ("专精特新", [0xD7, 0xA8, 0xBE, 0xAB, 0xCC, 0xD8, 0xD0, 0xC2]), ("甲公司", [0xBC, 0xD7, 0xB9, 0xAB, 0xCB, 0xBE]),
      ("自", [0xD7, 0xD4]), ("至", [0xD6, 0xC1]),
    ]
    var old = Array(text.utf8)
    for (word, bytes) in words { old.replace(Array(word.utf8), with: bytes) }
    for bytes in [Array(text.utf8), TextEncoding.byteOrderMark + Array(text.utf8), old] {
      let place = Workplace()
      let (store, key) = try place.found()
      let report = enter(bytes, store, key)
      #expect(report.problems.isEmpty && report.titles.count == 1, "\(report.problems)")
      let record = try #require(try store.titles(today: Self.today).records.first)
      #expect(record.name == "甲公司" && record.tier == .specialized)
    }
  }

  @Test func `who does not sign there enters nothing, and the template reads as a table without rows`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let reviewer = try place.admit("wang", ["reviewer"], to: store, by: key)
    let report = enter(Self.head + "370000,specialized,91370100MA3TESTX0A,甲,,2024-03-01,\n", store, reviewer)
    #expect(report.titles.isEmpty && report.problems.map(\.kind) == [.permission])
    #expect(try store.disk.names("titles").isEmpty)
    let template = CSVTable.template(.titles, language: .zh, years: [])
    #expect(enter(template, store, key).problems.isEmpty)
    #expect(String(decoding: template, as: UTF8.self).contains("有效期起 from"))
    // An application's table is not taken for a register.
    let wrong = enter("编号 id,层级 tier\n1,2\n", store, key)
    #expect(wrong.problems.map(\.path) == ["id"] && wrong.titles.isEmpty)
  }

  @Test func `the receipt of a review names the title that it extends`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let table = Self.head + "370000,specialized,91370100MA3TESTX0A,甲公司,,2024-03-01,\n"
    let folder = try #require(enter(table, store, key).titles.first)
    let review = Workplace.application("C01").replacing("\"type\":\"new\"", with: "\"type\":\"review\"")
    let fresh = Workplace.application("C02")
    #expect(place.receive(try place.open(), key, review + "\n" + fresh).received.count == 2)
    func title(_ id: String) throws -> JSONValue? {
      let stored = try store.storedCase(CaseKey(authority: "370000", batch: "2025-1", id: id))
      return stored?.events.events.first?.payload["body"]?["title"]
    }
    #expect(try title("C01") == .string(folder))
    #expect(try title("C02") == nil)
  }

  @Test func `ending a title rests on its inquiry and ends its own tier where nothing else is said`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let wang = try place.admit("wang", ["signer"], to: store, by: key)
    let table = Self.head + "370000,specialized,91370100MA3TESTX0A,甲公司,,2024-03-01,\n"
    let folder = try #require(enter(table, store, key).titles.first)
    func act(_ kind: ActName, _ fields: JSONValue, _ by: OfficerKey) throws -> Event {
      try store.perform(Action(kind, fields), in: folder, by: by, today: Self.today, at: Workplace.start)
    }
    let inquiry = try act("inquiry", ["cause": "falseData", "text": "x"], key)
    _ = try act("heard", ["text": "x", "files": []], key)
    let ended = try act(
      "endTitle", ["how": "cancelled", "from": .string(Self.today.description), "text": "x"], wang)
    #expect(ended.body["of"]?.string == inquiry.id && ended.body["tiers"] == ["specialized"])
  }
}
