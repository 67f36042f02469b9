import Casework
import ScoringCore
import StrictJSON

extension CaseRecord {
  /// What the screens show of a case file to an officer on a day.
  init(_ opened: OpenedCase, _ file: CaseFile, texts: [String: String], officer: String, today: Day) {
    self.init(state: file.fold.state ?? .received)
    assignee = file.fold.assignee
    settings = file.settings
    func name(_ officer: String) -> String { file.fold.name(of: officer) }
    let values = FactTexts(file)
    papers = file.papers.map { DocumentRow($0, file, values) }
    look(opened.onDisk)
    unsettled = file.unverified.map { Form.Option($0.description, $0.name) }
    let place = file.situation(of: officer, today: today)
    for act in ActTable.all where act.offer != nil && act.isWritten(in: place.folder) {
      let all = place.unmetToBegin(act.name)
      // What a recommendation still lacks is said in its dialog; it may be a refusal, or facts may be accepted.
      let barring = act.name == .recommend ? all.filter { !Self.lacking.contains($0.code) } : all
      if act.name == .recommend { checks = all.filter { !barring.contains($0) }.map(\.message) }
      unmet[act.name] = barring.map(\.message)
      warnings[act.name] = file.waiting(before: act.name).map { entry in
        Phrase("还有一条记录未生效：", "Not in effect yet: ").joined(entry.event.title)
          .joined(Phrase("（\(name(entry.event.author))）", " (\(name(entry.event.author)))"))
      }
    }
    if assignee == officer { unmet[.assign, default: []].append(Phrase("已在你手上", "It is yours already")) }
    if !state.isOver, let event = file.lastReturn {
      let (who, on, due) = (name(event.author), event.on?.description ?? "", event.body["due"]?.string ?? "")
      returned = [Phrase("退回补正 \(on) \(who)，限 \(due)", "Returned \(on) by \(who), due \(due)")] + event.toldReasons
    }
    recommendation = file.fold.recommendation.map { event in
      Proposal(
        isPass: event.body["outcome"]?.string == "pass", author: name(event.author), on: event.on,
        isStale: file.fold.isStale, notes: Self.unusual(event, file, today))
    }
    let found = file.remarks(today: today)
    timeline = file.timeline.map { line in
      var row = TimelineRow(line)
      row.remarks = found.filter { $0.event == line.id }.map(\.message) + [line.byOneNote].compactMap(\.self)
      row.name = name(row.author)
      row.isNew = opened.seen.map { !$0.contains(line.id) } == true && row.author != officer
      return row
    }
    remarks =
      file.contestNotes + found.filter { $0.code != .beforeConflict }.map(\.message)
    findings = file.findings
    application = file.current
    uncounted = file.uncountedSorts
    uncountedFiles = file.uncounted
    objections = Objection.all(of: file, texts, today)
    letters = opened.letters
    choices = ActChoices(file, place)
    if unmet[.erase]?.isEmpty == false, let first = choices.erasures.first(where: { $0.author != officer }) {
      unmet[.erase] = place.prepare(Action(.erase, ["of": .string(first.id)])).unmet.map(\.message)
    }
    visits = VisitRecord.all(of: file, values)
    if let visit = visits.last(where: { $0.phase != .closed }) {
      // Only the two who are sent record what they see.
      let any: JSONValue = ["visit": .string(visit.id), "item": "commitment", "state": "notSeen"]
      unmet[.finding] = place.prepare(Action(.finding, any)).unmet.map(\.message)
    }
  }

  /// Says of each paper what lies in the store in its place.
  mutating func look(_ onDisk: [DeclaredFile: DocumentOnDisk]) {
    for index in papers.indices { papers[index].onDisk = onDisk[papers[index].declared] }
  }

  /// Codes of what may still be made good in the dialog of a recommendation.
  private static let lacking: Set<String> = ["papers", "facts", "judgement", "justification"]

  /// What a second person should look at twice.
  private static func unusual(_ event: Event, _ file: CaseFile, _ today: Day) -> [Phrase] {
    var notes: [Phrase] = []
    if let text = event.body["justification"]?.string {
      notes.append(Phrase("与测算结果不同：\(text)", "against the computed outcome: \(text)"))
    }
    let accepted = event.body["accepted"]?.array?.compactMap { $0.string.flatMap { FactPath($0) } } ?? []
    if !accepted.isEmpty {
      notes.append(
        Phrase("按申报采信：", "accepted as declared: ").joined(accepted.map(\.name).joined("、", ", ")))
    }
    for reason in event.body["reasons"]?.array ?? [] {
      if let text = reason["text"]?.string { notes.append(Phrase(text, text)) }
    }
    return notes + file.remarks(today: today).map(\.message) + file.findings.map(\.message)
  }

}
