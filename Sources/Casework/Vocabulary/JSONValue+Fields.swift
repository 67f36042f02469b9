import ScoringCore
import StrictJSON

extension JSONValue {
  /// The text of a field, `nil` where it is absent or no text.
  func text(_ field: String) -> String? { self[field]?.string }
  func day(_ field: String) -> Day? { self[field]?.string.flatMap { Day($0) } }
  func number(_ field: String) -> Int? { self[field]?.integer.map { Int($0) } }
  func list(_ field: String) -> [JSONValue] { self[field]?.array ?? [] }
  func texts(_ field: String) -> [String] { list(field).compactMap(\.string) }
}

extension Phrase {
  /// The same text in both languages.
  static func same(_ text: String?) -> Phrase { Phrase(text ?? "", text ?? "") }
}

extension [Phrase] {
  /// One after another, in each language with its own mark between.
  func joined(_ zh: String, _ en: String) -> Phrase {
    Phrase(map(\.zh).joined(separator: zh), map(\.en).joined(separator: en))
  }
}
