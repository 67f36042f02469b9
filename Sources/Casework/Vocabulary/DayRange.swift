public import ScoringCore

/// Days (`after`, `through`]: a stop of the review clock; `through` is `nil` while it lasts.
public struct DayRange: Sendable, Hashable {
  public var after: Day
  public var through: Day?

  public init(after: Day, through: Day?) {
    self.after = after
    self.through = through
  }
}
