import Casework
import ScoringCore
import StrictJSON

extension Command {
  /// The commands of a list of files.
  static let files: [Command] =
    [
      Command(
        "files.take", .files, Phrase("添上", "Add"), keys: [.enter], undo: .undoable,
        Phrase("添上选中的文件，没有选的添光标所在的；在文件夹上是打开它", "Add the chosen files, or the one under the cursor; opens a folder")),
      Command(
        "files.mark", .files, Phrase("选", "Select"), keys: [.space],
        Phrase("选中或取消光标所在的文件，并下移", "Select or deselect a file and move down")),
      Command(
        "files.above", .files, Phrase("上一级", "Folder above"), keys: [.left, .backspace],
        Phrase("到上一级文件夹", "Go to the folder above")),
    ] + moves(.files, "files")
}

/// Files of this computer: photographs and papers to be added to an item of a visit, one or many at once; or the one that
/// an act is about.
struct FilesScreen: Screen {
  private enum Use: Sendable {
    /// The case, the item, and of one that was recorded what stands.
    case visit(CaseKey, VisitRecord.Item, subject: JSONValue)
    /// What is asked of the file, by the screen below, and the field that it is for.
    case question(Dialog, field: String)
  }

  private let use: Use
  private var place: Situation?
  private var listing: FileListing?
  private var window = ListWindow()
  /// Whole paths, in the order of choosing.
  private var marked: [String] = []
  /// What was chosen is being put on file: the screen closes when it is.
  private var isSent = false

  init(_ key: CaseKey, _ item: VisitRecord.Item, subject: JSONValue, in place: Situation?) {
    use = .visit(key, item, subject: subject)
    self.place = place
  }

  /// - Parameters:
  ///   - question: is asked once a file was chosen, which it is about.
  ///   - field: names the file in what the question is about.
  init(for question: Dialog, field: String) {
    use = .question(question, field: field)
  }

  var scopes: [Command.Scope] { [.files] }

  func crumbs(_ context: Context) -> [String] {
    switch use {
    case .visit(let key, let item, _):
      [context.cases[key].map { SafeText.clean($0.name, limit: 60) } ?? key.id, context(item.name)]
    case .question(let dialog, _): [context(dialog.title), context("选文件", "Choose the file")]
    }
  }

  func status(_ context: Context) -> String {
    marked.isEmpty ? "" : context("已选 \(marked.count)", "\(marked.count) selected")
  }

  func availability(_ command: Command.ID, _ context: Context) -> Availability {
    guard listing != nil else { return .no(Phrase("正在读入", "still being read")) }
    switch command {
    case "files.above": return listing?.folder == "/" ? .no(Phrase("没有上一级", "there is none above")) : .yes
    case "files.take" where marked.isEmpty && entry == nil: return .no(Phrase("这里没有文件", "there is no file here"))
    case "files.mark" where isForOne: return .hidden
    case "files.mark": return entry?.isFolder == false ? .yes : .no(Phrase("先移到一个文件上", "move to a file first"))
    default: return .yes
    }
  }

  private var isForOne: Bool { if case .question = use { true } else { false } }

  private var entry: FileListing.Entry? {
    guard let entries = listing?.entries, entries.indices.contains(window.cursor) else { return nil }
    return entries[window.cursor]
  }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    guard let listing else { return [] }
    switch command {
    case "files.above": return [.effect(.listFiles(listing.above))]
    case "files.mark":
      guard let entry else { return [] }
      let path = listing.path(entry)
      if marked.contains(path) { marked.removeAll { $0 == path } } else { marked.append(path) }
      window.move(to: window.cursor + 1, count: listing.entries.count)
    case "files.take":
      if let entry, entry.isFolder, marked.isEmpty { return [.effect(.listFiles(listing.path(entry)))] }
      return take(context)
    default:
      guard let key = Key.movement(command) else { return [] }
      window.fit(count: listing.entries.count, height: max(1, context.size.rows - 6))
      _ = window.move(key, count: listing.entries.count)
    }
    return []
  }

  private var chosen: [String] {
    if !marked.isEmpty { return marked }
    guard let entry, let listing else { return [] }
    return [listing.path(entry)]
  }

  /// Of an item that was recorded the files are added to what stands; any other is recorded with them.
  private mutating func take(_ context: Context) -> [Step] {
    guard case .visit(let key, let item, let subject) = use else { return ask() }
    if subject["state"] != nil {
      return send(ActIntent(.finding, subject, seen: place?.seen(Action(.finding, subject)) ?? []), key)
    }
    let form = ActForm(.finding, subject: subject, asks: ["state", "value", "text"], in: place, today: context.today)
    let names = chosen.map { SafeText.clean(split($0), limit: 120) }
    let files = context("添上 \(names.count) 个：", "Adds \(names.count): ") + names.joined(separator: context("、", ", "))
    return [
      .ask(
        form.dialog(body: [
          .init(context(item.name), .heading), .init(context(item.stands), .muted), .init(files, .muted),
        ]))
    ]
  }

  private func split(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The screen below asks what it wants to know of the file.
  private func ask() -> [Step] {
    guard case .question(var dialog, let field) = use, let path = chosen.first else { return [] }
    dialog.about = .object([.init(field, .string(path))])
    dialog.body.insert(.init(SafeText.clean(path, limit: 400), .heading), at: 0)
    return [.back, .ask(dialog)]
  }

  mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    guard case .visit(let key, _, _) = use, let intent = ActForm.intent(answer) else { return [] }
    return send(intent, key)
  }

  private mutating func send(_ intent: ActIntent, _ key: CaseKey) -> [Step] {
    var intent = intent
    intent.attached = chosen
    isSent = true
    return [.effect(.act(key, intent))]
  }

  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .files(let listing):
      self.listing = listing
      window = ListWindow()
      // Where a photograph is likely: at the newest file.
      window.move(to: listing.entries.firstIndex { !$0.isFolder } ?? 0, count: listing.entries.count)
    case .opened(let key, let opened):
      guard case .visit(key, _, _) = use else { return [] }
      place = opened.file?.situation(of: context.session.officer, today: context.today)
      if isSent { return [.back] }
    default: break
    }
    return []
  }

  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    guard let listing else {
      grid.put(context("正在读入…", "Reading…"), area.x + 2, area.y + 1, .muted, width: area.width - 3)
      return
    }
    grid.put(SafeText.clean(listing.folder, limit: 400), area.x + 2, area.y, .heading, width: area.width - 3)
    if let trouble = listing.trouble {
      grid.put(context(trouble), area.x + 2, area.y + 2, .error, width: area.width - 3)
    } else if listing.entries.isEmpty {
      grid.put(context("这个文件夹是空的", "This folder is empty"), area.x + 2, area.y + 2, .muted, width: area.width - 3)
    }
    let list = area.inset(top: 2)
    var window = window
    window.fit(count: listing.entries.count, height: list.height)
    for (row, index) in window.visible(listing.entries.count, height: list.height).enumerated() {
      let entry = listing.entries[index]
      let (y, isMarked) = (list.y + row, marked.contains(listing.path(entry)))
      grid.put(
        entry.isFolder || isForOne ? "" : isMarked ? "[\(grid.glyphs.checked)]" : "[ ]", area.x + 2, y,
        isMarked ? .accent : .muted)
      grid.put(
        SafeText.clean(entry.name, limit: 255) + (entry.isFolder ? "/" : ""), area.x + 6, y,
        entry.isFolder ? .muted : .text, width: area.width - 38)
      if !entry.isFolder { grid.putRight(Self.size(entry.size), before: area.right - 19, y, .muted, width: 11) }
      grid.putRight(entry.modified, before: area.right - 1, y, .muted, width: 17)
      if index == window.cursor { grid.select(area.x, y, width: area.width) }
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_024 ? "\(bytes) B" : bytes < 1 << 20 ? "\(bytes >> 10) KB" : "\(bytes >> 20) MB"
  }
}
