import Casework
import ScoringCore

/// One folder as it lies on disk, every file of ours held against its own name.
struct CheckedFolder {
  let path: String
  /// Whole, canonical and signed by the keys they name.
  var events: [EventFile] = []
  /// Their names, by id.
  var names: [String: String] = [:]
  var revisions: [StoredCase.Revision] = []
  /// Files kept by their hash, under whichever of its names, by that hash.
  var kept: [String: String] = [:]
  /// What is not what its name says, with the digits of the hash that the name gives.
  private(set) var bad: [(name: String, hash: Substring?, finding: StoreFinding)] = []
  var folders: [String] = []
  /// Plain files that are nothing of the program's own.
  var others: [String] = []

  func file(_ name: String) -> String { path.isEmpty ? name : "\(path)/\(name)" }

  /// Path of an event's file.
  func file(of event: String) -> String? { names[event].map(file) }

  /// Whether something here under a name of this hash is not what it says.
  func isBad(_ hash: String) -> Bool { bad.contains { $0.hash.map(hash.hasPrefix) ?? false } }

  mutating func isBad(_ name: String, _ hash: Substring?, _ finding: StoreFinding) { bad.append((name, hash, finding)) }

  /// What of `bad` matters: where the good bytes lie beside it, it is harmless.
  var findings: [StoreFinding] {
    bad.map { name, hash, finding in finding.replaced(by: hash.flatMap { good(name, $0) }) }
  }

  private func good(_ name: String, _ hash: Substring) -> String? {
    if EventFile.isName(name) { return events.first { $0.id.hasPrefix(hash) }.flatMap { names[$0.id] } }
    if let number = Store.revision(name)?.0 {
      return revisions.first { $0.number == number && $0.sha256.hasPrefix(hash) }?.name
    }
    return kept.first { $0.key.hasPrefix(hash) }?.value
  }
}

extension CheckedFolder {
  /// Reads the folder at `path`; `nil` where it is not there.
  /// - Parameter isRead: of these names alone.
  /// - Throws: where it cannot be opened or listed.
  init?(_ path: String, _ disk: Disk, only isRead: (String) -> Bool = { _ in true }) throws(StoreError) {
    let (entries, others) = try disk.listing(path)
    let found: CheckedFolder? = try disk.withFolder(path) { handle throws(StoreError) in
      var folder = CheckedFolder(path: path)
      for (name, kind) in entries where isRead(name) { folder.take(name, kind, in: handle, disk) }
      folder.others += others
      return folder
    }
    guard let found else { return nil }
    self = found
  }

  private init(path: String) { self.path = path }

  private mutating func take(_ name: String, _ kind: FileStatus.Kind, in handle: Int32, _ disk: Disk) {
    do throws(StoreError) {
      if EventFile.isName(name) {
        try takeEvent(name, in: handle, disk)
      } else if name.hasPrefix("application.r"), name.hasSuffix(".json"), name.contains("-") {
        try takeRevision(name, in: handle, disk)
      } else if Store.isNameOfHash(name) {
        let sha = try disk.digest(file(name))
        if sha.hasPrefix(name) {
          kept[sha] = name
        } else {
          isBad(name, name[...], .init(.damagedFile, file(name), Self.otherHash))
        }
      } else if kind == .folder {
        folders.append(name)
      } else {
        others.append(name)
      }
    } catch {
      // Gone since it was listed: whoever needs it misses it.
      if error.kind == .missing { return }
      isBad(name, EventFile.hash(inName: name) ?? Store.revision(name)?.1 ?? name[...], .init(error, file(name)))
    }
  }

  static let otherHash = Phrase("内容与文件名中的哈希不符", "The content does not fit the hash in its name")
  static let nothing = Phrase("文件是空的", "The file is empty")

  private mutating func takeEvent(_ name: String, in handle: Int32, _ disk: Disk) throws(StoreError) {
    let (path, hash) = (file(name), EventFile.hash(inName: name))
    let bytes = try disk.read(name, in: handle, path: path, limit: EventFile.limit)
    guard !bytes.isEmpty else { return isBad(name, hash, .init(.empty, path, Self.nothing)) }
    do throws(EventFile.Fault) {
      let event = try EventFile(reading: bytes)
      guard event.fits(name) else {
        // One that is signed was renamed; of any other the bytes have changed.
        let (kind, known) = event.isSigned ? (StoreFinding.Kind.eventName, event.id[...]) : (.damagedEvent, hash)
        return isBad(name, known, .init(kind, path, EventFile.Fault.name.message))
      }
      guard event.isSigned else { throw .signature }
      if names.updateValue(name, forKey: event.id) == nil { events.append(event) }
    } catch {
      // What is as its name says was never an event, and no copy has a better one.
      let isWhole = EventFile.name(name, fits: Hexadecimal.sha256(bytes))
      isBad(name, hash, .init(error == .signature || isWhole ? .signature : .damagedEvent, path, error.message))
    }
  }

  private mutating func takeRevision(_ name: String, in handle: Int32, _ disk: Disk) throws(StoreError) {
    let path = file(name)
    let bytes = try disk.read(name, in: handle, path: path, limit: StoredCase.documentLimit)
    guard !bytes.isEmpty else { return isBad(name, Store.revision(name)?.1, .init(.empty, path, Self.nothing)) }
    let sha = Hexadecimal.sha256(bytes)
    guard let (number, hash) = Store.revision(name), sha.hasPrefix(hash) else {
      return isBad(name, Store.revision(name)?.1, .init(.damagedApplication, path, Self.otherHash))
    }
    revisions.append(.init(number: number, name: name, sha256: sha, bytes: bytes))
  }
}

extension Store {
  /// Whether a name is that of a file kept by its hash: 16, 32 or 64 lower-case hexadecimal digits.
  static func isNameOfHash(_ name: String) -> Bool {
    [16, 32, 64].contains(name.utf8.count)
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
