import Yams

extension Overlay {
  /// Reads and proves an overlay, the program's own and an office's alike.
  ///
  /// - Throws: everything that is wrong, each with file, line and column: a key outside the slots that editions
  ///   declare, local points that do not add up to 15, a pass line outside 60 … 100, a reading that is not listed.
  public static func load(text: String, file name: String) throws(RuleErrors) -> Overlay {
    let file = RuleFile(name)
    let overlay = file.top(of: text).flatMap { top in
      file.reading { () throws(RuleError) in try file.overlay(top) }
    }
    try file.finish()
    guard let overlay else { throw RuleErrors(errors: []) }
    return overlay
  }
}

extension RuleFile {
  fileprivate func overlay(_ top: Node) throws(RuleError) -> Overlay {
    let fields = try Fields(
      top, in: self,
      keys: ["authority", "name", "document", "from", "until", "checked", "scoring", "notice"])
    let authority = try fields.text("authority")
    guard Authorities.shared[authority] != nil else {
      throw error(
        try fields.required("authority"), Phrase("没有主管部门 \(authority)", "there is no authority \(authority)"))
    }
    let document = try fields.phrase("document")
    let from = try fields.day("from")
    let until = try fields.optional("until").map(day)
    if let until, until < from {
      throw error(try fields.required("until"), Phrase("止日早于起日", "it ends before it begins"))
    }
    let slots =
      fields.has("scoring")
      ? try fields.list("scoring") { node throws(RuleError) in try slot(node, document) } : []
    for (index, slot) in slots.enumerated()
    where slots[..<index].contains(where: { $0.edition == slot.edition && $0.tier == slot.tier }) {
      throw error(try fields.required("scoring"), Phrase("同一版本和层级重复", "one edition and tier is duplicated"))
    }
    return Overlay(
      authority: authority, name: try fields.phrase("name"), document: document, from: from, until: until,
      checked: try fields.day("checked"), slots: slots,
      notice: try fields.optional("notice").map { node throws(RuleError) in try noticeRule(node, document) })
  }

  private func slot(_ node: Node, _ document: Phrase) throws(RuleError) -> Overlay.Slot {
    let fields = try Fields(node, in: self, keys: ["edition", "tier", "pass", "cite", "local", "readings"])
    let edition = try fields.text("edition")
    let tier = try fields.code("tier", Tier.self)
    guard let rules = Standard.edition(edition)?[tier] else {
      throw error(
        try fields.required("edition"),
        Phrase("版本 \(edition) 没有 \(tier.name.zh) 层级", "edition \(edition) has no tier \(tier.rawValue)"))
    }
    let hasLocal = rules.score?.classes.contains { $0.indicators.contains { $0.scale == .local } } ?? false
    for key in ["pass", "local"] where fields.has(key) && !hasLocal {
      throw error(
        try fields.required(key),
        Phrase("版本 \(edition) 的这一层级没有留出 \(key)", "edition \(edition) declares no slot \(key) for this tier"))
    }
    if fields.has("pass"), !fields.has("cite") {
      throw error(try fields.required("pass"), Phrase("合格线没有出处", "the pass line has no citation"))
    }
    let local = try fields.optional("local").flatMap { node throws(RuleError) -> LocalRules? in
      node.string == "notLoaded" ? nil : try localRules(node, document)
    }
    return Overlay.Slot(
      edition: edition, tier: tier, pass: fields.has("pass") ? try fields.integer("pass", in: 60...100) : nil,
      citation: try fields.optional("cite").map { node throws(RuleError) in
        Citation(document: document, place: try phrase(node))
      },
      local: local,
      readings: try fields.optional("readings").map { node throws(RuleError) in try readings(node, rules) }
        ?? [])
  }

  private func readings(_ node: Node, _ rules: TierRules) throws(RuleError) -> [Overlay.ReadingChoice] {
    let fields = try Fields(node, in: self, keys: rules.interpretations.sorted())
    var choices: [Overlay.ReadingChoice] = []
    for id in rules.interpretations.sorted() where fields.has(id) {
      let key = try fields.text(id)
      var readings = Readings()
      guard readings.set(id, to: key) else {
        throw error(try fields.required(id), Phrase("\(id) 没有解释 \(key)", "\(id) has no reading \(key)"))
      }
      choices.append(Overlay.ReadingChoice(id: id, key: key))
    }
    return choices
  }

  private func localRules(_ node: Node, _ document: Phrase) throws(RuleError) -> LocalRules {
    var indicators: [LocalRules.Indicator] = []
    for element in try elements(node) {
      let indicator = try localIndicator(element, document)
      if indicators.contains(where: { $0.id == indicator.id || $0.fact.key == indicator.fact.key }) {
        throw error(
          element, Phrase("指标 \(indicator.id) 或其事实重复", "indicator \(indicator.id) or its fact is duplicated")
        )
      }
      indicators.append(indicator)
    }
    let sum = indicators.reduce(0) { $0 + $1.outOf }
    guard sum == LocalRules.total else {
      throw error(
        node,
        Phrase("地方特色指标合计 \(sum) 分，应恰为 15 分", "the local indicators add up to \(sum) points, not exactly 15"))
    }
    return LocalRules(indicators: indicators)
  }

  private func localIndicator(_ node: Node, _ document: Phrase) throws(RuleError) -> LocalRules.Indicator {
    let fields = try Fields(
      node, in: self, keys: ["id", "name", "cite", "points", "fact", "choice", "set", "each", "atMost"])
    let outOf = try fields.integer("points", in: 1...LocalRules.total)
    let isSet = fields.has("set")
    let entries = try elements(fields.required(isSet ? "set" : "choice"))
    var choices: [LocalFact.Choice] = []
    var points: [Int] = []
    for entry in entries {
      let choice = try Fields(
        entry, in: self, keys: isSet ? ["key", "name"] : ["key", "name", "points", "assumed"])
      let key = try choice.text("key")
      if choices.contains(where: { $0.key == key }) {
        throw error(entry, Phrase("选项 \(key) 重复", "choice \(key) is duplicated"))
      }
      choices.append(
        LocalFact.Choice(
          key: key, name: try choice.phrase("name"), assumed: isSet ? false : try choice.flag("assumed")))
      points.append(
        try isSet ? fields.integer("each", in: 1...outOf) : choice.integer("points", in: 0...outOf))
      if !isSet, points.count > 1, points[points.count - 1] >= points[points.count - 2] {
        throw error(
          try choice.required("points"), Phrase("分值应逐项递减", "points must fall from choice to choice"))
      }
    }
    let maximum =
      isSet ? min(points.reduce(0, +), try fields.integer("atMost", in: 1...LocalRules.total)) : points.first
    guard maximum == outOf else {
      throw error(
        try fields.required("points"),
        Phrase("最高可得 \(maximum ?? 0) 分，与满分不符", "its best is \(maximum ?? 0) points, not \(outOf)"))
    }
    guard isSet || points.last == 0 else {
      throw error(node, Phrase("最末选项应为 0 分", "the last choice must give 0 points"))
    }
    let name = try fields.phrase("name")
    return LocalRules.Indicator(
      id: try fields.text("id"), name: name,
      citation: Citation(document: document, place: try fields.phrase("cite")),
      outOf: outOf, fact: LocalFact(key: try fields.text("fact"), name: name, choices: choices, isSet: isSet),
      points: points)
  }

  func noticeRule(_ node: Node, _ document: Phrase) throws(RuleError) -> PublicNoticeRule {
    let fields = try Fields(
      node, in: self, keys: ["length", "kind", "firstCounted", "assumed", "byCities", "cite"])
    return PublicNoticeRule(
      length: try fields.integer("length", in: 1...365), kind: try fields.code("kind", DayKind.self),
      firstCounted: try fields.flag("firstCounted"), assumed: try fields.flag("assumed"),
      byCities: try fields.flag("byCities"),
      citation: Citation(document: document, place: try fields.phrase("cite")))
  }
}
