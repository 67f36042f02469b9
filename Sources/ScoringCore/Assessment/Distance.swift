/// How far a value is from the next better band, and how much it may lose before it falls.
public struct Distance: Sendable, Hashable {
  /// Gap to the next better band in the indicator's own unit; `nil` in the best band or where no number applies.
  public var gap: Quantity?
  /// Points gained there (0 for a plain condition).
  public var gain: Int
  /// What may be lost before the band is lost; `nil` in the worst band.
  public var margin: Quantity?
  /// In words where the step is no number (e.g. "实际成效").
  public var step: Phrase?
}

extension Distance {
  /// The distance of a value on a scale, a pure function of the two.
  ///
  /// - Parameters:
  ///   - bounds: from the best band down, with the points of each.
  ///   - rest: points of a value that reaches no band.
  init(
    of value: Quantity, relation: Comparison.Relation, bounds: [(bound: Bound, points: Int)], rest: Int = 0
  ) {
    let reached = bounds.firstIndex { value.surplus(over: $0.bound, relation).numerator >= 0 } ?? bounds.count
    let points = reached < bounds.count ? bounds[reached].points : rest
    gain = 0
    if reached > 0 {
      let next = bounds[reached - 1]
      let lack = value.surplus(over: next.bound, relation)
      gap = Quantity(-lack.numerator, over: lack.denominator, lack.unit)
      gain = next.points - points
    }
    if reached < bounds.count { margin = value.surplus(over: bounds[reached].bound, relation) }
  }
}
