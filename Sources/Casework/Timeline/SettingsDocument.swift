package import ScoringCore

/// What an office goes by, or would go by, from a day on: settings, letters, calendar or overlay, in words.
package struct SettingsDocument: Sendable, Hashable, Identifiable {
  /// Its event.
  package var id: String
  package var authority: String
  /// `settings`, `letters`, `calendar` or `overlay`.
  package var what: String
  package var from: Day
  /// Nobody has approved it yet.
  package var isProposed: Bool
  /// It is what the office goes by today.
  package var isInForce: Bool
  /// All that holds by it, value by value; what its file leaves out is the program's own.
  package var texts: [FieldText] = []
  /// Where it differs from what it takes the place of.
  package var changes: [FieldChange] = []
  /// From when that holds; `nil` where it is the program's own.
  package var baseFrom: Day?
  /// Why its file cannot be read.
  package var trouble: Phrase?
  /// Why the file that it takes the place of cannot be read: what it changes cannot be told.
  package var baseTrouble: Phrase?

  package init(
    id: String, authority: String, what: String, from: Day, isProposed: Bool = false, isInForce: Bool = false
  ) {
    self.id = id
    self.authority = authority
    self.what = what
    self.from = from
    self.isProposed = isProposed
    self.isInForce = isInForce
  }

  /// What the changes are held against.
  package var against: Phrase {
    baseFrom.map { Phrase("与 \($0) 起的相比", "against what holds from \($0)") }
      ?? Phrase("与程序自带的相比", "against the program's own")
  }

  /// What one should know before it is approved: it would never be gone by, or what it changes cannot be told.
  package var warning: Phrase? {
    if let baseTrouble { return baseTrouble }
    guard isProposed, let baseFrom, baseFrom > from else { return nil }
    return Phrase(
      "现行的自 \(baseFrom) 起，比这一份晚：批准了也不会用到",
      "What holds begins on \(baseFrom), later than this: approved, it would not be used")
  }
}

extension OfficeSettings.Step {
  /// As officers call it.
  package var name: Phrase {
    switch self {
    case .review: Phrase("审核", "review")
    case .signing: Phrase("签批", "signing")
    case .spotCheck: Phrase("抽查", "spot check")
    case .notice: Phrase("公示", "notice")
    }
  }
}
