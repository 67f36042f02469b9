import Casework
import ScoringCore
import StrictJSON

@testable import Console

/// A case with its events in memory, and one officer who holds every role: what the program does for the console.
struct CaseBench {
  static let officer = "370000-li"
  let key: CaseKey
  let application: Application
  let registry: Registry
  let today: Day
  var events: [Event] = []
  /// What the office goes by; `nil` is the program's own.
  var settings: OfficeSettings?
  /// What was refused, newest last.
  private(set) var refused: [UnmetRequirement] = []

  init(_ application: Application, today: Day) {
    self.application = application
    self.today = today
    key = CaseKey(authority: application.authority, batch: application.batch, id: application.id)
    let hash = Self.hash(9_999)
    registry = Registry(
      [
        Event(
          id: Self.hash(1), key: hash, at: "2025-01-01T08:00:00+08:00", author: Self.officer,
          body: [
            "on": "2025-01-01", "officer": .string(Self.officer), "name": "李",
            "key": ["sign": .string(hash), "seal": .string(hash)],
            "roles": ["reviewer", "signer", "spotCheck", "objection", "supervisor", "administrator"], "threshold": 1,
          ], folder: "registry", kind: "found", parents: [], registry: [], seq: 1, store: "")
      ], store: Self.hash(1))
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
    let (action, unmet) = file.situation(of: Self.officer, today: today).prepare(asked)
    guard unmet.isEmpty else {
      refused = unmet
      return
    }
    events.append(
      Event(
        id: Self.hash(10 + events.count), key: Self.hash(9_999), at: "\(today)T09:00:00+08:00", author: Self.officer,
        body: action.body(on: today), folder: key.path, kind: act.rawValue, parents: file.history.heads,
        registry: registry.heads, seq: events.count + 2, store: registry.store))
  }

  /// A model with the case open on a tab.
  func model(_ tab: CaseTab, _ size: Size = Size(80, 24), _ language: Language = .zh) throws -> Model {
    let context = Builder.context(size, language)
    var model = Model(context)
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
        guard case .act(_, let intent) = effect else { continue }
        act(intent.action.name, intent.action.fields)
        guard let file else { continue }
        _ = model.update(.changed([file.summary], gone: []))
        _ = model.update(.opened(self.key, OpenedCase(file)))
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
