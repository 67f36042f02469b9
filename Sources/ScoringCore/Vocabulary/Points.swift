/// Points from the least to the most still possible; equal when determined.
public struct Points: Sendable, Hashable {
  /// The least total still possible.
  public var least: Int
  /// The most total still possible, never below the least.
  public var most: Int

  /// `most` is not below `least`.
  public init(_ least: Int, _ most: Int) {
    self.least = least
    self.most = most
  }

  /// Whether nothing is left open.
  public var isDetermined: Bool { least == most }
}

extension Points {
  /// A threshold on a total: meets if the least reaches it, fails if the most does not.
  func reaches(_ bound: Int) -> Outcome {
    least >= bound ? .meets : most < bound ? .fails : .undetermined
  }

  static func + (a: Points, b: Points) -> Points { Points(a.least + b.least, a.most + b.most) }
}
