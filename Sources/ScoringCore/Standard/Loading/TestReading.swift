import Yams

extension RuleFile {
  private static let measureKeys = ["measure", "of", "to", "yearsBack", "years", "openByI3"]

  /// A test: one of the kinds, named by its key.
  func test(_ node: Node) throws(RuleError) -> Test {
    let fields = try Fields(
      node, in: self,
      keys: [
        "all", "any", "fact", "not", "title", "award", "makerChina", "institution", "sme", "industryOutside",
        "by", "branches", "scoreOrRoute", "atLeast", "atMost",
      ] + Self.measureKeys)
    if fields.has("all") { return .all(try parts(fields, "all")) }
    if fields.has("any") { return .any(try parts(fields, "any")) }
    if fields.has("fact") { return .flag(try fields.code("fact", FlagFact.self), wanted: true) }
    if fields.has("not") { return .flag(try fields.code("not", FlagFact.self), wanted: false) }
    if fields.has("measure") {
      let (relation, node) = try relation(fields)
      return .measure(try measure(fields), relation, try bound(node))
    }
    if fields.has("title") {
      var kinds: [TitleKind] = []
      for kind in try elements(fields.required("title")) { kinds.append(try code(kind, TitleKind.self)) }
      return .title(kinds)
    }
    if fields.has("award") {
      let levels = try Fields(fields.required("award"), in: self, keys: ["national", "provincial"])
      return .award(
        national: try levels.optional("national").map(rank),
        provincial: try levels.optional("provincial").map(rank),
        years: try fields.integer("years", in: 1...20))
    }
    if fields.has("makerChina") {
      return .makerChina(
        rank: try fields.integer("makerChina", in: 1...1_000_000),
        years: try fields.integer("years", in: 1...20))
    }
    if fields.has("institution") {
      let node = try fields.required("institution")
      return .institution(node.string == "any" ? nil : try code(node, InstitutionLevel.self))
    }
    if fields.has("industryOutside") {
      return .industryOutside(try fields.list("industryOutside") { node throws(RuleError) in try text(node) })
    }
    if fields.has("branches") { return try branches(fields) }
    if try fields.flag("sme") { return .sme }
    if try fields.flag("scoreOrRoute") { return .scoreOrRoute }
    throw error(node, Phrase("这里没有可识别的条件", "no kind of test is named here"))
  }

  /// The named measure with its parameters.
  func measure(_ fields: Fields) throws(RuleError) -> Measure {
    let back = fields.has("yearsBack") ? try fields.integer("yearsBack", in: 0...5) : 0
    func of() throws(RuleError) -> YearlyFact { try fields.code("of", YearlyFact.self) }
    switch try fields.text("measure") {
    case "ratio": return .ratio(try of(), to: try fields.code("to", YearlyFact.self), yearsBack: back)
    case "growth": return .growth(try of())
    case "meanGrowth": return .meanGrowth(try of())
    case "compoundGrowth": return .compoundGrowth(try of())
    case "amount": return .amount(try of(), yearsBack: back)
    case "platformScore": return .amount(.platformScore, yearsBack: back)
    case "twoYearSum":
      return .twoYearSum(try of(), isOpen: try fields.flag("openByI3"))
    case "twoYearMean": return .twoYearMean(try of())
    case "equityRaised": return .equityRaised(years: try fields.integer("years", in: 1...20))
    case "segmentYears": return .segmentYears
    case "ipInUse": return .ipInUse
    case "qualityItems": return .qualityItems
    case "number": return .number(try fields.code("of", NumberFact.self))
    case let other:
      throw error(try fields.required("measure"), Phrase("未知的计算方法 \(other)", "unknown measure \(other)"))
    }
  }

  func relation(_ fields: Fields) throws(RuleError) -> (Comparison.Relation, Node) {
    switch (fields.optional("atLeast"), fields.optional("atMost")) {
    case (let node?, nil): return (.atLeast, node)
    case (nil, let node?): return (.atMost, node)
    default:
      throw error(fields.node, Phrase("应有 atLeast 或 atMost 之一", "one of atLeast and atMost is expected"))
    }
  }

  private func parts(_ fields: Fields, _ key: String) throws(RuleError) -> [Test] {
    var parts: [Test] = []
    for part in try elements(fields.required(key)) { parts.append(try test(part)) }
    return parts
  }

  private func rank(_ node: Node) throws(RuleError) -> Int {
    node.string == "any" ? Int.max : try integer(node, in: 1...1_000_000)
  }

  private func branches(_ fields: Fields) throws(RuleError) -> Test {
    let by = try measure(Fields(fields.required("by"), in: self, keys: Self.measureKeys))
    var branches: [Test.Branch] = []
    let nodes = try elements(fields.required("branches"))
    for (index, node) in nodes.enumerated() {
      let branch = try Fields(node, in: self, keys: ["from", "test"])
      let from = try branch.optional("from").map(bound)
      let isLast = index == nodes.count - 1
      guard (from == nil) == isLast else {
        throw error(node, Phrase("末项不写 from，其余都要写", "every branch but the last needs its from"))
      }
      if let from, let before = branches.last?.from, !(from < before) {
        throw error(node, Phrase("from 应逐项递减", "from must fall from branch to branch"))
      }
      branches.append(Test.Branch(from: from, test: try test(branch.required("test"))))
    }
    return .branches(by, branches)
  }
}
