import Casework
import ScoringCore

/// Named values set to a width: what the reader and the panes below lists draw.
struct FieldLines {
  typealias Line = EventLayout.Line

  let language: Language
  let glyphs: Glyphs
  let width: Int
  /// Hashes stand whole; else those longer than a line are shortened.
  let isWhole: Bool

  /// Digits of a hash.
  private static let hashDigits = 64
  /// Digits left of a hash that is shortened.
  private static let shortHash = 12

  func lines(_ record: [FieldText]) -> [Line] {
    let told = EventFieldsText(record, language).fields
    let maximum = max(8, width / 3)
    let labels = told.map { Width.of($0.label, glyphs.ambiguity) }.filter { $0 <= maximum }
    // Values begin after the longest label that leaves them room.
    let column = 2 + (labels.max() ?? 0)
    return told.flatMap { lines(of: $0, at: column) }
  }

  /// A text by itself.
  func wrapped(_ text: String, _ role: Role) -> [Line] {
    EventFieldsText.lines(text).flatMap { wrap($0, width) }.map { Line(text: $0, role: role) }
  }

  /// The label and beside it the value; under it where the label is long, or a hash would be torn.
  private func lines(of field: EventFieldsText.Field, at column: Int) -> [Line] {
    let fits = Width.of(field.label, glyphs.ambiguity) + 2 <= column
    let room = width - column - (field.lines.count > 1 ? 2 : 0)
    let isTorn = isWhole && field.lines.contains { !Self.fits($0, room) }
    guard fits, !isTorn else {
      return wrap(field.label, width).map { Line(label: $0) } + values(of: field, at: 2)
    }
    var lines = values(of: field, at: column)
    if lines.isEmpty { lines = [Line()] }
    lines[0].label = field.label
    return lines
  }

  /// The value line by line; where it has several, each that goes on hangs, so that one sees where the next begins.
  private func values(of field: EventFieldsText.Field, at column: Int) -> [Line] {
    guard field.lines.count > 1 else {
      return field.lines.flatMap { wrap($0, width - column) }.map { Line(text: $0, indent: column) }
    }
    return field.lines.flatMap { line in
      wrap(line, width - column - 2).enumerated().map { row, text in
        Line(text: text, indent: row == 0 ? column : column + 2)
      }
    }
  }

  private func wrap(_ text: String, _ width: Int) -> [String] {
    TextWrap.lines(shortened(text, width), width: width, glyphs.ambiguity, maximum: .max, limit: .max)
  }

  // MARK: Hashes

  private func shortened(_ text: String, _ width: Int) -> String {
    guard !isWhole, !Self.fits(text, width) else { return text }
    var text = text
    while let hash = Self.hash(in: text) {
      text.replaceSubrange(hash, with: text[hash].prefix(Self.shortHash) + glyphs.ellipsis)
    }
    return text
  }

  /// Whether no hash in the text would be torn; what is not alone may have punctuation that closes it.
  private static func fits(_ text: String, _ width: Int) -> Bool {
    width >= hashDigits + 2 || (width >= hashDigits && text.utf8.count == hashDigits) || hash(in: text) == nil
  }

  /// The first run of exactly 64 hex digits.
  private static func hash(in text: String) -> Range<String.Index>? {
    var rest = text.utf8[...]
    while let first = rest.firstIndex(where: isDigit) {
      let run = rest[first...].prefix(while: isDigit)
      if run.count == hashDigits { return run.startIndex..<run.endIndex }
      rest = rest[run.endIndex...]
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
