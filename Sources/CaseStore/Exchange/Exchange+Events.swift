import Casework
import ScoringCore

/// The events of one folder of two copies.
struct ExchangedEvents {
  /// Of the other place, as they count there.
  var before: [Event] = []
  /// Of both.
  var all: [Event] = []
  /// What the other place lacks, in the order in which each key wrote.
  var new: [EventFile] = []
}

extension Exchange {
  /// Holds the events of a folder that were read against what the other place has.
  /// - Parameter isForeign: of a registry, what is no part of it.
  func events(of folder: CheckedFolder, isForeign: (Event) -> Bool = { _ in false }) throws(StoreError)
    -> ExchangedEvents
  {
    var result = ExchangedEvents()
    let ours = try target?.events(in: folder.path, nil).events ?? []
    let here = Set(ours.map(\.id))
    result.before = ours.compactMap { try? Event($0) }
    result.all = result.before
    for file in folder.events.sorted(by: { ($0.number, $0.id) < ($1.number, $1.id) }) {
      let path = folder.file(of: file.id) ?? folder.path
      guard !here.contains(file.id) else {
        isSame(file)
        continue
      }
      let event: Event
      do throws(UnmetRequirement) { event = try Event(file) } catch {
        refuse(StoreFinding(.rejected, path, error.message))
        continue
      }
      guard belongs(event, to: folder.path, path), !isForeign(event) else { continue }
      result.all.append(event)
      result.new.append(file)
      events.insert(String(file.id.prefix(16)))
    }
    refuseBad(folder) { hash in ours.contains { $0.id.hasPrefix(hash) } }
    return result
  }

  private func isSame(_ file: EventFile) {
    same += 1
    events.insert(String(file.id.prefix(16)))
  }

  private func belongs(_ event: Event, to folder: String, _ path: String) -> Bool {
    guard event.folder == folder else {
      refuse(
        .misplaced, path, "是 \(event.folder) 的事件，不在它的文件夹里",
        "It is an event of \(event.folder), and lies in another folder")
      return false
    }
    // Of a newer program the store may stand elsewhere.
    let isOfStore = event.store == source.id || event.format != Event.format && event.store.isEmpty
    guard isOfStore || event.act == .found && folder == "registry" else {
      refuse(.foreign, path, "是另一个档案库的事件", "It is an event of another store")
      return false
    }
    return true
  }

  /// What is not what its name says, unless the other place has the good one.
  private func refuseBad(_ folder: CheckedFolder, _ hasEvent: (Substring) -> Bool) {
    for (name, hash, finding) in folder.bad {
      let isHere =
        hash.map { hash in
          EventFile.isName(name)
            ? hasEvent(hash)
            : (try? target?.disk.digest(folder.file(name))).flatMap { $0 }?.hasPrefix(hash) == true
        } ?? false
      if isHere { same += 1 } else { refuse(finding) }
    }
  }
}
