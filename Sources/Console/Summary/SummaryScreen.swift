import Casework
import ScoringCore

/// The cases counted by groups 汇总: how many meet, where the scores lie, who crosses under another edition.
struct SummaryScreen: Screen {
  enum Block: Sendable { case groups, crossing }

  /// A case that crosses, and what it comes to.
  struct Crosser: Sendable {
    var key: CaseKey
    var counted: CountedCase
  }

  var keys: [GroupKey] = [.tier]
  /// The edition asked for; `nil` where each case goes by the one in force.
  var edition: String?
  private(set) var block = Block.groups
  private(set) var groups = ListWindow(leaps: true)
  private(set) var crossing = ListWindow(leaps: true)
  private(set) var table = SummaryTable(CaseGroups(by: [.tier]), hasCrossing: false)
  /// Cases of the group under the cursor with another outcome than by the edition in force.
  private(set) var crossers: [Crosser] = []
  private var allCrossers: [Crosser] = []
  /// What the edition asked for says, as far as it is known.
  private var judged: [CaseKey: Judged] = [:]
  /// Of the cases here, how many it cannot judge, and why of the first.
  private(set) var notJudged: (count: Int, why: Phrase?) = (0, nil)
  /// Cases whose folders were not read whole: they are in no count.
  private(set) var incomplete = 0
  /// Cases that are still to be judged.
  private var waiting: [CaseKey] = []
  private var isAsking = false
  /// Of the rows that were counted: what came since is added, what changed has all counted anew.
  private var counted = 0
  private var tableEdition = -1

  /// Cases that are judged in one go, so that a key never waits long.
  static let portion = 50

  init(_ context: Context) { count(context) }

  var scopes: [Command.Scope] { [.summary] }

  func crumbs(_ context: Context) -> [String] {
    let place =
      context.session.authority.map { CaseWords.authority($0, context.language) } ?? context("全国", "All provinces")
    return [place, context("汇总", "Summary")]
  }

  func status(_ context: Context) -> String {
    let count = table.entries.reduce(0) { $0 + $1.group.count }
    return context("\(Format.grouped(count)) 件", "\(Format.grouped(count)) cases")
  }

  /// How far the judging is; `nil` where nothing is waited for.
  func progress(_ context: Context) -> (done: Int, total: Int)? {
    edition == nil || waiting.isEmpty && !isAsking ? nil : (judged.count, judged.count + waiting.count + asked)
  }

  private var asked = 0

  func availability(_ command: Command.ID, _ context: Context) -> Availability {
    switch command {
    case "summary.open":
      (block == .groups ? table.entries.isEmpty : crossers.isEmpty)
        ? .no(Phrase("这里没有申报件", "there is no case here")) : .yes
    case "summary.next":
      edition == nil ? .no(Phrase("先按 e 选一个版本", "choose an edition with e first")) : .yes
    default: .yes
    }
  }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    fit(context)
    switch command {
    case "summary.open": return open(context)
    case "summary.by":
      let options = GroupKey.allCases.map { Form.Option($0.rawValue, $0.name) }
      return [
        .ask(
          Dialog(
            id: "summary.by", title: Phrase("按什么分组", "Group by"),
            form: Form([Form.Field("keys", Phrase("", ""), .many(options), codes: keys.map(\.rawValue))]),
            confirm: Phrase("分组", "Group")))
      ]
    case "summary.edition":
      let editions = context.session.standard.editions.map { Form.Option($0.id, $0.name) }
      return [
        .ask(
          .menu(
            id: "summary.edition", title: Phrase("按哪个版本测算", "By which edition"),
            [Form.Option("", Phrase("施行的版本", "The edition in force"))] + editions, chosen: edition ?? ""))
      ]
    case "summary.next": block = block == .groups ? .crossing : .groups
    default: if let key = Key.movement(command) { move(key) }
    }
    return []
  }

  mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    guard let form = answer.form else { return [] }
    if answer.id == "summary.by" {
      let chosen = form.codes("keys").compactMap(GroupKey.init(rawValue:))
      keys = keys.filter(chosen.contains) + chosen.filter { !keys.contains($0) }
      groups = ListWindow(leaps: true)
      count(context)
      return []
    }
    let wanted = form.code("choice").flatMap { $0.isEmpty ? nil : $0 }
    guard wanted != edition else { return [] }
    edition = wanted
    judged = [:]
    waiting = wanted == nil ? [] : rows(context).map(\.key)
    isAsking = false
    crossing = ListWindow(leaps: true)
    if wanted == nil { block = .groups }
    count(context)
    return ask()
  }

  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .resize: fit(context)
    case .key(let key):
      fit(context)
      move(key)
    case .mouse(let mouse): return click(mouse, context)
    case .judged(let found, let edition):
      guard edition == self.edition else { return [] }
      judged.merge(found) { $1 }
      isAsking = false
      asked = 0
      count(context)
      return ask()
    case .changed(let rows, let gone):
      for key in rows.map(\.key) + gone { judged[key] = nil }
      return refresh(context)
    case .summaries, .goOn, .today, .session: return refresh(context)
    default: break
    }
    return []
  }

  private mutating func refresh(_ context: Context) -> [Step] {
    guard context.cases.edition != tableEdition || context.cases.count != counted else { return [] }
    if edition != nil {
      let known = Set(waiting)
      waiting += rows(context).map(\.key).filter { judged[$0] == nil && !known.contains($0) }
    }
    count(context)
    return ask()
  }

  /// Asks for the next portion, one at a time.
  private mutating func ask() -> [Step] {
    guard let edition, !isAsking, !waiting.isEmpty else { return [] }
    let portion = Array(waiting.prefix(Self.portion))
    waiting.removeFirst(portion.count)
    isAsking = true
    asked = portion.count
    return [.effect(.judge(portion, edition: edition))]
  }

  // MARK: Counting

  /// The cases of whoever sits here that were read whole.
  private func rows(_ context: Context) -> [CaseSummary] {
    let authority = context.session.authority
    return context.cases.rows.filter { (authority == nil || $0.key.authority == authority) && $0.incomplete.isEmpty }
  }

  /// A row as it is counted by the rules asked for; `nil` where these do not, or not yet, say anything of it.
  private func counted(_ row: CaseSummary) -> CountedCase? {
    guard edition != nil else { return CountedCase(row) }
    guard case .counted(let counted)? = judged[row.key] else { return nil }
    return counted
  }

  private mutating func count(_ context: Context) {
    counted = context.cases.count
    tableEdition = context.cases.edition
    var all = CaseGroups(by: keys)
    allCrossers = []
    notJudged = (0, nil)
    let rows = rows(context)
    for row in rows {
      guard let counted = counted(row) else {
        if case .not(let why)? = judged[row.key] { notJudged = (notJudged.count + 1, notJudged.why ?? why) }
        continue
      }
      all.add(counted)
      if counted.crossing != nil { allCrossers.append(Crosser(key: row.key, counted: counted)) }
    }
    let authority = context.session.authority
    incomplete = context.cases.rows.count {
      (authority == nil || $0.key.authority == authority) && !$0.incomplete.isEmpty
    }
    table = SummaryTable(all, hasCrossing: edition != nil)
    groups.move(to: groups.cursor, count: table.entries.count)
    listCrossers()
  }

  /// Those of the group under the cursor: who no longer meets before who now does, then what is open.
  private mutating func listCrossers() {
    let values = current?.values
    let own = allCrossers.filter { crosser in keys.map(crosser.counted.value) == values }
    crossers = [Outcome.fails, .meets, .undetermined].flatMap { outcome in own.filter { $0.counted.outcome == outcome }
    }
    crossing.move(to: crossing.cursor, count: crossers.count)
  }

  /// The group under the cursor.
  var current: CaseGroups.Entry? {
    table.entries.indices.contains(groups.cursor) ? table.entries[groups.cursor] : nil
  }

  // MARK: Moving and opening

  private mutating func move(_ key: Key) {
    switch block {
    case .groups:
      guard groups.move(key, count: table.entries.count) else { return }
      crossing = ListWindow(leaps: true)
      listCrossers()
    case .crossing: _ = crossing.move(key, count: crossers.count)
    }
  }

  private mutating func fit(_ context: Context) {
    let areas = SummaryAreas(self, context.size)
    groups.fit(count: table.entries.count, height: areas.rows)
    crossing.fit(count: crossers.count, height: max(1, areas.crossing.height - 1))
  }

  private mutating func click(_ mouse: Mouse, _ context: Context) -> [Step] {
    fit(context)
    switch mouse.kind {
    case .wheelUp: move(.up)
    case .wheelDown: move(.down)
    case .click, .doubleClick:
      let areas = SummaryAreas(self, context.size)
      let isGroup = mouse.at.y >= SummaryAreas.firstRow && mouse.at.y < SummaryAreas.firstRow + areas.rows
      let row = mouse.at.y - (isGroup ? SummaryAreas.firstRow : areas.crossing.y + 1)
      let index = row + (isGroup ? groups.top : crossing.top)
      guard isGroup || areas.crossing.contains(mouse.at), row >= 0,
        index < (isGroup ? table.entries.count : crossers.count)
      else { return [] }
      block = isGroup ? .groups : .crossing
      if isGroup {
        groups.move(to: index, count: table.entries.count)
      } else {
        crossing.move(to: index, count: crossers.count)
      }
      if isGroup { listCrossers() }
      return mouse.kind == .doubleClick ? [.run("summary.open")] : []
    }
    return []
  }

  private func open(_ context: Context) -> [Step] {
    if block == .crossing {
      return crossers.indices.contains(crossing.cursor) ? CaseScreen.open(crossers[crossing.cursor].key) : []
    }
    guard let current else { return [] }
    let own = rows(context).filter { row in counted(row).map { keys.map($0.value) == current.values } ?? false }
    return [
      .push(
        QueueScreen(
          .all, context, only: Set(own.map(\.key)), named: Phrase("汇总：", "Summary: ").joined(table.title(current))))
    ]
  }
}
