import Casework
import ScoringCore
import StrictJSON

extension CaseRecord {
  /// What the screens show of a case file to an officer on a day.
  init(_ opened: OpenedCase, _ file: CaseFile, texts: [String: String], officer: String, today: Day) {
    self.init(state: file.fold.state ?? .received)
    assignee = file.fold.assignee
    settings = file.settings
    let values = FactTexts(file)
    papers = Self.numbered(file.papers.map { PaperRow($0, file, values) })
    unsettled = file.unverified.map { Form.Option($0.description, $0.name) }
    let place = file.situation(of: officer, today: today)
    for act in ActTable.all where act.offer != nil && act.isWritten(in: place.folder) {
      let all = place.permitted(Self.begun(act.name, officer))
      // What a recommendation still lacks is said in its dialog; it may be a refusal, or facts may be accepted.
      let barring = act.name == .recommend ? all.filter { !Self.lacking.contains($0.code) } : all
      if act.name == .recommend { checks = all.filter { !barring.contains($0) }.map(\.message) }
      unmet[act.name] = barring.map(\.message)
      warnings[act.name] = file.waiting(before: act.name).map { entry in
        Phrase("还有一条记录未生效：", "Not in effect yet: ").joined(entry.event.title)
          .joined(Phrase("（\(entry.event.author)）", " (\(entry.event.author))"))
      }
    }
    if assignee == officer { unmet[.assign, default: []].append(Phrase("已在你手上", "It is yours already")) }
    recommendation = file.fold.recommendation.map { event in
      Proposal(
        isPass: event.body["outcome"]?.string == "pass", author: event.author, on: event.on,
        isStale: file.fold.isStale, notes: Self.unusual(event, file))
    }
    let found = file.remarks
    timeline = file.timeline.map { line in
      var row = TimelineRow(line)
      row.remarks = found.filter { $0.event == line.id }.map(\.message)
      row.name = file.registry.now.officers[line.entry.event.author]?.name ?? row.author
      row.isNew = opened.seen.map { !$0.contains(line.id) } == true && row.author != officer
      return row
    }
    remarks =
      found.filter { $0.code != .beforeConflict }.map(\.message)
      + file.findings.filter { $0.code == .localSetAside }.map(\.message)
    objects = Self.objects(file, texts, today)
    letters = opened.letters
    choices = ActChoices(file, place)
    if unmet[.erase]?.isEmpty == false, let first = choices.erasures.first(where: { $0.author != officer }) {
      unmet[.erase] = place.prepare(Action(.erase, ["of": .string(first.id)])).unmet.map(\.message)
    }
    visits = Self.visits(file, values)
  }

  /// Papers of one kind and year numbered, so that they can be told apart.
  private static func numbered(_ papers: [PaperRow]) -> [PaperRow] {
    var papers = papers
    for group in Dictionary(grouping: papers.indices, by: { [papers[$0].item.rawValue, "\(papers[$0].year ?? 0)"] })
      .values
    where group.count > 1 {
      for (place, index) in group.enumerated() { papers[index].number = place + 1 }
    }
    return papers
  }

  /// What asks whether an officer could begin an act: by himself, where it matters for whom it is.
  private static func begun(_ act: ActName, _ officer: String) -> Action {
    switch act {
    case .assign: Action(act, ["to": .string(officer), "noConflict": true])
    // A reviewer withdraws at the enterprise's request, with its paper.
    case .withdraw:
      Action(act, ["cause": "request", "reason": "?", "paper": .string(String(repeating: "0", count: 64))])
    case .conflict: Action(act, ["officer": .string(officer), "ground": "other"])
    default: Action(act)
    }
  }

  /// Codes of what may still be made good in the dialog of a recommendation.
  private static let lacking: Set<String> = ["papers", "facts", "judgement", "justification"]

  /// What a second person should look at twice.
  private static func unusual(_ event: Event, _ file: CaseFile) -> [Phrase] {
    var notes: [Phrase] = []
    if let text = event.body["justification"]?.string {
      notes.append(Phrase("与计算结论不同：\(text)", "against the computed outcome: \(text)"))
    }
    let accepted = event.body["accepted"]?.array?.compactMap { $0.string.flatMap { FactPath($0) } } ?? []
    if !accepted.isEmpty {
      notes.append(
        Phrase("按申报采信：", "accepted as declared: ").joined(accepted.map(\.name).joined("、", ", ")))
    }
    for reason in event.body["reasons"]?.array ?? [] {
      if let text = reason["text"]?.string { notes.append(Phrase(text, text)) }
    }
    return notes + file.remarks.map(\.message) + file.findings.map(\.message)
  }

  private static func objects(_ file: CaseFile, _ texts: [String: String], _ today: Day) -> [LodgedObject] {
    let entries = file.history.entries.filter { $0.verdict.isValid }.map(\.event)
    return entries.filter { $0.act == .lodge }.compactMap { event in
      guard let kind = event.body["as"]?.string.flatMap(LodgedObject.Kind.init(rawValue:)) else { return nil }
      let arrived = event.body["arrived"]?.string.flatMap { Day($0) } ?? event.on ?? today
      let steps = Set(entries.filter { $0.body["of"]?.string == event.id && $0.act != .answer }.map(\.id))
      let copy = file.fold.body(.redaction(event.id))?.body["copy"]?.string
      let answer = file.fold.body(.objection(event.id))?.body["outcome"]?.string
      let text = copy.map { texts[$0] ?? String($0.prefix(16)) }
      let sealed = ["text", "identity"].compactMap { event.body[$0]?.string }
      return LodgedObject(
        id: event.id, kind: kind, arrived: arrived,
        text: text.map { Phrase($0, $0) } ?? Phrase("还没有隐名本", "No redacted copy yet"), sealed: sealed,
        opened: sealed.compactMap { texts[$0] },
        steps: file.timeline.filter { steps.contains($0.id) }.map(\.line), answer: answer.map(CodedWords.word),
        days: file.settings.calendar.workingDays(after: arrived, through: today))
    }
  }

  private static func visits(_ file: CaseFile, _ values: FactTexts) -> [VisitRecord] {
    let entries = file.history.entries.filter { $0.verdict.isValid }.map(\.event)
    return entries.compactMap { event in
      guard event.act == .order || event.act == .sampled, let visit = file.fold.visit(event.id) else { return nil }
      let plan = file.fold.body(.visitPlan(visit.id))?.body
      let phase: VisitRecord.Phase =
        switch visit.phase {
        case .open: plan == nil ? .ordered : .planned
        case .closing: .closing
        case .closed: .closed
        }
      let ground =
        event.act == .order
        ? CodedWords.word(event.body["ground"]?.string ?? "") : Phrase("抽中", "drawn")
      return VisitRecord(
        id: visit.id, phase: phase, ground: ground, officers: file.fold.visitors(visit.id),
        day: plan?["day"]?.string.flatMap { Day($0) }, items: items(file, visit.id, values),
        result: visit.result.map(CodedWords.word))
    }
  }

  /// The list of a visit: what decides, then what else is stated.
  private static func items(_ file: CaseFile, _ visit: String, _ values: FactTexts) -> [VisitRecord.Item] {
    values.deciding.map { path in
      let body = file.fold.body(.finding(visit: visit, item: path.description))?.body
      let state = body?["state"]?.string.flatMap(VisitRecord.Item.State.init(rawValue:)) ?? .open
      let found = body?["value"].flatMap { try? FactValue($0, at: path) }.map { values.text($0, path) }
      return VisitRecord.Item(
        code: path.description, name: path.name, declared: values.declared(path), state: state, found: found)
    }
  }
}

extension PaperRow {
  init(_ paper: Paper, _ file: CaseFile, _ values: FactTexts) {
    let application = file.revision.application
    let paths = paper.proves.flatMap { fact -> [FactPath] in
      if fact.isYearly { return [.year(fact, paper.year ?? application.referenceYear)] }
      guard fact.kind == .items, case .items(let items)? = application.value(at: .fact(fact)) else {
        return [.fact(fact)]
      }
      return items.indices.map { .item(fact, $0) }
    }
    self.init(
      item: paper.item, year: paper.year, file: paper.file, sha256: paper.sha, pages: paper.pages,
      why: paper.why, state: paper.state, defects: paper.defects.map(\.code),
      proves: paths.map { path in
        let verified = file.verified[path.description]
        return Fact(
          path: path.description, name: path.name, declared: values.declared(path),
          verified: verified.map { $0.value.map { values.text($0, path) } ?? Phrase("未填", "not stated") },
          source: verified.map { Self.source($0, file) })
      })
  }

  /// Where a verified value was read: paper and page.
  static func source(_ fact: VerifiedFact, _ file: CaseFile) -> Phrase {
    switch fact.how {
    case .accepted: return Phrase("采信", "accepted")
    case .visit: return Phrase("现场", "on site")
    case .read:
      let paper = file.papers.first { $0.sha != nil && $0.sha == fact.material }
      let page = fact.page.map { Phrase(" p.\($0)", " p.\($0)") } ?? Phrase("", "")
      return (paper?.item.name ?? Phrase("材料", "paper")).joined(page)
    }
  }
}

extension TimelineRow {
  init(_ line: TimelineEntry) {
    let event = line.entry.event
    var standing = Standing.valid
    var reason: Phrase?
    switch line.entry.verdict {
    case .valid: break
    case .pending(let pending):
      standing = .pending
      reason = pending.message
    case .rejected(let unmet):
      standing = .rejected
      reason = unmet.map(\.message).joined("；", "; ")
    }
    self.init(
      id: event.id, isEveryday: event.act?.act.traits.contains(.everyday) ?? false, on: event.on,
      author: event.author, title: event.title, text: line.line, isLive: line.isLive, standing: standing,
      reason: reason)
    record = line.record
  }
}
