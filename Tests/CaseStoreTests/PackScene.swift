import Casework
import Crypto
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// A store whose files go along in packs, read on a disk in memory.
struct PackScene {
  let office: ForgedOffice
  let registry: Registry
  let maker: OfficerKey
  let reader: OfficerKey
  let list: TravelList
  static let name = "u.pack"

  init(_ folders: [String]? = nil) throws {
    office = try ForgedOffice.copy()
    registry = try office.store.officers()
    maker = try office.key("sue")
    reader = try office.key("vera")
    let all = try Self.list(office.store.disk)
    list = TravelList(
      all.files.filter { file in folders.map { $0.contains { file.path.hasPrefix($0) } } ?? true })
  }

  /// Every file of a store that can go along.
  static func list(_ disk: Disk) throws -> TravelList {
    var files: [TravelFile] = []
    func walk(_ folder: String) throws {
      for (name, kind) in try disk.entries(folder) where name != ".tidu" {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if kind == .folder { try walk(path) }
        guard kind == .file else { continue }
        let file = TravelFile(
          path: path, size: try disk.read(path, limit: 1 << 30).count, sha256: try disk.digest(path))
        if file.hasOwnName { files.append(file) }
      }
    }
    try walk("")
    return TravelList(files.sorted { $0.path < $1.path })
  }

  func writer(
    _ list: TravelList? = nil, by key: OfficerKey? = nil, for officers: [OfficerKey]? = nil, store: String? = nil,
    previous: String? = nil, events: [String] = []
  ) throws -> PackWriter {
    try PackWriter(
      list ?? self.list, on: office.store.disk, store: store ?? office.store.id, by: key ?? maker,
      for: (officers ?? [reader]).map { PackRecipient(officer: $0.officer, seal: $0.seal) }, at: Workplace.start,
      previous: previous, events: events)
  }

  func bytes(_ writer: PackWriter) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let sha = try writer.write { bytes += $0 }
    #expect(sha == Hexadecimal.sha256(bytes) && bytes.count == writer.size)
    return bytes
  }

  /// A pack with any text in it, sound in all else.
  func forged(
    _ text: [UInt8], files: Int = 1, size: Int? = nil, events: Int = 0, by key: OfficerKey? = nil,
    author: String? = nil, store: String? = nil, change: (inout [[UInt8]]) throws -> Void = { _ in }
  ) throws -> [UInt8] {
    let key = key ?? maker
    let content = SymmetricKey(size: .bits256)
    let statement = PackHead.Statement(
      store: store ?? office.store.id, author: author ?? key.officer, at: Workplace.start.text, files: files,
      size: size ?? 0, events: events)
    let head = try PackHead(
      statement, for: [PackRecipient(officer: reader.officer, seal: reader.seal)], content, by: key)
    var cipher = PackCipher(content, bindingTo: head.id)
    var pieces: [[UInt8]] = []
    var rest = text[...]
    repeat {
      let part = rest.prefix(PackCipher.pieceSize)
      rest = rest.dropFirst(part.count)
      pieces.append(try cipher.seal(part, isLast: rest.isEmpty))
    } while !rest.isEmpty
    try change(&pieces)
    var trailer = PackTrailer()
    let sound = head.bytes + pieces.joined()
    trailer.cover(sound[...])
    return sound + (try trailer.signed(by: key))
  }

  /// Lines and contents of files, as a pack has them.
  static func text(_ files: [(path: String, content: [UInt8])]) -> [UInt8] {
    files.flatMap { PackEntry.line(file($0.path, $0.content)) + $0.content }
  }

  static func file(_ path: String, _ content: [UInt8]) -> TravelFile {
    TravelFile(path: path, size: content.count, sha256: Hexadecimal.sha256(content))
  }

  /// - Parameter portion: bytes that a read gives.
  func unpack(
    _ bytes: [UInt8], on disk: Disk, by key: OfficerKey? = nil, registry: Registry? = nil, portion: Int = 1 << 20
  ) throws(StoreError) -> UnpackedPack {
    var rest = bytes[...]
    let input = PackInput {
      let part = Array(rest.prefix(portion))
      rest = rest.dropFirst(part.count)
      return part
    }
    let reader = PackReader(
      store: office.store.id, registry: registry ?? self.registry, key: { [self] _ in key ?? self.reader })
    return try reader.unpack(input, name: Self.name, on: disk)
  }

  /// Expects a refusal with this reason, and nothing left of the pack.
  func refuses(
    _ bytes: [UInt8], _ fault: PackFault?, _ note: String, by key: OfficerKey? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let fake = FakeFileSystem()
    let disk = try Disk(path: "/", files: fake)
    do throws(StoreError) {
      _ = try unpack(bytes, on: disk, by: key)
      Issue.record("\(note) was unpacked", sourceLocation: location)
    } catch {
      let expected = fault?.error(Self.name, called: registry.now.name(of:))
      #expect(expected == nil || error == expected, "\(note)", sourceLocation: location)
      #expect(!error.message.zh.isEmpty && error.message.en.hasPrefix(Self.name), "\(note)", sourceLocation: location)
    }
    #expect(fake.fileCount == 0, "\(note)", sourceLocation: location)
    #expect(fake.openCount == 1, "\(note) leaves files open", sourceLocation: location)
  }
}
