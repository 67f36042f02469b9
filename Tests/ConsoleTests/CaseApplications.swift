import Console
import ScoringCore

/// Applications as files state them, read by the reader and judged by the standard.
enum CaseApplications {
  static func application(
    _ tier: String, type: String = "new", submitted: String, facts: String, local: String = ""
  )
    throws -> Application
  {
    let year = submitted.prefix(4)
    let json = """
      {"format":"tidu.application/1","id":"370000-\(year)-SP-000123","tier":"\(tier)","type":"\(type)",
      "authority":"370000","division":"370100","batch":"\(year)-1","submitted":"\(submitted)",
      "referenceYear":\((Int(year) ?? 1) - 1),
      "enterprise":{"name":"示例甲智能装备有限公司","creditCode":"91370100MA3EXAMPL0","industryCode":"C3521",
      "registered":"2012-05-06"},"facts":{\(facts)}\(local.isEmpty ? "" : ",\"local\":{\(local)}")}
      """
    return try ApplicationReader(standard: .shared).read(Array(json.utf8))
  }

  static let basics = """
    "registeredInChina":true,"independentLegalPerson":true,"sizeSector":"industry","abnormalOperationListed":false,
    "seriousDishonestyListed":false,"prohibitedProducts":false,"majorIncident":false,"taxEvasion":false
    """

  static func yearly(_ year: Int) -> String {
    """
    "revenue":{"\(year - 2)":4100,"\(year - 1)":5230.45,"\(year)":6100},
    "mainRevenue":{"\(year - 2)":3900,"\(year - 1)":4766,"\(year)":5008.1},
    "rdExpense":{"\(year - 1)":418,"\(year)":460},"netProfit":{"\(year)":525.2},
    "totalAssets":{"\(year)":9000},"totalLiabilities":{"\(year)":4499.9991},"employees":{"\(year)":180}
    """
  }

  static let rest = """
    "segmentEntered":"2015-06-01","equityFinancing":[],"awards":[],"makerChina":[],"rdInstitutions":[{"level":"municipal",
    "joint":false}],"titles":[{"kind":"innovative-sme","validFrom":"2023-01-01","validUntil":"2026-12-31"}],
    "intellectualProperty":[{"kind":"invention-patent","status":"granted","granted":"2021-01-01","source":"original",
    "ownerRank":1,"highValue":[],"related":true,"inUse":true}],"chainResult":false,"sixBases":false,
    "timeHonoured":false,"servesChainLeader":true,"strategicEmerging":true
    """

  /// Undetermined: research staff and digital level are not stated.
  static func specialized2022() throws -> Application {
    try application(
      "specialized", submitted: "2025-08-21",
      facts: "\(basics),\(yearly(2024)),\(rest),\"qualityItems\":[\"own-brand\",\"standards\"]",
      local:
        "\"keyIndustry\":\"municipal\",\"innovativeOperation\":[\"first-product\"],\"segmentStanding\":\"none\",\"listing\":\"none\""
    )
  }

  static func specialized2026() throws -> Application {
    try application(
      "specialized", submitted: "2026-05-21",
      facts: "\(basics),\(yearly(2025)),\(rest),\"marketPositionHigh\":true,\"platformScore\":{\"2025\":50}")
  }

  static func littleGiantReview() throws -> Application {
    try application(
      "little-giant", type: "review", submitted: "2025-05-21",
      facts:
        "\(basics),\(yearly(2024)),\(rest),\"goodGovernance\":true,\"coreInformationSystem\":true,\"ownBrand\":true"
    )
  }

  static func innovative() throws -> Application {
    try application("innovative", submitted: "2025-03-03", facts: "\(basics),\(yearly(2024)),\(rest)")
  }
}
