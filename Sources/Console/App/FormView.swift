import ScoringCore

/// Draws a form: labels in one column, answers in the next; the list being edited is open, others are one line.
struct FormView {
  private let form: Form
  private let context: Context
  private let width: Int
  /// Columns before the answers.
  private let indent: Int
  /// Rows of a long text while it is edited.
  private let textRows: Int

  init(_ form: Form, _ context: Context, width: Int) {
    self.form = form
    self.context = context
    self.width = width
    textRows = max(3, min(12, context.size.rows / 4))
    let labels = form.fields.map { Width.of(context($0.label), context.glyphs.ambiguity) }
    let label = min(width * 2 / 5, labels.max() ?? 0)
    indent = 2 + (label == 0 ? 0 : label + 2)
  }

  private static let openRows = 9

  private func rows(_ index: Int) -> Int {
    let field = form.fields[index]
    var rows = max(1, told(field).count)
    if field.keepsLines {
      let written = field.editor.rows(width: width - indent - 1, context.glyphs.ambiguity).ranges.count
      rows = index == form.focus ? max(3, min(textRows, written + 1)) : min(2, written)
    }
    if index == form.focus, field.isList {
      rows = min(FormView.openRows, max(1, field.options.count))
    }
    return rows + notes(index).count
  }

  /// Columns of the rows of a long text.
  var textWidth: Int { max(4, width - indent - 1) }

  var height: Int { form.fields.indices.reduce(0) { $0 + rows($1) } }

  /// What a field is understood as and what follows from it, in the lines beside it.
  private func told(_ field: Form.Field) -> [String] {
    [field.understood, field.leadsTo?(field.stated, context.today)].compactMap(\.self).flatMap { text in
      TextWrap.lines(context(text), width: width - indent - Self.box(field.kind) - 1, context.glyphs.ambiguity)
    }
  }

  /// Columns of the box of a short answer; of others the whole width.
  private static func box(_ kind: Form.Kind) -> Int {
    switch kind {
    case .day: 16
    case .whole: 10
    case .value: 24
    default: 1 << 16
    }
  }

  /// The note in at most two lines.
  private func notes(_ index: Int) -> [(text: String, role: Role)] {
    guard let (text, role) = note(index) else { return [] }
    let lines = TextWrap.lines(context(text.onOneLine), width: width - indent, context.glyphs.ambiguity)
    return lines.prefix(role == .error ? 2 : 1).map { ($0, role) }
  }

  private func note(_ index: Int) -> (Phrase, Role)? {
    let field = form.fields[index]
    if let error = field.error { return (error, .error) }
    if field.holdsPersonalNumber {
      return (
        Phrase("像是电话或证件号码：不要写入案卷", "Looks like a telephone or identity number: keep it off the file"),
        .undetermined
      )
    }
    if index == form.focus, let hint = field.hint { return (hint, .muted) }
    return nil
  }

  func draw(_ grid: inout Grid, _ area: Rect) {
    let x = area.x + indent
    var y = area.y
    // Short screens show from the field being edited.
    var first = 0
    while first < form.focus,
      form.fields.indices[first...form.focus].reduce(0, { $0 + rows($1) }) > area.height
    {
      first += 1
    }
    for index in form.fields.indices[first...] {
      let lines = rows(index)
      guard y < area.bottom else { return }
      let field = form.fields[index]
      let isHere = index == form.focus
      if isHere, !field.isList { grid.put(grid.glyphs.cursor, area.x, y, .accent) }
      grid.put(
        context(field.label), area.x + 2, y, isHere ? .text : .muted, width: max(0, indent - 4))
      let width = area.right - x
      if field.isList {
        drawList(field, isHere, &grid, x, y, width, min(lines - notes(index).count, area.bottom - y))
      } else {
        drawText(field, isHere, &grid, x, y, width, lines - notes(index).count)
      }
      y += lines
      for (row, note) in notes(index).enumerated() {
        let line = y - notes(index).count + row
        if line < area.bottom { grid.put(note.text, x, line, note.role, width: width) }
      }
    }
  }

  private func drawText(
    _ field: Form.Field, _ isHere: Bool, _ grid: inout Grid, _ x: Int, _ y: Int, _ width: Int, _ rows: Int
  ) {
    if field.keepsLines {
      field.editor.drawRows(&grid, x, y, width: width, height: rows, isActive: isHere)
      return
    }
    let boxWidth = min(Self.box(field.kind), width)
    let units = told(field)
    if case .secret = field.kind {
      var hidden = LineEditor(String(repeating: "*", count: field.editor.caret), limit: 400)
      hidden.append(String(repeating: "*", count: field.editor.characters.count - field.editor.caret))
      hidden.draw(&grid, x, y, width: boxWidth, .input, isActive: isHere)
      return
    }
    field.editor.draw(&grid, x, y, width: boxWidth, .input, isActive: isHere)
    for (row, unit) in units.enumerated() {
      grid.put(unit, x + boxWidth + 1, y + row, .muted, width: max(0, width - boxWidth - 1))
    }
  }

  private func drawList(
    _ field: Form.Field, _ isHere: Bool, _ grid: inout Grid, _ x: Int, _ y: Int, _ width: Int, _ lines: Int
  ) {
    let options = field.options
    guard isHere else {
      let chosen = options.filter { field.codes.contains($0.code) }.map { context($0.name) }
      grid.put(
        chosen.isEmpty ? context.glyphs.none : chosen.joined(separator: context("、", ", ")), x, y,
        .text, width: width)
      return
    }
    let shown = min(FormView.openRows, options.count, lines)
    let first = max(0, min(field.row - shown / 2, options.count - shown))
    for (line, index) in (first..<(first + shown)).enumerated() {
      let option = options[index]
      let isOn = field.codes.contains(option.code)
      if index == field.row { grid.put(grid.glyphs.cursor, x - 2, y + line, .accent) }
      var mark = "   "
      if case .many = field.kind { mark = isOn ? "[\(grid.glyphs.checked)]" : "[ ]" }
      if case .one = field.kind { mark = isOn ? "(*)" : "( )" }
      let digit = index < 9 && field.isNumbered ? "\(index + 1)" : " "
      grid.put(digit, x, y + line, .key)
      grid.put(mark, x + 2, y + line, isOn ? .accent : .muted)
      let role: Role = option.whyNot != nil ? .muted : index == field.row ? .selection : .text
      grid.put(context(option.name), x + 6, y + line, role, width: max(0, width - 6))
    }
    guard shown < options.count else { return }
    // Where the list goes on, and how far down this is.
    let rest = "  \(field.row + 1)/\(options.count)"
    grid.putRight(rest, before: x + width, y + (first + shown < options.count ? shown - 1 : 0), .muted, width: 9)
  }
}
