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

extension Quantity {
  /// How far it lies on the good side of a bound; below zero where it does not reach it.
  func surplus(over bound: Bound, _ relation: Comparison.Relation) -> Quantity {
    let difference = numerator * Int128(bound.denominator) - Int128(bound.numerator) * denominator
    return Quantity(
      relation == .atMost ? -difference : difference, over: denominator * Int128(bound.denominator), unit)
  }
}
