import TerminalModel

/// A screen as an SVG: one text element a run, its place and length given, so that Chinese aligns
/// whatever fonts a reader has; bars, blocks and rules as shapes, so that they need no font at all.
struct Picture {
  let screen: TerminalModel
  let title: String

  static let cell = (width: 8.0, height: 18.0)
  private static let margin = 10.0
  private static let baseline = 13.5

  var svg: String {
    let width = Double(screen.columns) * Self.cell.width + 2 * Self.margin
    let height = Double(screen.rows) * Self.cell.height + 2 * Self.margin
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width.short) \(height.short)" width="\(width.short)" \
      height="\(height.short)" role="img"><title>\(title.escaped)</title><style>text{font:13.3px "Sarasa Mono SC",\
      "Noto Sans Mono CJK SC","Noto Sans Mono",Menlo,Consolas,"DejaVu Sans Mono","Microsoft YaHei","PingFang SC",\
      "Noto Sans CJK SC","WenQuanYi Zen Hei",monospace;white-space:pre}.w{font-size:15px;letter-spacing:1px}.b{font-weight:bold}\
      .u{text-decoration:underline}</style><rect width="100%" height="100%" rx="6" fill="\(Palette.background)"/>\
      <g transform="translate(\(Self.margin.short) \(Self.margin.short))">

      """
    for row in 0..<screen.rows {
      let runs = runs(row)
      for run in runs { out += background(run, row) }
      for run in runs { out += foreground(run, row) }
    }
    out += caret
    return out + "</g></svg>\n"
  }

  private struct Run {
    var column: Int
    var columns: Int
    var cells: [ModelCell]
    var style: ModelStyle { cells[0].style }
    var kind: Kind
    enum Kind { case narrow, wide, shape }
  }

  /// Neighbours of one style and one kind; the tails of wide characters are left out.
  private func runs(_ row: Int) -> [Run] {
    var runs: [Run] = []
    for column in 0..<screen.columns {
      let cell = screen[row, column]
      if cell.width == 0 { continue }
      let kind: Run.Kind = Shapes.isShape(cell.text) ? .shape : cell.width == 2 ? .wide : .narrow
      if var last = runs.last, last.style == cell.style, last.kind == kind {
        last.cells.append(cell)
        last.columns += cell.width
        runs[runs.count - 1] = last
      } else {
        runs.append(Run(column: column, columns: cell.width, cells: [cell], kind: kind))
      }
    }
    return runs
  }

  private func background(_ run: Run, _ row: Int) -> String {
    guard let color = Palette.colors(run.style).background else { return "" }
    let x = Double(run.column) * Self.cell.width
    let y = Double(row) * Self.cell.height
    return """
      <rect x="\(x.short)" y="\(y.short)" width="\((Double(run.columns) * Self.cell.width).short)" \
      height="\(Self.cell.height.short)" fill="\(color)"/>

      """
  }

  private func foreground(_ run: Run, _ row: Int) -> String {
    let color = Palette.colors(run.style).foreground
    if run.kind == .shape {
      let path = Shapes.path(run.cells.map(\.text), column: run.column, row: row)
      return path.isEmpty ? "" : "<path fill=\"\(color)\" d=\"\(path)\"/>\n"
    }
    return words(run).map { word in
      let text = word.cells.map(\.text).joined()
      let length = Double(word.columns) * Self.cell.width
      var classes: [String] = []
      if run.kind == .wide { classes.append("w") }
      if run.style.bold { classes.append("b") }
      if run.style.underline { classes.append("u") }
      let named = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
      let faint = run.style.dim ? " opacity=\".65\"" : ""
      return """
        <text x="\((Double(word.column) * Self.cell.width).short)" \
        y="\((Double(row) * Self.cell.height + Self.baseline).short)" textLength="\(length.short)"\(named)\(faint) \
        fill="\(color)">\(text.escaped)</text>

        """
    }.joined()
  }

  /// The run cut at its spaces; blanks need no text.
  private func words(_ run: Run) -> [Run] {
    var words: [Run] = []
    var column = run.column
    var isOpen = false
    for cell in run.cells {
      if cell.text == " " || cell.text == "\u{3000}" {
        isOpen = false
      } else if isOpen, var last = words.popLast() {
        last.cells.append(cell)
        last.columns += cell.width
        words.append(last)
      } else {
        words.append(Run(column: column, columns: cell.width, cells: [cell], kind: run.kind))
        isOpen = true
      }
      column += cell.width
    }
    return words
  }

  private var caret: String {
    guard screen.cursorVisible else { return "" }
    let x = Double(screen.cursor.column) * Self.cell.width
    let y = Double(screen.cursor.row) * Self.cell.height
    return """
      <rect x="\(x.short)" y="\((y + 1).short)" width="1.6" height="\((Self.cell.height - 2).short)" \
      fill="\(Palette.foreground)"/>

      """
  }
}

extension Double {
  /// At most two decimals, none where there need be none.
  var short: String {
    let hundredths = Int((self * 100).rounded())
    if hundredths % 100 == 0 { return "\(hundredths / 100)" }
    let sign = hundredths < 0 ? "-" : ""
    let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let digits = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
    return "\(sign)\(whole == 0 ? "" : "\(whole)").\(digits)"
  }
}

extension String {
  var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
