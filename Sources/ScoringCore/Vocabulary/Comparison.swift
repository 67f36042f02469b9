/// A comparison as it was made: the measured value against a bound.
public struct Comparison: Sendable, Hashable {
  /// How a measured value is held against its bound; the bound is included.
  public enum Relation: String, Sendable, Hashable { case atLeast = "≥", atMost = "≤", equals = "=" }
  /// `nil` where it could not be worked out.
  public var measured: Quantity?
  /// Which way it is compared.
  public var relation: Relation
  /// The bound, in the unit of the measured value.
  public var bound: Quantity
  /// `undetermined` where what is stated does not settle it; `nil` for what is only scored.
  public var outcome: Outcome
  /// Which layer supplied the bound: edition, notice or province.
  public var layer: Layer
}
