import Yams

extension RuleFile {
  /// The keys of which a value of an overlay has one, in the order of the documentation.
  private static let ofOverlays = ["pass", "local", "reading", "adds", "waives", "counts", "notice"]
  /// The keys of which a value of a yearly notice has one.
  private static let ofCirculars = ["adds", "waives", "setsAside", "goesBy"]

  /// One value of an overlay or a notice.
  ///
  /// - Parameters:
  ///   - circular: tier and days of the notice it stands in; `nil` in an overlay.
  func value(
    _ node: Node, of layer: Layer, _ document: Phrase, in circular: (tier: Tier, from: Day, until: Day)? = nil
  ) throws(RuleError) -> RuleValue {
    let effects = circular == nil ? Self.ofOverlays : Self.ofCirculars
    let fields = try Fields(
      node, in: self,
      keys: effects + [
        "edition", "tier", "types", "batch", "from", "until", "standing", "note", "document", "cite",
      ])
    let named = effects.filter(fields.has)
    guard let kind = named.first, named.count == 1 else {
      let list = effects.joined(separator: ", ")
      throw error(node, Phrase("每一项恰写 \(list) 之一", "each value has exactly one of \(list)"))
    }
    let from = try fields.optional("from").map(day) ?? circular?.from
    let until = try fields.optional("until").map(day) ?? circular?.until
    if let from, let until, until < from {
      throw error(
        try fields.required(fields.has("until") ? "until" : "from"), Phrase("止日早于起日", "it ends before it begins"))
    }
    let scope = try scope(fields, kind, circular?.tier)
    let document = try fields.optional("document").map(phrase) ?? document
    let citation =
      kind == "local" && !fields.has("cite")
      ? Citation(document: document, place: document)
      : Citation(document: document, place: try fields.phrase("cite"))
    return RuleValue(
      try effect(fields, kind, scope, citation), edition: scope.edition, tiers: scope.tiers,
      types: fields.has("types") ? try types(fields) : ApplicationType.allCases,
      batch: try fields.optional("batch").map(batch), from: from, until: until,
      standing: fields.has("standing") ? try fields.code("standing", RuleValue.Standing.self) : .confirmed,
      note: try fields.optional("note").map(phrase), citation: citation, layer: layer, line: node.mark?.line ?? 1)
  }

  /// The edition and the tiers that a value is for, with what the edition asks of each.
  private typealias Scope = (edition: String?, tiers: [Tier], rules: [TierRules])

  private func scope(_ fields: Fields, _ kind: String, _ tier: Tier?) throws(RuleError) -> Scope {
    // What a slot does not go by is refused, and not passed over.
    let unused: [String: [String]] = [
      "notice": ["edition", "tier", "types", "batch", "standing"], "goesBy": ["edition", "batch"],
      "local": ["types", "batch", "standing"],
    ]
    for key in (unused[kind] ?? []) + (tier == nil ? [] : ["tier"]) where fields.has(key) {
      throw error(try fields.required(key), Phrase("\(kind) 不写 \(key)", "\(kind) takes no \(key)"))
    }
    if kind == "notice" || kind == "goesBy" {
      return (nil, tier.map { [$0] } ?? Tier.allCases, [])
    }
    let id = try fields.text("edition")
    guard let edition = Standard.shared.edition(id) else {
      let known = Standard.shared.editions.map(\.id).joined(separator: ", ")
      throw error(
        try fields.required("edition"), Phrase("没有版本 \(id)；现有 \(known)", "there is no edition \(id); known: \(known)"))
    }
    var tiers = Tier.allCases.filter { edition[$0] != nil }
    if let tier {
      tiers = [tier]
    } else if fields.has("tier") || kind != "reading" {
      tiers = [try fields.code("tier", Tier.self)]
    }
    var rules: [TierRules] = []
    for tier in tiers {
      guard let found = edition[tier] else {
        throw error(
          try fields.required("edition"),
          Phrase("版本 \(id) 没有 \(tier.name.zh) 层级", "edition \(id) has no tier \(tier.rawValue)"))
      }
      rules.append(found)
    }
    return (id, tiers, rules)
  }

  private func effect(
    _ fields: Fields, _ kind: String, _ scope: Scope, _ citation: Citation
  ) throws(RuleError) -> RuleValue.Effect {
    let node = try fields.required(kind)
    switch kind {
    case "pass":
      try requireLocalSlot(fields, kind, scope)
      return .passLine(try fields.integer(kind, in: 60...100))
    case "local":
      try requireLocalSlot(fields, kind, scope)
      return .local(node.string == "notLoaded" ? nil : try localRules(node, citation.document))
    case "reading": return try readingEffect(node, scope)
    case "adds": return .adds(try added(node, scope, citation))
    case "waives", "setsAside":
      let id = try text(node)
      let known = scope.rules.flatMap(\.conditions).flatMap { [$0.id] + ($0.own.map { [$0.id] } ?? []) }
      guard known.contains(id) else {
        let list = known.joined(separator: ", ")
        throw error(node, Phrase("这一层级没有条件 \(id)；有 \(list)", "this tier has no condition \(id); it has \(list)"))
      }
      return kind == "waives" ? .waives(id) : .setsAside(id)
    case "counts": return try lift(node, scope)
    case "goesBy": return .goesBy(try text(node))
    default: return .notice(try noticeRule(node, try fields.optional("note").map(phrase), citation))
    }
  }

  /// The score with local indicators is the one that leaves them and its pass line to the provinces.
  private func requireLocalSlot(_ fields: Fields, _ kind: String, _ scope: Scope) throws(RuleError) {
    let hasLocal = scope.rules.contains { rules in
      rules.score?.classes.contains { $0.indicators.contains { $0.scale == .local } } ?? false
    }
    guard hasLocal else {
      throw error(
        try fields.required(kind),
        Phrase(
          "版本 \(scope.edition ?? "") 的这一层级没有地方可定的评价得分，不能填 \(kind)",
          "edition \(scope.edition ?? "") leaves no score of this tier to a province: no slot \(kind)"))
    }
  }

  private func readingEffect(_ node: Node, _ scope: Scope) throws(RuleError) -> RuleValue.Effect {
    let known = Set(scope.rules.flatMap(\.interpretations)).sorted()
    let fields = try Fields(node, in: self, keys: known)
    let given = known.filter(fields.has)
    guard let id = given.first, given.count == 1 else {
      throw error(node, Phrase("每一项恰写一条解释", "each value has exactly one interpretation"))
    }
    let key = try fields.text(id)
    var readings = Readings()
    guard readings.set(id, to: key) else {
      let list = Standard.interpretations.first { $0.id == id }?.readings.map(\.key).joined(separator: ", ") ?? ""
      throw error(
        try fields.required(id), Phrase("\(id) 没有解释 \(key)；可用：\(list)", "\(id) has no reading \(key); known: \(list)"))
    }
    return .reading(id, key: key)
  }

  /// An added condition, which is of one of four kinds.
  private func added(_ node: Node, _ scope: Scope, _ citation: Citation) throws(RuleError) -> Condition {
    let kinds = ["revenueAtLeast", "industryIn", "noValidTitle", "factIs"]
    let fields = try Fields(node, in: self, keys: ["id", "name"] + kinds)
    let id = try fields.text("id")
    guard CaseIdentifier.isWellFormed(id.utf8) else {
      throw error(try fields.required("id"), Phrase("编号只用字母、数字和 -", "an id is of letters, digits and -"))
    }
    if scope.rules.contains(where: { $0.conditions.contains { $0.id == id || $0.own?.id == id } }) {
      throw error(
        try fields.required("id"), Phrase("这一层级已有条件 \(id)", "this tier has a condition \(id) already"))
    }
    let ofNotices =
      isEnglishOptional
      ? Standard.circulars.flatMap(\.values).contains { value in
        guard case .adds(let other) = value.effect else { return false }
        return other.id == id && value.edition == scope.edition && value.tiers.contains(where: scope.tiers.contains)
      } : false
    if ofNotices {
      throw error(
        try fields.required("id"),
        Phrase("年度通知已有条件 \(id)，请另取编号", "a yearly notice has a condition \(id) already; take another id"))
    }
    let named = kinds.filter(fields.has)
    guard let kind = named.first, named.count == 1 else {
      let list = kinds.joined(separator: ", ")
      throw error(node, Phrase("增加的条件恰写 \(list) 之一", "an added condition has exactly one of \(list)"))
    }
    let test: Test
    switch kind {
    case "revenueAtLeast":
      test = .measure(.amount(.revenue, yearsBack: 0), .atLeast, try bound(fields.required(kind)))
    case "industryIn":
      test = .industryInside(try texts(fields.required(kind)))
    case "noValidTitle":
      var titles: [TitleKind] = []
      for kind in try elements(fields.required(kind)) { titles.append(try code(kind, TitleKind.self)) }
      test = .noTitle(titles)
    default: test = try flag(fields.required(kind))
    }
    return Condition(
      id: id, name: fields.has("name") ? try fields.phrase("name") : test.wording, citation: citation, test: test,
      reviewTest: nil, own: nil, waiver: nil, route: nil, aspect: nil, notOnReview: false)
  }

  /// `{championTitle: false}`: one fact that is true or false, and what it must be.
  private func flag(_ node: Node) throws(RuleError) -> Test {
    let fields = try Fields(node, in: self, keys: FlagFact.allCases.map(\.rawValue))
    let named = FlagFact.allCases.filter { fields.has($0.rawValue) }
    guard let fact = named.first, named.count == 1 else {
      throw error(node, Phrase("恰写一项事实", "exactly one fact is expected"))
    }
    return .flag(fact, wanted: try fields.flag(fact.rawValue))
  }

  private func lift(_ node: Node, _ scope: Scope) throws(RuleError) -> RuleValue.Effect {
    let fields = try Fields(node, in: self, keys: ["level", "as", "route"])
    let level = try fields.code("level", InstitutionLevel.self)
    let higher = try fields.code("as", InstitutionLevel.self)
    guard level.rank < higher.rank else {
      throw error(
        try fields.required("as"),
        Phrase("\(higher.rawValue) 不高于 \(level.rawValue)", "\(higher.rawValue) is not above \(level.rawValue)"))
    }
    let route = try fields.text("route")
    guard scope.rules.contains(where: { $0.routes.contains { $0.id == route } }) else {
      let known = scope.rules.flatMap(\.routes).map(\.id).joined(separator: ", ")
      throw error(
        try fields.required("route"),
        Phrase("这一层级没有直通车 \(route)；有 \(known)", "this tier has no route \(route); it has \(known)"))
    }
    return .lifts(level, to: higher, route: route)
  }

  private func batch(_ node: Node) throws(RuleError) -> String {
    let text = try text(node)
    guard CaseIdentifier.isWellFormed(text.utf8) else {
      throw error(node, Phrase("批次只用字母、数字、. 和 -，如 2026-1", "a round is of letters, digits, . and -, such as 2026-1"))
    }
    return text
  }

  private func texts(_ node: Node) throws(RuleError) -> [String] {
    var texts: [String] = []
    for element in try elements(node) { texts.append(try text(element)) }
    return texts
  }

  func noticeRule(_ node: Node, _ note: Phrase?, _ citation: Citation) throws(RuleError) -> PublicNoticeRule {
    let fields = try Fields(node, in: self, keys: ["length", "kind", "firstCounted", "byCities", "assumed"])
    return PublicNoticeRule(
      length: try fields.integer("length", in: 1...365), kind: try fields.code("kind", DayKind.self),
      firstCounted: try fields.flag("firstCounted"), byCities: try fields.flag("byCities"),
      assumed: try fields.flag("assumed"), note: note, citation: citation)
  }
}
