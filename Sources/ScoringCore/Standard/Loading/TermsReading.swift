import Yams

extension RuleFile {
  /// What becomes of a title once it is given.
  func titleTerms(_ node: Node, _ document: Phrase) throws(RuleError) -> TitleTerms {
    let fields = try Fields(
      node, in: self, keys: ["cite", "years", "assumed", "update", "change", "rename", "inquiry", "bar"])
    let inquiry = try Fields(fields.required("inquiry"), in: self, keys: ["text"])
    return TitleTerms(
      citation: Citation(document: document, place: try fields.phrase("cite")),
      years: try fields.integer("years", in: 1...20), isAssumed: try fields.flag("assumed"),
      update: try yearlyUpdate(fields.required("update")), change: try report(fields.required("change")),
      rename: try report(fields.required("rename")), inquiry: try inquiry.phrase("text"),
      bar: try bar(fields.required("bar")))
  }

  private func yearlyUpdate(_ node: Node) throws(RuleError) -> TitleTerms.YearlyUpdate {
    let fields = try Fields(node, in: self, keys: ["by", "misses", "then", "text"])
    let by = try fields.required("by")
    // A year with no 29 February: the day is one of every year.
    guard let day = Day("2023-" + (try text(by))) else {
      throw error(by, Phrase("应是每年都有的月日，形如 04-30", "a month and day of every year is expected, such as 04-30"))
    }
    return TitleTerms.YearlyUpdate(
      month: day.components.month, day: day.components.day, misses: try fields.integer("misses", in: 1...20),
      outcome: try fields.code("then", TitleTerms.MissOutcome.self), text: try fields.phrase("text"))
  }

  private func report(_ node: Node) throws(RuleError) -> TitleTerms.Report {
    let fields = try Fields(node, in: self, keys: ["months", "text"])
    return TitleTerms.Report(months: try fields.integer("months", in: 1...60), text: try fields.phrase("text"))
  }

  private func bar(_ node: Node) throws(RuleError) -> TitleTerms.Bar {
    let fields = try Fields(node, in: self, keys: ["years", "causes", "everyTier", "text"])
    let causes = Set(try fields.list("causes") { node throws(RuleError) in try code(node, TitleCause.self) })
    let everyTier = try fields.list("everyTier") { node throws(RuleError) in
      let cause = try code(node, TitleCause.self)
      guard causes.contains(cause) else {
        throw error(
          node, Phrase("\(cause.rawValue) 不在 causes 之列", "\(cause.rawValue) is not among the causes"))
      }
      return cause
    }
    return TitleTerms.Bar(
      years: try fields.integer("years", in: 1...99), causes: causes, everyTier: Set(everyTier),
      text: try fields.phrase("text"))
  }

  /// Which papers a tier asks for.
  func materials(_ node: Node) throws(RuleError) -> [MaterialItem: MaterialNeed] {
    let fields = try Fields(node, in: self, keys: MaterialItem.allCases.map(\.rawValue))
    var needs: [MaterialItem: MaterialNeed] = [:]
    for item in MaterialItem.allCases {
      guard let node = fields.optional(item.rawValue) else { continue }
      needs[item] = reading { () throws(RuleError) in try materialNeed(node) }
    }
    return needs
  }

  private func materialNeed(_ node: Node) throws(RuleError) -> MaterialNeed {
    guard case .mapping = node else {
      let word = try text(node)
      guard let need = MaterialNeed.words[word] else {
        let known = MaterialNeed.words.keys.sorted()
        throw error(
          node,
          Phrase(
            "未知的值 \(word)；可用：\(known.joined(separator: "、"))，或 {years: […]}、{revenueBelow: …}",
            "unknown value \(word); known here: \(known.joined(separator: ", ")), or {years: […]}, {revenueBelow: …}"))
      }
      return need
    }
    let fields = try Fields(node, in: self, keys: ["years", "byRoute", "revenueBelow"])
    func years(_ node: Node) throws(RuleError) -> [Int] {
      var years: [Int] = []
      for year in try elements(node) { years.append(try integer(year, in: 0...9)) }
      return years
    }
    if fields.has("revenueBelow") {
      if let other = fields.optional("years") ?? fields.optional("byRoute") {
        throw error(other, Phrase("revenueBelow 旁不能再有别的键", "nothing may stand beside revenueBelow"))
      }
      return .revenueBelow(try fields.integer("revenueBelow", in: 1...100_000_000))
    }
    return .years(try years(fields.required("years")), byRoute: try fields.optional("byRoute").map(years))
  }
}
