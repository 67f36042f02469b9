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

  var lines: [Line] {
    let texts = FieldLines(language: language, glyphs: glyphs, width: width, isWhole: isWhole)
    return head + texts.lines(event.followed) + [Line()] + texts.lines(told)
  }

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
    FieldLines(language: language, glyphs: glyphs, width: width, isWhole: isWhole).wrapped(text, role)
  }

  /// The fields without the day, which is in the head; for the reader what names the event comes last.
  private var told: [FieldText] {
    let fields = event.record.filter { $0.name != "on" || event.on == nil }
    let own = FieldText(name: "", label: Phrase("记录编号", "Record"), text: Phrase(event.id, event.id))
    return isWhole ? fields + [own] : fields
  }
}

extension EventLayout.Line {
  func draw(_ grid: inout Grid, _ x: Int, _ y: Int, width: Int) {
    grid.put(label, x, y, .muted, width: width)
    grid.put(text, x + indent, y, role, width: width - indent)
  }
}
