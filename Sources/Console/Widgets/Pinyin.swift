import ScoringCore

/// Initials of Chinese text, for finding by letters.
enum Pinyin {
  static func initials(_ text: String) -> String { PinyinInitials.shared.initials(of: text) }
}
