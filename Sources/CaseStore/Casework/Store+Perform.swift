package import Casework
package import ScoringCore
import StrictJSON
import SystemPackage

/// Why an act was not done. Nothing is changed, unless the store says that it cannot tell.
package enum Refusal: Error, Sendable {
  /// Every requirement that is not met; exit status 5.
  case unmet([UnmetRequirement])
  /// The store could not do it; exit status 4 unless the kind says otherwise.
  case store(StoreError)
}

/// What was written.
package struct WrittenAct: Sendable {
  package var event: Event
  /// The place as it stands with it.
  package var situation: Situation
  /// Acts that followed from it at once.
  package var followed: [Event] = []
  /// Acts that would follow and are not permitted, each with why.
  package var withheld: [(action: Action, unmet: [UnmetRequirement])] = []
  /// It was signed by an earlier run of the program, of which nobody was told.
  package var wasRecorded = false
}

extension Situation {
  /// The highest count of a key's events here and in the registry.
  fileprivate func highestCount(of key: String) -> Int {
    let events = (history?.entries.map(\.event) ?? []) + officers.entries.map(\.event)
    return events.lazy.filter { $0.key == key }.map(\.seq).max() ?? 0
  }
}

extension Store {
  /// Where an officer acts, read once: it serves preview, permission, completion and writing.
  ///
  /// - Parameter folder: `cases/…`, `titles/…`, `rounds/…` or `registry`.
  package func situation(
    _ folder: String, of officer: String, _ standard: Standard = .shared, today: Day
  ) throws(StoreError) -> Situation {
    let registry = try officers()
    var situation: Situation
    if folder == "registry" {
      situation = registry.situation(of: officer, today: today)
    } else if let key = CaseKey(path: folder) {
      guard let file = try caseFile(key, standard, today: today) else {
        throw .reading(folder, .noSuchFileOrDirectory)
      }
      situation = file.situation(of: officer, today: today)
      situation.unread = file.incomplete.filter { !$0.isOfSettings }
    } else {
      let (history, uncounted) = try reading(folder)
      situation = Situation(.folder(history, registry), officer: officer, today: today, standard)
      situation.unread = uncounted.filter { !$0.kind.isWhole }
    }
    situation.unread += registry.incomplete
    return situation
  }

  /// Does an act in a folder that is read once: what is asked of it, its files and its signed event all go by that. It is
  /// durable when this returns.
  ///
  /// The event is judged before it is written exactly as every reader will judge it.
  ///
  /// - Parameters:
  ///   - today: the day of the act where the action states none, and the latest it may state.
  ///   - asked: the request (`digest`): one that was signed before and not told is not signed again.
  ///   - action: gives the completed action, once nothing stands in its way and the files it names are there.
  package func perform(
    in folder: String, by key: OfficerKey, _ standard: Standard = .shared, today: Day, at moment: Timestamp,
    asked: String? = nil, _ action: (inout Situation) throws(Refusal) -> Action
  ) throws(Refusal) -> WrittenAct {
    guard let own else { throw .store(noPlace) }
    return try own.locked { () throws(Refusal) in
      let before = try stored { () throws(StoreError) in
        try settle(asked, in: folder, by: key.sign, own, today: today)
      }
      var situation = try stored { () throws(StoreError) in
        try self.situation(folder, of: key.officer, standard, today: today)
      }
      if let before { return try recorded(before, in: situation) }
      let action = try action(&situation)
      // Nothing is signed on less than is there, unless the act says so itself.
      if action.fields["unread"] == nil {
        let answered = ActQuestion.allCases.filter { $0 != .unread }.map(\.rawValue)
        let asked = situation.confirmed(action, yes: Set(answered)).unmet
        guard asked.isEmpty else { throw .unmet(asked) }
      }
      if let key = CaseKey(path: folder), !Store.needsNoSettings.contains(action.name) {
        try stored { () throws(StoreError) in try requireSettings(key.authority, on: today) }
      }
      let number = try stored { () throws(StoreError) in
        try nextNumber(of: key, known: situation.highestCount(of: key.sign), own)
      }
      let (file, event) = try signed(action, in: situation, by: key, number: number, at: moment)
      var done = WrittenAct(event: event, situation: situation.adding(event))
      var files = [file]
      var cutoff: JSONValue?
      for var next in done.event.act?.act.follow(event, in: situation) ?? [] {
        if next.name == .end {
          // One list for all that ends at once: every act of the officer.
          if cutoff == nil { cutoff = try stored { () throws(StoreError) in try keepCutoff(of: next.ended) } }
          if let cutoff { next.state("cut", cutoff) }
        }
        let (whole, unmet) = done.situation.prepare(next)
        guard unmet.isEmpty else {
          done.withheld.append((whole, unmet))
          continue
        }
        do throws(Refusal) {
          let (file, followed) = try signed(
            whole, in: done.situation, by: key, number: number + files.count, at: moment)
          files.append(file)
          done.situation = done.situation.adding(followed)
          done.followed.append(followed)
        } catch {
          guard case .unmet(let unmet) = error else { throw error }
          done.withheld.append((whole, unmet))
        }
      }
      try stored { () throws(StoreError) in try deliver(files, asked: asked, own, today: today) }
      return done
    }
  }

  /// The same for an action that names no files: completes it and asks what it needs.
  /// - Throws: `unmet` with every requirement, and nothing is written.
  package func perform(
    _ action: Action, in folder: String, by key: OfficerKey, _ standard: Standard = .shared, today: Day,
    at moment: Timestamp
  ) throws(Refusal) -> Event {
    let asked = Store.digest(action, in: folder, by: key, today: today)
    return try perform(in: folder, by: key, standard, today: today, at: moment, asked: asked) {
      situation throws(Refusal) in
      let (whole, unmet) = situation.prepare(action)
      guard unmet.isEmpty else { throw .unmet(unmet) }
      return whole
    }.event
  }

  /// Acts on a case that nothing of an office's settings enters.
  private static let needsNoSettings: Set<ActName> = [.note, .conflict, .lodge]

  /// An act that was signed before, as it is on file now.
  private func recorded(_ files: [EventFile], in situation: Situation) throws(Refusal) -> WrittenAct {
    var events: [Event] = []
    for file in files {
      do throws(UnmetRequirement) { events.append(try Event(file)) } catch { throw .unmet([error]) }
    }
    guard let first = events.first else { throw .unmet([]) }
    return WrittenAct(
      event: first, situation: situation, followed: Array(events.dropFirst()), wasRecorded: true)
  }

  /// Signs an act and judges it; nothing is written.
  private func signed(
    _ action: Action, in situation: Situation, by key: OfficerKey, number: Int, at moment: Timestamp
  ) throws(Refusal) -> (file: EventFile, event: Event) {
    let day = action.fields["on"]?.string.flatMap { Day($0) } ?? situation.today
    let folder = situation.folder
    let file = try stored { () throws(StoreError) in
      try sign(
        action.name, body: action.body(on: day), in: folder, parents: situation.parents(of: action),
        registry: folder == "registry" ? [] : situation.officers.heads, number: number, by: key, at: moment)
    }
    let event: Event
    do throws(UnmetRequirement) { event = try Event(file) } catch { throw .unmet([error]) }
    let unmet = situation.verdict(of: event).unmet
    guard unmet.isEmpty else { throw .unmet(unmet) }
    return (file, event)
  }

  /// Keeps an application as the next revision of a case.
  package func keepRevision(_ bytes: [UInt8], number: Int, of key: CaseKey) throws(StoreError) {
    _ = try disk.publish(bytes, in: key.path, names: Store.names(ofRevision: number, Hexadecimal.sha256(bytes)))
  }

  private func stored<T>(_ body: () throws(StoreError) -> T) throws(Refusal) -> T {
    do throws(StoreError) { return try body() } catch { throw .store(error) }
  }
}
