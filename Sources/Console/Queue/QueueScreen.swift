import Casework
import ScoringCore

/// The queues of an office as one list with tabs, filter, order and selection.
struct QueueScreen: Screen {
  var tab: QueueTab
  /// Restricts to one authority; `nil` shows all there are.
  var authority: String?
  var only: Set<CaseKey>?
  var onlyName: Phrase?
  var columns = QueueColumn.standard
  var sort: QueueColumn? = .days
  var isDescending = true
  var showsPreview = true

  var editor = LineEditor(limit: 200)
  var filter = Filter.none
  /// The filter before it was edited: Esc brings it back. `nil` when not editing.
  var filterBefore: String?

  var list = QueueList()
  var window = ListWindow(leaps: true)
  /// The case under the cursor: it stays there through sort, filter and refresh.
  var cursor: CaseKey?
  var marks: Set<CaseKey> = []
  var lastMark: CaseKey?
  /// What is being done to all that is selected, while it is asked about.
  var bulk: BulkAct?
  /// To whom the last cases were assigned; `nil` where they were taken.
  var assignee: String?
  /// A case of the round whose draw is asked about.
  var drawKey: CaseKey?
  private var edition = -1
  /// What was read for the preview, of the cases last under the cursor.
  var previews: [CaseKey: PreviewFacts] = [:]
  private var previewWanted: CaseKey?

  init(
    _ tab: QueueTab, _ context: Context, authority: String? = nil, filter: String = "",
    only: Set<CaseKey>? = nil, named name: Phrase? = nil
  ) {
    self.tab = tab
    self.authority = authority ?? context.session.authority
    self.only = only
    onlyName = name
    editor.set(filter)
    self.filter = Filter(filter)
    edition = context.cases.edition
    if self.authority == nil { columns.insert(.authority, at: 2) }
    arrange()
    _ = list.goOn(context.cases, wanted)
    settle(context)
  }

  var scopes: [Command.Scope] { [.queue] }
  var draftPlace: String { "queue" }
  var isTyping: Bool { filterBefore != nil }

  var wanted: QueueList.Wanted {
    QueueList.Wanted(
      tab: tab, filter: filter, authority: authority, only: only, sort: sort,
      isDescending: isDescending)
  }

  func crumbs(_ context: Context) -> [String] {
    let place =
      authority.map { CaseWords.authority($0, context.language) } ?? context("全国", "All provinces")
    var crumbs = [place, context(onlyName ?? tab.name) + "  " + Format.grouped(list.count)]
    if !context.cases.isComplete {
      let all = context.cases.expected.map { " / \(Format.grouped($0))" } ?? ""
      crumbs[1] += "  " + context("载入 ", "loading ") + Format.grouped(context.cases.count) + all
    }
    return crumbs
  }

  /// The row under the cursor.
  func current(_ context: Context) -> CaseSummary? { cursor.flatMap { context.cases[$0] } }

  mutating func startFilter() {
    filterBefore = editor.text
    if let last = editor.characters.last, last != " " { editor.insert(" ") }
  }

  // MARK: Keeping the list

  /// Starts the list anew, the cursor on the same case where it still is.
  mutating func relist(_ context: Context) -> [Step] {
    list.restart()
    let more = list.goOn(context.cases, wanted)
    settle(context)
    return more ? [.effect(.goOn)] : wantPreview(context)
  }

  /// Puts the cursor on its case, or near where that was.
  mutating func settle(_ context: Context) {
    if let key = cursor, let place = context.cases.place(of: key), let index = list.index(of: place) {
      window.follow(index, count: list.count)
    } else {
      window.move(to: filterBefore == nil ? window.cursor : 0, count: list.count)
      takeCursor(context)
    }
  }

  mutating func takeCursor(_ context: Context) {
    cursor =
      window.cursor < list.count && list.count > 0
      ? context.cases.rows[list[window.cursor]].key : nil
  }

  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .key(let key): return type(key, context)
    case .paste(let text):
      editor.insert(text)
      return refilter(context)
    case .mouse(let mouse): return click(mouse, context)
    case .opened(let key, let opened):
      if previews.count > 40 { previews = [:] }
      previews[key] = try? PreviewFacts(opened)
      return []
    case .dryRunResults(let dryRuns): return dryRun(dryRuns, context)
    case .lotteryPreviewed(let preview): return askLottery(preview, context)
    case .reported(let act, let dryRuns):
      // What was done is not selected any more.
      for done in dryRuns where done.refusals.isEmpty { marks.remove(done.key) }
      return report(act, dryRuns, context)
    case .changed(let rows, let gone):
      for key in rows.map(\.key) + gone { previews[key] = nil }
      return refresh(context)
    case .today:
      // What was foreseen yesterday is foreseen anew before it is done.
      guard let bulk, !bulk.keys.isEmpty else { return refresh(context) }
      return refresh(context) + [.effect(.dryRun(bulk.keys, bulk.intent))]
    case .summaries, .goOn, .session: return refresh(context)
    case .resize:
      window.fit(count: list.count, height: QueueScreen.listHeight(context.size))
      return wantPreview(context)
    default: return []
    }
  }

  private mutating func refresh(_ context: Context) -> [Step] {
    if context.cases.edition != edition {
      edition = context.cases.edition
      marks = marks.filter { context.cases.place(of: $0) != nil }
      return relist(context)
    }
    if list.scanned < context.cases.count || context.cases.isComplete {
      let before = list.count
      let more = list.goOn(context.cases, wanted)
      if list.count != before || cursor == nil { settle(context) }
      if more { return [.effect(.goOn)] }
    }
    return readPreview(context)
  }

  // MARK: Preview

  /// The case under the cursor is read for the preview as soon as no key waits, never while a key is held.
  func wantPreview(_ context: Context) -> [Step] {
    guard showsPreview, context.size.columns >= QueueScreen.previewColumns, let cursor,
      previews[cursor] == nil
    else { return [] }
    return [.effect(.goOn)]
  }

  private mutating func readPreview(_ context: Context) -> [Step] {
    guard !wantPreview(context).isEmpty, let cursor, previewWanted != cursor else { return [] }
    previewWanted = cursor
    return [.effect(.openCase(cursor))]
  }

  /// Least width of the screen for a preview.
  static let previewColumns = 100

  private mutating func type(_ key: Key, _ context: Context) -> [Step] {
    window.fit(count: list.count, height: QueueScreen.listHeight(context.size))
    if filterBefore != nil {
      switch key {
      case .enter:
        filterBefore = nil
        return []
      case .escape:
        editor.set(filterBefore ?? "")
        filterBefore = nil
        return refilter(context)
      case .up, .down, .pageUp, .pageDown, .tab, .backTab:
        if window.move(key == .tab ? .down : key == .backTab ? .up : key, count: list.count) { takeCursor(context) }
        return wantPreview(context)
      default:
        let before = editor.text
        _ = editor.type(key)
        return editor.text == before ? [] : refilter(context)
      }
    }
    if window.move(key, count: list.count) {
      takeCursor(context)
      return wantPreview(context)
    }
    guard let index = key.choice, case let tabs = shownTabs(context), tabs.indices.contains(index) else { return [] }
    return turn(to: tabs[index], context)
  }

  mutating func refilter(_ context: Context) -> [Step] {
    filter = Filter(editor.text)
    return relist(context)
  }

  /// Tabs in the order they are shown.
  static let tabs: [QueueTab] =
    QueueTab.allCases.filter { $0 != .all && $0 != .done } + [.done, .all]

  /// The tabs that the width has room for: all of them, or those with cases.
  func shownTabs(_ context: Context) -> [QueueTab] {
    guard context.size.columns < 160 else { return QueueScreen.tabs }
    let tally = tally(context)
    return QueueScreen.tabs.filter { $0 == tab || $0 == .mine || tally.count($0) > 0 }
  }

  func tally(_ context: Context) -> Tally {
    authority.map { context.cases.byAuthority[$0] ?? Tally() } ?? context.cases.tally
  }

  mutating func turn(to tab: QueueTab, _ context: Context) -> [Step] {
    self.tab = tab
    arrange()
    only = nil
    onlyName = nil
    window = ListWindow(leaps: true)
    cursor = nil
    return relist(context)
  }

  /// Visits go by their day, one's own first, with who goes; other queues by how long cases take. What the officer chose
  /// stays.
  private mutating func arrange() {
    if tab == .spotCheck, sort == .days, isDescending {
      (sort, isDescending) = (.visit, false)
      if !columns.contains(.visit) { columns.insert(.visit, at: min(1, columns.count)) }
    } else if tab != .spotCheck, sort == .visit, !isDescending {
      (sort, isDescending) = (.days, true)
      columns.removeAll { $0 == .visit }
    }
  }

  static func listHeight(_ size: Size) -> Int { max(1, size.rows - 3 - 4) }

  private mutating func click(_ mouse: Mouse, _ context: Context) -> [Step] {
    window.fit(count: list.count, height: QueueScreen.listHeight(context.size))
    switch mouse.kind {
    case .wheelUp: window.move(to: window.cursor - 3, count: list.count)
    case .wheelDown: window.move(to: window.cursor + 3, count: list.count)
    case .click, .doubleClick:
      let row = mouse.at.y - QueueScreen.firstRow
      let shown = window.visible(list.count, height: window.page)
      guard row >= 0, shown.lowerBound + row < shown.upperBound else { return [] }
      window.move(to: shown.lowerBound + row, count: list.count)
      takeCursor(context)
      return mouse.kind == .doubleClick ? [.run("queue.open")] : []
    }
    takeCursor(context)
    return wantPreview(context)
  }

  /// The screen's line with the first row of the list.
  static let firstRow = 5
}
