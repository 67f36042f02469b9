package import ScoringCore

/// Days (`after`, `through`]: a stop of the review clock; `through` is `nil` while it lasts.
package struct DayRange: Sendable, Hashable {
  package var after: Day
  package var through: Day?

  package init(after: Day, through: Day?) {
    self.after = after
    self.through = through
  }
}
