package import ScoringCore

/// What an office sets for itself 本机关设置 (Procedure §8); the store reads them from a file that a registry event puts
/// in force.
package struct OfficeSettings: Sendable, Hashable {
  /// Steps that a province may hand to its cities 下放的环节.
  package enum Step: String, Sendable, Hashable, CaseIterable { case review, signing, spotCheck, notice }

  /// Where they come from.
  package enum Source: Sendable, Hashable {
    /// Nobody has set anything: the program's own.
    case standard
    /// A file by its hash.
    case file(String)
  }

  /// How a day is written 落款日期: 2026年11月27日 or 二〇二六年十一月二十七日.
  package enum DateStyle: String, Sendable, Hashable, CaseIterable { case digits, characters }

  package var source = Source.standard
  /// Working days from receipt to recommendation.
  package var reviewDays = 20
  /// Days left from which a deadline counts as near.
  package var nearMargin = 5
  /// Working days that an enterprise gets for a correction.
  package var correctionDays = 10
  /// How it counts its notices; `nil` goes by the rule of the authority.
  package var noticeLength: Int?
  package var noticeKind: DayKind?
  package var noticeFirstCounted: Bool?
  /// Ten-thousandths of the cases awaiting the draw, and the least number.
  package var sampleRate = 2_000
  package var sampleMinimum = 3
  /// Steps handed to cities, by tier.
  package var delegated: [Tier: Set<Step>] = [
    .innovative: [.review, .signing, .spotCheck, .notice], .specialized: [.review, .spotCheck],
  ]

  /// Who signs letters and lists; `nil` goes by the table of authorities.
  package var signature: String?
  /// How the day under a letter is written.
  package var dateStyle = DateStyle.digits
  /// Where objections and questions go, as letters and notices print it; `nil` names the office alone.
  package var objectionsTo: String?

  /// The days off that notices and deadlines are counted by: the program's own, or a later file put in force.
  package var calendar = WorkingCalendar.shared

  package init() {}

  /// Hash of the file; of the program's own settings the hash of no bytes.
  package var sha: String {
    if case .file(let sha) = source { return sha }
    return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  }
}
