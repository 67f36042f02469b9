package import Casework
package import ScoringCore
import StrictJSON
import Synchronization

/// Exactly once: what is signed goes to the outbox first, then into the store, then the count goes up; what is in the
/// outbox is finished before anything else is signed, and stays there until whoever asked was told.
extension Store {
  /// Tells a request from every other of its day: the same text is the same request, asked again.
  /// - Parameter action: as it was asked for, before anything was filled in.
  package static func digest(_ action: Action, in folder: String, by key: OfficerKey, today: Day) -> String {
    let asked: JSONValue = [
      "act": .string(action.name.rawValue), "day": .string(today.description), "fields": action.fields.sorted,
      "folder": .string(folder), "key": .string(key.sign),
    ]
    return Hexadecimal.sha256(asked.canonicalBytes)
  }

  /// Whether this request was signed before and nobody was told.
  package func isUntold(_ asked: String, by key: OfficerKey) throws(StoreError) -> Bool {
    guard let own else { return false }
    tell(own)
    return try Outbox(own: own).entries(of: key.sign).contains { $0.asked == asked }
  }

  /// Whoever asked for what was done so far has been told of it: it can be asked for again.
  package func told() { if let own { tell(own) } }

  /// The count of the next event of a key. Where the own folder lost it, every event of the store is looked at once.
  /// - Parameter known: the highest that its events in the folder at hand have.
  func nextNumber(of key: OfficerKey, known: Int, _ own: OfficerFolder) throws(StoreError) -> Int {
    let waiting = try Outbox(own: own).entries(of: key.sign).map(\.number).max() ?? 0
    if let count = try own.count(of: key.sign) { return max(count, waiting, known) + 1 }
    var highest = max(waiting, known)
    let officers = try officers()
    for folder in try eventFolders() {
      let events = try events(in: folder, folder == "registry" ? nil : officers).events
      highest = events.lazy.filter { $0.key == key.sign }.map(\.number).reduce(highest, max)
    }
    try own.setCount(to: highest, of: key.sign)
    return highest + 1
  }

  /// Finishes what a key had signed and the store may not have yet. Called while the own folder is locked.
  ///
  /// - Parameters:
  ///   - asked: the request that is about to be done.
  ///   - folder: where; what cannot be finished elsewhere stops nothing here.
  /// - Returns: the events of that very request, where it was signed before and nobody was told.
  func settle(
    _ asked: String? = nil, in folder: String? = nil, by sign: String, _ own: OfficerFolder, today: Day
  ) throws(StoreError) -> [EventFile]? {
    sweepOnce(own)
    tell(own)
    let outbox = Outbox(own: own)
    var found: [EventFile]?
    for entry in try outbox.entries(of: sign) where try isOfHere(entry) {
      let isAsked = asked != nil && entry.asked == asked
      do throws(StoreError) {
        var batch = try Batch(disk)
        for event in entry.events { try batch.stage(event.bytes, in: event.folder, names: event.names, second: true) }
        var progress = Batch.Progress()
        do throws(StoreError) { _ = try batch.commit(&progress) } catch {
          throw failure(error, of: entry, isVisible: progress.isVisible, own)
        }
        finished(entry, own)
      } catch {
        let isHere = entry.events.contains { $0.folder == folder }
        if try outbox.entries(of: sign).contains(entry), isAsked || isHere { throw error }
        continue
      }
      if isAsked { found = entry.events }
      // Nobody asks for it again.
      if !isAsked, entry.asked == nil || entry.day < today { tell(own, entry.name) }
    }
    return found
  }

  /// Finishes what a key had signed, before an import looks at what is there.
  func settle(by key: OfficerKey) throws(StoreError) {
    guard let own else { throw noPlace }
    try own.locked { () throws(StoreError) in _ = try settle(by: key.sign, own, today: Timestamp.now().day) }
  }

  /// Finishes what the keys on this computer had signed and nobody was told of, before the store travels: their
  /// signatures are there, so that no passphrase is asked for.
  /// - Returns: how many acts came into the store by it, and how many still wait.
  package func finishOutbox(today: Day) throws(StoreError) -> (finished: Int, waiting: Int) {
    guard let own else { return (0, 0) }
    return try own.locked { () throws(StoreError) in
      var open: [EventFile] = []
      for key in try own.keys() {
        for event in try Outbox(own: own).entries(of: key.sign).flatMap(\.events) where try !holds(event) {
          open.append(event)
        }
        _ = try settle(by: key.sign, own, today: today)
      }
      var waiting = 0
      for event in open where try !holds(event) { waiting += 1 }
      return (open.count - waiting, waiting)
    }
  }

  /// Whether an entry can be finished here: a copy has no folder for what was signed elsewhere.
  private func isOfHere(_ entry: Outbox.Entry) throws(StoreError) -> Bool {
    guard isCopy else { return true }
    for folder in Set(entry.events.map(\.folder)) where !disk.holds(folder) { return false }
    return true
  }

  private func holds(_ event: EventFile) throws(StoreError) -> Bool {
    let names = try disk.names(event.folder)
    return event.names.contains(where: names.contains)
  }

  /// Puts the signed events of one act on file; they are durable when this returns. Called while the own folder is
  /// locked.
  func deliver(_ events: [EventFile], asked: String?, _ own: OfficerFolder, today: Day) throws(StoreError) {
    let entry = Outbox.Entry(asked: asked, day: today, events: events)
    try Outbox(own: own).put(entry)
    var isVisible = false
    for event in events {
      do throws(StoreError) {
        _ = try disk.publish(event.bytes, in: event.folder, names: event.names)
        isVisible = true
      } catch { throw failure(error, of: entry, isVisible: isVisible, own) }
    }
    finished(entry, own)
  }

  /// Puts the signed events of an import on file with what they name: the first round of the batch is what they name, the
  /// second the events. Called while the own folder is locked.
  /// - Parameter progress: which of the events are in the store, durable, where it throws as well.
  func deliver(
    _ batch: consuming Batch, _ events: [EventFile], _ own: OfficerFolder, _ progress: inout Batch.Progress
  ) throws(StoreError) {
    let entry = Outbox.Entry(asked: nil, day: Timestamp.now().day, events: events)
    var isSigned = false
    do throws(StoreError) {
      _ = try batch.commit(&progress) { () throws(StoreError) in
        try Outbox(own: own).put(entry)
        isSigned = true
      }
    } catch {
      throw isSigned ? failure(error, of: entry, isVisible: progress.isVisible, own) : error
    }
    finished(entry, own)
    tell(own, entry.name)
  }

  /// What is said of events that could not all be put into the store: either nothing of them is there and nothing will be,
  /// or the next start finishes them.
  func failure(_ error: StoreError, of entry: Outbox.Entry, isVisible: Bool, _ own: OfficerFolder) -> StoreError {
    guard !isVisible, error.kind != .unknownOutcome else { return .unfinished(error) }
    do throws(StoreError) { try Outbox(own: own).remove(entry) } catch { return .unfinished(error) }
    return error
  }

  /// The events are in the store. A count that cannot be written is mended by the next start.
  func finished(_ entry: Outbox.Entry, _ own: OfficerFolder) {
    for event in entry.events { verified.hold([event.id], in: event.folder) }
    if let key = entry.events.first?.key { try? own.raiseCount(to: entry.number, of: key) }
    untold.withLock { $0[entry.name] = entry }
  }

  /// Takes out of the outbox what was told, or the one entry of this name, once the count is safe without it.
  private func tell(_ own: OfficerFolder, _ name: String? = nil) {
    let told = untold.withLock { untold in
      let told = untold.filter { name == nil || $0.key == name }
      for name in told.keys { untold[name] = nil }
      return told
    }
    for entry in told.values {
      do throws(StoreError) {
        if let key = entry.events.first?.key { try own.raiseCount(to: entry.number, of: key) }
        try Outbox(own: own).remove(entry)
      } catch { untold.withLock { $0[entry.name] = entry } }
    }
  }

  /// Once a run of the program: what earlier ones left behind.
  private func sweepOnce(_ own: OfficerFolder) {
    guard
      isSwept.withLock({ swept in
        defer { swept = true }
        return !swept
      })
    else { return }
    disk.sweep([temporaryFolder, "", ".tidu"])
    own.disk.sweep(["", "keys", "count", "outbox", "drafts", "seen"])
  }
}
