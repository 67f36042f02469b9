import Casework
import ScoringCore
import StrictJSON

@testable import Console

/// A case with its events in memory, and one officer who holds every role, or those of an office: what the program does
/// for the console.
struct CaseBench {
  static let officer = "370000-li"
  let key: CaseKey
  let application: Application
  let registry: Registry
  let today: Day
  /// Who acts.
  var actor: String
  var events: [Event] = []
  /// What the office goes by; `nil` is the program's own.
  var settings: OfficeSettings?
  /// What was refused, newest last.
  private(set) var refused: [UnmetRequirement] = []

  /// - Parameter office: the registry and who receives the case; `nil` is the one officer.
  init(_ application: Application, today: Day, office: (registry: Registry, officer: String)? = nil) {
    self.application = application
    self.today = today
    key = CaseKey(authority: application.authority, batch: application.batch, id: application.id)
    registry = office?.registry ?? Self.registryOfOne
    actor = office?.officer ?? Self.officer
    act(
      .receive,
      [
        "application": .string(Self.hash(2)), "authority": .string(application.authority),
        "batch": .string(application.batch), "tier": .string(application.tier.rawValue),
        "type": .string(application.type.rawValue), "creditCode": .string(application.enterprise.creditCode),
        "submitted": .string(application.submitted.description),
        "referenceYear": .integer(Int64(application.referenceYear)), "via": "platform", "flags": [],
      ])
  }

  private static var registryOfOne: Registry {
    Registry(
      [
        Event(
          id: hash(1), key: hash(9_999), at: "2025-01-01T08:00:00+08:00", author: officer,
          body: [
            "on": "2025-01-01", "officer": .string(officer), "name": "李",
            "key": ["sign": .string(hash(9_999)), "seal": .string(hash(9_999))],
            "roles": ["reviewer", "signer", "spotCheck", "objection", "supervisor", "administrator"], "threshold": 1,
          ], folder: "registry", kind: "found", parents: [], registry: [], seq: 1, store: "")
      ], store: hash(1))
  }

  var file: CaseFile? {
    CaseFile(
      key: key, revisions: [.init(number: 1, sha: Self.hash(2), application: application)], events: events,
      registry: registry, settings: settings ?? OfficeSettings())
  }

  /// Completes an act, asks whether it is permitted, and writes it or keeps the refusal.
  mutating func act(_ act: ActName, _ fields: JSONValue) {
    guard let file else { return }
    var asked = Action(act, fields)
    // The letter of a return is made by whoever does the act.
    if act == .return { asked.state("letter", .string(Self.hash(1))) }
    var place = file.situation(of: actor, today: today)
    // The enterprise hands in the same again.
    if act == .resubmit { place.nextRevision = application }
    let (action, unmet) = place.prepare(asked)
    guard unmet.isEmpty else {
      refused = unmet
      return
    }
    write(action, in: file)
  }

  private mutating func write(_ action: Action, in file: CaseFile, parents: [String]? = nil) {
    let sign = registry.now.keys.first { $0.value == actor }?.key ?? ""
    events.append(
      Event(
        id: Self.hash(10 + events.count), key: sign, at: "\(today)T09:00:00+08:00", author: actor,
        body: action.body(on: today), folder: key.path, kind: action.name.rawValue,
        parents: parents ?? file.history.heads, registry: registry.heads, seq: events.count + 2, store: registry.store))
  }

  /// The same on another laptop, which knows no more than these events.
  mutating func act(_ act: ActName, _ fields: JSONValue, knowing parents: [String]) {
    guard let file else { return }
    let (action, unmet) = file.situation(of: actor, today: today).prepare(Action(act, fields))
    guard unmet.isEmpty else {
      refused = unmet
      return
    }
    write(action, in: file, parents: parents)
  }

  /// Does what a screen asks for as the program does it: what is changed meanwhile or not permitted is refused, what is
  /// only asked once more is asked.
  private mutating func perform(_ intent: ActIntent, in model: inout Model) {
    guard let file else { return }
    let place = file.situation(of: actor, today: today)
    var asked = intent.action
    if asked.name == .return { asked.state("letter", .string(Self.hash(1))) }
    var (action, unmet) = place.prepare(asked)
    unmet += place.changes(since: intent.seen)
    if unmet.isEmpty { (action, unmet) = place.confirmed(action, yes: intent.yes) }
    guard unmet.isEmpty else {
      guard unmet.allSatisfy(\.isQuestion) else {
        refused = unmet
        return
      }
      var again = intent
      again.yes.formUnion(unmet.map(\.code))
      _ = model.update(.asks(unmet.map(\.message), .act(key, again)))
      return
    }
    write(action, in: file)
    guard let file = self.file else { return }
    _ = model.update(.changed([file.summary], gone: []))
    _ = model.update(.opened(key, OpenedCase(file)))
    _ = model.update(.acted)
  }

  /// A model with the case open on a tab.
  func model(_ tab: CaseTab, _ size: Size = Size(80, 24), _ language: Language = .zh) throws -> Model {
    let context = Builder.context(size, language)
    var model = Model(context)
    model.context.session.officer = actor
    _ = model.update(.today(today))
    let summary = file?.summary
    _ = model.update(.summaries(summary.map { [$0] } ?? [], total: 1, done: true))
    model.screens.append(CaseScreen(key, tab: tab))
    if let file { _ = model.update(.opened(key, OpenedCase(file))) }
    return model
  }

  /// Types keys and does what the console asks for; returns how many keys it took.
  @discardableResult
  mutating func type(_ keys: [Key], in model: inout Model) -> Int {
    for key in keys {
      _ = model.update(.time(model.context.now + 1_000))
      for effect in model.update(.key(key)) {
        if case .act(_, let intent) = effect { perform(intent, in: &model) }
      }
    }
    return keys.count
  }

  mutating func type(_ text: String, in model: inout Model) {
    _ = type(text.unicodeScalars.map { .character($0) }, in: &model)
  }

  static func hash(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 64 - digits.count) + digits
  }
}
