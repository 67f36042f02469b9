import Glibc
package import ScoringCore

/// A moment of the clock, to the second. It is display only: the days that matter are stated in events.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package var seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  /// What the clock of this computer says. Commands and the console hand it in; nothing below reads it by itself.
  package static func now() -> Timestamp { Timestamp(seconds: Int64(time(nil))) }

  /// The civil day of UTC+8.
  package var day: Day { Day(number: Int32(clamping: (local - timeOfDay) / 86_400)) }

  private var local: Int64 { seconds + 8 * 3600 }
  private var timeOfDay: Int64 { ((local % 86_400) + 86_400) % 86_400 }

  private func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// `2026-03-09T08:07:06+08:00`, as an event states it.
  package var text: String {
    let t = timeOfDay
    return "\(day)T\(two(t / 3600)):\(two(t / 60 % 60)):\(two(t % 60))+08:00"
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }
}
