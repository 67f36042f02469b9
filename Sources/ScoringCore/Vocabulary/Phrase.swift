/// A language the program speaks; Chinese is the first.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese, the first; English.
  case zh, en
}

/// A text in both languages, so that no string can be missing in one of them.
public struct Phrase: Sendable, Hashable {
  /// Chinese, as shown first.
  public var zh: String
  /// English, of the same meaning.
  public var en: String

  /// Both languages, Chinese first.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in `language`.
  public func callAsFunction(_ language: Language) -> String {
    language == .zh ? zh : en
  }
}

extension [Phrase] {
  /// 甲、乙 or a, b; 无 or none where there are none.
  var joined: Phrase {
    isEmpty
      ? Phrase("无", "none")
      : Phrase(map(\.zh).joined(separator: "、"), map(\.en).joined(separator: ", "))
  }
}
