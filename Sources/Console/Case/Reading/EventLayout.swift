import Casework
import ScoringCore

/// An event of a case in full, set to a width: what the pane of the timeline and the reader draw.
struct EventLayout {
  /// A line: a label where a field begins, and a text that stands `indent` columns in.
  struct Line: Sendable, Hashable {
    var label = ""
    var text = ""
    var indent = 0
    var role = Role.text
  }

  let event: TimelineRow
  let language: Language
  let glyphs: Glyphs
  let width: Int
  /// Hashes stand whole, and the event's own is added; else those longer than a line are shortened.
  let isWhole: Bool

  /// Digits of a hash.
  private static let hashDigits = 64
  /// Digits left of a hash that is shortened.
  private static let shortHash = 12

  var lines: [Line] { head + [Line()] + fields }

  // MARK: What happened, when, by whom, and whether it stands

  private var head: [Line] {
    let day = event.on?.description ?? glyphs.none
    let name = SafeText.clean(event.name, limit: .max)
    let when = standing.map { day + "   " + $0 } ?? day
    let isOneLine = Width.of(when, glyphs.ambiguity) + 3 + Width.of(name, glyphs.ambiguity) <= width
    var lines = wrapped(event.title(language), .heading)
    lines += (isOneLine ? [when + "   " + name] : [when, name]).flatMap { wrapped($0, .muted) }
    if let reason = event.reason {
      lines += wrapped(
        TimelineView.word(event.standing)(language) + reason(language),
        event.standing == .pending ? .undetermined : .fail)
    }
    return lines + event.remarks.flatMap { wrapped($0(language), .undetermined) }
  }

  /// Whether it has effect, where no reason says why it has none.
  private var standing: String? {
    guard event.reason == nil else { return nil }
    return (event.isLive ? Phrase("生效", "in effect") : Phrase("生效，其后已更新", "in effect, updated since"))(language)
  }

  private func wrapped(_ text: String, _ role: Role) -> [Line] {
    EventFieldsText.lines(text).flatMap { wrap($0, width) }.map { Line(text: $0, role: role) }
  }

  // MARK: Fields

  private var fields: [Line] {
    let told = told
    let maximum = max(8, width / 3)
    let labels = told.map { Width.of($0.label, glyphs.ambiguity) }.filter { $0 <= maximum }
    // Values begin after the longest label that leaves them room.
    let column = 2 + (labels.max() ?? 0)
    return told.flatMap { lines(of: $0, at: column) }
  }

  /// The fields without the day, which is in the head; for the reader what names the event comes last.
  private var told: [EventFieldsText.Field] {
    let fields = EventFieldsText(event.record, language).fields.filter { $0.name != "on" || event.on == nil }
    let own = EventFieldsText.Field(name: "", label: Phrase("记录编号", "Record")(language), lines: [event.id])
    return isWhole ? fields + [own] : fields
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

extension EventLayout.Line {
  func draw(_ grid: inout Grid, _ x: Int, _ y: Int, width: Int) {
    grid.put(label, x, y, .muted, width: width)
    grid.put(text, x + indent, y, role, width: width - indent)
  }
}
