/// A letter or list ready to go out: its text, with the list where there is one.
package struct WrittenLetter: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case text(String)
    case list(LaidOutList)
  }

  package var parts: [Part]

  /// - Parameter text: with `mark` where the list stands.
  package init(_ text: String, _ list: LaidOutList? = nil) {
    let texts = text.split(separator: Self.mark, omittingEmptySubsequences: false).map { Part.text(String($0)) }
    parts = Array(texts.prefix(1))
    for text in texts.dropFirst() {
      if let list { parts.append(.list(list)) }
      parts.append(text)
    }
  }

  /// Stands for the list while a letter is made: no value of a letter holds it.
  package static let mark: Character = "\u{1}"

  /// As text alone.
  package var text: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .list(let list): list.text
      }
    }.joined()
  }
}
