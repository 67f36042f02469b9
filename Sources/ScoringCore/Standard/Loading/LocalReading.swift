import Yams

extension RuleFile {
  /// The local indicators of a province, proved: together exactly 15 points, each worth what it says.
  func localRules(_ node: Node, _ document: Phrase) throws(RuleError) -> LocalRules {
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
    let terms = indicators.map { "\($0.id) \($0.outOf)" }.joined(separator: " + ")
    guard sum == LocalRules.total else {
      throw error(
        node,
        Phrase(
          "地方特色指标合计 \(sum) 分（\(terms)），应恰为 15 分",
          "the local indicators add up to \(sum) points, not exactly 15 (\(terms))"))
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
}
