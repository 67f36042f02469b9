/// Initials of Chinese text, for finding by letters.
enum Pinyin {
  static func initials(_ text: String) -> String { text.lowercased() }
}
