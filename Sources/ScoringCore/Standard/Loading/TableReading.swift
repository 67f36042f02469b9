import Yams

/// Readers of the smaller tables: editions by day, yearly notices, interpretations, sizes, and who has no overlay.
enum Tables {
  /// - Parameter editions: those that a row may name.
  static func periods(text: String, file name: String, of editions: [Edition]) throws(RuleErrors) -> [EditionPeriod] {
    var before: [EditionPeriod] = []
    return try read(text, name) { file, node throws(RuleError) in
      let fields = try Fields(
        node, in: file, keys: ["tier", "types", "from", "until", "edition", "document", "cite"])
      let period = EditionPeriod(
        tier: try fields.code("tier", Tier.self), types: try file.types(fields), from: try fields.day("from"),
        until: try fields.optional("until").map(file.day), edition: try fields.text("edition"),
        citation: Citation(document: try fields.phrase("document"), place: try fields.phrase("cite")))
      try file.prove(period, fields, editions, before)
      before.append(period)
      return period
    }
  }

  static func circulars(text: String, file name: String) throws(RuleErrors) -> [Circular] {
    try read(text, name) { file, node throws(RuleError) in
      let fields = try Fields(
        node, in: file, keys: ["id", "document", "tier", "from", "until", "checked", "values"])
      let (id, document) = (try fields.text("id"), try fields.phrase("document"))
      let (tier, from, until) = (try fields.code("tier", Tier.self), try fields.day("from"), try fields.day("until"))
      let values = try fields.list("values") { node throws(RuleError) in
        try file.value(node, of: .notice(id), document, in: (tier, from, until))
      }
      try file.prove(values)
      return Circular(
        id: id, document: document, tier: tier, from: from, until: until, checked: try fields.day("checked"),
        values: values)
    }
  }

  static func interpretations(text: String, file name: String) throws(RuleErrors) -> [Interpretation] {
    try read(text, name) { file, node throws(RuleError) in
      let fields = try Fields(node, in: file, keys: ["id", "question", "cite", "readings"])
      let id = try fields.text("id")
      let readings = try fields.list("readings") { node throws(RuleError) in
        let reading = try Fields(node, in: file, keys: ["key", "name"])
        let key = try reading.text("key")
        var known = Readings()
        guard known.set(id, to: key) else {
          throw file.error(node, Phrase("\(id) 没有解释 \(key)", "\(id) has no reading \(key)"))
        }
        return Interpretation.Reading(key: key, name: try reading.phrase("name"))
      }
      return Interpretation(
        id: id, question: try fields.phrase("question"), place: try fields.phrase("cite"), readings: readings)
    }
  }

  static func sizes(text: String, file name: String) throws(RuleErrors) -> SizeStandard {
    let file = RuleFile(name)
    let standard = file.top(of: text).flatMap { top in
      file.reading { () throws(RuleError) in try file.sizes(top) }
    }
    try file.finish()
    guard let standard else { throw RuleErrors(errors: []) }
    return standard
  }

  /// The authorities declared to have no overlay, and the public notice assumed for them.
  static func undeclared(text: String, file name: String) throws(RuleErrors) -> (
    keys: Set<String>, notice: PublicNoticeRule
  ) {
    let file = RuleFile(name)
    let result = file.top(of: text).flatMap { top in
      file.reading { () throws(RuleError) in
        let fields = try Fields(top, in: file, keys: ["declared", "notice", "cite"])
        var keys: Set<String> = []
        for row in try file.elements(fields.required("declared")) {
          for node in try file.elements(row) {
            let key = try file.text(node)
            guard Authorities.shared[key] != nil, keys.insert(key).inserted else {
              throw file.error(
                node, Phrase("未知或重复的主管部门 \(key)", "authority \(key) is unknown or duplicated"))
            }
          }
        }
        let place = Citation(document: Phrase("无文件", "no document"), place: try fields.phrase("cite"))
        return (keys: keys, notice: try file.noticeRule(fields.required("notice"), nil, place))
      }
    }
    try file.finish()
    guard let result else { throw RuleErrors(errors: []) }
    return result
  }

  private static func read<Value>(
    _ text: String, _ name: String, _ element: (RuleFile, Node) throws(RuleError) -> Value
  ) throws(RuleErrors) -> [Value] {
    let file = RuleFile(name)
    var values: [Value] = []
    if let top = file.top(of: text) {
      let nodes = file.reading { () throws(RuleError) in try file.elements(top) } ?? []
      values = nodes.compactMap { node in file.reading { () throws(RuleError) in try element(file, node) } }
    }
    try file.finish()
    return values
  }
}

extension RuleFile {
  /// A row names an edition that has its tier, and shares no day with one before it.
  fileprivate func prove(
    _ period: EditionPeriod, _ fields: Fields, _ editions: [Edition], _ before: [EditionPeriod]
  ) throws(RuleError) {
    let (id, tier) = (period.edition, period.tier.rawValue)
    guard let edition = editions.first(where: { $0.id == id }) else {
      let known = editions.map(\.id)
      throw error(
        try fields.required("edition"),
        Phrase(
          "没有版本 \(id)；可用：\(known.joined(separator: "、"))",
          "there is no edition \(id); known here: \(known.joined(separator: ", "))"))
    }
    guard edition[period.tier] != nil else {
      throw error(
        try fields.required("edition"), Phrase("版本 \(id) 没有 \(tier) 层级", "edition \(id) has no tier \(tier)"))
    }
    if let until = period.until, until < period.from {
      throw error(
        try fields.required("until"), Phrase("止于 \(until)，早于起日", "\(until) is before the first day"))
    }
    let other = before.first { other in
      other.tier == period.tier && period.types.contains(where: other.types.contains)
        && other.until.map { period.from <= $0 } ?? true && period.until.map { other.from <= $0 } ?? true
    }
    if let other {
      let days = "\(other.from) – \(other.until?.description ?? "")"
      throw error(
        try fields.required("from"),
        Phrase(
          "与本层级 \(other.edition) 的日期（\(days)）重叠", "its days overlap those of \(other.edition) for this tier (\(days))"))
    }
  }

  func types(_ fields: Fields) throws(RuleError) -> [ApplicationType] {
    var types: [ApplicationType] = []
    for node in try elements(fields.required("types")) { types.append(try code(node, ApplicationType.self)) }
    return types
  }

  fileprivate func sizes(_ top: Node) throws(RuleError) -> SizeStandard {
    let fields = try Fields(top, in: self, keys: ["document", "cite", "sectors"])
    let sectors = try fields.list("sectors") { node throws(RuleError) in
      let sector = try Fields(node, in: self, keys: ["key", "name", "large", "medium", "small"])
      return SizeStandard.Sector(
        key: try sector.code("key", SizeSector.self), name: try sector.phrase("name"),
        large: try limits(sector.required("large")), medium: try limits(sector.required("medium")),
        small: try limits(sector.required("small")))
    }
    for key in SizeSector.allCases where sectors.count(where: { $0.key == key }) != 1 {
      throw error(
        try fields.required("sectors"),
        Phrase("行业 \(key.rawValue) 应恰有一行", "sector \(key.rawValue) needs exactly one row"))
    }
    return SizeStandard(
      citation: Citation(document: try fields.phrase("document"), place: try fields.phrase("cite")),
      sectors: sectors)
  }

  private func limits(_ node: Node) throws(RuleError) -> [SizeStandard.Limit] {
    let facts: [YearlyFact] = [.employees, .revenue, .totalAssets]
    let fields = try Fields(node, in: self, keys: facts.map(\.rawValue))
    var limits: [SizeStandard.Limit] = []
    for fact in facts {
      guard let value = fields.optional(fact.rawValue) else { continue }
      limits.append(SizeStandard.Limit(fact: fact, bound: try bound(value)))
    }
    return limits
  }
}
