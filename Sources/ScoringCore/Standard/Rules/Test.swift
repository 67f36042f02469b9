/// What a requirement asks: a named kind with its parameters, never an expression.
public indirect enum Test: Sendable, Hashable {
  /// All of them.
  case all([Test])
  /// Any one of them.
  case any([Test])
  /// A stated fact is `wanted`.
  case flag(FlagFact, wanted: Bool)
  /// A measure held against a bound, the bound included.
  case measure(Measure, Comparison.Relation, Bound)
  /// A valid title of one of these kinds.
  case title([TitleKind])
  /// No valid title of any of these kinds.
  case noTitle([TitleKind])
  /// A prize at these ranks or better; `nil` asks for none of that level.
  case award(national: Int?, provincial: Int?, years: Int)
  /// A place in the final of 创客中国 at this rank or better, within so many years (I-1).
  case makerChina(rank: Int, years: Int)
  /// An R&D institution at the level or above; `nil` asks for any.
  case institution(InstitutionLevel?)
  /// Is an SME by the size standard.
  case sme
  /// The industry code begins with none of these (I-5).
  case industryOutside([String])
  /// The industry code begins with one of these.
  case industryInside([String])
  /// One of several tests, chosen by a measure; the branches run from the highest `from` down.
  case branches(Measure, [Branch])
  /// The tier's score passes, or any of its routes meets.
  case scoreOrRoute

  /// A test for values from one bound up.
  public struct Branch: Sendable, Hashable {
    /// The least value of the measure; `nil` in the last branch, which takes the rest.
    public var from: Bound?
    /// What it asks.
    public var test: Test
  }

  /// Interpretations that its outcome may depend on.
  public var interpretations: [String] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.interpretations)
    case .measure(let measure, _, _): measure.interpretations
    case .award, .makerChina: ["I-1"]
    case .industryOutside: ["I-5"]
    case .branches(let measure, let branches):
      measure.interpretations + branches.flatMap(\.test.interpretations)
    default: []
    }
  }
}
