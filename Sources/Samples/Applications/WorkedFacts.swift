import ScoringCore

/// The facts of worked cases, by path, each as JSON.
enum WorkedFacts {
  /// A firm that meets what every tier asks of one with its revenue.
  /// - Parameter revenue: of the reference year, in 万元.
  static func base(tier: Tier, type: ApplicationType, submitted: Day, revenue: Int) -> [String: String] {
    func money(_ share: Int) -> String {
      yearly(submitted.year - 1, revenue * share / 100, revenue * share * 87 / 10_000, revenue * share * 75 / 10_000)
    }

    let year = submitted.year - 1
    let held: TitleKind =
      type == .review
      ? (tier == .innovative ? .innovativeSME : tier == .specialized ? .specializedSME : .littleGiant)
      : tier == .littleGiant ? .specializedSME : .innovativeSME
    var facts = [
      "sizeSector": "\"industry\"", "segmentEntered": "\"\(year - 8)-03-01\"", "digitalLevel": "3",
      "qualityItems": "[\"standards\",\"own-brand\"]", "nationalShare": "15", "segmentShare": "15", "nationalRank": "2",
      "equityFinancing": "[]", "awards": "[]", "makerChina": "[]", "titles": "[\(title(held, submitted, valid: true))]",
      "rdInstitutions": "[{\"level\":\"provincial\",\"joint\":false}]",
      "employees": yearly(year, 120, 110, 100), "rdStaff": yearly(year, 66, 60, 55),
      "revenue": money(100), "mainRevenue": money(95),
      "rdExpense": yearly(year, max(150, revenue * 8 / 100), max(140, revenue * 7 / 100), max(130, revenue * 6 / 100)),
      "netProfit": money(11),
      "totalAssets": money(125), "totalLiabilities": money(50), "leadingProductRevenue": money(75),
      "platformScore": yearly(year, 75, 70, 65),
    ]
    let unwanted: Set<FlagFact> = [
      .abnormalOperationListed, .seriousDishonestyListed, .prohibitedProducts, .majorIncident, .taxEvasion,
      .championTitle,
      .controlLink, .groupSimilarProduct, .timeHonoured,
    ]
    for fact in FlagFact.allCases { facts[fact.rawValue] = unwanted.contains(fact) ? "false" : "true" }
    facts["intellectualProperty"] = "[\(Array(repeating: patent, count: 4).joined(separator: ","))]"
    return Dictionary(uniqueKeysWithValues: facts.map { ("facts." + $0.key, $0.value) })
  }

  /// What else a score can be made to differ by: best first.
  static let spares: [[(String, String)]] = {
    let levels: [(String, [String])] = [
      ("digitalLevel", ["3", "2", "1"]), ("qualityItems", ["[\"standards\",\"own-brand\"]", "[\"standards\"]", "[]"]),
      (
        "rdInstitutions",
        ["national", "provincial", "municipal", "own"].map { "[{\"level\":\"\($0)\",\"joint\":false}]" } + ["[]"]
      ),
      (
        "intellectualProperty",
        [
          "[\(patent)]",
          "[\(patent.replacing("\"original\"", with: "\"transferred\",\"transferred\":\"2015-01-01\""))]", "[]",
        ]
      ),
      ("chainResult", ["true", "false"]), ("sixBases", ["true", "false"]),
    ]
    return levels.reduce([[]]) { sets, level in
      sets.flatMap { set in level.1.map { set + [(level.0, $0)] } }
    }
  }()
  static let best: [(String, String)] = spares.first ?? []

  private static let patent =
    "{\"kind\":\"invention-patent\",\"status\":\"granted\",\"granted\":\"2014-05-06\",\"source\":\"original\",\"ownerRank\":1,"
    + "\"highValue\":[],\"related\":true,\"inUse\":true}"

  private static func yearly(_ year: Int, _ now: Int, _ before: Int, _ earlier: Int) -> String {
    "{\"\(year)\":\(now),\"\(year - 1)\":\(before),\"\(year - 2)\":\(earlier)}"
  }

  private static func title(_ kind: TitleKind, _ submitted: Day, valid: Bool) -> String {
    let until = submitted.adding(days: valid ? 200 : -1)
    return
      "{\"kind\":\"\(kind.rawValue)\",\"validFrom\":\"\(submitted.adding(years: -2))\",\"validUntil\":\"\(until)\"}"
  }

  /// What an added condition looks at, on one side of its bound.
  static func facts(
    _ test: Test, _ side: WorkedCase.Side, year: Int, _ submitted: Day
  ) -> [(path: String, value: String)] {
    switch test {
    case .measure(_, _, let bound):
      // Money has six decimals, so that one fen is the least step.
      let fen = Int128(bound.numerator) * (1_000_000 / Int128(bound.denominator))
      let revenue = side == .below ? fen - 1 : side == .on ? fen : 2 * fen
      return [("facts.revenue", "{\"\(year)\":\(decimal(revenue)),\"\(year - 1)\":\(decimal(revenue * 87 / 100))}")]
    case .industryInside(let codes):
      let code = codes.first.map { String(($0 + "000").prefix(5)) } ?? "C3521"
      let other = ["A0111", "C1311", "I6510"].first { other in !codes.contains { other.hasPrefix($0) } } ?? "T9700"
      return [("enterprise.industryCode", side == .below ? other : code)]
    case .noTitle(let kinds):
      guard side != .above, let kind = kinds.first else { return [] }
      return [("facts.titles", "[\(title(kind, submitted, valid: side == .below))]")]
    case .flag(let fact, let wanted):
      return [("facts." + fact.rawValue, (side == .below) != wanted ? "true" : "false")]
    default: return []
    }
  }

  /// The last answer below, one in the middle on the bound, the best above.
  static func answer(_ indicator: LocalRules.Indicator, _ side: WorkedCase.Side) -> String {
    let keys = indicator.fact.choices.map { "\"\($0.key)\"" }
    if indicator.fact.isSet {
      let each = indicator.points.first ?? 1
      let most = (indicator.outOf + each - 1) / each
      return "[\(keys.prefix(side == .below ? 0 : side == .on ? max(1, most / 2) : most).joined(separator: ","))]"
    }
    return side == .below ? keys.last ?? "null" : side == .on ? keys[keys.count / 2] : keys.first ?? "null"
  }

  /// 14999999 → `14.999999`.
  private static func decimal(_ fen: Int128) -> String {
    let digits = String(fen % 1_000_000)
    let rest = String(repeating: "0", count: 6 - digits.count) + digits
    return rest == "000000" ? "\(fen / 1_000_000)" : "\(fen / 1_000_000).\(rest)"
  }

  /// The members of one object, in the order of their keys.
  static func object(_ members: [String: String], under top: String) -> String {
    members.filter { $0.key.hasPrefix(top + ".") }.sorted { $0.key < $1.key }
      .map { "\"\($0.key.dropFirst(top.count + 1))\":\($0.value)" }.joined(separator: ",")
  }
}
