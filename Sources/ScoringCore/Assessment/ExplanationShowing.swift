extension Explanation.Kind {
  /// Its place among its siblings: requirements, conditions, score, routes.
  var place: Int {
    switch self {
    case .basics: 0
    case .conditions: 1
    case .score: 2
    case .routes: 3
    default: 4
    }
  }
}

/// What an open node gets from the evaluation.
extension Explanation {
  /// Notes an interpretation that the result touches.
  mutating func touch(_ id: String) {
    if !interpretations.contains(id) { interpretations.append(id) }
  }

  /// A measure held against one bound.
  mutating func show(
    _ measure: Measure, _ value: Measured, _ relation: Comparison.Relation, _ bound: Bound,
    _ outcome: Outcome,
    _ layer: Layer, _ subject: Subject
  ) {
    facts = subject.used(measure)
    for id in measure.interpretations { touch(id) }
    self.value = subject.shown(value, measure)
    let comparison = Comparison(
      measured: self.value, relation: relation, bound: bound.quantity(measure.unit), outcome: outcome,
      layer: layer)
    comparisons = [comparison]
    if let shown = self.value { distance = Distance(of: shown, relation: relation, bounds: [(bound, 0)]) }
  }

  /// A fact that is true or false.
  mutating func show(_ fact: FlagFact, _ stated: Bool?, wanted: Bool, _ subject: Subject) {
    facts = [subject.used(fact)]
    if let stated, stated != wanted {
      distance = Distance(gap: nil, gain: 0, margin: nil, step: Test.flag(fact, wanted: wanted).wording)
    }
  }

  mutating func showIndustry(_ outside: Bool, _ subject: Subject) {
    facts = [subject.industry]
    touch("I-5")
    if !outside, subject.readings.excludedFieldIsFinding {
      valueText = Phrase("属暂不培育行业，仅作提示", "in a field left out; shown as a finding")
    }
  }

  /// A measure held against the bands of its scale; `reached` counts from the best, `nil` is the rest or unknown.
  mutating func show(
    _ scale: Scale.Bands, _ value: Measured, reached: Int?, _ layer: Layer, _ subject: Subject
  ) {
    facts = subject.used(scale.measure)
    for id in scale.measure.interpretations { touch(id) }
    bands = scale.bands.count + 1
    self.value = subject.shown(value, scale.measure)
    guard let shown = self.value else { return }
    let index = reached ?? scale.bands.count
    band = scale.bands.count - index
    if index < scale.bands.count {
      comparisons = [comparison(shown, scale, index, .meets, layer)]
    }
    if index > 0 { comparisons.append(comparison(shown, scale, index - 1, .fails, layer)) }
    distance = Distance(
      of: shown, relation: scale.relation, bounds: scale.bands.map { ($0.bound, $0.points) },
      rest: scale.otherwise)
  }

  private func comparison(
    _ value: Quantity, _ scale: Scale.Bands, _ index: Int, _ outcome: Outcome, _ layer: Layer
  ) -> Comparison {
    Comparison(
      measured: value, relation: scale.relation, bound: scale.bands[index].bound.quantity(value.unit),
      outcome: outcome, layer: layer)
  }

  /// Several scales of which the better counts: the side that gives most is shown.
  mutating func takeBest(of sides: [Scale.Bands]) {
    facts = children.flatMap(\.facts).reduce(into: []) { facts, fact in
      if !facts.contains(where: { $0.path == fact.path }) { facts.append(fact) }
    }
    let best = children.max {
      ($0.points?.minimum ?? 0, $0.value == nil ? 0 : 1) < ($1.points?.minimum ?? 0, $1.value == nil ? 0 : 1)
    }
    guard let best else { return }
    value = best.value
    band = best.band
    bands = best.bands
    comparisons = best.comparisons
    distance = best.distance
  }

  mutating func show(_ grade: IPGrade?, _ points: [Int], _ subject: Subject) {
    facts = subject.used(.intellectualProperty)
    bands = points.count
    guard let grade, let index = IPGrade.allCases.firstIndex(of: grade) else { return }
    valueText = grade.name
    band = points.count - 1 - index
    guard index > 0 else { return }
    let better = IPGrade.allCases[index - 1]
    distance = Distance(gap: nil, gain: points[index - 1] - points[index], margin: nil, step: better.name)
  }

  mutating func show(_ best: InstitutionLevel??, _ byRank: [Int], _ none: Int, _ subject: Subject) {
    facts = subject.used(.rdInstitutions)
    touch("I-4")
    let steps = Set(byRank + [none]).sorted()
    bands = steps.count
    guard let best else { return }
    valueText = best?.name ?? Phrase("无", "None")
    let counts = best.map { !($0 == .own && subject.readings.ownInstitutionIsNone) } ?? false
    let points = counts ? byRank[best?.rank ?? 0] : none
    band = steps.firstIndex(of: points)
    let next = [InstitutionLevel.belowMunicipal, .municipal, .provincial, .national].first {
      byRank[$0.rank] > points
    }
    if let next {
      distance = Distance(gap: nil, gain: byRank[next.rank] - points, margin: nil, step: next.name)
    }
  }

  mutating func show(_ lines: [Scale.Line], _ otherwise: Int, _ points: Points, _ subject: Subject) {
    facts = lines.flatMap(\.facts).map(subject.used)
    bands = lines.count + 1
    guard points.isDetermined else { return }
    let index = lines.firstIndex { $0.points == points.minimum } ?? lines.count
    band = lines.count - index
    let true_ = index < lines.count ? lines[index].facts.filter { subject.stated($0) == true } : []
    valueText = true_.isEmpty ? Phrase("其他", "Other") : true_.map(\.name).joined
    if index > 0 {
      distance = Distance(
        gap: nil, gain: lines[index - 1].points - points.minimum, margin: nil,
        step: lines[index - 1].facts.map(\.name).joined)
    }
  }

  /// A class against its own minimum.
  mutating func show(
    _ points: Points, outOf: Int, minimum: Int?, _ reached: Outcome, _ reasons: ReasonSet, _ layer: Layer
  ) {
    self.points = points
    self.outOf = outOf
    self.reasons = points.isDetermined ? [] : reasons.list
    guard let minimum else { return }
    outcome = reached
    comparisons = [
      Comparison(
        measured: points.isDetermined ? Quantity(Int128(points.minimum), .points) : nil, relation: .atLeast,
        bound: Quantity(Int128(minimum), .points), outcome: reached, layer: layer)
    ]
  }

  /// One of the province's own indicators.
  mutating func show(_ indicator: LocalRules.Indicator, _ scored: Scored, _ subject: Subject) {
    let values = subject.application.local(indicator.fact.key)
    let names = values.map { keys in
      indicator.fact.choices.filter { keys.contains($0.key) }.map(\.name).joined
    }
    facts = [FactUsed("local." + indicator.fact.key, indicator.name, names)]
    points = scored.points
    outOf = indicator.outOf
    reasons = scored.reasons.list
    valueText = names
    guard scored.points.isDetermined else { return }
    let got = scored.points.minimum
    if indicator.fact.isSet {
      let each = indicator.points.first ?? 0
      bands = each == 0 ? 1 : (indicator.outOf + each - 1) / each + 1
      band = each == 0 ? 0 : (got + each - 1) / each
      if got < indicator.outOf {
        distance = Distance(
          gap: Quantity(1, .items), gain: min(each, indicator.outOf - got), margin: nil, step: nil)
      }
    } else if let index = indicator.points.firstIndex(of: got) {
      bands = indicator.points.count
      band = indicator.points.count - 1 - index
      if index > 0 {
        distance = Distance(
          gap: nil, gain: indicator.points[index - 1] - got, margin: nil,
          step: indicator.fact.choices[index - 1].name)
      }
    }
  }
}

extension IPGrade {
  /// "B 自主I类".
  public var name: Phrase {
    switch self {
    case .a: Phrase("A 高价值I类", "A, class I of high value")
    case .b: Phrase("B 自主I类", "B, original class I")
    case .c: Phrase("C I类", "C, class I")
    case .d: Phrase("D II类", "D, class II")
    case .e: Phrase("E 无", "E, none")
    }
  }
}

extension Subject {
  /// A known value as it is shown; compound growth is shown as a yearly rate.
  func shown(_ value: Measured, _ measure: Measure) -> Quantity? {
    guard value.isKnown else { return nil }
    return isCompound(measure)
      ? Subject.rate(ofCompoundRatio: value)
      : Quantity(value.numerator, over: value.denominator, measure.unit)
  }
}
