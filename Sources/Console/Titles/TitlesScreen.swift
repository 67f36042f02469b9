import Casework
import ScoringCore
import StrictJSON

/// The register of titles 称号登记, with what falls due first.
struct TitlesScreen: Screen {
  /// `nil` while the register is read.
  private(set) var list: TitleList?
  var tab = TitleTab.due
  /// Rows shown, as places in the list.
  private(set) var shown: [Int] = []
  private(set) var window = ListWindow(leaps: true)
  private(set) var editor = LineEditor(limit: 60)
  /// What was looked for before; `nil` when not editing.
  private var before: String?
  /// The title under the cursor: it stays there when the register is read again.
  private var cursor: String?

  var scopes: [Command.Scope] { [.titles] }
  var draftPlace: String { "titles" }
  var isTyping: Bool { before != nil }

  func crumbs(_ context: Context) -> [String] { [context("称号", "Titles")] }

  func status(_ context: Context) -> String {
    let count = Format.grouped(list?.rows.count ?? 0)
    return list == nil ? "" : context("\(count) 个", "\(count) titles")
  }

  /// The title under the cursor.
  var current: TitleRow? { shown.indices.contains(window.cursor) ? list?.rows[shown[window.cursor]] : nil }

  func availability(_ command: Command.ID, _ context: Context) -> Availability {
    switch command {
    case "titles.open", "titles.copy", "titles.print":
      current == nil ? .no(Phrase("这里没有称号", "there is no title here")) : .yes
    case "titles.clear": editor.isEmpty ? .hidden : .yes
    case Command.ID(.registerTitle):
      context.session.isReadOnly
        ? .readOnly(context.session)
        : context.session.rights?.holdsAnywhere(context.session.officer, [.signer]) == true
          ? .yes : .no(Phrase("须有签批人的职责", "only a signing officer enters titles"))
    default: .yes
    }
  }

  /// The office whose title is under the cursor, as what is printed of no case names it.
  private var office: CaseKey? {
    current.map { CaseKey(authority: $0.record.authority, batch: "office", id: "titles") }
  }

  func preview(_ dialog: String, _ form: Form, _ context: Context) -> Effect? {
    guard dialog == PrintDialog.id else { return nil }
    return office.flatMap { PrintDialog.request(form, $0) }.map { .readSheet($0, dialog: dialog) }
  }

  mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    if answer.id == PrintDialog.id {
      return office.flatMap { PrintDialog.request(answer.form, $0) }.map { [.effect(.print($0))] } ?? []
    }
    guard let form = answer.form, let tier = form.code("tier").flatMap(Tier.init(rawValue:)),
      let from = form.day("from"),
      let intent = ActForm.intent(answer)
    else { return [] }
    let folder = TitleRules.folder(
      authority: form.text("authority"), creditCode: form.text("creditCode"), tier: tier, from: from)
    return [.effect(.actIn(folder, intent))]
  }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    window.fit(count: shown.count, height: Self.height(context.size))
    switch command {
    case "titles.open":
      guard let current else { return [] }
      return [
        .push(TitleScreen(current.record)), .effect(.openTitle(folder: current.record.folder)),
      ]
    case "titles.print":
      let renames = PrintRequest.Sheet.summary(.renameSummary)
      return [.ask(PrintDialog.dialog([PrintDialog.Choice(renames)], chosen: renames))]
    case "titles.copy": if let current { return [.effect(.copy(current.record.creditCode))] }
    case "titles.search": before = editor.text
    case Command.ID(.registerTitle):
      let form = ActForm(.registerTitle, in: nil, today: context.today)
      return [.ask(form.dialog { $0.set("authority", context.session.authority ?? "") })]
    case "titles.clear":
      editor.set("")
      refind()
    case "titles.nextTab", "titles.previousTab":
      let tabs = TitleTab.allCases
      let here = tabs.firstIndex(of: tab) ?? 0
      turn(to: tabs[(here + (command == "titles.nextTab" ? 1 : tabs.count - 1)) % tabs.count])
    default: if let key = Key.movement(command) { move(key) }
    }
    return []
  }

  private mutating func move(_ key: Key) {
    _ = window.move(key, count: shown.count)
    cursor = current?.record.folder
  }

  private mutating func turn(to tab: TitleTab) {
    self.tab = tab
    cursor = nil
    window = ListWindow(leaps: true)
    refind()
  }

  /// Looks anew; the cursor stays on its title where that is still shown.
  private mutating func refind() {
    shown = list?.find(tab, editor.text, authority: nil) ?? []
    let place = cursor.flatMap { folder in shown.firstIndex { list?.rows[$0].record.folder == folder } }
    window.move(to: place ?? (cursor == nil ? window.cursor : 0), count: shown.count)
    cursor = current?.record.folder
  }

  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .titles(let records):
      let isFirst = list == nil
      let list = TitleList(records, today: context.today)
      self.list = list
      if isFirst, list.counts[.due] == nil, !list.rows.isEmpty { tab = .all }
      refind()
    case .today: return [.effect(.loadTitles)]
    case .paste(let text) where isTyping:
      editor.insert(text)
      refind()
    case .mouse(let mouse): return click(mouse, context)
    case .key(let key): return type(key)
    default: break
    }
    return []
  }

  private mutating func type(_ key: Key) -> [Step] {
    guard let before else {
      if let index = key.choice, TitleTab.allCases.indices.contains(index) { turn(to: TitleTab.allCases[index]) }
      return []
    }
    switch key {
    case .enter: self.before = nil
    case .escape:
      self.before = nil
      editor.set(before)
      refind()
    case .up, .down, .pageUp, .pageDown: move(key)
    default:
      let old = editor.text
      _ = editor.type(key)
      if editor.text != old { refind() }
    }
    return []
  }

  private mutating func click(_ mouse: Mouse, _ context: Context) -> [Step] {
    window.fit(count: shown.count, height: Self.height(context.size))
    switch mouse.kind {
    case .wheelUp: window.move(to: window.cursor - 3, count: shown.count)
    case .wheelDown: window.move(to: window.cursor + 3, count: shown.count)
    case .click, .doubleClick:
      let index = window.visible(shown.count, height: window.page).lowerBound + mouse.at.y - Self.firstRow
      guard mouse.at.y >= Self.firstRow, shown.indices.contains(index) else { return [] }
      window.move(to: index, count: shown.count)
    }
    cursor = current?.record.folder
    return mouse.kind == .doubleClick ? [.run("titles.open")] : []
  }

  /// The screen's line with the first row of the list.
  static let firstRow = 4

  static func height(_ size: Size) -> Int { max(1, size.rows - 3 - 4) }
}
