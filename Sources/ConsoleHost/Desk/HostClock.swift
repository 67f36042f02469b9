package import CaseStore
internal import Foundation
package import ScoringCore

/// The civil day of UTC+8, as the console's lists count their days.
package struct HostClock: Sendable {
  /// A day to pretend, `YYYY-MM-DD` in `TIDU_TODAY`: for demonstrations, pictures and tests, so that they can be
  /// repeated. Only in a trial store: elsewhere a notice could be closed early, or a day stated that has not come.
  private let pretended: Day?
  /// `TIDU_TODAY` names a day and is not gone by.
  private let isIgnored: Bool

  /// By `TIDU_TODAY` where the store is for trials, else the clock of this computer.
  package init(_ environment: [String: String], isTrial: Bool) {
    let named = environment["TIDU_TODAY"].flatMap { Day($0) }
    pretended = isTrial ? named : nil
    isIgnored = !isTrial && named != nil
  }

  /// What to say where the environment pretends a day and the store is not for trials; `nil` elsewhere.
  package var note: Phrase? {
    isIgnored
      ? Phrase(
        "TIDU_TODAY 只在试验库里有效，已忽略，按今天办理", "TIDU_TODAY has effect in trial stores only; it is ignored and today is today")
      : nil
  }

  private var seconds: Int64 { Int64(Date().timeIntervalSince1970.rounded(.down)) + 8 * 3_600 }

  /// The civil day.
  package var today: Day { pretended ?? Day(number: Int32(clamping: seconds / 86_400)) }

  /// Now; nine in the morning of a day that is pretended.
  package var now: Timestamp {
    pretended.map { Timestamp(seconds: Int64($0.number) * 86_400 + 3_600) } ?? .now()
  }

  /// Milliseconds until the day changes; `nil` for never.
  package var untilTomorrow: Int? {
    pretended == nil ? Int(86_400 - seconds % 86_400) * 1_000 + 500 : nil
  }
}
