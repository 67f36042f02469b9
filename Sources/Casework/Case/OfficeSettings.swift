public import ScoringCore

/// What an office sets for itself 本机关设置 (Procedure §8); the store reads them from a file that a registry event puts
/// in force.
public struct OfficeSettings: Sendable, Hashable {
  /// Steps that a province may hand to its cities 下放的环节.
  public enum Step: String, Sendable, Hashable, CaseIterable { case review, signing, spotCheck, notice }

  /// Where they come from.
  public enum Source: Sendable, Hashable {
    /// Nobody has set anything: the program's own.
    case standard
    /// A file by its hash.
    case file(String)
  }

  public var source = Source.standard
  /// Working days from receipt to recommendation.
  public var reviewDays = 20
  /// Days left from which a deadline counts as near.
  public var nearMargin = 5
  /// Working days that an enterprise gets for a correction.
  public var correctionDays = 10
  /// How it counts its notices; `nil` goes by the rule of the authority.
  public var noticeLength: Int?
  public var noticeKind: DayKind?
  public var noticeFirstCounted: Bool?
  /// Ten-thousandths of the cases awaiting the draw, and the least number.
  public var sampleRate = 2_000
  public var sampleLeast = 3
  /// Steps handed to cities, by tier.
  public var delegated: [Tier: Set<Step>] = [
    .innovative: [.review, .signing, .spotCheck, .notice], .specialized: [.review, .spotCheck],
  ]

  /// The days off that notices and deadlines are counted by: the program's own, or a later file put in force.
  public var calendar = WorkingCalendar.shared

  public init() {}

  /// Hash of the file; of the program's own settings the hash of no bytes.
  public var sha: String {
    if case .file(let sha) = source { return sha }
    return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  }
}
