import Casework
import ScoringCore

/// The first screen: what is late, how much stands where, what came since.
struct OverviewScreen: Screen {
  enum Block: Int, Sendable, CaseIterable { case reminders, tiers, places, news }

  /// A count that calls for someone, with the queue behind it.
  enum Reminder: Int, Sendable, CaseIterable {
    case late, near, toSign, inNotice, objections, contested, titles

    /// The queue; of titles there is none.
    var tab: QueueTab? {
      switch self {
      case .late, .near: .all
      case .toSign: .toSign
      case .inNotice: .inNotice
      case .objections: .objections
      case .contested: .contested
      case .titles: nil
      }
    }
  }

  /// A column of the tier table: some states that belong together.
  struct StateColumn: Sendable {
    var name: Phrase
    var states: [CaseState]
  }

  static let stateColumns = [
    StateColumn(name: Phrase("收件", "Received"), states: [.received]),
    StateColumn(name: Phrase("在审", "In review"), states: [.inReview, .held]),
    StateColumn(name: Phrase("退回", "Returned"), states: [.returned]),
    StateColumn(name: Phrase("待签", "To sign"), states: [.toSign]),
    StateColumn(name: Phrase("抽查", "Checks"), states: [.awaitingDraw, .spotCheck]),
    StateColumn(name: Phrase("公示", "Notice"), states: [.readyForNotice, .inNotice, .noticeClosed]),
    StateColumn(name: Phrase("推荐", "Forward"), states: [.readyToForward, .forwarded]),
    StateColumn(
      name: Phrase("已办结", "Done"), states: [.decided, .ministryOutcome, .refused, .withdrawn]),
  ]

  /// `nil` shows all authorities; the officer's own until changed.
  enum Scope: Sendable { case own, all, one(String) }
  var scope = Scope.own
  var block = Block.tiers
  var reminder = 0
  var tier = 0
  /// 0 is the tier as a whole, then the state columns.
  var column = 0
  var places = ListWindow()
  var newsRow = 0
  /// What falls due of the titles shown, by authority; `nil` while the register was not read, or where it is too long to
  /// be read for this.
  private(set) var titles: [String: DueDays]?

  /// The register is read for the Overview up to so many cases, and so many that gave a title: more take their time, for
  /// which whoever opens a case would wait.
  static let (mostCases, mostTitles) = (20_000, 500)

  var scopes: [Command.Scope] { [.overview] }

  func authority(_ context: Context) -> String? {
    switch scope {
    case .own: context.session.authority
    case .all: nil
    case .one(let key): key
    }
  }

  func tally(_ context: Context) -> Tally {
    guard let authority = authority(context) else { return context.cases.tally }
    return context.cases.byAuthority[authority] ?? Tally()
  }

  /// Places with the most cases first.
  func rankedPlaces(_ tally: Tally) -> [(key: String, counts: Tally.OfPlace)] {
    tally.places.map { (key: $0.key, counts: $0.value) }
      .sorted { ($1.counts.total, $0.key) < ($0.counts.total, $1.key) }
  }

  func crumbs(_ context: Context) -> [String] {
    [
      context("梯度", "tidu"),
      authority(context).map { CaseWords.authority($0, context.language) }
        ?? context("全国", "All provinces"),
    ]
  }

  func status(_ context: Context) -> String {
    let tally = tally(context)
    var count = context("\(Format.grouped(tally.total)) 件", "\(Format.grouped(tally.total)) cases")
    if !context.cases.isComplete {
      count = context("载入 ", "loading ") + Format.grouped(context.cases.count)
      if let expected = context.cases.expected { count += " / \(Format.grouped(expected))" }
    }
    let day = "\(context.today) \(context(Format.weekday(context.today)))"
    return [count, day].joined(separator: Context.statusGap)
  }

  func availability(_ command: Command.ID, _ context: Context) -> Availability {
    if command == "overview.take" { return TakeNext.availability(context) }
    return command == "overview.seen" && context.news.isEmpty
      ? .no(Phrase("上次退出以来没有变化", "nothing has happened since")) : .yes
  }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    switch command {
    case "overview.open": return open(context)
    case "overview.take":
      let shown = authority(context)
      return TakeNext.steps(context.cases.rows.lazy.filter { shown == nil || $0.key.authority == shown }, context)
    case "overview.next", "overview.previous":
      let blocks = blocks(context)
      let here = blocks.firstIndex(of: block) ?? 0
      block = blocks[(here + (command == "overview.next" ? 1 : blocks.count - 1)) % blocks.count]
    case "overview.filter":
      var queue = QueueScreen(.all, context, authority: authority(context))
      queue.startFilter()
      return [.push(queue)]
    case "overview.all":
      if authority(context) == nil {
        let first = rankedPlaces(context.cases.tally).first.map { Scope.one($0.key) } ?? .all
        scope = context.session.authority == nil ? first : .own
      } else {
        scope = .all
      }
      places = ListWindow()
    case "overview.seen": return [.effect(.markSeen)]
    default: break
    }
    return []
  }

  private func blocks(_ context: Context) -> [Block] {
    Block.allCases.filter { $0 != .news || !context.news.isEmpty }
  }

  mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] { TakeNext.answer(answer) ?? [] }

  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .key(let key): return type(key, context)
    case .summaries, .today: return wantTitles(context)
    case .titles(let records):
      titles = [:]
      for record in records {
        for due in TitleRow(record, today: context.today).dues.prefix(1) {
          titles?[record.authority, default: DueDays()].add(.title, on: due.day ?? context.today)
        }
      }
    case .mouse(let mouse) where mouse.kind == .wheelDown: return type(.down, context)
    case .mouse(let mouse) where mouse.kind == .wheelUp: return type(.up, context)
    default: break
    }
    return []
  }

  private func wantTitles(_ context: Context) -> [Step] {
    let given = context.cases.tally.count(.done)
    let isQuick = context.cases.count <= Self.mostCases && given <= Self.mostTitles
    return context.cases.isComplete && isQuick ? [.effect(.loadTitles)] : []
  }

  /// What falls due in what is shown, day by day.
  func dues(_ context: Context) -> DueDays {
    var dues = tally(context).dues
    if let authority = authority(context) {
      if let own = titles?[authority] { dues.add(own) }
    } else {
      for own in (titles ?? [:]).values { dues.add(own) }
    }
    return dues
  }

  private mutating func type(_ key: Key, _ context: Context) -> [Step] {
    if let choice = key.choice, choice < Reminder.allCases.count {
      reminder = choice
      return openReminder(context)
    }
    let blocks = blocks(context)
    let here = blocks.firstIndex(of: block) ?? 0
    func before() -> Block { here > 0 ? blocks[here - 1] : block }
    func after() -> Block { here + 1 < blocks.count ? blocks[here + 1] : block }
    let count = rankedPlaces(tally(context)).count
    switch (block, key) {
    case (.reminders, .left): reminder = max(0, reminder - 1)
    case (.reminders, .right): reminder = min(Reminder.allCases.count - 1, reminder + 1)
    case (.reminders, .down): block = after()
    case (.tiers, .left), (.tiers, .right):
      // Only columns that are on the screen: 0 and the states placed.
      let columns = OverviewScreen.tierColumns(context.size.columns, context.language)
      let stops = [0] + columns.placed.compactMap { Int($0.column.id).map { $0 + 1 } }
      let here = stops.lastIndex { $0 <= column } ?? 0
      column = stops[max(0, min(stops.count - 1, here + (key == .left ? -1 : 1)))]
    case (.tiers, .up): if tier > 0 { tier -= 1 } else { block = before() }
    case (.tiers, .down): if tier < 2 { tier += 1 } else { block = after() }
    case (.places, .up) where places.cursor == 0: block = before()
    case (.places, .down) where places.cursor + 1 >= count: block = after()
    case (.places, _): _ = places.move(key, count: count)
    case (.news, .up): if newsRow > 0 { newsRow -= 1 } else { block = before() }
    case (.news, .down): newsRow = min(context.news.count - 1, newsRow + 1)
    default: break
    }
    return []
  }

  // MARK: Opening what is counted

  private mutating func open(_ context: Context) -> [Step] {
    switch block {
    case .reminders: return openReminder(context)
    case .tiers:
      let tier = Tier.allCases[tier]
      var filter = context("层级:\(tier.name.zh)", "tier:\(tier.rawValue)")
      if column > 0 {
        let states = OverviewScreen.stateColumns[column - 1].states
        filter += context(" 状态:", " state:")
        filter += states.map { state in
          let words = FilterWords.states.first { $0.0 == state }?.1 ?? []
          return context(state.word.zh, words.first ?? state.rawValue)
        }.joined(separator: ",")
      }
      return [.push(QueueScreen(.all, context, authority: authority(context), filter: filter))]
    case .places:
      let ranked = rankedPlaces(tally(context))
      guard ranked.indices.contains(places.cursor) else { return [] }
      let key = ranked[places.cursor].key
      if authority(context) == nil {
        scope = .one(key)
        places = ListWindow()
        return []
      }
      let filter = context("地市:\(placeWord(key))", "division:\(key)")
      return [
        .push(
          QueueScreen(
            .all, context, authority: authority(context), filter: key.isEmpty ? "" : filter))
      ]
    case .news:
      guard context.news.indices.contains(newsRow) else { return [] }
      let news = context.news[newsRow]
      return [
        .push(
          QueueScreen(
            .all, context, authority: authority(context), only: Set(news.cases),
            named: Phrase("上次退出以来的变化", "Since you looked")))
      ]
    }
  }

  private func placeWord(_ key: String) -> String {
    let short = CaseWords.division(key)
    return FilterWords.divisions(short) == [key] ? short : key
  }

  private func openReminder(_ context: Context) -> [Step] {
    guard let chosen = Reminder(rawValue: reminder) else { return [] }
    var filter = ""
    if chosen == .late { filter = context("逾期", "late") }
    if chosen == .near { filter = context("将到期", "near") }
    guard let tab = chosen.tab else { return [.push(TitlesScreen()), .effect(.loadTitles)] }
    return [.push(QueueScreen(tab, context, authority: authority(context), filter: filter))]
  }
}
