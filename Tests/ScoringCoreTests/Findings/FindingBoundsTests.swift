import ScoringCore
import StrictJSON
import Testing

/// The bounds of every finding (Facts §4): what is just inside shows nothing of the kind, what is just outside does.
@Suite struct FindingBoundsTests {
  struct Row: Sendable {
    var facts: String
    var kind: Finding.Kind
    /// The field in doubt; `nil` where nothing of the kind is to be found.
    var path: String?

    init(_ facts: String, _ kind: Finding.Kind, _ path: String? = nil) {
      self.facts = facts
      self.kind = kind
      self.path = path
    }
  }

  static let units: [Row] = [
    // Five times, or a fifth.
    Row(#""revenue":{"2023":100,"2024":499.99}"#, .unit),
    Row(#""revenue":{"2023":100,"2024":500}"#, .unit, "revenue.2024"),
    Row(#""revenue":{"2023":500,"2024":100.01}"#, .unit),
    Row(#""revenue":{"2023":500,"2024":100}"#, .unit, "revenue.2023"),
    Row(#""totalAssets":{"2022":90,"2023":500,"2024":100}"#, .unit, "totalAssets.2023"),
    Row(#""totalAssets":{"2022":90,"2024":500}"#, .unit),
    Row(#""rdExpense":{"2022":500,"2023":510,"2024":100}"#, .unit, "rdExpense.2024"),
    Row(#""mainRevenue":{"2023":0,"2024":500}"#, .unit),
    Row(#""mainRevenue":{"2023":500,"2024":0}"#, .unit, "mainRevenue.2023"),
    // Net profit ten times, unless business brings it.
    Row(#""netProfit":{"2023":50,"2024":499}"#, .unit, "netProfit.2024"),
    Row(#""netProfit":{"2023":-50,"2024":500}"#, .unit),
    Row(#""revenue":{"2023":2000,"2024":2000},"netProfit":{"2023":50,"2024":499}"#, .unit),
    Row(#""revenue":{"2023":2000,"2024":2000},"netProfit":{"2023":50,"2024":499}"#, .plausibility),
    Row(#""revenue":{"2023":2000,"2024":2000},"netProfit":{"2023":50,"2024":500}"#, .unit),
    Row(#""revenue":{"2023":2000,"2024":2000},"netProfit":{"2023":50,"2024":500}"#, .plausibility, "netProfit.2024"),
    // Revenue a head.
    Row(#""revenue":{"2024":10},"employees":{"2024":10}"#, .unit),
    Row(#""revenue":{"2024":9.999999},"employees":{"2024":10}"#, .unit, "revenue.2024"),
    Row(#""revenue":{"2024":50000},"employees":{"2024":10}"#, .unit),
    Row(#""revenue":{"2024":50000.000001},"employees":{"2024":10}"#, .unit, "revenue.2024"),
    Row(#""sizeSector":"industry","revenue":{"2024":4000000}"#, .unit, "revenue.2024"),
    Row(#""sizeSector":"industry","revenue":{"2024":3999999}"#, .unit),
    // Total assets a hundred times revenue, or a hundredth.
    Row(#""revenue":{"2024":100},"totalAssets":{"2024":9999.99}"#, .unit),
    Row(#""revenue":{"2024":100},"totalAssets":{"2024":10000}"#, .unit, "totalAssets.2024"),
    Row(#""revenue":{"2024":100},"totalAssets":{"2024":1}"#, .unit, "totalAssets.2024"),
    Row(#""revenue":{"2024":0},"totalAssets":{"2024":100}"#, .unit),
  ]

  static let slips: [Row] = [
    Row(#""nationalShare":0"#, .fraction), Row(#""nationalShare":0.0001"#, .fraction, "nationalShare"),
    Row(#""segmentShare":0.9999"#, .fraction, "segmentShare"), Row(#""segmentShare":1"#, .fraction),
    Row(#""revenue":{"2024":5}"#, .year), Row(#""revenue":{"2025":5}"#, .year, "revenue.2025"),
    Row(#""platformScore":{"2025":5}"#, .year, "platformScore.2025"),
    Row(
      #""revenue":{"2023":5,"2024":5},"mainRevenue":{"2023":4,"2024":4},"netProfit":{"2023":0,"2024":0}"#, .copiedYear),
    Row(
      #""revenue":{"2023":5,"2024":5},"mainRevenue":{"2023":4,"2024":4},"employees":{"2023":3,"2024":3}"#, .copiedYear,
      "revenue.2024"),
    Row(#""revenue":{"2024":100},"mainRevenue":{"2024":900},"rdExpense":{"2024":1000}"#, .exchanged, "revenue.2024"),
    Row(#""revenue":{"2024":100},"mainRevenue":{"2024":90},"rdExpense":{"2024":1000}"#, .exchanged),
    Row(#""revenue":{"2023":1100,"2024":100},"rdExpense":{"2023":90,"2024":1000}"#, .exchanged, "revenue.2024"),
    Row(#""employees":{"2024":80},"rdStaff":{"2024":100}"#, .exchanged, "employees.2024"),
    Row(#""employees":{"2024":81},"rdStaff":{"2024":100}"#, .exchanged),
    Row(#""employees":{"2024":81},"rdStaff":{"2024":100}"#, .whole, "rdStaff.2024"),
    Row(#""employees":{"2023":95,"2024":30},"rdStaff":{"2023":28,"2024":100}"#, .exchanged, "employees.2024"),
    Row(#""employees":{"2023":95,"2024":100},"rdStaff":{"2023":28,"2024":130}"#, .exchanged),
  ]

  static let experts: [Row] = [
    Row(#""rdExpense":{"2024":60},"rdStaff":{"2024":60}"#, .plausibility),
    Row(#""rdExpense":{"2024":59.99},"rdStaff":{"2024":60}"#, .plausibility, "rdExpense.2024"),
    Row(#""rdExpense":{"2024":6000},"rdStaff":{"2024":60}"#, .plausibility),
    Row(#""rdExpense":{"2024":6000.01},"rdStaff":{"2024":60}"#, .plausibility, "rdExpense.2024"),
    Row(#""rdExpense":{"2024":10}"#, .plausibility),
    Row(#""rdExpense":{"2024":9.99}"#, .plausibility, "rdExpense.2024"),
    Row(#""revenue":{"2023":1000,"2024":999},"rdExpense":{"2023":100,"2024":149.99}"#, .plausibility),
    Row(#""revenue":{"2023":1000,"2024":999},"rdExpense":{"2023":100,"2024":150}"#, .plausibility, "rdExpense.2024"),
    Row(#""revenue":{"2023":1000,"2024":1000},"rdExpense":{"2023":100,"2024":150}"#, .plausibility),
    Row(#""revenue":{"2024":10000},"rdExpense":{"2024":294.99}"#, .threshold),
    Row(#""revenue":{"2024":10000},"rdExpense":{"2024":295}"#, .threshold, "rdExpense.2024"),
    Row(#""revenue":{"2024":10000},"rdExpense":{"2024":305}"#, .threshold, "rdExpense.2024"),
    Row(#""revenue":{"2024":10000},"rdExpense":{"2024":305.01}"#, .threshold),
    Row(#""employees":{"2024":6}"#, .plausibility), Row(#""employees":{"2024":5}"#, .plausibility, "employees.2024"),
    Row(#""intellectualProperty":[]"#, .plausibility, "intellectualProperty"),
    Row(#""intellectualProperty":null"#, .plausibility),
    Row(#""ownBrand":false,"qualityItems":["own-brand"]"#, .plausibility, "ownBrand"),
    Row(#""ownBrand":true,"qualityItems":["own-brand"]"#, .plausibility),
    Row(#""sizeSector":"industry""#, .track), Row(#""sizeSector":"software""#, .track, "sizeSector"),
    Row(#""sixBases":true,"championTitle":true"#, .track),
    Row(#""totalAssets":{"2024":100},"totalLiabilities":{"2024":100}"#, .whole),
    Row(#""totalAssets":{"2024":100},"totalLiabilities":{"2024":101}"#, .whole, "totalLiabilities.2024"),
    Row(#""revenue":{"2024":100},"leadingProductRevenue":{"2024":101}"#, .whole, "leadingProductRevenue.2024"),
    Row(#""revenue":{"2024":100},"netProfit":{"2024":101}"#, .whole, "netProfit.2024"),
    Row(#""revenue":{"2024":100},"rdExpense":{"2024":101}"#, .whole, "rdExpense.2024"),
    Row(#""totalAssets":{"2024":100},"equityFinancing":[\#(round(101, "2024-12-31"))]"#, .whole, "totalAssets.2024"),
    Row(#""totalAssets":{"2024":100},"equityFinancing":[\#(round(101, "2025-01-01"))]"#, .whole),
    Row(#""totalAssets":{"2024":100},"equityFinancing":[\#(round(100, "2024-12-31"))]"#, .whole),
    Row(#""totalAssets":{"2024":100},"equityFinancing":[\#(round(2000, "2024-12-31"))]"#, .unit, "equityFinancing[0]"),
  ]

  private static func round(_ amount: Int, _ day: String) -> String {
    #"{"date":"\#(day)","amount":\#(amount),"qualifiedInvestor":true,"paidIn":true}"#
  }

  @Test(arguments: units + slips + experts)
  func `what lies inside shows nothing, what lies outside is named`(_ row: Row) throws {
    let findings = Standard.shared.findings(of: try Self.application(facts: row.facts))
    let paths = findings.filter { $0.kind == row.kind && $0.paths.contains { $0.hasPrefix("facts.") } }.map(\.path)
    if let path = row.path {
      #expect(paths.first == "facts." + path, "\(row.facts): \(findings.map(\.message.en))")
    } else {
      #expect(paths == [], "\(row.facts): \(findings.map(\.message.en))")
    }
  }

  @Test func `every finding says its figures and what would settle it, in both languages`() throws {
    for row in Self.units + Self.slips + Self.experts {
      for finding in Standard.shared.findings(of: try Self.application(facts: row.facts)) {
        #expect(finding.message.zh.contains("；请") || finding.message.zh.contains("，请"), "\(finding.message.zh)")
        #expect(finding.message.en.contains("; ") && !finding.paths.isEmpty, "\(finding.message.en)")
      }
    }
  }

  @Test(arguments: [
    ("chainPosition", 300), ("rdCooperation", 300), ("introduction", 2_000),
  ])
  func `a text is noticed where it is longer than meant, or says whose it is`(_ text: String, _ meant: Int) throws {
    func kinds(_ value: String) throws -> [Finding.Kind] {
      var application = try Self.application(facts: "", texts: #""\#(text)":"\#(value)""#)
      application.enterprise.name = "济南示例轴承（集团）有限公司"
      return Standard.shared.findings(of: application).filter { $0.path == "texts." + text }.map(\.kind)
    }
    #expect(try kinds(String(repeating: "好", count: meant)) == [])
    #expect(try kinds(String(repeating: "好", count: meant + 1)) == [.textLength])
    for name in [
      "济南示例轴承（集团）有限公司", "济南示例轴承(集团)有限公司", "示例轴承", "示 例\\n轴承", "91350100M000100Y43", "９１３５０１００m000100y43",
    ] {
      #expect(try kinds("我们" + name + "成立于") == [.blindText], "\(name)")
    }
    for other in ["示例精密轴承", "轴承", "济南", "有限公司"] { #expect(try kinds(other) == [], "\(other)") }
  }

  /// Of Shandong, manufacturing; nothing is to be noticed of it but its facts.
  private static func application(facts: String, texts: String = "") throws -> Application {
    try ReadingSample.read(
      """
      {"format":"tidu.application/1","id":"a","tier":"specialized","type":"new","authority":"370000","division":"370100",
      "batch":"b","submitted":"2025-08-21","referenceYear":2024,"enterprise":{"name":"齐鲁精密","creditCode":"91350100M000100Y43",
      "industryCode":"C3521","registered":"2012-05-06"},"facts":{\(facts)},"texts":{\(texts)}}
      """)
  }
}
