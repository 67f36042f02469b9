import Console

@testable import ScoringCore

/// One specialized case in Shandong, made by hand: two facts missing, one value verified lower.
enum CaseFixtures {
  static func percent(_ hundredths: Int128) -> Quantity { Quantity(hundredths, over: 100, .percent) }

  static func node(
    _ kind: Explanation.Kind, _ id: String, _ zh: String, _ en: String, outcome: Outcome? = nil,
    status: Assessment.Status? = nil, points: Points? = nil, outOf: Int? = nil, value: Quantity? = nil,
    text: Phrase? = nil, band: Int? = nil, bands: Int? = nil, bounds: [Comparison] = [],
    facts: [FactUsed] = [], reasons: [Reason] = [], distance: Distance? = nil, decides: Bool = false,
    place: String = "", readings: [String] = [], children: [Explanation] = []
  ) -> Explanation {
    let citation = Citation(
      document: Phrase("工信部企业〔2022〕63号", "MIIT Enterprise [2022] No. 63"),
      place: Phrase("附件2 " + place, "Att. 2 " + place))
    var node = Explanation(
      kind, id: id, Phrase(zh, en), citation: place.isEmpty ? nil : citation, layer: .edition("2022-63"))
    node.outcome = outcome
    node.status = status
    node.points = points
    node.outOf = outOf
    node.value = value
    node.valueText = text
    node.band = band
    node.bands = bands
    node.comparisons = bounds
    node.facts = facts
    node.reasons = reasons
    node.interpretations = readings
    node.distance = distance
    node.decides = decides
    node.children = children
    return node
  }

  static func atLeast(_ measured: Quantity?, _ bound: Quantity, _ outcome: Outcome) -> Comparison {
    Comparison(
      measured: measured, relation: .atLeast, bound: bound, outcome: outcome, layer: .edition("2022-63"))
  }

  static func fact(
    _ path: String, _ zh: String, _ en: String, _ value: String, _ source: FactUsed.Source = .declared
  )
    -> FactUsed
  {
    FactUsed(path: path, name: Phrase(zh, en), value: Phrase(value, value), source: source)
  }

  static func application(verified: Bool) -> Explanation {
    let growth = percent(verified ? 510 : 740)
    let basics = [
      ("registered", "中国境内注册", "Registered in China"), ("legalPerson", "独立法人", "Legal person"),
      ("sme", "中小企业", "SME"),
    ].map { node(.basic, "basic.\($0.0)", $0.1, $0.2, outcome: .meets, place: "三") }
    let conditions = [
      node(
        .condition, "condition.years", "从事细分市场年限", "Years in segment", outcome: .meets, status: .tested,
        value: Quantity(9, .years), bounds: [atLeast(Quantity(9, .years), Quantity(2, .years), .meets)],
        place: "一(1)"),
      node(
        .condition, "condition.rd", "研发投入", "R&D spending", outcome: .meets, status: .tested,
        place: "一(2)",
        children: [
          node(
            .part, "condition.rd.1", "研发费用", "R&D expense", outcome: .meets, value: Quantity(460, .money),
            bounds: [atLeast(Quantity(460, .money), Quantity(100, .money), .meets)],
            facts: [fact("facts.rdExpense.2024", "研发费用 2024", "R&D expense 2024", "460 万")]),
          node(
            .part, "condition.rd.2", "研发费用占比", "R&D share", outcome: .meets, value: percent(754),
            bounds: [atLeast(percent(754), percent(300), .meets)]),
        ]),
      node(
        .condition, "condition.scoreOrRoute", "评分或直通车", "Score or route", outcome: .undetermined,
        status: .tested, decides: true, place: "一(4)"),
    ]
    func indicator(
      _ id: String, _ zh: String, _ en: String, _ points: Points, _ outOf: Int, value: Quantity? = nil,
      text: Phrase? = nil, band: Int? = nil, bands: Int? = nil, bounds: [Comparison] = [],
      facts: [FactUsed] = [],
      reasons: [Reason] = [], distance: Distance? = nil, decides: Bool = false, place: String
    ) -> Explanation {
      node(
        .indicator, "indicator.\(id)", zh, en, points: points, outOf: outOf, value: value, text: text,
        band: band,
        bands: bands, bounds: bounds, facts: facts, reasons: reasons, distance: distance, decides: decides,
        place: place)
    }
    let share = percent(8210)
    let specialisation = [
      indicator(
        "mainShare", "主营业务收入占比", "Main revenue share", Points(5, 5), 5, value: share, band: 3, bands: 4,
        bounds: [atLeast(share, percent(8000), .meets)],
        facts: [
          fact(
            "facts.mainRevenue.2024", "主营业务收入 2024", "Main revenue 2024", "5,008.10 万",
            verified ? .verified : .declared)
        ],
        distance: Distance(gap: nil, gain: 0, margin: percent(210), step: nil), place: "一(1)"),
      indicator(
        "mainGrowth", "主营业务收入平均增长率", "Mean growth of main revenue", verified ? Points(4, 4) : Points(6, 6),
        10,
        value: growth, band: verified ? 2 : 3, bands: 6,
        bounds: [atLeast(growth, percent(600), verified ? .fails : .meets)],
        facts: [
          fact(
            "facts.mainRevenue.2023", "主营业务收入 2023", "Main revenue 2023", "4,766.00 万",
            verified ? .verified : .declared)
        ],
        distance: Distance(gap: percent(verified ? 90 : 60), gain: 2, margin: nil, step: nil), decides: true,
        place: "一(2)"),
      indicator(
        "segmentYears", "从事细分市场年限", "Years in segment", Points(4, 4), 5, value: Quantity(9, .years), band: 4,
        bands: 6, distance: Distance(gap: Quantity(1, .years), gain: 1, margin: nil, step: nil), place: "一(3)"
      ),
      indicator(
        "field", "主导产品领域", "Field of leading product", Points(3, 3), 5, text: Phrase("服务龙头", "serves leader"),
        band: 1,
        bands: 3, distance: Distance(gap: nil, gain: 2, margin: nil, step: Phrase("实际成效", "real results")),
        place: "一(4)"),
    ]
    let refinement = [
      indicator(
        "digital", "数字化水平", "Digital level", Points(0, 5), 5,
        facts: [fact("facts.digitalLevel", "数字化水平", "Digital level", "", .notStated)],
        reasons: [.missing], decides: true, place: "二(5)"),
      indicator(
        "netMargin", "净利润率", "Net margin", Points(8, 8), 10, value: percent(861), band: 4, bands: 6,
        bounds: [atLeast(percent(861), percent(1000), .fails)],
        distance: Distance(gap: percent(139), gain: 2, margin: nil, step: nil), place: "二(7)"),
      indicator(
        "debtRatio", "资产负债率", "Debt ratio", Points(5, 5), 5,
        value: Quantity(4_999_999, over: 100_000, .percent), band: 3,
        bands: 4,
        bounds: [
          Comparison(
            measured: nil, relation: .atMost, bound: percent(5000), outcome: .meets,
            layer: .edition("2022-63"))
        ], distance: Distance(gap: nil, gain: 0, margin: Quantity(1, over: 100_000, .percent), step: nil),
        place: "二(8)"),
    ]
    let innovation = [
      indicator(
        "ip", "知识产权", "Intellectual property", Points(8, 8), 10, text: Phrase("B 自主Ⅰ类", "B own class I"),
        band: 3, bands: 5,
        distance: Distance(gap: nil, gain: 2, margin: nil, step: Phrase("高价值", "high value")), place: "四(10)"),
      indicator(
        "rdStaff", "研发人员占比", "R&D staff share", Points(0, 5), 5,
        facts: [fact("facts.rdStaff.2024", "研发人员 2024", "R&D staff 2024", "", .notStated)],
        reasons: [.missing],
        decides: true, place: "四(12)"),
    ]
    func group(
      _ id: String, _ zh: String, _ en: String, _ points: Points, _ outOf: Int, _ children: [Explanation]
    ) -> Explanation {
      node(
        .class, "class.\(id)", zh, en, points: points, outOf: outOf,
        decides: children.contains(where: \.decides), children: children)
    }
    let growthLost = verified ? 2 : 0
    let total = Points(60 - growthLost, 68 - growthLost)
    let score = node(
      .score, "score", "评分", "Score", outcome: .undetermined, points: total, outOf: 100,
      bounds: [atLeast(nil, Quantity(60, .points), .undetermined)], decides: true,
      children: [
        group(
          "specialisation", "专业化", "Specialisation", Points(18 - growthLost, 18 - growthLost), 25,
          specialisation),
        group("refinement", "精细化", "Refinement", Points(17, 22), 25, refinement),
        group("innovation", "创新能力", "Innovation", Points(20, 25), 35, innovation),
      ])
    let routes = node(
      .routes, "routes", "直通车", "Routes", outcome: .fails,
      children: [node(.route, "route.award", "科技奖励", "Sci-tech prize", outcome: .fails, place: "五(1)")])
    return node(
      .application, "application", "专精特新", "Specialized", outcome: .undetermined, decides: true,
      children: [
        node(.basics, "basics", "基本条件", "Basic requirements", outcome: .meets, children: basics),
        node(
          .conditions, "conditions", "认定条件", "Conditions", outcome: .undetermined, decides: true,
          children: conditions),
        score, routes,
      ])
  }

  static func dossier(name: String = "示例甲智能装备有限公司") -> CaseDossier {
    var dossier = CaseDossier(
      caseID: "370000-2025-SP-000123", name: name, tier: .specialized,
      type: .new, edition: "2022-63", overlay: Phrase("山东细则", "Shandong rules"),
      division: Phrase("济南", "Jinan"),
      current: application(verified: true),
      columns: [
        RightColumn(.verified, application(verified: false)),
        RightColumn(.otherEdition("2026-2"), application(verified: true)),
      ])
    dossier.sources = [
      "facts.mainRevenue.2023": Phrase("审计 p.12", "audit p.12"),
      "facts.mainRevenue.2024": Phrase("审计 p.11", "audit p.11"),
    ]
    dossier.evidence = ["facts.mainRevenue.2024": [Phrase("审计报告 2024", "Audit report 2024")]]
    return dossier
  }
}
