import ScoringCore
import StrictJSON
import SystemPackage

/// What an officer has signed and whoever asked for it was not told of yet (Casework §9.3): one file an act or a batch
/// of an import, in `outbox/` of his own folder, durable before anything of it is in the store.
///
/// Whatever ends the program, the next start finishes what is here, so that nothing is signed twice and no count is
/// given to two events.
struct Outbox {
  /// What was signed at once.
  struct Entry: Sendable, Hashable {
    /// Tells the request from every other of its day (`Store.digest`); `nil` where repeating finds by itself what is there.
    var asked: String?
    /// The day of the request.
    var day: Day
    var events: [EventFile]

    /// The highest count in it.
    var number: Int { events.map(\.number).max() ?? 0 }

    /// By the key and its first count: two programs of one officer cannot both take it.
    var name: String {
      let number = String(events.first?.number ?? 0)
      return
        "\(events.first?.key.prefix(16) ?? "")-\(String(repeating: "0", count: max(0, 10 - number.count)))\(number).json"
    }
  }

  private static let folder = "outbox"
  private static let format = "tidu.outbox/1"
  /// Enough for the receipts of one batch of an import.
  private static let limit = 256 << 20

  let own: OfficerFolder

  /// What is here of a key, in the order in which it was signed.
  func entries(of key: String) throws(StoreError) -> [Entry] {
    var entries: [Entry] = []
    for name in try own.disk.names(Outbox.folder) where name.hasPrefix("\(key.prefix(16))-") && name.hasSuffix(".json")
    {
      let path = "\(Outbox.folder)/\(name)"
      guard let bytes = try own.disk.readIfPresent(path, limit: Outbox.limit) else { continue }
      guard let entry = OfficerFolder.content(of: bytes, at: path).flatMap(Outbox.entry), entry.name == name else {
        throw damaged(name)
      }
      entries.append(entry)
    }
    return entries
  }

  /// Keeps an entry; it is durable when this returns.
  /// - Throws: `busy` where another program of the officer has taken the count.
  func put(_ entry: Entry) throws(StoreError) {
    let value: JSONValue = [
      "asked": entry.asked.map { .string($0) } ?? .null, "day": .string(entry.day.description),
      "events": .array(entry.events.map { .string(String(decoding: $0.bytes, as: UTF8.self)) }),
      "format": .string(Outbox.format),
    ]
    do throws(StoreError) {
      _ = try own.disk.publish(
        OfficerFolder.checked(value.canonicalBytes + [0x0A], at: "\(Outbox.folder)/\(entry.name)"), in: Outbox.folder,
        names: [entry.name], mode: 0o600, temporaries: Outbox.folder)
    } catch {
      if error.kind == .damaged { throw busy }
      guard error.kind == .unknownOutcome else { throw error }
      // Nothing of it is in the store, and nothing may come of it later.
      try remove(entry)
      throw .writing(error.path, .ioError)
    }
  }

  /// Takes an entry out.
  func remove(_ entry: Entry) throws(StoreError) {
    let path = own.disk.shown("\(Outbox.folder)/\(entry.name)")
    _ = try own.disk.withFolder(Outbox.folder) { folder throws(StoreError) in
      do throws(Errno) {
        try retrying(try own.disk.files.remove(entry.name, in: folder))
        try retrying(try own.disk.files.sync(folder))
      } catch {
        if error != .noSuchFileOrDirectory { throw .unknown(path, error) }
      }
    }
  }

  private static func entry(_ bytes: [UInt8]) -> Entry? {
    guard let value = try? JSONValue(parsing: bytes), value["format"]?.string == format,
      let day = value["day"]?.string.flatMap({ Day($0) }), let texts = value["events"]?.array
    else { return nil }
    let events = texts.compactMap { text in text.string.flatMap { try? EventFile(reading: Array($0.utf8)) } }
    guard !events.isEmpty, events.count == texts.count, events.allSatisfy(\.isSigned) else { return nil }
    return Entry(asked: value["asked"]?.string, day: day, events: events)
  }

  private var busy: StoreError {
    StoreError(
      .disk, own.path,
      Phrase("本人的另一个程序正在签署，未作改动；请重做一次", "Another program of yours is signing; nothing was changed. Repeat"))
  }

  private func damaged(_ name: String) -> StoreError {
    let path = own.disk.shown("\(Outbox.folder)/\(name)")
    return StoreError(
      .damaged, path,
      Phrase(
        "待办结文件\(path)已损坏：请核对最近一次办理是否已在案，再移走这个文件",
        "\(path), an act that was not finished, is damaged: see whether your last act is on file, then move this file away"
      ))
  }
}
