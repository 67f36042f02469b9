@testable import CaseStore
import Casework
import Crypto
import ScoringCore

/// Unpacks anything as a pack, onto a disk in memory.
///
/// The first byte says what the rest is: a pack as it came; the head of one that is signed; the text in one that is sealed
/// and signed; what becomes of a sound one. Traps where something crashes, where a refusal has no sentence or leaves a file
/// or an open one behind, where a sound pack that was changed is unpacked, and where what is unpacked of a text is not what
/// another reading of it says.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPack(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let kind = bytes.first else { return 0 }
  let rest = bytes.dropFirst()
  do {
    switch kind % 4 {
    case 0: _ = try bench.unpack(Array(rest))
    case 1: _ = try bench.unpack(try bench.headed(Array(rest)))
    case 2: try bench.read(rest)
    default: try bench.change(rest)
    }
  } catch { preconditionFailure("what the bench itself does failed: \(error)") }
  return 0
}

private let bench = Bench()

private struct Bench {
  let key: OfficerKey
  let store: String
  let registry: Registry
  /// A sound pack, and its pieces.
  let pack: [UInt8]

  init() {
    // The same in every run, so that an input is the same.
    do {
      key = OfficerKey(
        officer: "li.ming",
        signing: try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 7, count: 32)),
        sealing: try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: [UInt8](repeating: 9, count: 32)))
      let file = try Store.founding(
        .init(officer: "li.ming", name: "李明"), key, trial: true, at: Timestamp(seconds: 1_767_225_600))
      store = file.id
      registry = Registry([try Event(file)], store: file.id)
      let content = [UInt8](repeating: 0x78, count: 70)
      let files = ["store.json", "cases/370000/2025-1/C01/a.pdf"].map {
        TravelFile(path: $0, size: content.count, sha256: Hexadecimal.sha256(content))
      }
      pack = try Self.sealed(
        files.flatMap { PackEntry.line($0) + content }[...], files: 2, size: 140, events: 0, key, store)
    } catch { preconditionFailure("\(error)") }
  }

  /// A pack with any text in it.
  static func sealed(_ text: ArraySlice<UInt8>, files: Int, size: Int, events: Int, _ key: OfficerKey, _ store: String)
    throws -> [UInt8]
  {
    let content = SymmetricKey(data: [UInt8](repeating: 3, count: 32))
    let statement = PackHead.Statement(
      store: store, author: key.officer, at: "2026-01-01T08:00:00+08:00", files: files, size: size, events: events)
    let head = try PackHead(statement, for: [PackRecipient(officer: key.officer, seal: key.seal)], content, by: key)
    var cipher = PackCipher(content, bindingTo: head.id)
    return try ended(head.bytes + cipher.seal(text, isLast: true), key)
  }

  static func ended(_ bytes: [UInt8], _ key: OfficerKey) throws -> [UInt8] {
    var trailer = PackTrailer()
    trailer.cover(bytes[...])
    return bytes + (try trailer.signed(by: key))
  }

  /// A pack whose first line is anything, signed.
  func headed(_ line: [UInt8]) throws -> [UInt8] {
    let signature = try key.signature(of: Array("\(PackHead.format) \(line.count) ".utf8) + line)
    let seal = Array("\n{\"key\":\"\(key.sign)\",\"signature\":\"\(signature)\"}\n".utf8)
    return try Self.ended(line + seal, key)
  }

  /// What was unpacked, by path; `nil` where it was refused.
  func unpack(_ bytes: [UInt8]) throws -> [String: [UInt8]]? {
    let fake = FakeFileSystem()
    let disk = try Disk(path: "/", files: fake)
    var place = 0
    let input = PackInput {
      let part = bytes[place..<min(place + 300, bytes.count)]
      place += part.count
      return Array(part)
    }
    let reader = PackReader(store: store, registry: registry) { head in
      head.recipients.contains { $0.seal == key.seal } ? key : nil
    }
    var found: [String: [UInt8]]?
    do throws(StoreError) {
      let unpacked = try reader.unpack(input, name: "u.pack", on: disk)
      found = try unpacked.withFiles { files throws(StoreError) in try contents(files) }
      let listed = try unpacked.events().count
      precondition(listed == unpacked.head.statement.events)
    } catch {
      precondition(!error.message.zh.isEmpty && !error.message.en.isEmpty && found == nil)
    }
    precondition(fake.fileCount == 0 && fake.openCount == 1, "something is left")
    return found
  }

  private func contents(_ disk: Disk) throws(StoreError) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    var folders = [""]
    while let folder = folders.popLast() {
      for (name, kind) in try disk.entries(folder) {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if kind == .folder { folders.append(path) } else { found[path] = try disk.read(path, limit: 1 << 30) }
      }
    }
    return found
  }

  /// Seals a text and holds what comes of it against another reading. The first byte shifts what the head says.
  func read(_ bytes: ArraySlice<UInt8>) throws {
    let shift = Int(bytes.first ?? 0) / 64
    let text = bytes.dropFirst()
    let files = plain(text)
    let list = files?.first.flatMap { $0.path == "events" ? $0.content.count / 65 : nil } ?? 0
    let counted = list > 0 ? files?.dropFirst() : files?[...]
    let found = try unpack(
      Self.sealed(
        text, files: (counted?.count ?? 0) + (shift == 1 ? 1 : 0),
        size: (counted?.reduce(0) { $0 + $1.content.count } ?? 0) + (shift == 2 ? 1 : 0),
        events: list + (shift == 3 ? 1 : 0), key, store))
    guard let found else { return }
    precondition(shift == 0, "other counts than the head's were unpacked")
    precondition(found.count == counted?.count, "other files were unpacked")
    for file in counted ?? [] {
      precondition(found[file.path] == file.content && !file.path.contains(".."), "another file was unpacked")
    }
  }

  /// The files that a text holds, read the plain way; `nil` where it is not in order.
  private func plain(_ text: ArraySlice<UInt8>) -> [(path: String, content: [UInt8])]? {
    var files: [(path: String, content: [UInt8])] = []
    var rest = text
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: 0x0A), let file = PackEntry.file(Array(rest[..<end])) else { return nil }
      rest = rest[(end + 1)...]
      guard rest.count >= file.size else { return nil }
      files.append((file.path, Array(rest.prefix(file.size))))
      rest = rest.dropFirst(file.size)
    }
    return files
  }

  /// Changes the sound pack: each four bytes are what is done, where, and with what.
  func change(_ bytes: ArraySlice<UInt8>) throws {
    var spoilt = pack
    var rest = bytes
    while rest.count >= 4, !spoilt.isEmpty {
      let (what, value) = (rest[rest.startIndex], rest[rest.startIndex + 3])
      let place = (Int(rest[rest.startIndex + 1]) << 8 | Int(rest[rest.startIndex + 2])) % spoilt.count
      switch what % 5 {
      case 0: spoilt[place] ^= value
      case 1: spoilt.removeSubrange(place..<min(place + Int(value), spoilt.count))
      case 2: spoilt.insert(contentsOf: spoilt[place..<min(place + Int(value), spoilt.count)], at: place)
      case 3: spoilt.removeLast(spoilt.count - place)
      default: spoilt.swapAt(place, (place + Int(value)) % spoilt.count)
      }
      rest = rest.dropFirst(4)
    }
    let found = try unpack(spoilt)
    precondition((found != nil) == (spoilt == pack), "a pack that was changed was unpacked, or a sound one not")
  }
}
