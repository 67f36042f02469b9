package import ScoringCore

extension Phrase {
  func joined(_ other: Phrase) -> Phrase { Phrase(zh + other.zh, en + other.en) }

  /// Several lines as one, for where there is room for no more.
  package var onOneLine: Phrase {
    Phrase(
      zh.split(separator: "\n").joined(separator: "；"), en.split(separator: "\n").joined(separator: "; "))
  }
}

extension [Phrase] {
  func joined(_ zh: String, _ en: String) -> Phrase {
    Phrase(map(\.zh).joined(separator: zh), map(\.en).joined(separator: en))
  }
}
