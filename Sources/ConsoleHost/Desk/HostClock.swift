package import CaseStore
internal import Foundation
package import ScoringCore

/// The civil day of UTC+8, as the console's lists count their days.
package struct HostClock: Sendable {
  /// A day to pretend, `YYYY-MM-DD` in `TIDU_TODAY`: for demonstrations, pictures and tests, so that they can be
  /// repeated. It decides nothing: days that matter are stated in events.
  private let pretended: Day?

  /// By `TIDU_TODAY`, else the clock of this computer.
  package init(_ environment: [String: String]) {
    pretended = environment["TIDU_TODAY"].flatMap { Day($0) }
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
