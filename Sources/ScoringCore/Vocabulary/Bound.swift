/// A threshold of the standard: an exact decimal.
public struct Bound: Sendable, Hashable {
  /// Any sign.
  public var numerator: Int64
  /// A power of ten from 1 to 1,000,000.
  public var denominator: Int64

  /// `numerator` ÷ `denominator`, a power of ten from 1 to 1,000,000.
  public init(_ numerator: Int64, over denominator: Int64 = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  func quantity(_ unit: Unit) -> Quantity { Quantity(Int128(numerator), over: Int128(denominator), unit) }

  static func < (a: Bound, b: Bound) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
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
