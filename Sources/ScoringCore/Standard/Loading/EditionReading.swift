import Yams

extension Edition {
  /// Reads and proves an edition.
  static func load(text: String, file name: String) throws(RuleErrors) -> Edition {
    let file = RuleFile(name)
    let edition = file.top(of: text).flatMap { top in
      file.reading { () throws(RuleError) in try file.edition(top) }
    }
    try file.finish()
    guard let edition else { throw RuleErrors(errors: []) }
    return edition
  }
}

extension RuleFile {
  fileprivate func edition(_ top: Node) throws(RuleError) -> Edition {
    let fields = try Fields(
      top, in: self, keys: ["id", "name", "short", "document", "counting", "basics", "titles", "tiers"])
    let id = try editionID(fields.required("id"))
    let document = try fields.phrase("document")
    let basics = try requirements(fields.required("basics"), document)
    let tiersNode = try fields.required("tiers")
    let tierFields = try Fields(tiersNode, in: self, keys: Tier.allCases.map(\.rawValue))
    let tiers = Tier.allCases.map { tier in
      tierFields.optional(tier.rawValue).flatMap { node in
        reading { () throws(RuleError) in try tierRules(node, document, basics: basics) }
      }
    }
    return Edition(
      id: id, name: try fields.phrase("name"), short: try fields.phrase("short"), document: document,
      counting: try fields.code("counting", IPCounting.self), basics: basics,
      titles: try titleTerms(fields.required("titles"), document), tiers: tiers)
  }

  /// Year and number of the document, and the name of the file.
  private func editionID(_ node: Node) throws(RuleError) -> String {
    let id = try text(node)
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, (1...4).contains(parts[1].utf8.count),
      id.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) })
    else {
      throw error(
        node, Phrase("编号应为年份和文号，形如 2030-12", "an id is the year and number of a document, such as 2030-12"))
    }
    let stem = name.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    guard stem == id else {
      throw error(node, Phrase("编号 \(id) 与文件名不符", "the id \(id) is not that of the file's name"))
    }
    return id
  }

  /// `{cite, list}`: every entry is cited to its own place or to that of the list.
  private func requirements(_ node: Node, _ document: Phrase) throws(RuleError) -> [Requirement] {
    let fields = try Fields(node, in: self, keys: ["cite", "list"])
    let citation = Citation(document: document, place: try fields.phrase("cite"))
    var ids: Set<String> = []
    return try fields.list("list") { node throws(RuleError) in
      let entry = try Fields(node, in: self, keys: ["id", "name", "document", "cite", "test"])
      let requirement = Requirement(
        id: try entry.text("id"), name: try entry.phrase("name"), citation: try cite(entry, orElse: citation),
        test: try test(entry.required("test")))
      return try once(requirement, requirement.id, in: &ids, node)
    }
  }

  /// The value; an error where its id was there before.
  private func once<Value>(
    _ value: Value, _ id: String, in ids: inout Set<String>, _ node: Node
  ) throws(RuleError) -> Value {
    guard ids.insert(id).inserted else {
      throw error(node, Phrase("\(id) 重复", "\(id) is duplicated"))
    }
    return value
  }

  private func tierRules(_ node: Node, _ document: Phrase, basics: [Requirement]) throws(RuleError)
    -> TierRules
  {
    let fields = try Fields(
      node, in: self, keys: ["name", "title", "cite", "conditions", "score", "routes", "aspects", "materials"])
    let citation = Citation(document: document, place: try fields.phrase("cite"))
    var aspects: [Aspect] = []
    if fields.has("aspects") {
      aspects = try fields.list("aspects") { node throws(RuleError) in
        let aspect = try Fields(node, in: self, keys: ["id", "name", "cite"])
        return Aspect(
          id: try aspect.text("id"), name: try aspect.phrase("name"),
          citation: Citation(document: document, place: try aspect.phrase("cite")))
      }
    }
    let score = try fields.optional("score").map { node throws(RuleError) in try self.score(node, document) }
    let routes =
      try fields.optional("routes").map { node throws(RuleError) in try requirements(node, document) } ?? []
    var ids: Set<String> = []
    let conditions = try fields.list("conditions") { node throws(RuleError) in
      let condition = try condition(node, citation, aspects: aspects, routes: routes)
      return try once(condition, condition.id, in: &ids, node)
    }
    // Whatever rests on a paper is open to I-7.
    var open = Set((basics + routes).flatMap(\.test.interpretations) + ["I-7"])
    for condition in conditions {
      open.formUnion(condition.test.interpretations + (condition.waiver?.interpretations ?? []))
      open.formUnion(condition.reviewTest?.interpretations ?? [])
      if condition.own != nil { open.insert("I-6") }
    }
    for indicator in (score?.classes ?? []).flatMap(\.indicators) {
      open.formUnion(indicator.scale.interpretations)
    }
    return TierRules(
      name: try fields.phrase("name"), title: try fields.phrase("title"), citation: citation, conditions: conditions,
      score: score, routes: routes, aspects: aspects, materials: try materials(fields.required("materials")),
      interpretations: open)
  }

  /// A condition, which is cited to its own place, that of its aspect or that of the tier.
  func condition(
    _ node: Node, _ citation: Citation, aspects: [Aspect] = [], routes: [Requirement] = []
  ) throws(RuleError) -> Condition {
    let fields = try Fields(
      node, in: self,
      keys: [
        "id", "name", "document", "cite", "test", "reviewTest", "onReview", "own", "waiver", "route",
        "aspect",
        "notOnReview",
      ])
    let aspect = try fields.optional("aspect").map { node throws(RuleError) in
      let id = try text(node)
      guard let aspect = aspects.first(where: { $0.id == id }) else {
        throw error(node, Phrase("未知的方面 \(id)", "unknown aspect \(id)"))
      }
      return aspect
    }
    let route = try fields.optional("route").map { node throws(RuleError) in
      let id = try text(node)
      guard routes.contains(where: { $0.id == id }) else {
        throw error(node, Phrase("未知的直通车 \(id)", "unknown route \(id)"))
      }
      return id
    }
    let own = try fields.optional("own").map { node throws(RuleError) in
      let own = try Fields(node, in: self, keys: ["name", "test"])
      return Condition.OwnTier(
        id: try fields.text("onReview"), name: try own.phrase("name"), test: try test(own.required("test")))
    }
    return Condition(
      id: try fields.text("id"), name: try fields.phrase("name"),
      citation: try cite(fields, orElse: aspect?.citation ?? citation),
      test: try test(fields.required("test")),
      reviewTest: try fields.optional("reviewTest").map(test), own: own,
      waiver: try fields.optional("waiver").map(test), route: route, aspect: aspect?.id,
      notOnReview: try fields.flag("notOnReview"))
  }

  /// The score, proved: indicators add up to their class, the pass line and minimums can be reached.
  private func score(_ node: Node, _ document: Phrase) throws(RuleError) -> ScoreRules {
    let fields = try Fields(node, in: self, keys: ["pass", "cite", "classes"])
    var ids: Set<String> = []
    let classes = try fields.list("classes") { node throws(RuleError) in
      let entry = try Fields(node, in: self, keys: ["id", "name", "points", "minimum", "cite", "indicators"])
      let citation = Citation(document: document, place: try entry.phrase("cite"))
      let points = try entry.integer("points", in: 1...100)
      let indicators = try entry.list("indicators") { node throws(RuleError) in
        let indicator = try indicator(node, orElse: citation)
        return try once(indicator, indicator.id, in: &ids, node)
      }
      let sum = indicators.reduce(0) { $0 + $1.outOf }
      if sum != points, errors.isEmpty {
        throw error(
          try entry.required("points"),
          Phrase("各指标合计 \(sum) 分，应为 \(points) 分", "its indicators add up to \(sum) points, not \(points)"))
      }
      return ClassRules(
        id: try entry.text("id"), name: try entry.phrase("name"), citation: citation, outOf: points,
        minimum: entry.has("minimum") ? try entry.integer("minimum", in: 1...points) : nil,
        indicators: indicators)
    }
    let total = classes.reduce(0) { $0 + $1.outOf }
    guard total == 100 || !errors.isEmpty else {
      throw error(
        try fields.required("classes"),
        Phrase("各类合计 \(total) 分，应为 100 分", "the classes add up to \(total) points, not 100"))
    }
    return ScoreRules(
      pass: try fields.integer("pass", in: 1...100),
      citation: Citation(document: document, place: try fields.phrase("cite")),
      classes: classes)
  }

  private func indicator(_ node: Node, orElse citation: Citation) throws(RuleError) -> IndicatorRules {
    let fields = try Fields(node, in: self, keys: ["id", "name", "points", "document", "cite", "scale"])
    let points = try fields.integer("points", in: 1...100)
    let scale = try scale(fields.required("scale"))
    guard scale.range.maximum == points else {
      throw error(
        try fields.required("points"),
        Phrase(
          "最高档为 \(scale.range.maximum) 分，与满分 \(points) 分不符",
          "its best band gives \(scale.range.maximum) points, not \(points)"))
    }
    return IndicatorRules(
      id: try fields.text("id"), name: try fields.phrase("name"),
      citation: try cite(fields, orElse: citation),
      outOf: points, scale: scale)
  }

  private func cite(_ fields: Fields, orElse citation: Citation) throws(RuleError) -> Citation {
    guard fields.has("cite") else {
      if fields.has("document") {
        throw error(try fields.required("document"), Phrase("有文件而无出处", "a document without a place"))
      }
      return citation
    }
    return Citation(
      document: fields.has("document") ? try fields.phrase("document") : citation.document,
      place: try fields.phrase("cite"))
  }
}
