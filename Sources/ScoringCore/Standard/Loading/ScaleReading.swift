import Yams

extension RuleFile {
  /// A scale, proved: bands contiguous, in order, total, each one reachable with points of its own.
  func scale(_ node: Node) throws(RuleError) -> Scale {
    let fields = try Fields(
      node, in: self,
      keys: [
        "measure", "of", "to", "yearsBack", "years", "atLeast", "atMost", "else", "better", "ipGrade",
        "institution", "firstOf", "local",
      ])
    if fields.has("measure") { return .bands(try bands(fields)) }
    if fields.has("better") {
      var sides: [Scale.Bands] = []
      for side in try elements(fields.required("better")) {
        sides.append(
          try bands(
            Fields(
              side, in: self,
              keys: ["measure", "of", "to", "yearsBack", "years", "atLeast", "atMost", "else"])))
      }
      return .better(sides)
    }
    if fields.has("ipGrade") {
      let grades = try Fields(fields.required("ipGrade"), in: self, keys: IPGrade.allCases.map(\.rawValue))
      return .ipGrade(try falling(grades, IPGrade.allCases.map(\.rawValue)))
    }
    if fields.has("institution") {
      let keys = ["national", "provincial", "municipal", "below-municipal", "own", "none"]
      let points = try falling(Fields(fields.required("institution"), in: self, keys: keys), keys)
      return .institution(byRank: points.dropLast().reversed(), none: points[5])
    }
    if fields.has("firstOf") { return try firstOf(fields) }
    if try fields.flag("local") { return .local }
    throw error(node, Phrase("这里没有可识别的评分方法", "no kind of scale is named here"))
  }

  private func bands(_ fields: Fields) throws(RuleError) -> Scale.Bands {
    let (relation, list) = try relation(fields)
    var bands: [Scale.Bands.Band] = []
    for node in try elements(list) {
      let pair = try elements(node)
      guard pair.count == 2 else {
        throw error(node, Phrase("每档应为 [界限, 分值]", "a band is [bound, points]"))
      }
      let band = Scale.Bands.Band(bound: try bound(pair[0]), points: try integer(pair[1], in: 0...100))
      if let before = bands.last {
        guard relation == .atLeast ? band.bound < before.bound : before.bound < band.bound else {
          throw error(
            pair[0],
            Phrase(
              "界限应由高档到低档排列，否则此档不可达", "bounds must run from the best down, or this band cannot be reached"))
        }
        guard band.points < before.points else {
          throw error(pair[1], Phrase("低档的分值应更低", "a lower band must give fewer points"))
        }
      }
      bands.append(band)
    }
    let otherwise = try fields.integer("else", in: 0...100)
    guard let last = bands.last else {
      throw error(list, Phrase("至少要有一档", "at least one band is needed"))
    }
    guard otherwise < last.points else {
      throw error(try fields.required("else"), Phrase("其余情形的分值应更低", "the rest must give fewer points"))
    }
    return Scale.Bands(measure: try measure(fields), relation: relation, bands: bands, otherwise: otherwise)
  }

  /// Points of the keys in order, none higher than the one before.
  private func falling(_ fields: Fields, _ keys: [String]) throws(RuleError) -> [Int] {
    var points: [Int] = []
    for key in keys {
      let value = try fields.integer(key, in: 0...100)
      if let before = points.last, value > before {
        throw error(try fields.required(key), Phrase("分值应由高到低", "points must not rise"))
      }
      points.append(value)
    }
    return points
  }

  private func firstOf(_ fields: Fields) throws(RuleError) -> Scale {
    var lines: [Scale.Line] = []
    for node in try elements(fields.required("firstOf")) {
      let line = try Fields(node, in: self, keys: ["facts", "points"])
      var facts: [FlagFact] = []
      for fact in try elements(line.required("facts")) { facts.append(try code(fact, FlagFact.self)) }
      let points = try line.integer("points", in: 0...100)
      if let before = lines.last?.points, points >= before {
        throw error(try line.required("points"), Phrase("低档的分值应更低", "a lower line must give fewer points"))
      }
      lines.append(Scale.Line(facts: facts, points: points))
    }
    let otherwise = try fields.integer("else", in: 0...100)
    guard let last = lines.last, otherwise < last.points else {
      throw error(try fields.required("else"), Phrase("其余情形的分值应更低", "the rest must give fewer points"))
    }
    return .firstOf(lines, otherwise: otherwise)
  }
}
