/// A named way of getting one number out of facts, with its parameters (Measures §2).
public enum Measure: Sendable, Hashable {
  /// One yearly fact over another in the same year, in percent; `yearsBack` 0 is the reference year Y.
  case ratio(YearlyFact, to: YearlyFact, yearsBack: Int)
  /// Growth in Y, in percent.
  case growth(YearlyFact)
  /// Mean growth in Y and Y−1, in percent (I-2).
  case meanGrowth(YearlyFact)
  /// Compound growth over two years, in percent; no root is taken in deciding.
  case compoundGrowth(YearlyFact)
  /// A yearly fact as it stands.
  case amount(YearlyFact, yearsBack: Int)
  /// Y and Y−1 together; `isOpen` where the text leaves open whether one year is meant (I-3).
  case twoYearSum(YearlyFact, isOpen: Bool)
  /// Mean of Y and Y−1.
  case twoYearMean(YearlyFact)
  /// New equity 新增股权融资 in the last `years` years, in 万元 (I-1).
  case equityRaised(years: Int)
  /// Full years in the specific market segment 特定细分市场 at the end of Y.
  case segmentYears
  /// Counting class-I items in use.
  case ipInUse
  /// How many quality items are stated.
  case qualityItems
  /// A fact that is one number.
  case number(NumberFact)

  /// The unit of the number.
  public var unit: Unit {
    switch self {
    case .ratio, .growth, .meanGrowth, .compoundGrowth: .percent
    case .amount(let fact, _), .twoYearSum(let fact, _), .twoYearMean(let fact): fact.unit
    case .equityRaised: .money
    case .segmentYears: .years
    case .ipInUse, .qualityItems: .items
    case .number(let fact): fact.unit
    }
  }

  /// Interpretations that its value depends on.
  public var interpretations: [String] {
    switch self {
    case .meanGrowth: ["I-2"]
    case .equityRaised: ["I-1"]
    case .twoYearSum(_, let isOpen): isOpen ? ["I-3"] : []
    default: []
    }
  }
}
