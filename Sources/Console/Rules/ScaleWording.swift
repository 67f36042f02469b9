import ScoringCore

/// The bands of an indicator as lines: what it takes, and the points.
struct ScaleLine: Sendable, Hashable {
  var text: Phrase
  var points: Int
}

extension Scale {
  /// From the best band down.
  var lines: [ScaleLine] {
    switch self {
    case .bands(let bands): bands.lines(named: false)
    case .better(let sides): sides.flatMap { $0.lines(named: true) }
    case .ipGrade(let points):
      zip(Self.grades, points).map { ScaleLine(text: $0, points: $1) }
    case .institution(let points, let none):
      zip(Self.institutions, points).map { ScaleLine(text: $0, points: $1) }.reversed()
        + [ScaleLine(text: Phrase("无", "none"), points: none)]
    case .firstOf(let lines, let otherwise):
      lines.map { ScaleLine(text: $0.facts.map(\.name).joined("、", ", "), points: $0.points) }
        + [ScaleLine(text: Phrase("其他", "other"), points: otherwise)]
    case .local: [ScaleLine(text: Phrase("由省级细则规定", "set by the province"), points: LocalRules.total)]
    }
  }

  private static let grades = [
    Phrase("A 高价值的I类", "A class I of high value"), Phrase("B 自主研发的I类", "B own class I"),
    Phrase("C I类", "C class I"), Phrase("D II类", "D class II"), Phrase("E 无", "E none"),
  ]
  private static let institutions = [
    Phrase("企业自建", "own"), Phrase("市级以下", "below municipal"), Phrase("市级", "municipal"),
    Phrase("省级", "provincial"), Phrase("国家级", "national"),
  ]
}

extension Scale.Bands {
  fileprivate func lines(named: Bool) -> [ScaleLine] {
    let name = named ? measure.wording : Phrase("", "")
    return bands.map {
      ScaleLine(text: name.joined(relation.words($0.bound, measure.unit)), points: $0.points)
    } + [ScaleLine(text: name.joined(Phrase(" 其余", " otherwise")), points: otherwise)]
  }
}
