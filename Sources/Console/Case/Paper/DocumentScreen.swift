import Casework
import ScoringCore

/// A paper as text in a pane, beside the facts it proves.
struct DocumentScreen: Screen {
  let key: CaseKey
  let file: String
  private var row: DocumentRow
  /// Why nothing can be verified.
  private var unmet: [Phrase]?
  /// Index of the fact that `m` verifies; `nil` is the first that is not verified.
  private var fact: Int?
  private var paper: DocumentText?
  private(set) var top = 0
  private var place: Situation?

  init(_ key: CaseKey, _ row: DocumentRow, file: String, _ fact: Int?, unmet: [Phrase]?, in place: Situation?) {
    self.place = place
    self.key = key
    self.file = file
    self.row = row
    self.fact = fact
    self.unmet = unmet
  }

  /// Whether a file is worth reading as text, by its name.
  static func mayShow(_ file: String) -> Bool {
    let others = ["pdf", "ofd", "png", "jpg", "jpeg", "tif", "tiff", "bmp", "doc", "docx", "wps", "xls", "xlsx", "zip"]
    return !others.contains(file.split(separator: ".").last.map { $0.lowercased() } ?? "")
  }

  var scopes: [Command.Scope] { [.paper] }
  var draftPlace: String { key.path }

  func crumbs(_ context: Context) -> [String] {
    [context.cases[key].map { SafeText.clean($0.name, limit: 60) } ?? key.id, context(row.name)]
  }

  /// What it was found to be, with the first of what was written of it; the whole stands in the record.
  func status(_ context: Context) -> String {
    let found = [context(row.state.name), row.notes.first.map { context($0) } ?? ""].filter { !$0.isEmpty }
    return [found.joined(separator: "  "), SafeText.clean(file, limit: 60)].joined(separator: Context.statusGap)
  }

  func availability(_ command: Command.ID, _ context: Context) -> Availability {
    switch command {
    case "paper.verify": isReplaced ? .no(DocumentOnDisk.other.name) : row.mayVerify(unmet)
    case "paper.nextFact", "paper.previousFact":
      row.proves.count > 1 ? .yes : .no(Phrase("没有别的数", "there is no other"))
    default: .yes
    }
  }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    let page = height(context.size.rows - 3, context)
    let last = max(0, lines(context).count - page)
    switch command {
    case "paper.nextFact": fact = row.next(fact).map { min($0 + 1, row.proves.count - 1) }
    case "paper.previousFact": fact = row.next(fact).map { max($0 - 1, 0) }
    case "paper.verify":
      guard let index = row.next(fact) else { return [] }
      showFigure(row.proves[index], page: page, last: last, context)
      var dialog = row.verifyDialog(index, in: place, context)
      dialog.isLow = true
      return [.ask(dialog)]
    case "paper.open": return [.effect(.openViewer(key, file: file))]
    default: top = command.scrolled(from: top, page: page, last: last)
    }
    return []
  }

  /// Rows at the foot of the screen that the dialog of a figure takes.
  private static let dialogRows = 11

  /// Brings the first line that names a fact to where no dialog covers it; where none does, all stays as it is.
  private mutating func showFigure(_ fact: DocumentRow.Fact, page: Int, last: Int, _ context: Context) {
    guard let name = FactPath(fact.path)?.fact?.name.zh,
      let line = lines(context).firstIndex(where: { $0.contains(name) })
    else { return }
    let seen = top..<(top + max(1, page - Self.dialogRows))
    if !seen.contains(line) { top = min(max(0, line - 1), max(last, line - 1)) }
  }

  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .paper(let key, let file, let text) where key == self.key && file == self.file: paper = text
    case .opened(let key, let opened) where key == self.key:
      guard let file = opened.file else { break }
      let record = CaseRecord(opened, file, texts: [:], officer: context.session.officer, today: context.today)
      unmet = record.unmet[.verify]
      place = file.situation(of: context.session.officer, today: context.today)
      if let fresh = record.papers.first(where: { $0.id == row.id }) { row = fresh }
    default: break
    }
    return []
  }

  mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    guard let index = row.next(fact), let intent = ActForm.intent(answer) else { return [] }
    fact = index + 1 < row.proves.count ? index + 1 : nil
    return [.effect(.act(key, intent))]
  }

  // MARK: Where things stand

  /// From this width the facts stand beside the text, else above it.
  private static let besideColumns = 120
  /// Most facts above the text.
  private static let factsAbove = 6

  private func isBeside(_ context: Context) -> Bool {
    !row.proves.isEmpty && context.size.columns >= Self.besideColumns
  }

  private func width(_ context: Context) -> Int {
    let columns = context.size.columns
    return isBeside(context) ? columns * 3 / 5 - 4 : columns - 4
  }

  /// Rows above the text.
  private func above(_ context: Context) -> Int {
    isBeside(context) || row.proves.isEmpty ? 1 : min(Self.factsAbove, row.proves.count) + 2
  }

  /// Lines of text at once in a screen of so many rows.
  private func height(_ rows: Int, _ context: Context) -> Int {
    max(1, rows - above(context) - (isReplaced ? 2 : 1))
  }

  private func lines(_ context: Context) -> [String] {
    guard case .text(let text, _)? = paper else { return [] }
    return TextWrap.lines(text, width: width(context), context.glyphs.ambiguity, maximum: 20_000)
  }

  /// The file is not the one that the application names.
  private var isReplaced: Bool {
    guard case .text(_, let sha256)? = paper, let named = row.sha256 else { return false }
    return sha256 != named
  }

  // MARK: Drawing

  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    switch paper {
    case nil: grid.put(context("正在读入…", "Reading…"), area.x + 2, area.y + 1, .muted)
    case .unreadable(let why):
      grid.put(context(why), area.x + 2, area.y + 1, .muted, width: area.width - 3)
      grid.put(
        context("o 用系统的查看器打开。", "o opens it in the system's viewer."), area.x + 2, area.y + 2, .muted,
        width: area.width - 3)
    case .text: drawText(&grid, area, context)
    }
    guard paper != nil, !row.proves.isEmpty else { return }
    if isBeside(context) {
      let x = width(context) + 4
      grid.divider(x, area.y, height: area.height)
      drawFacts(&grid, Rect(x: x + 2, y: area.y + 1, width: area.right - x - 3, height: area.height - 1), context)
    } else if case .text = paper {
      let facts = Rect(x: area.x + 2, y: area.y, width: area.width - 4, height: above(context) - 1)
      drawFacts(&grid, facts, context)
      grid.rule(area.x + 1, facts.bottom, width: area.width - 2)
    }
  }

  private func drawText(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    let all = lines(context)
    let height = height(area.height, context)
    let y = area.y + above(context)
    for (row, line) in all.dropFirst(top).prefix(height).enumerated() {
      grid.put(line, area.x + 2, y + row, width: width(context))
    }
    let end = min(all.count, top + height)
    grid.put(
      context("第 \(top + 1)-\(end) 行，共 \(all.count) 行", "lines \(top + 1)-\(end) of \(all.count)"), area.x + 2,
      area.bottom - 1, .muted, width: width(context))
    guard isReplaced else { return }
    grid.put(
      context(
        "不是在案的那份材料：SHA-256 与申报时不符，不能据以办理。",
        "Not the paper on file: its SHA-256 is not the one declared; nothing can be recorded on it."), area.x + 2,
      area.bottom - 2, .fail, width: width(context))
  }

  /// The facts it proves: name, declared, verified.
  private func drawFacts(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    let columns = Columns(
      [
        Column("mark", Phrase("", ""), 1), Column("name", Phrase("证明", "Proves"), 14, flexible: true),
        Column("declared", Phrase("申报", "declared"), 14, right: true),
        Column("verified", Phrase("核实", "verified"), 14, right: true),
      ], x: area.x, width: area.width, gap: 1)
    for place in columns.placed { grid.put(context(place.column.head), area.y, in: place, .heading) }
    let chosen = row.next(fact)
    let shown = min(row.proves.count, area.height - 1)
    let first = max(0, min((chosen ?? 0) - shown / 2, row.proves.count - shown))
    for (index, fact) in row.proves.enumerated().dropFirst(first).prefix(shown) {
      let y = area.y + 1 + index - first
      if index == chosen { grid.put(grid.glyphs.cursor, area.x, y, .accent) }
      // The year is the paper's.
      let name = row.year == nil ? fact.name : FactPath(fact.path)?.fact?.name ?? fact.name
      if let place = columns["name"] { grid.put(context(name), y, in: place) }
      if let place = columns["declared"] { grid.put(context(fact.declared), y, in: place) }
      if let place = columns["verified"] {
        let mark = fact.differs ? "! " : ""
        grid.put(
          fact.verified.map { mark + context($0) } ?? grid.glyphs.none, y, in: place,
          fact.verified == nil ? .muted : fact.differs ? .fail : .text)
      }
    }
  }
}
