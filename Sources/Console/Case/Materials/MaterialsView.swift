import Casework
import ScoringCore

/// Draws the checklist and under it the facts the chosen paper proves.
struct MaterialsView {
  let record: CaseRecord
  let state: MaterialsState
  let language: Language
  let glyphs: Glyphs

  func draw(_ grid: inout Grid, in area: Rect) {
    guard !record.papers.isEmpty else {
      grid.put(
        Phrase("这一件没有需要的材料", "This case asks for no documents")(language), area.x + 2, area.y, .muted,
        width: area.width - 3)
      return
    }
    let place = state.index(in: record.papers)
    let paper = record.papers[place]
    let list = Rect(x: area.x, y: area.y + 1, width: area.width, height: listHeight(area))
    let columns = Columns(
      [
        Column("mark", Phrase("", ""), 1), Column("name", Phrase("材料", "Document"), 18, maximum: 28),
        Column("state", Phrase("状态", "State"), 9),
        Column("defects", Phrase("缺陷", "Defects"), 12, maximum: longest(defects)),
        Column("proves", Phrase("证明", "Proves"), 20, maximum: longest(proves)),
        Column("why", Phrase("为什么要", "Why"), 22, flexible: true, drop: 2),
        Column("pages", Phrase("页", "Pages"), 5, right: true, drop: 1),
      ], x: area.x + 2, width: area.width - 3)
    for place in columns.placed { grid.put(place.column.head(language), area.y, in: place, .heading) }
    var window = state.window
    window.fit(count: record.papers.count, height: list.height)
    window.move(to: place, count: record.papers.count)
    for (y, index) in window.visible(record.papers.count, height: list.height).enumerated() {
      row(record.papers[index], columns, &grid, list.y + y)
      if index == place { grid.select(area.x, list.y + y, width: area.width) }
    }
    detail(paper, place, &grid, Rect(x: area.x, y: list.bottom, width: area.width, height: area.bottom - list.bottom))
  }

  /// Columns of the longest of these texts, at least 20: a column takes no more room than it needs.
  private func longest(_ text: (DocumentRow) -> String) -> Int {
    record.papers.map { Width.of(text($0), glyphs.ambiguity) }.max().map { max(20, $0) } ?? 20
  }

  private func defects(_ paper: DocumentRow) -> String {
    let onDisk = paper.onDisk.flatMap { $0 == .onFile ? nil : $0 }
    let isBare = paper.file == nil && paper.sha256 == nil && paper.state != .notRequired
    let bare = isBare ? Phrase("没有附件", "no file") : nil
    let words = [onDisk?.name, bare].compactMap(\.self) + paper.defects.map(\.name)
    return words.map { $0(language) }.joined(separator: Phrase("、", ", ")(language))
  }

  /// Rows of the list: what is known of the chosen paper stands right below it, with room for the one of which there is
  /// most, so that nothing jumps.
  private func listHeight(_ area: Rect) -> Int {
    let most = record.papers.map { $0.proves.count + notes($0, area.width).count }.max() ?? 0
    let detail = min(max(4, area.height * 2 / 5), most + 3)
    return max(1, min(record.papers.count, area.height - detail - 1))
  }

  /// What the officer wrote of a paper, and who settled it.
  private func notes(_ paper: DocumentRow, _ width: Int) -> [(text: String, role: Role)] {
    let lines = paper.notes.flatMap { note in
      TextWrap.lines(note(language), width: width - 6, glyphs.ambiguity).map { ($0, Self.role(paper.state)) }
    }
    return lines + (paper.settled.map { [(paper.state.name(language) + "  " + $0(language), Role.muted)] } ?? [])
  }

  /// What it proves in a few words, each fact once and without its year, which is the paper's.
  private func proves(_ paper: DocumentRow) -> String {
    var names: [String] = []
    for fact in paper.proves {
      let name = (FactPath(fact.path)?.fact?.name ?? fact.name)(language)
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: Phrase("、", ", ")(language))
  }

  private func row(_ paper: DocumentRow, _ columns: Columns, _ grid: inout Grid, _ y: Int) {
    func put(_ id: String, _ text: String, _ role: Role = .text) {
      if let place = columns[id] { grid.put(text, y, in: place, role) }
    }
    put("mark", Self.mark(paper.state), Self.role(paper.state))
    put("name", paper.name(language))
    put("state", paper.state.name(language), Self.role(paper.state))
    let onDisk = paper.onDisk.flatMap { $0 == .onFile ? nil : $0 }
    put(
      "defects", defects(paper),
      paper.defects.isEmpty && onDisk.map { $0 != .other && $0 != .unread } ?? false ? .muted : .fail)
    put("proves", proves(paper), .muted)
    put("why", paper.why(language), .muted)
    put("pages", paper.pages.map(String.init) ?? "", .muted)
  }

  /// What is on file of the chosen paper: its head, what was written of it, and the facts it proves.
  private func detail(_ paper: DocumentRow, _ place: Int, _ grid: inout Grid, _ area: Rect) {
    guard area.height > 1 else { return }
    grid.rule(area.x + 1, area.y, width: area.width - 2)
    var head = paper.name(language)
    if let pages = paper.pages { head += Phrase("   \(pages) 页", "   \(pages) pages")(language) }
    if let file = paper.file { head += "   " + file }
    if let onDisk = paper.onDisk { head += "   " + onDisk.name(language) }
    let count = "\(place + 1)/\(record.papers.count)"
    grid.put(
      head, area.x + 2, area.y + 1, paper.replaced == nil ? .heading : .fail, width: area.width - 5 - count.count)
    grid.putRight(count, before: area.right - 1, area.y + 1, .muted, width: count.count)
    let all = notes(paper, area.width)
    // The facts keep two rows where there are any: `i` reads the notes whole.
    let room = max(0, area.height - 2 - min(2, paper.proves.count))
    var y = area.y + 2
    for (row, note) in all.prefix(room).enumerated() {
      let more = row == room - 1 && all.count > room ? "  " + Phrase("i 看全部", "i reads all")(language) : ""
      grid.put(note.text, area.x + 4, y, note.role, width: area.width - 6 - Width.of(more, glyphs.ambiguity))
      grid.putRight(more, before: area.right - 1, y, .muted, width: Width.of(more, glyphs.ambiguity))
      y += 1
    }
    facts(paper, &grid, Rect(x: area.x, y: y, width: area.width, height: area.bottom - y))
  }

  private func facts(_ paper: DocumentRow, _ grid: inout Grid, _ area: Rect) {
    guard area.height > 0 else { return }
    let chosen = paper.next(state.fact)
    let name = area.x + 4
    let declared = area.x + max(28, area.width * 3 / 10)
    let verified = area.x + max(50, area.width * 11 / 20)
    let shown = min(paper.proves.count, area.height)
    let first = max(0, min((chosen ?? 0) - shown / 2, paper.proves.count - shown))
    for (i, fact) in paper.proves.enumerated().dropFirst(first).prefix(shown) {
      let y = area.y + i - first
      if i == chosen { grid.put(glyphs.cursor, area.x + 2, y, .accent) }
      grid.put(fact.name(language), name, y, width: declared - name - 1)
      grid.put(
        Phrase("申报 ", "declared ")(language) + fact.declared(language), declared, y,
        width: verified - declared - 1)
      let value = fact.verified.map { $0(language) + (fact.source.map { "  " + $0(language) } ?? "") } ?? glyphs.none
      if fact.differs { grid.put("!", verified - 2, y, .fail) }
      grid.put(
        Phrase("核实 ", "verified ")(language) + value, verified, y, fact.differs ? .fail : .text,
        width: area.right - verified - 1)
    }
  }

  static func mark(_ state: DocumentRow.State) -> String {
    switch state {
    case .open: "?"
    case .missing, .defective: "!"
    case .ok, .notRequired: ""
    }
  }

  static func role(_ state: DocumentRow.State) -> Role {
    switch state {
    case .open: .undetermined
    case .missing, .defective: .fail
    case .ok: .text
    case .notRequired: .muted
    }
  }
}
