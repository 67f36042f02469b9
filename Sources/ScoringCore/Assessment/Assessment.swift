/// The three values of every requirement 符合 · 不符 · 未定.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
  case meets, fails, undetermined
}

/// Why a value could not be determined. Sorted by raw value where several are listed.
public enum Reason: String, Sendable, Hashable, CaseIterable, Comparable {
  case contradictory, missing, noOverlay, zeroBase

  public static func < (a: Reason, b: Reason) -> Bool { a.rawValue < b.rawValue }
}

/// The title applied for 层级.
public enum Tier: String, Sendable, Hashable, CaseIterable, Comparable {
  case innovative
  case specialized
  case littleGiant = "little-giant"

  public static func < (a: Tier, b: Tier) -> Bool { a.rank < b.rank }
  var rank: Int { self == .innovative ? 0 : self == .specialized ? 1 : 2 }

  public var name: Phrase {
    switch self {
    case .innovative: Phrase("创新型", "Innovative")
    case .specialized: Phrase("专精特新", "Specialized")
    case .littleGiant: Phrase("小巨人", "Little giant")
    }
  }

  /// The tier above, which an enterprise of this tier may try for next.
  public var next: Tier? {
    self == .innovative ? .specialized : self == .specialized ? .littleGiant : nil
  }
}

/// 新申请 or 复核.
public enum ApplicationType: String, Sendable, Hashable, CaseIterable {
  case new, review
}

/// Points from the least to the most still possible; equal when determined.
public struct Points: Sendable, Hashable {
  public var least: Int
  public var most: Int

  public init(_ least: Int, _ most: Int) {
    self.least = least
    self.most = most
  }

  public var isDetermined: Bool { least == most }
}

/// What the rules say of one application: the result that `tidu score` prints.
///
/// The order of every list is that of the standard's tables.
public struct Assessment: Sendable, Hashable {
  public struct Score: Sendable, Hashable {
    public var points: Points
    /// The total that passes.
    public var pass: Int
    public var outOf: Int
  }
  public struct Class: Sendable, Hashable {
    public var id: String
    public var points: Points
    public var outOf: Int
    /// The class's own minimum, 0 where it has none.
    public var minimum: Int
  }
  public struct Indicator: Sendable, Hashable {
    public var id: String
    public var classID: String
    public var points: Points
    public var outOf: Int
    /// Sorted, distinct; empty when determined.
    public var reasons: [Reason]
  }
  public enum Status: String, Sendable, Hashable {
    case tested, waived, replaced, notApplicable
  }
  public struct Basic: Sendable, Hashable {
    public var id: String
    public var outcome: Outcome
  }
  public struct Condition: Sendable, Hashable {
    public var id: String
    public var outcome: Outcome
    public var status: Status
  }
  public struct Route: Sendable, Hashable {
    public var id: String
    public var outcome: Outcome
  }

  public var caseID: String
  public var tier: Tier
  public var type: ApplicationType
  /// `2022-63` or `2026-2`.
  public var edition: String
  /// The authority whose overlay filled a slot of the scoring for this edition and tier.
  public var overlay: String?
  public var outcome: Outcome
  /// `nil` where the edition scores nothing.
  public var score: Score?
  public var classes: [Class]
  public var indicators: [Indicator]
  /// The province's own indicators, whose sum is the indicator `local`; empty where none are loaded.
  public var locals: [Indicator]
  public var basics: [Basic]
  public var conditions: [Condition]
  public var routes: [Route]
}
