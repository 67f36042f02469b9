/// When a tier asks for a paper 佐证材料 (Materials §1). What it does not name is not asked for.
public enum MaterialNeed: Sendable, Hashable {
  /// Of every application.
  case always
  /// One for each of these years before the reference year, 0 being that year; by a route those of `byRoute`, where stated.
  case years([Int], byRoute: [Int]?)
  /// Where one of the facts that it proves is claimed.
  case claimed
  /// One for each item of intellectual property, or of class I other than domestic invention patents.
  case eachProperty, eachClassI
  /// Where revenue of the reference year is below so many ten thousand yuan.
  case revenueBelow(Int)
  /// Only the officer can tell from another paper whether it is needed.
  case officerSays
  /// No paper is handed in: the officer looks for himself.
  case officerChecks

  /// Those that a word alone says.
  static let words: [String: MaterialNeed] = [
    "always": .always, "claimed": .claimed, "eachProperty": .eachProperty, "eachClassI": .eachClassI,
    "officerSays": .officerSays, "officerChecks": .officerChecks,
  ]
}
