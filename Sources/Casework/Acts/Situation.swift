package import ScoringCore
import StrictJSON

/// Where an officer acts, read once: it completes an action, says what stands in its way, and judges its event.
package struct Situation: Sendable {
  package enum Place: Sendable {
    case file(CaseFile)
    /// A title's or a round's folder.
    case folder(History, Registry)
    case registry(Registry)
  }

  package var place: Place
  package let officer: String
  package let today: Day
  /// What rules and days of titles go by.
  package let standard: Standard
  /// What of the folder, and of the registry, does not count as what its name says.
  package var unread: [UncountedFile] = []
  /// The application that a resubmission brings.
  package var nextRevision: Application?
  /// What lies in the store in the place of the papers that the act at hand is about; one that was not looked at is
  /// absent from it, and nothing is asked of it.
  package var documentsOnDisk: [DeclaredFile: DocumentOnDisk] = [:]

  package init(_ place: Place, officer: String, today: Day, _ standard: Standard = .shared) {
    self.place = place
    self.standard = if case .file(let file) = place { file.standard } else { standard }
    self.officer = officer
    self.today = today
  }

  package var file: CaseFile? { if case .file(let file) = place { file } else { nil } }

  package var history: History? {
    switch place {
    case .file(let file): file.history
    case .folder(let history, _): history
    case .registry: nil
    }
  }

  /// The registry that he goes by.
  package var officers: Registry {
    switch place {
    case .file(let file): file.registry
    case .folder(_, let registry), .registry(let registry): registry
    }
  }

  /// The registry where one acts in it.
  var registry: Registry? { if case .registry(let registry) = place { registry } else { nil } }
  var rights: Rights { officers.now }
  package var folder: String { history?.folder ?? "registry" }

  /// What the folder's valid events amount to.
  package var fold: Fold {
    switch place {
    case .file(let file): file.fold
    case .folder(let history, _): history.fold
    case .registry(let registry): registry.fold
    }
  }

  /// What an officer has seen who acts here now.
  package var heads: [String] { history?.heads ?? officers.heads }

  /// The parents of the event that an action writes: the heads, and an event that waits and that it lets count.
  package func parents(of action: Action) -> [String] {
    let waiting = (history?.entries ?? officers.entries).first { entry in
      guard entry.id == action.fields.text("of"), case .pending = entry.verdict else { return false }
      return true
    }
    return Set(heads + (waiting.map { [$0.id] } ?? [])).sorted()
  }

  // MARK: what an act asks of it

  /// The visit that is meant where nobody says which: the only open one.
  var onlyOpenVisit: JSONValue? {
    let open = fold.openVisits
    return open.count == 1 ? .string(open[0].id) : nil
  }

  /// The object that is meant where nobody says which: the only one here, or the only one open.
  var onlyObject: JSONValue? {
    let open = fold.lodged.filter { !fold.isAnswered($0) }
    return fold.lodged.count == 1 ? .string(fold.lodged[0]) : open.count == 1 ? .string(open[0]) : nil
  }

  /// Live answers that could be taken back, newest first, each with what stands in the way; those that are never taken
  /// back are left out.
  package var undoable: [(event: Event, unmet: [UnmetRequirement])] {
    guard let history else { return [] }
    var found: [(event: Event, unmet: [UnmetRequirement])] = []
    for entry in history.entries.reversed() where found.count < Self.mostUndoable && history.isLive(entry) {
      let unmet = requirements(of: Action(.undo, ["of": .string(entry.id), "reason": "?"]), isBegun: true)
      if unmet.contains(where: { ["final", "notLive", "unknown"].contains($0.code) }) { continue }
      found.append((entry.event, unmet))
    }
    return found
  }

  /// Enough for a screen.
  private static let mostUndoable = 12

  /// An act that brings an application, with its number and what a machine noticed of it.
  func completed(revision action: Action) -> Action {
    guard let next = nextRevision, let file else { return action.setting("flags", []) }
    let flags = Set(next.findings(by: file.standard, nil).map(\.kind.rawValue)).sorted()
    return action.setting("revision", .integer(Int64(file.nextNumber)))
      .setting("flags", .array(flags.map { .string($0) }))
  }

  // MARK: an act

  /// The action with what the program knows filled in. What the officer stated stays as it is.
  package func complete(_ action: Action) -> Action {
    var whole = action.understood(today).setting("on", .string(today.description))
    for field in action.name.act.fields { whole = whole.setting(field.name, field.standard) }
    return action.name.act.complete(whole, in: self)
  }

  /// The action completed, and every requirement that it does not meet; none: it is permitted.
  package func prepare(_ action: Action) -> (action: Action, unmet: [UnmetRequirement]) {
    let act = action.name.act
    let action = action.withoutBlanks.understood(today)
    let whole = complete(action)
    let faults = act.formFaults(action.fields) + act.fields.compactMap { $0.fault(action.fields, today: today) }
    guard !faults.isEmpty else { return (whole, permitted(whole)) }
    // Each field once: what it lacks, else what is wrong with it.
    let lacking = action.isBegun ? act.unmet(in: whole.body(on: whole.fields.day("on") ?? today)) : []
    let rest = faults.filter { fault in !lacking.contains { $0.field == fault.field } }
    return (whole, permitted(Action(action.name)) + lacking + rest.map { $0.labelled(in: act) })
  }

  /// What keeps the officer from beginning an act by himself; none: a screen offers it.
  package func unmetToBegin(_ act: ActName) -> [UnmetRequirement] { permitted(act.act.begun(by: officer)) }

  /// Every requirement that an action, completed or without any fields, does not meet.
  ///
  /// What judging asks of the event is asked here, and beside it what only the present can answer: today, the
  /// office's settings, the calendar, the papers and the assessment. An action without fields asks only whether
  /// the officer could begin it: this is what a screen greys out.
  package func permitted(_ action: Action) -> [UnmetRequirement] {
    let act = action.name.act
    guard act.isWritten(in: folder), action.name != .found else { return [.wrongFolder] }
    let body = action.body(on: action.fields.day("on") ?? today)
    if action.isBegun, case let faults = act.unmet(in: body), !faults.isEmpty { return faults }
    return requirements(of: action, isBegun: action.isBegun)
  }

  private func requirements(of action: Action, isBegun: Bool) -> [UnmetRequirement] {
    let act = action.name.act
    let on = action.fields.day("on") ?? today
    let body: JSONValue = isBegun ? action.body(on: on) : [:]
    var unmet: [UnmetRequirement] = []
    if let registry {
      unmet = registry.requirements(act, body, by: officer, parents: parents(of: action))
    } else {
      let judging = ActRequirements(
        act: act, body: body, author: officer, folder: folder, fold: fold, rights: rights)
      unmet = judging.unmet
      if !isDelegated(act.step, judging) { unmet.append(.delegated) }
    }
    unmet += act.presently(body, isBegun: isBegun, in: self)
    return unmet + misdated(act, action.body(on: on))
  }

  /// Whether a city's officer may take this step, or an officer of the whole authority does.
  private func isDelegated(_ step: OfficeSettings.Step?, _ act: ActRequirements) -> Bool {
    guard let file, !act.roles.isEmpty, let step else { return true }
    guard rights.holds(officer, act.roles, in: act.place),
      !rights.holds(officer, act.roles, in: act.place, whole: true)
    else { return true }
    return file.settings.delegated[file.revision.application.tier]?.contains(step) ?? false
  }

  /// What every reader will make of the event.
  package func verdict(of event: Event) -> Verdict {
    let entries: [JudgedEvent]
    switch place {
    case .registry(let registry): entries = registry.adding(event).entries
    case .folder(var history, _):
      history.append(event)
      entries = history.entries
    case .file(let file):
      var history = file.history
      history.append(event)
      entries = history.entries
    }
    let verdict = entries.first { $0.id == event.id }?.verdict
    return verdict ?? .rejected([officers.knows(event.key) ? .unknown : .unknownKey(event.author)])
  }

  /// What the signature of a completed action would meet, before it is signed: what every reader will ask.
  /// - Parameter key: the public signing key; `nil` takes one that the registry gives the officer.
  package func verdict(of action: Action, key: String? = nil) -> Verdict { verdict(of: unsigned(action, key: key)) }

  /// The event that a completed action would be.
  func unsigned(_ action: Action, key: String? = nil) -> Event {
    let known = officers.now.keys.filter { $0.value == officer }.keys.min() ?? ""
    return Event(
      id: String(repeating: "0", count: 64), key: key ?? known, at: "", author: officer,
      body: action.body(on: action.fields.day("on") ?? today), folder: folder, kind: action.name.rawValue,
      parents: parents(of: action), registry: registry == nil ? officers.heads : [], seq: 1, store: officers.store)
  }

  /// The same place with one more event.
  package func adding(_ event: Event) -> Situation {
    var next = self
    switch place {
    case .registry(let registry): next.place = .registry(registry.adding(event))
    case .folder(var history, let registry):
      history.append(event)
      next.place = .folder(history, registry)
    case .file(let file): next.place = .file(file.adding(event, nextRevision))
    }
    next.nextRevision = nil
    return next
  }
}

extension UnmetRequirement {
  /// A text that is to be written, by the label of its field.
  fileprivate func labelled(in act: any Act) -> UnmetRequirement {
    guard code == "text", let label = field.flatMap({ act.field($0) })?.label else { return self }
    return .requirement(code, "请写明：\(label.zh)", "\(label.en): say what it is", field: field)
  }
}

extension Field {
  /// What is wrong with what is stated of it, by how a person states it: a day or number out of its bounds, a code
  /// alone that is none of those offered. What other programs wrote is never asked this.
  fileprivate func fault(_ stated: JSONValue, today: Day) -> UnmetRequirement? {
    func wrong(_ code: String, _ zh: String, _ en: String) -> UnmetRequirement {
      .requirement(code, "“\(label.zh)”\(zh)", "\(label.en): \(en)", field: name)
    }
    switch entry {
    case .day(let earliest, let latest):
      guard let day = stated.day(name) else { return nil }
      if earliest == .today, day < today { return wrong("tooEarly", "不早于 \(today)", "not before \(today)") }
      if latest == .today, day > today { return wrong("dayInFuture", "不晚于 \(today)", "not after \(today)") }
      return nil
    case .whole(let range):
      guard let number = stated.number(name), !range.contains(number) else { return nil }
      return wrong(
        "outOfRange", "应为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
        "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .many(.codes(let codes)): return unknown(codes)
    case .many(.defects): return unknown(DefectCode.allCases.map(\.rawValue))
    default: return nil
    }

    // A code alone is made whole from what the program knows of it; whoever states a reason whole may know others.
    func unknown(_ codes: [String]) -> UnmetRequirement? {
      guard let other = stated.texts(name).first(where: { !codes.contains($0) }) else { return nil }
      let (zh, en) = (codes.joined(separator: "、"), codes.joined(separator: ", "))
      return wrong("unknownCode", "没有“\(other)”这一项，可用 \(zh)", "there is no “\(other)”; known are \(en)")
    }
  }
}
