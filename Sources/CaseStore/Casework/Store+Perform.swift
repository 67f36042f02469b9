public import Casework
public import ScoringCore
import StrictJSON
import SystemPackage

/// Why an act was not done. Nothing is changed.
public enum Refusal: Error, Sendable {
  /// Every requirement that is not met; exit status 5.
  case unmet([Unmet])
  /// The store could not do it; exit status 4 unless the kind says otherwise.
  case store(StoreError)
}

extension Store {
  /// Does what an officer asks in a case, title, round or the registry: completes the action, asks what it needs, and
  /// writes one signed event. It is durable when this returns.
  ///
  /// The event is judged before it is written exactly as every reader will judge it.
  ///
  /// - Parameters:
  ///   - folder: `cases/…`, `titles/…`, `rounds/…` or `registry`.
  ///   - today: the day of the act where the action states none, and the latest it may state.
  /// - Throws: `unmet` with every requirement, and nothing is written.
  public func perform(
    _ action: Action, in folder: String, by key: OfficerKey, _ standard: Standard = .shared, today: Day,
    at moment: Moment
  ) throws(Refusal) -> Event {
    guard let own else { throw .store(noPlace) }
    return try own.locked { () throws(Refusal) in
      let scene = try stored { () throws(StoreError) in try self.scene(folder, standard, today: today) }
      let whole = scene.complete(action, by: key.officer, today: today)
      let unmet = scene.permitted(whole, by: key.officer, today: today)
      guard unmet.isEmpty else { throw .unmet(unmet) }
      let day = whole.fields["on"]?.string.flatMap { Day($0) } ?? today
      let file = try stored { () throws(StoreError) in
        try sign(
          kind: whole.kind, body: whole.body(on: day), in: folder, parents: scene.heads,
          registry: folder == "registry" ? [] : scene.registry.heads,
          number: try own.count(of: key.sign) + 1, by: key, at: moment)
      }
      let event: Event
      do throws(Unmet) { event = try Event(file) } catch { throw .unmet([error]) }
      switch scene.verdict(of: event) {
      case .valid: break
      case .rejected(let unmet): throw .unmet(unmet)
      case .pending(let pending): throw .unmet([Unmet(.requirement, "pending", pending.message)])
      }
      try stored { () throws(StoreError) in try publish(file, in: folder, own, at: moment) }
      return event
    }
  }

  /// The same in a case.
  public func perform(
    _ action: Action, on key: CaseKey, by officer: OfficerKey, _ standard: Standard = .shared, today: Day,
    at moment: Moment
  ) throws(Refusal) -> Event {
    try perform(action, in: key.path, by: officer, standard, today: today, at: moment)
  }

  /// Takes the answer to a return: the next revision of the application, as received, and the event that names it.
  public func resubmit(
    _ bytes: [UInt8], on key: CaseKey, by officer: OfficerKey, _ standard: Standard = .shared, today: Day,
    at moment: Moment
  ) throws(Refusal) -> Event {
    let next: Application
    do throws(ApplicationErrors) { next = try ApplicationReader(standard: standard).read(bytes) } catch {
      let message = error.errors.first?.message ?? Phrase("无法读取", "Not readable")
      throw .store(StoreError(.badInput, key.path, message))
    }
    let found = try stored { () throws(StoreError) in try caseFile(key, standard, today: today) }
    guard let file = found else { throw .store(.reading(key.path, .noSuchFileOrDirectory)) }
    let number = (file.revisions.map(\.number).max() ?? 0) + 1
    let sha = Hash.hex(bytes)
    let action = Action(
      "resubmit",
      [
        "application": .string(sha),
        "flags": .array(file.flags(of: next, standard).map { .string($0) }), "revision": .integer(Int64(number)),
      ])
    let unmet = file.resubmission(next) + file.permitted(action, by: officer.officer, today: today)
    guard unmet.isEmpty else { throw .unmet(unmet) }
    _ = try stored { () throws(StoreError) in
      try disk.publish(bytes, in: key.path, names: Store.names(ofRevision: number, sha))
    }
    return try perform(action, on: key, by: officer, standard, today: today, at: moment)
  }

  private func stored<T>(_ body: () throws(StoreError) -> T) throws(Refusal) -> T {
    do throws(StoreError) { return try body() } catch { throw .store(error) }
  }

  private func scene(_ folder: String, _ standard: Standard, today: Day) throws(StoreError) -> Scene {
    let registry = try officers()
    if folder == "registry" { return .registry(registry) }
    guard let key = CaseKey(path: folder) else { return .history(try history(folder), registry) }
    guard let file = try caseFile(key, standard, today: today) else {
      throw .reading(folder, .noSuchFileOrDirectory)
    }
    return .file(file)
  }
}

/// Where an act takes place, as it stands now.
private enum Scene {
  case registry(Registry)
  case history(History, Registry)
  case file(CaseFile)

  var registry: Registry {
    switch self {
    case .registry(let registry), .history(_, let registry): registry
    case .file(let file): file.registry
    }
  }

  var heads: [String] {
    switch self {
    case .registry(let registry): registry.heads
    case .history(let history, _): history.heads
    case .file(let file): file.history.heads
    }
  }

  func complete(_ action: Action, by officer: String, today: Day) -> Action {
    if case .file(let file) = self { file.complete(action, by: officer, today: today) } else { action }
  }

  func permitted(_ action: Action, by officer: String, today: Day) -> [Unmet] {
    switch self {
    // What the registry asks is all in the judging of the event.
    case .registry: []
    case .history(let history, let registry):
      history.permitted(action, by: officer, registry.now, today: today)
    case .file(let file): file.permitted(action, by: officer, today: today)
    }
  }

  /// What every reader will make of the event.
  func verdict(of event: Event) -> Verdict {
    let entries: [Entry]
    switch self {
    case .registry(let registry):
      entries = Registry(registry.entries.map(\.event) + [event]).entries
    case .history(var history, _):
      history.append(event)
      entries = history.entries
    case .file(let file):
      var history = file.history
      history.append(event)
      entries = history.entries
    }
    return entries.first { $0.id == event.id }?.verdict ?? .rejected([])
  }
}

extension CaseFile {
  /// Codes of what a machine finds in an application that comes in.
  func flags(of next: Application, _ standard: Standard) -> [String] {
    Set(next.findings(by: standard, nil).map(\.code.rawValue)).sorted()
  }
}
