import Casework
import ScoringCore

/// Where the officer is in the timeline, and which events it shows.
struct TimelineState: Sendable, Hashable {
  enum Shown: Int, Sendable, Hashable, CaseIterable { case all, new, decisions, refused }
  var window = ListWindow()
  var shown = Shown.all
  /// What followed from the events that the cursor was on, by id.
  private var followed: [String: [FieldText]] = [:]

  func entries(_ record: CaseRecord) -> [TimelineRow] {
    record.timeline.reversed().filter { entry in
      switch shown {
      case .all: true
      case .new: entry.isNew
      case .decisions: !entry.isEveryday
      case .refused: entry.standing != .valid
      }
    }
  }

  /// The event under the cursor; `nil` where none is shown.
  func event(_ record: CaseRecord) -> TimelineRow? {
    let entries = entries(record)
    guard !entries.isEmpty else { return nil }
    var event = entries[min(window.cursor, entries.count - 1)]
    event.followed = followed[event.id] ?? []
    return event
  }

  /// Works out what followed from the event under the cursor, once.
  mutating func follow(_ record: CaseRecord, _ file: CaseFile?, anew: Bool) {
    if anew { followed = [:] }
    guard let file, let event = event(record), followed[event.id] == nil else { return }
    followed[event.id] = file.followed(event.id)
  }

  func availability(_ command: Command.ID, _ record: CaseRecord?) -> Availability {
    command == "timeline.open" && record.flatMap(event) == nil
      ? .no(Phrase("没有可看的记录", "there is no event to show")) : .yes
  }

  mutating func perform(_ command: Command.ID, _ shown: CaseContext, _ context: Context) -> [Step] {
    switch command {
    case "timeline.open":
      return event(shown.record).flatMap { ReadingScreen(.event($0.id), shown) }.map { [.push($0)] } ?? []
    case "timeline.filter":
      let all = Shown.allCases
      self.shown = all[(self.shown.rawValue + 1) % all.count]
      window = ListWindow()
    default:
      guard let key = Key.movement(command) else { return [] }
      let count = entries(shown.record).count
      window.fit(count: count, height: TimelineLayout(context.size, count: count).list.height)
      _ = window.move(key, count: count)
    }
    return []
  }

  var title: Phrase {
    switch shown {
    case .all: Phrase("全部", "all")
    case .new: Phrase("上次退出以来", "since I last looked")
    case .decisions: Phrase("只看步骤", "steps only")
    case .refused: Phrase("未生效的", "without effect")
    }
  }
}

/// Where the list of events stands, and the pane that shows the one under the cursor in full.
struct TimelineLayout: Sendable, Hashable {
  let list: Rect
  /// `nil` where there is no room for it.
  let pane: Rect?
  /// The pane stands beside the list, else below it.
  let isBeside: Bool

  /// From this width the pane stands beside the list.
  private static let besideColumns = 120
  /// Below this height of list and pane the list has it all.
  private static let paneRows = 16

  /// - Parameter area: below the heading.
  init(_ area: Rect, count: Int) {
    isBeside = area.width >= Self.besideColumns
    if isBeside {
      let width = area.width * 11 / 20
      list = Rect(x: area.x, y: area.y, width: width, height: area.height)
      pane = Rect(
        x: area.x + width + 2, y: area.y, width: area.width - width - 4, height: area.height)
    } else if area.height >= Self.paneRows {
      let rows = min(max(count, 3), area.height / 2)
      list = Rect(x: area.x, y: area.y, width: area.width, height: rows)
      pane = Rect(
        x: area.x + 2, y: area.y + rows + 1, width: area.width - 4, height: area.height - rows - 1)
    } else {
      list = area
      pane = nil
    }
  }

  /// For a screen of a size.
  init(_ size: Size, count: Int) {
    // The first line, the case's own two, the heading; the toast's, and the footer.
    self.init(Rect(x: 0, y: 4, width: size.columns, height: size.rows - 6), count: count)
  }
}
