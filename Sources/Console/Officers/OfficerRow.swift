import Casework
import ScoringCore
import StrictJSON

/// An officer as the registry has him, with the work on his desk.
struct OfficerRow: Sendable, Hashable {
  var officer: Rights.Officer
  var grants: [Rights.Grant]
  /// Keys with the device's name; the founder's came with the store.
  var keys: [(sign: String, device: String?, event: String?)]
  /// The work on his desk.
  var load: OfficerLoad
  /// Open cases he has.
  var open: Int { load.open }
  /// Entries of his that count by one person: ids of events.
  var byOne: Set<String>
  /// His office is among them.
  var isByOne: Bool

  static func == (a: OfficerRow, b: OfficerRow) -> Bool {
    a.officer == b.officer && a.grants == b.grants && a.load == b.load && a.byOne == b.byOne
  }
  func hash(into hasher: inout Hasher) { hasher.combine(officer.id) }

  /// - Parameter byOne: every entry of the registry that counts by one person.
  init(_ officer: Rights.Officer, _ registry: Registry, load: OfficerLoad, byOne: [Event]) {
    self.officer = officer
    let rights = registry.now
    grants = rights.grants.filter { $0.officer == officer.id }.sorted { $0.role.place < $1.role.place }
    keys = rights.keys.filter { $0.value == officer.id }.map(\.key).sorted().map { sign in
      let event = registry.keyEvent(sign)
      return (sign, event?.body["device"]?.string, event?.id)
    }
    self.load = load
    let own = byOne.filter { $0.body["officer"]?.string == officer.id }
    self.byOne = Set(own.map(\.id))
    isByOne = own.contains { $0.act == .officer }
  }

  /// Roles without their limits, each once.
  func roles(_ language: Language) -> String {
    var names: [String] = []
    for grant in grants where !names.contains(grant.role.name(language)) { names.append(grant.role.name(language)) }
    return names.joined(separator: Phrase("、", ", ")(language))
  }
}

/// A proposal that another officer has to approve, or an entry that counts by one person until he does.
struct ProposalRow: Sendable, Hashable {
  var event: Event
  /// What it gives.
  var text: Phrase
  /// Who may approve it as things stand, by name; nobody where the office has to appoint somebody first.
  var approvers: [String]
  /// It counts already, by one person.
  var isByOne: Bool
  /// What it makes of what stands; of settings their file says it.
  var changes: [FieldChange]

  init(_ event: Event, _ registry: Registry, isByOne: Bool, today: Day) {
    self.event = event
    self.isByOne = isByOne
    approvers = registry.approvers(of: event, today: today).map { id in
      registry.now.name(of: id)
    }
    let said = registry.said(by: event)
    text = Phrase(SafeText.clean(said.zh, limit: 200), SafeText.clean(said.en, limit: 200))
    changes = registry.changes(by: event)
  }
}

extension SettingsDocument {
  /// Where it differs from what it takes the place of, and what is to be known of that.
  func changed(_ context: Context) -> [Dialog.Line] {
    if let trouble { return [.init(context(trouble), .error)] }
    var lines: [Dialog.Line] = [.init(context(against) + context("：", ":"), .muted)]
    if let warning { lines.append(.init(context(warning), .undetermined)) }
    if changes.isEmpty, baseTrouble == nil {
      lines.append(.init(context("没有不同", "no difference"), .undetermined))
    }
    return lines + changes.lines(context)
  }

  /// All that holds by it.
  func whole(_ context: Context) -> [Dialog.Line] {
    if let trouble { return [.init(context(trouble), .error)] }
    return texts.flatMap { field -> [String] in
      let (label, text) = (context(field.label), context(field.text))
      guard text.contains("\n") else { return [label + context("：", ": ") + text] }
      let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
      return [label] + rows.map { "  " + $0 }
    }.map { .init(SafeText.clean($0, limit: .max)) }
  }
}

extension [FieldChange] {
  /// Line by line.
  func lines(_ context: Context) -> [Dialog.Line] {
    flatMap { $0.lines(context.language) }.map { .init(SafeText.clean($0, limit: .max)) }
  }
}
