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

  /// What an act would be, completed, and every requirement it does not meet, without doing it.
  public func foresee(
    _ action: Action, in folder: String, by officer: String, _ standard: Standard = .shared, today: Day
  ) throws(StoreError) -> (action: Action, unmet: [Unmet]) {
    let scene = try scene(folder, standard, today: today)
    let whole = scene.complete(action, by: officer, today: today)
    return (whole, scene.permitted(whole, by: officer, today: today))
  }

  /// Each kind of act that a folder may be offered, with what stands in the officer's way before he has stated anything.
  public func offers(
    in folder: String, to officer: String, _ standard: Standard = .shared, today: Day
  ) throws(StoreError) -> [(kind: Kind, unmet: [Unmet])] {
    let scene = try scene(folder, standard, today: today)
    return Kind.all.filter { $0.isOffered(in: folder) }.map { kind in
      (kind, scene.permitted(Action(kind.name), by: officer, today: today))
    }
  }

  /// What taking an answer to a return would be, and every requirement it does not meet, without doing it.
  /// - Throws: `store` with `badInput` where the application cannot be read.
  public func foreseeResubmission(
    _ bytes: [UInt8], on key: CaseKey, by officer: String, _ standard: Standard = .shared, today: Day
  ) throws(Refusal) -> (action: Action, unmet: [Unmet]) {
    let next: Application
    do throws(ApplicationErrors) { next = try ApplicationReader(standard: standard).read(bytes) } catch {
      let message = error.errors.first?.message ?? Phrase("无法读取", "Not readable")
      throw .store(StoreError(.badInput, key.path, message))
    }
    let found = try stored { () throws(StoreError) in try caseFile(key, standard, today: today) }
    guard let file = found else { throw .store(.reading(key.path, .noSuchFileOrDirectory)) }
    let number = (file.revisions.map(\.number).max() ?? 0) + 1
    let action = Action(
      "resubmit",
      [
        "application": .string(Hash.hex(bytes)),
        "flags": .array(file.flags(of: next, standard).map { .string($0) }), "revision": .integer(Int64(number)),
      ])
    return (action, file.resubmission(next) + file.permitted(action, by: officer, today: today))
  }

  /// Takes the answer to a return: the next revision of the application, as received, and the event that names it.
  public func resubmit(
    _ bytes: [UInt8], on key: CaseKey, by officer: OfficerKey, _ standard: Standard = .shared, today: Day,
    at moment: Moment
  ) throws(Refusal) -> Event {
    let (action, unmet) = try foreseeResubmission(bytes, on: key, by: officer.officer, standard, today: today)
    guard unmet.isEmpty else { throw .unmet(unmet) }
    let number = Int(action.fields["revision"]?.integer ?? 1)
    _ = try stored { () throws(StoreError) in
      try disk.publish(bytes, in: key.path, names: Store.names(ofRevision: number, Hash.hex(bytes)))
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
    switch self {
    case .file(let file): file.complete(action, by: officer, today: today)
    case .history(let history, _): history.complete(action, today: today)
    case .registry: action
    }
  }

  func permitted(_ action: Action, by officer: String, today: Day) -> [Unmet] {
    switch self {
    case .registry(let registry): registry.permitted(action, by: officer, today: today)
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
      entries = registry.adding(event).entries
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
