/// Points from the least to the most still possible; equal when determined (Measures §7).
public struct Points: Sendable, Hashable {
  /// The least total still possible.
  public var minimum: Int
  /// The most total still possible, never below the least.
  public var maximum: Int

  /// `maximum` is not below `minimum`.
  public init(_ minimum: Int, _ maximum: Int) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// 8, or 3–5 where it is open.
  var wording: Phrase {
    let text = isDetermined ? "\(minimum)" : "\(minimum)–\(maximum)"
    return Phrase(text, text)
  }

  /// Whether nothing is left open.
  public var isDetermined: Bool { minimum == maximum }
}

extension Points {
  /// A threshold on a total: meets if the least reaches it, fails if the most does not.
  func reaches(_ bound: Int) -> Outcome {
    minimum >= bound ? .meets : maximum < bound ? .fails : .undetermined
  }

  static func + (a: Points, b: Points) -> Points { Points(a.minimum + b.minimum, a.maximum + b.maximum) }
}
