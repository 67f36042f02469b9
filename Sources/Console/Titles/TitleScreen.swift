import Casework
import ScoringCore
import StrictJSON

/// One title: its term, what may be done about it, and what happened.
struct TitleScreen: Screen {
  /// An act on the title with what stands in its way.
  struct Offer: Sendable, Hashable {
    var act: ActName
    var unmet: [Phrase]
  }

  private(set) var row: TitleRecord
  private(set) var acts: [Offer] = TitleScreen.offered.map { Offer(act: $0, unmet: []) }
  /// Newest first.
  private(set) var events: [TimelineRow] = []
  private(set) var isRead = false
  private(set) var window = ListWindow()
  /// First event shown.
  private(set) var top = 0
  private var opened: OpenedTitle?

  /// In the order of a title's life.
  static let offered = ActTable.all.filter { $0.offer?.pane == .title }.map(\.name)

  init(_ record: TitleRecord) { row = record }

  var scopes: [Command.Scope] { [.title] }
  var draftPlace: String { row.folder }

  func crumbs(_ context: Context) -> [String] { [context("称号", "Titles"), SafeText.clean(row.name, limit: 60)] }

  func status(_ context: Context) -> String { context(row.tierName) + "   " + context(row.status.name) }

  func availability(_ command: Command.ID, _ context: Context) -> Availability {
    guard let act = act(command) else { return .yes }
    guard isRead else { return .no(Phrase("正在读入", "still being read")) }
    if context.session.isReadOnly { return .readOnly(context.session) }
    return .unmet(act.unmet)
  }

  private func act(_ command: Command.ID) -> Offer? { command.act.flatMap { act in acts.first { $0.act == act } } }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    switch command {
    case "title.up": _ = window.move(.up, count: acts.count)
    case "title.down": _ = window.move(.down, count: acts.count)
    case "title.first": _ = window.move(.home, count: acts.count)
    case "title.last": _ = window.move(.end, count: acts.count)
    case "title.pageUp": top = max(0, top - 5)
    case "title.pageDown": top = min(max(0, events.count - 1), top + 5)
    case "title.do": return [.run(Command.ID(acts[window.cursor].act))]
    case "title.case":
      guard let key = CaseKey(path: row.folder) else {
        return [.toast(Toast(.refused, Phrase("这个称号是补登的，没有申报件", "This title was entered by hand; it has no case")))]
      }
      return CaseScreen.open(key)
    default: if let offer = act(command) { return [ask(offer.act, context)] }
    }
    return []
  }

  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .title(let opened) where opened.record.folder == row.folder:
      row = opened.record
      self.opened = opened
      isRead = true
      events = opened.timeline.reversed().map(TimelineRow.init)
      acts = Self.offered.map {
        Offer(act: $0, unmet: opened.unmet($0, by: context.session.officer, today: context.today))
      }
    case .titles(let records):
      if let record = records.first(where: { $0.folder == row.folder }) { row = record }
    case .key(let key):
      guard let index = key.choice, acts.indices.contains(index) else { return [] }
      window.move(to: index, count: acts.count)
      return [.run(Command.ID(acts[index].act))]
    default: break
    }
    return []
  }

  // MARK: Asking

  private func ask(_ act: ActName, _ context: Context) -> Step {
    let body = [
      Dialog.Line(SafeText.clean(row.name, limit: 80), .heading),
      Dialog.Line(
        context("\(row.tierName.zh)  \(row.from) 至 \(row.until)", "\(row.tierName.en)  \(row.from) to \(row.until)")),
      Dialog.Line(
        context(TitleClauses.of(act, context.session.standard.edition(of: row.tier, on: context.today))), .muted),
    ]
    let place = opened?.situation(of: context.session.officer, today: context.today)
    return .ask(
      ActForm(act, in: place, today: context.today).dialog(body: body) { form in
        guard act == .update else { return }
        let open = row.updatesDue(today: context.today).map(\.year)
        let years = Array(Set(open + row.updates.map(\.year).filter { $0 <= context.today.year })).sorted()
        form.offer(
          "year", years.map { Form.Option("\($0)", Phrase("\($0) 年", "\($0)")) }, chosen: open.first.map(String.init))
      })
  }

  mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    guard let intent = ActForm.intent(answer) else { return [] }
    return [.effect(.actIn(row.folder, intent))]
  }
}
