import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

@Suite struct TableTests {
  static let head =
    "id,tier,type,authority,batch,submitted,referenceYear,企业名称 enterprise.name,enterprise.creditCode,"
    + "enterprise.industryCode,enterprise.registered,revenue.2023,revenue.2024,strategicEmerging,awards,qualityItems"

  static func row(_ id: String, name: String = "齐鲁示例有限公司", _ rest: String = "") -> String {
    "\(id),specialized,new,370000,2025-1,2025/8/21,2024,\(name),91370100MA3TESTX0A,C3521,2012-05-06,"
      + "5230.45,6100,是,\"level=national, rank=2, date=2024/1/5; level=provincial,rank=1,date=2023-02-03\",[]"
      + rest
  }

  private func read(_ bytes: [UInt8]) -> (items: [ImportItem], problems: [ImportProblem]) {
    var items: [ImportItem] = []
    var problems: [ImportProblem] = []
    ImportSource.read(bytes, file: "t.csv", take: { items.append($0) }, report: { problems.append($0) })
    return (items, problems)
  }

  @Test(arguments: [[], TextEncoding.byteOrderMark])
  func `a row becomes an application file`(mark: [UInt8]) throws {
    let (items, problems) = read(mark + Array((Self.head + "\r\n" + Self.row("C01") + "\r\n").utf8))
    #expect(problems == [])
    let application = try ApplicationReader(standard: .shared).read(try #require(items.first).bytes)
    #expect(application.id == "C01")
    #expect(application.enterprise.name == "齐鲁示例有限公司")
    #expect(application.submitted.description == "2025-08-21")
    #expect(application.facts.revenue[2023]?.fen == 5_230_450_000)
    #expect(application.facts.awards?.count == 2)
    #expect(application.facts.qualityItems == [])
    #expect(application.facts.strategicEmerging == true)
    #expect(application.facts.ownBrand == nil)
  }

  @Test func `GB 18030 is read, and the row of a unreadable byte is named while the rest goes in`() throws {
    // 齐鲁 in GB 18030, and a character of four bytes (𠀀).
    let name: [UInt8] = [0xC6, 0xEB, 0xC2, 0xB3, 0x95, 0x32, 0x82, 0x36]
    func row(_ id: String, _ name: [UInt8]) -> [UInt8] {
      let parts = Self.row(id, name: "#").replacing("是", with: "TRUE").split(separator: "#", maxSplits: 1)
      return Array(parts[0].utf8) + name + Array(parts[1].utf8) + [0x0A]
    }
    let head = Array((Self.head.replacing("企业名称 ", with: "") + "\n").utf8)
    let (items, problems) = read(
      head + row("C01", name) + row("C02", [0xFF, 0xFF]) + row("C03", name) + row("C04", name))
    #expect(items.map(\.line) == [2, 4, 5])
    let application = try ApplicationReader(standard: .shared).read(items[0].bytes)
    #expect(application.enterprise.name == "齐鲁\u{20000}")
    #expect(problems.map(\.line) == [3] && problems.map(\.column) == [8])
    #expect(problems[0].message.en.contains("GB 18030"))
  }

  @Test func `one spoiled row does not turn UTF-8 into something else`() throws {
    let text = Array((Self.head + "\n" + Self.row("C01") + "\n" + Self.row("C02") + "\n").utf8)
    var bytes = text + Array(Self.row("C03").utf8)
    let place = try #require(bytes[text.count...].firstIndex { $0 >= 0x80 })
    bytes[place] = 0xFF
    let (items, problems) = read(bytes)
    #expect(items.map(\.line) == [2, 3])
    #expect(problems.map(\.line) == [4] && problems[0].message.en.contains("UTF-8"))
  }

  @Test func `what is wrong with a cell, a row or a heading is said with its place`() {
    let cases: [(String, line: Int?, column: Int?)] = [
      (Self.head + ",revenues.2024\n" + Self.row("C01"), 1, 17),
      (Self.head + ",id\n" + Self.row("C01"), 1, 17),
      (Self.head + "\n" + Self.row("C01").replacing("6100", with: "\"6,100\""), 2, 13),
      (Self.head + "\n" + Self.row("C01").replacing("是", with: "有"), 2, 14),
      (Self.head + "\n" + Self.row("C01").replacing("rank=2", with: "rank 2"), 2, 15),
      (Self.head + "\n" + Self.row("C01").replacing("rank=2", with: "place=2"), 2, 15),
      (Self.head + "\n" + Self.row("C01", ",x"), 2, 17),
      (Self.head + "\n" + Self.row("C01") + ",\"never closed", 2, nil),
      ("", nil, nil),
    ]
    for (text, line, column) in cases {
      let (items, problems) = read(Array(text.utf8))
      #expect(items.isEmpty || text.isEmpty, "\(text)")
      if !text.isEmpty {
        #expect(problems.first?.line == line && problems.first?.column == column, "\(problems)")
      }
    }
  }

  @Test func `an error of the application is shown at its column and row of the table`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let text = [
      Self.head, Self.row("C01"), Self.row("C02").replacing("C3521", with: "X35"),
      Self.row("C03").replacing("5230.45", with: "-1"), Self.row("C04").replacing("national", with: "world"),
    ].joined(separator: "\n")
    let report = place.receive(store, key, text, name: "t.csv")
    #expect(report.received.map(\.id) == ["C01"])
    #expect(report.problems.map(\.line) == [3, 4, 5])
    #expect(report.problems.map(\.column) == [10, 12, 15])
  }

  @Test func `line breaks inside quotes do not lose count of the lines`() {
    let rows = CSV.rows(Array("a,b\n\"x\ny\",\"q\"\"q\"\n\n1,2\r\n".utf8)[...])
    #expect(rows.map(\.line) == [1, 2, 5])
    #expect(rows[1].cells == [Array("x\ny".utf8), Array("q\"q".utf8)])
    #expect(rows[2].cells == [[0x31], [0x32]])
  }

  @Test(arguments: Language.allCases)
  func `the template is a heading row that the import knows`(language: Language) {
    let template = CSVTable.template(language: language, years: [2022, 2023, 2024])
    #expect(template.starts(with: TextEncoding.byteOrderMark))
    let (items, problems) = read(template)
    #expect(items.isEmpty && problems.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `the template calls every fact by its one name, with the unit of its figures, in the table's order`(
    language: Language
  ) {
    let years = [2023, 2024]
    let text = String(decoding: CSVTable.template(language: language, years: years).dropFirst(3), as: UTF8.self)
    let units: [ScoringCore.Unit: Phrase] = [.money: Phrase("（万元）", " (wan yuan)"), .percent: Phrase("（%）", " (%)")]
    let expected = Fact.allCases.flatMap { fact in
      (fact.isYearly ? years.map { ".\($0)" } : [""]).map { year in
        "\(fact.name(language))\(units[fact.unit]?(language) ?? "") \(fact.rawValue)\(year)"
      }
    }
    let headings = text.split(separator: "\",\"").map(String.init)
    #expect(headings.dropFirst(12).prefix(expected.count) == expected[...])
  }

  @Test func `every fact of an application goes into a table and comes out of it`() throws {
    let cells: [String: String] = [
      "registeredInChina": "否", "sizeSector": "real-estate", "revenue.2024": "6100.5", "employees.2024": "120",
      "platformScore.2024": "55.25", "segmentEntered": "2015/2/28", "digitalLevel": "3", "nationalShare": "12.3456",
      "qualityItems": "own-brand;standards",
      "equityFinancing": "date=2024-02-29,amount=2000.5,qualifiedInvestor=是,paidIn=否",
      "intellectualProperty":
        "kind=design,status=applied,source=transferred,transferred=2021-01-01,ownerRank=2,related=否,inUse=是",
      "awards": "level=provincial,rank=3,date=2023-01-01", "makerChina": "rank=5,date=2023-01-01",
      "titles": "kind=technology-sme,validFrom=2023-01-01,validUntil=2025-12-31",
      "rdInstitutions": "level=own,joint=否",
    ]
    let keys = cells.keys.sorted()
    let head =
      "id,tier,type,authority,batch,submitted,referenceYear,enterprise.name,enterprise.creditCode,"
      + "enterprise.industryCode,enterprise.registered"
    let row = "C01,specialized,new,370000,2025-1,2025-08-21,2024,示例,91370100MA3TESTX0A,C3521,2012-05-06"
    let table = [
      ([head] + keys).joined(separator: ","), ([row] + keys.map { "\"\(cells[$0] ?? "")\"" }).joined(separator: ","),
    ].joined(separator: "\n")
    let (items, problems) = read(Array(table.utf8))
    #expect(problems == [])
    let application = try ApplicationReader(standard: .shared).read(try #require(items.first).bytes)
    let stated = application.factPaths.compactMap(\.fact)
    #expect(Set(stated.map(\.rawValue)) == Set(keys.map { String($0.prefix { $0 != "." }) }))
    #expect(application.facts.equityFinancing?.first?.amount.fen == 2_000_500_000)
    #expect(application.facts.revenue[2024]?.fen == 6_100_500_000)
  }
}
