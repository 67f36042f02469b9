package import ScoringCore

/// What a column of a layout can show.
package enum ListField: String, Sendable, Hashable, CaseIterable {
  case index, enterprise, creditCode
  case city, industry, type, opinion, conclusion, failReasons
  case title, formerName, renamedOn, checked
  case `class`, indicator, outOf, facts, points
  case condition, met, note
  case item, declared, seen, found
}

extension ListField {
  /// What is known of a row, where both languages say the same.
  package static func row(_ cells: [ListField: String]) -> [String: Phrase] {
    Dictionary(uniqueKeysWithValues: cells.map { ($0.key.rawValue, Phrase.plain($0.value)) })
  }
}
