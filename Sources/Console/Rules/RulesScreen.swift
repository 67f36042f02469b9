import ScoringCore

/// The standard itself, readable and searchable; a breakdown's row opens it at its rule.
package struct RulesScreen: Screen {
  private let lines: [RuleLine]
  /// For each line the index of the heading it stands under, −1 at the top.
  private let parents: [Int]
  /// Indexes of the headings that are open.
  private var open: Set<Int> = []
  private var window = ListWindow()
  private var search: LineEditor?
  private var term = ""

  /// The standard from its beginning.
  package init(_ book: RuleBook = RuleBook(Standard.shared)) {
    lines = book.lines
    var parents: [Int] = []
    var stack: [Int] = []
    for (index, line) in lines.enumerated() {
      while let last = stack.last, lines[last].depth >= line.depth { stack.removeLast() }
      parents.append(stack.last ?? -1)
      if line.isHeading { stack.append(index) }
    }
    self.parents = parents
  }

  /// The standard at the rule behind a node of an explanation.
  init(_ book: RuleBook = RuleBook(Standard.shared), at node: String, edition: String, tier: Tier) {
    self.init(book)
    let rule = node.split(separator: ".").prefix(2).joined(separator: ".")
    let paths = ["\(edition)/\(tier.rawValue)/\(rule)", "\(edition)/\(rule)", "\(edition)/\(tier.rawValue)"]
    let all = lines
    let found =
      paths.compactMap { path in all.firstIndex { $0.path == path } }.first
      ?? all.firstIndex { $0.path.hasSuffix("/" + rule) }
    guard let found else { return }
    reveal(found)
    open.insert(found)
    let rows = shown
    if let place = rows.firstIndex(of: found) { window.move(to: place, count: rows.count) }
  }

  package var scopes: [Command.Scope] { [.rules] }
  package var isTyping: Bool { search != nil }

  package func crumbs(_ context: Context) -> [String] {
    let place = chosen.map { lines[top(of: $0)].text(context.language) }
    return [context("标准", "Rules")] + (place.map { [$0] } ?? [])
  }

  package func status(_ context: Context) -> String {
    guard !term.isEmpty, search == nil else { return "" }
    return context("查找 \(term)", "search \(term)")
  }

  package mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    let rows = shown
    window.fit(count: rows.count, height: Self.height(context))
    switch command {
    case "rules.fold": fold()
    case "rules.search": search = LineEditor(term, limit: 40)
    default: if let key = Key.movement(command) { _ = window.move(key, count: rows.count) }
    }
    return []
  }

  package mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    guard var editor = search else { return [] }
    let before = chosen
    switch message {
    case .key(.enter): search = nil
    case .key(.escape):
      search = nil
      term = ""
      if let before { reveal(before) }
    case .key(let key):
      _ = editor.type(key)
      search = editor
      term = editor.text
    case .paste(let text):
      editor.insert(text)
      search = editor
      term = editor.text
    default: return []
    }
    let rows = shown
    let place = before.flatMap { rows.firstIndex(of: $0) } ?? rows.firstIndex { matches($0) } ?? 0
    window.move(to: place, count: rows.count)
    return []
  }

  package func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    var list = area
    if let search {
      grid.put(context("查找", "Search"), area.x + 1, area.y, .heading)
      search.draw(&grid, area.x + 10, area.y, width: area.width - 12)
      list = area.inset(top: 2)
    }
    let rows = shown
    guard !rows.isEmpty else {
      grid.put(
        context("没有含“\(term)”的条文；Esc 清除", "nothing in the rules says \(term); Esc clears"), list.x + 2,
        list.y, .muted,
        width: list.width - 3)
      return
    }
    let detail = min(48, list.width * 2 / 5)
    for (y, place) in window.visible(rows.count, height: list.height).enumerated() {
      let index = rows[place]
      let line = lines[index]
      let row = list.y + y
      let text = line.detail(context.language)
      let right = Width.of(text, context.glyphs.ambiguity, limit: detail)
      let x = list.x + 2 + line.depth * 2
      let mark =
        line.isHeading ? (isOpen(index) ? context.glyphs.unfolded : context.glyphs.folded) + " " : "  "
      grid.put(
        mark + line.text(context.language), x, row, line.isHeading ? .heading : .text,
        width: list.right - x - right - 2)
      grid.putRight(text, before: list.right - 1, row, .muted, width: min(detail, right))
      if place == window.cursor { grid.select(list.x, row, width: list.width) }
    }
  }

  // MARK: Lines

  /// Indexes of the lines to show: those whose headings are open, or while searching those that match with
  /// the headings above them.
  private var shown: [Int] {
    guard !term.isEmpty else {
      return lines.indices.filter { index in
        var parent = parents[index]
        while parent >= 0 {
          guard open.contains(parent) else { return false }
          parent = parents[parent]
        }
        return true
      }
    }
    var kept: Set<Int> = []
    for index in lines.indices where matches(index) {
      var each = index
      while each >= 0, kept.insert(each).inserted { each = parents[each] }
    }
    return kept.sorted()
  }

  private func matches(_ index: Int) -> Bool {
    let wanted = term.lowercased()
    let line = lines[index]
    return [line.text.zh, line.text.en, line.detail.zh, line.detail.en].contains {
      $0.lowercased().contains(wanted)
    } || (wanted.utf8.allSatisfy { $0 < 0x80 } && Pinyin.initials(line.text.zh).contains(wanted))
  }

  private var chosen: Int? {
    let rows = shown
    return rows.indices.contains(window.cursor) ? rows[window.cursor] : nil
  }

  private func isOpen(_ index: Int) -> Bool { !term.isEmpty || open.contains(index) }

  private func top(of index: Int) -> Int {
    var each = index
    while parents[each] >= 0 { each = parents[each] }
    return each
  }

  private mutating func reveal(_ index: Int) {
    var parent = parents[index]
    while parent >= 0 {
      open.insert(parent)
      parent = parents[parent]
    }
  }

  /// Opens or closes the heading of the chosen line.
  private mutating func fold() {
    guard let chosen else { return }
    let head = lines[chosen].isHeading ? chosen : parents[chosen]
    guard head >= 0 else { return }
    open.formSymmetricDifference([head])
    let rows = shown
    if let place = rows.firstIndex(of: head) { window.move(to: place, count: rows.count) }
  }

  private static func height(_ context: Context) -> Int { max(1, context.size.rows - 3) }
}
