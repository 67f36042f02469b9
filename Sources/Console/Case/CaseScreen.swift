package import Casework
import ScoringCore

/// One case: its parts on tabs, the breakdown first.
package struct CaseScreen: Screen {
  package let key: CaseKey
  /// `nil` while the file is being read.
  package internal(set) var dossier: CaseDossier?
  /// `nil` where the case is read-only.
  package internal(set) var record: CaseRecord?
  private var failure: Phrase?
  var tab = CaseTab.breakdown
  var breakdown = BreakdownState()
  var materials = MaterialsState()
  var timeline = TimelineState()
  var spotCheck = SpotCheckState()
  var objections = ObjectionsState()
  var letters = LettersState()
  /// Redacted copies and what was opened of sealed files, by hash; gone with the screen.
  private var texts: [String: String] = [:]
  /// What lies in the store in the place of each paper, as it was when the case was opened.
  private var onDisk: [DeclaredFile: DocumentOnDisk] = [:]
  /// What had been seen when the screen opened: what is new stays marked until it closes.
  private var seen: Set<String>??
  /// The case as this officer acts in it.
  private var place: Situation?

  package init(_ key: CaseKey, dossier: CaseDossier? = nil, record: CaseRecord? = nil, tab: CaseTab = .breakdown) {
    self.key = key
    self.dossier = dossier
    self.record = record
    self.tab = tab
  }

  /// Opens a case, at what decides it.
  static func open(_ key: CaseKey, at tab: CaseTab = .breakdown) -> [Step] {
    [.push(CaseScreen(key, tab: tab)), .effect(.openCase(key))]
  }

  package var scopes: [Command.Scope] { [tab.scope, .caseFile] }
  package var draftPlace: String { key.path }

  package func crumbs(_ context: Context) -> [String] {
    let name = dossier?.name ?? context.cases[key]?.name
    guard let name else { return [key.id] }
    return context.size.columns < 120 ? [name] : [key.id, name]
  }

  package func status(_ context: Context) -> String {
    guard let dossier else { return "" }
    let language = context.language
    var parts = [dossier.current.name(language) + " " + dossier.type.word(language)]
    if context.size.columns >= 100 {
      parts.append(RuleWords.edition(dossier.edition)(language))
      if let overlay = dossier.overlay { parts.append(overlay(language)) }
    }
    if !dossier.division(language).isEmpty { parts.append(dossier.division(language)) }
    return parts.joined(separator: context.size.columns < 100 ? " " : "   ")
  }

  package func availability(_ command: Command.ID, _ context: Context) -> Availability {
    if command == "case.nextTab" || command == "case.previousTab" { return .yes }
    guard let dossier else { return .no(failure ?? Phrase("正在读入", "still being read")) }
    if command == "case.uncounted" { return head(context).isEmpty ? .hidden : .yes }
    if command == "case.next" {
      switch nextStep(context) {
      case .command: return .yes
      case .awaited(let text): return .no(text)
      case nil: return .no(Phrase("没有下一步", "there is no next step"))
      }
    }
    if command == "case.print", tab == .letters { return .hidden }
    if command == "case.print" || command == "letters.print" { return record == nil ? .onlyLooked : .yes }
    if command == "case.assign" { return place == nil ? .onlyLooked : Assigning.availability(context) }
    if let act = command.act {
      return acts?.availability(of: act) ?? .onlyLooked
    }
    switch tab {
    case .breakdown: return breakdown.availability(command, dossier, record)
    case .materials: return materials.availability(command, record)
    case .objections: return objections.availability(command, record)
    case .spotCheck: return spotCheck.availability(command, record)
    case .timeline: return timeline.availability(command, record)
    case .letters: return letters.availability(command, record)
    }
  }

  /// What stands under the tabs.
  private func head(_ context: Context) -> CaseHead { CaseHead(record, context) }

  /// What the tabs look at; `nil` where the case is read-only.
  private var shown: CaseContext? { record.map { CaseContext(key: key, record: $0, place: place, texts: texts) } }

  /// The acts on what is under the cursors.
  var acts: CaseActs? {
    guard let dossier, let shown else { return nil }
    return CaseActs(
      shown: shown, dossier: dossier, object: objections.chosen(shown.record), visit: spotCheck.visit(shown.record),
      draft: letters.draft(shown.record))
  }

  package mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    if command == "case.nextTab" || command == "case.previousTab" {
      tab = command == "case.nextTab" ? tab.next : tab.previous
      if tab == .spotCheck, let record { spotCheck.begin(record) }
      return markSeen()
    }
    guard let dossier else { return [] }
    if command == "case.next", case .command(let next)? = nextStep(context), let act = next.act {
      return acts?.ask(act, context) ?? []
    }
    if command == "case.uncounted" { return [.ask(head(context).dialog)] }
    if command == "case.print" || command == "letters.print" { return [.ask(printDialog)] }
    if command == "case.assign" { return Assigning.ask([key], in: place, context) }
    if let act = command.act { return acts?.ask(act, context) ?? [] }
    if tab == .breakdown, command != "breakdown.verify", command != "breakdown.evidence" {
      return breakdown.perform(command, dossier, context)
    }
    guard let shown else { return [] }
    switch tab {
    case .breakdown:
      guard let proof = breakdown.proof(dossier, shown.record) else { return [] }
      materials.aim(at: proof, shown.record)
      return materials.perform(
        command == "breakdown.verify" ? "materials.verify" : "materials.open", shown, context)
    case .materials: return materials.perform(command, shown, context)
    case .objections: return objections.perform(command, shown, context)
    case .spotCheck: return spotCheck.perform(command, shown, context)
    case .timeline:
      let steps = timeline.perform(command, shown, context)
      timeline.follow(shown.record, place?.file, anew: false)
      return steps
    case .letters: letters.perform(command, shown, context)
    }
    return []
  }

  package func nextStep(_ context: Context) -> NextStep? {
    guard let record, let acts else { return nil }
    if let act = record.state.onward.first(where: { acts.availability(of: $0) == .yes }) {
      return .command(Command.ID(act))
    }
    return record.state.awaits.map { .awaited($0) }
  }

  package mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    if answer.id == "breakdown.another" { return breakdown.chooseAnother(than: key, answer, context) }
    if answer.id == SpotCheckState.photographs {
      return answer.form?.code("choice").map { [.effect(.openViewer(key, file: $0))] } ?? []
    }
    if answer.id == PrintDialog.id { return PrintDialog.request(answer.form, key).map { [.effect(.print($0))] } ?? [] }
    if answer.id == CaseActs.question { return acts?.settle(answer, context) ?? [] }
    guard let intent = ActForm.intent(answer) else { return [] }
    switch (intent.action.name, shown) {
    case (.verify, let shown): return shown.map { materials.verified(intent, $0) } ?? []
    case (.check, let shown?): return materials.checked(intent, shown, context)
    case (.finding, let shown?): return spotCheck.recorded(intent, shown)
    default: return [.effect(.act(key, intent))]
    }
  }

  /// The letter that a return, or a proposal to refuse, will send out.
  package func preview(_ dialog: String, _ form: Form, _ context: Context) -> Effect? {
    if dialog == PrintDialog.id { return PrintDialog.request(form, key).map { .readSheet($0, dialog: dialog) } }
    guard let act = Command.ID(rawValue: dialog).act,
      act == .return || (act == .recommend && form.code("outcome") == "refuse"),
      let intent = ActForm.intent(Dialog.Answer(id: dialog, form: form))
    else { return nil }
    return .draftLetter(key, intent, dialog: dialog)
  }

  package mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    switch message {
    case .opened(let key, let opened) where key == self.key:
      do throws(EditionError) {
        let columns = dossier?.columns.filter(\.kind.isAnotherCase) ?? []
        dossier = try CaseDossier(opened)
        dossier?.columns += columns
        texts.merge(opened.texts) { _, new in new }
        var opened = opened
        if seen == nil { seen = .some(opened.seen) }
        opened.seen = seen ?? nil
        opened.onDisk.merge(onDisk) { new, _ in new }
        place = opened.file?.situation(of: context.session.officer, today: context.today)
        let isFirst = record == nil
        record = opened.file.map {
          CaseRecord(opened, $0, texts: texts, officer: context.session.officer, today: context.today)
        }
        if let own = record?.application {
          // What is noticed beside other cases comes with the row of the queues.
          let links = (context.cases[key]?.links ?? []).map { $0.finding(in: own) }
          record?.findings.insert(contentsOf: links, at: 0)
          record?.recommendation?.notes += links.map(\.message)
        }
        failure = nil
        if isFirst, let record { spotCheck.begin(record) }
        return markSeen()
      } catch {
        failure = error.message
      }
    case .onDisk(let key, let onDisk) where key == self.key:
      self.onDisk = onDisk
      record?.look(onDisk)
    case .opened(let key, let opened) where key == breakdown.another:
      if var dossier {
        breakdown.showAnother(opened, in: &dossier)
        self.dossier = dossier
      }
    // Another day or officer: what may be done is another.
    case .today, .session: return dossier == nil ? [] : [.effect(.openCase(key))]
    case .unreadable(let key, let why) where key == self.key:
      failure = why
    case .key(let key) where tab == .breakdown:
      if let dossier, let column = key.choice, column < dossier.columns.count {
        breakdown.choose(column: column, dossier)
      }
    default: break
    }
    return []
  }

  /// Where it stands and its days; before them that it is contested.
  private func clock(_ context: Context) -> (text: Phrase, role: Role)? {
    guard let row = context.cases[key], let days = days(row, context) else { return nil }
    guard row.contested else { return days }
    // Where there is no room for both, the parts of the case stay.
    let en = context.size.columns < 100 ? "Contested" : "Contested  " + days.text.en
    return (Phrase("争议  " + days.text.zh, en), .fail)
  }

  /// Working days of review used, and what is left.
  private func days(_ row: CaseSummary, _ context: Context) -> (text: Phrase, role: Role)? {
    guard row.state.isReview else {
      guard let due = row.due else { return (row.stateWord, .text) }
      let isLate = due < context.today
      let day = (row.state == .inNotice ? Phrase("至 \(due)", " to \(due)") : Phrase("  限 \(due)", "  due \(due)"))
        .joined(row.awaited(by: context.session.clocks)?.mark ?? Phrase("", ""))
      return (row.stateWord.joined(day), isLate ? .late : .text)
    }
    let facts = RowFacts(row, context.cases.basis)
    let used = Int(facts.used ?? 0)
    let left = context.session.clocks[key.authority].limit - used
    let days = Phrase("\(used) 天", "day \(used)")
    // Days off that nobody has announced yet may still change it.
    let isProvisional = place?.file?.clock(today: context.today)?.isProvisional ?? false
    let mark = isProvisional ? Phrase("（暂定）", " (provisional)") : Phrase("", "")
    switch facts.urgency {
    case .late: return (days.joined(Phrase("  逾期 \(-left)", "  late \(-left)")).joined(mark), .late)
    case .near: return (days.joined(Phrase("  剩 \(left)", "  \(left) left")).joined(mark), .near)
    case .none: return (days.joined(Phrase("  剩 \(left)", "  \(left) left")).joined(mark), .text)
    }
  }

  /// Who looks at the timeline has seen what it shows.
  private mutating func markSeen() -> [Step] {
    guard tab == .timeline, let record else { return [] }
    timeline.follow(record, place?.file, anew: true)
    return [.effect(.markSeenIn(key, Set(record.timeline.map(\.id))))]
  }

  package func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    guard let dossier else {
      let text = failure ?? Phrase("正在读入…", "Reading…")
      grid.put(context(text), area.x + 2, area.y + 1, failure == nil ? .muted : .error, width: area.width - 3)
      return
    }
    CaseTabLine(
      papers: record?.count, news: record?.news ?? 0, current: tab, clock: clock(context), language: context.language
    )
    .draw(&grid, in: area)
    let head = head(context)
    head.draw(&grid, Rect(x: area.x + 2, y: area.y + 1, width: area.width - 3, height: head.height(area.width - 3)))
    let body = area.inset(top: 1 + head.height(area.width - 3))
    guard tab != .breakdown else {
      BreakdownView(
        dossier: dossier, state: breakdown, language: context.language, glyphs: context.glyphs
      ).draw(&grid, in: body)
      return
    }
    guard let record else {
      grid.put(
        context("这里只能查看：没有申报件记录", "Read-only: there is no record of the case"), body.x + 2,
        body.y, .muted, width: body.width - 3)
      return
    }
    drawTab(&grid, body, record, context)
  }

  private func drawTab(_ grid: inout Grid, _ area: Rect, _ record: CaseRecord, _ context: Context) {
    let (language, glyphs) = (context.language, context.glyphs)
    switch tab {
    case .breakdown: break
    case .materials:
      MaterialsView(record: record, state: materials, language: language, glyphs: glyphs).draw(&grid, in: area)
    case .objections:
      ObjectionsView(record: record, state: objections, language: language, glyphs: glyphs).draw(&grid, in: area)
    case .spotCheck:
      SpotCheckView(record: record, state: spotCheck, language: language).draw(&grid, in: area)
    case .timeline:
      TimelineView(record: record, state: timeline, language: language, glyphs: glyphs).draw(&grid, in: area)
    case .letters:
      LettersView(record: record, state: letters, language: language).draw(&grid, in: area)
    }
  }
}

extension CaseTab {
  var scope: Command.Scope {
    switch self {
    case .breakdown: .breakdown
    case .materials: .materials
    case .objections: .objections
    case .spotCheck: .spotCheck
    case .timeline: .timeline
    case .letters: .letters
    }
  }
}
