/// The three values of every requirement 符合 · 不符 · 未定 (Measures §6).
public enum Outcome: String, Sendable, Hashable, CaseIterable {
  /// `undetermined` where what is stated does not settle it.
  case meets, fails, undetermined

  /// As officers call it.
  public var word: Phrase {
    switch self {
    case .meets: Phrase("符合", "Meets")
    case .fails: Phrase("不符", "Fails")
    case .undetermined: Phrase("未定", "Open")
    }
  }
}

/// Why a value could not be determined. Sorted by raw value where several are listed.
public enum Reason: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Facts that contradict each other; a fact not stated; a province whose indicators are not loaded; a base of zero.
  case contradictory, missing, noOverlay, zeroBase

  /// The order in which reasons are listed.
  public static func < (a: Reason, b: Reason) -> Bool { a.rawValue < b.rawValue }
}

/// A set of reasons that costs no allocation.
struct ReasonSet: OptionSet, Sendable, Hashable {
  var rawValue: UInt8

  static let contradictory = ReasonSet(rawValue: 1)
  static let missing = ReasonSet(rawValue: 2)
  static let noOverlay = ReasonSet(rawValue: 4)
  static let zeroBase = ReasonSet(rawValue: 8)

  /// Sorted, as an assessment lists them.
  var list: [Reason] {
    var reasons: [Reason] = []
    if contains(.contradictory) { reasons.append(.contradictory) }
    if contains(.missing) { reasons.append(.missing) }
    if contains(.noOverlay) { reasons.append(.noOverlay) }
    if contains(.zeroBase) { reasons.append(.zeroBase) }
    return reasons
  }
}

extension Outcome {
  /// All-of: fails if any fails, else undetermined if any is, else meets.
  static func && (a: Outcome, b: Outcome) -> Outcome {
    a == .fails || b == .fails ? .fails : a == .undetermined || b == .undetermined ? .undetermined : .meets
  }

  /// Any-of: the mirror image.
  static func || (a: Outcome, b: Outcome) -> Outcome {
    a == .meets || b == .meets ? .meets : a == .undetermined || b == .undetermined ? .undetermined : .fails
  }

  init(_ value: Bool) { self = value ? .meets : .fails }
}
