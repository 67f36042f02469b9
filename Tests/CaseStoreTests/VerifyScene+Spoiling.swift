import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore

extension VerifyScene {
  /// Brings about one finding of this kind.
  /// - Returns: the file it is to be about; `nil` where it is of no one file.
  func spoil(_ kind: StoreFinding.Kind) throws -> String? {
    switch kind {
    case .store:
      write(Array("{}".utf8), to: "store.json")
      return "store.json"
    case .denied, .unread:
      let path = try event(.check).path
      let name = String(path.split(separator: "/").last ?? "")
      let error: Errno = kind == .denied ? .permissionDenied : .staleNFSFileHandle
      files.refuse { call, opened in call == "open" && opened == name ? error : nil }
      return path
    case .notPlain, .empty, .tooLarge, .damagedEvent, .eventName, .signature, .replaced, .waitsForEvent, .missingEvent:
      return try spoilEvent(kind)
    case .damagedApplication, .missingApplication, .foreignApplication, .notReceived, .misplaced:
      return try spoilCase(kind)
    case .missingPaper, .otherPaper, .absentPaper, .unhashedPaper, .damagedFile, .missingFile, .leftover, .stray,
      .notErased, .sealedToEndedKey:
      return try spoilFile(kind)
    case .keyUnknown, .foreign, .rejected, .waitsForRegistry, .waitsForApproval, .waitsForCountersign, .newerProgram,
      .seqDoubled, .seqSkipped, .misdated, .leftWithoutEnd, .ownMaking, .byOnePerson:
      return try forgeOne(kind)
    case .gone, .checkpointDay, .checkpointCount, .notEntered: return try spoilList(kind)
    case .broughtBack, .disk: return nil
    }
  }

  private func spoilEvent(_ kind: StoreFinding.Kind) throws -> String? {
    let (path, event) = try self.event(.check)
    switch kind {
    case .notPlain:
      unlink(self.path(path))
      symlink("/etc/hostname", self.path(path))
    case .empty: write([], to: path)
    case .tooLarge: write([UInt8](repeating: 0x20, count: 2 << 20), to: path)
    case .damagedEvent: write(Array(event.bytes.dropLast()), to: path)
    case .eventName:
      let other = path.replacing(event.id.prefix(16), with: "0123456789abcdef")
      rename(self.path(path), self.path(other))
      return other
    case .signature:
      var text = String(decoding: event.bytes, as: UTF8.self)
      let signature = try #require(text.split(separator: "\"").last { $0.count == 128 })
      text = text.replacing(signature, with: String(signature.reversed()))
      let forged = try EventFile(reading: Array(text.utf8))
      unlink(self.path(path))
      write(forged.bytes, to: "\(case1.path)/\(forged.names[0])")
      return "\(case1.path)/\(forged.names[0])"
    case .replaced:
      write(Array("{".utf8), to: path)
      write(event.bytes, to: "\(case1.path)/\(event.names[1])")
    case .waitsForEvent, .missingEvent:
      let assign = try self.event(.assign).path
      unlink(self.path(assign))
      return kind == .missingEvent ? case1.path : path
    default: break
    }
    return path
  }

  private func spoilCase(_ kind: StoreFinding.Kind) throws -> String? {
    let application = try revision(case1)
    switch kind {
    case .damagedApplication: write(Array("{".utf8), to: application)
    case .missingApplication:
      unlink(path(application))
      return try event(.receive).path
    case .foreignApplication:
      let other = Array(Workplace.application("C01", name: "别的公司").utf8)
      let name = "\(case1.path)/" + Store.names(ofRevision: 1, Store.hash(of: other))[0]
      write(other, to: name)
      return name
    case .notReceived:
      unlink(path(try event(.receive, case2.path).path))
      return case2.path
    default:
      rename(path(case2.path), path(case2.path + " - 副本"))
      return case2.path + " - 副本"
    }
    return application
  }

  private func spoilFile(_ kind: StoreFinding.Kind) throws -> String? {
    let (a, b) = ("\(case1.path)/materials/a.txt", "\(case1.path)/materials/b.txt")
    switch kind {
    case .missingPaper: unlink(path(a))
    case .otherPaper: write(Array("别的".utf8), to: a)
    case .absentPaper:
      unlink(path(b))
      return case1.path
    case .unhashedPaper: return case1.path
    case .damagedFile:
      write(Array("别的".utf8), to: "\(case1.path)/\(copy)")
      return "\(case1.path)/\(copy)"
    case .missingFile:
      unlink(path("\(case1.path)/\(copy)"))
      return try event(.redact).path
    case .leftover:
      write([1], to: "\(case1.path)/\(Store.hash(of: [1]))")
      return nil
    case .stray:
      write([1], to: "cases/.DS_Store")
      return nil
    case .notErased:
      let bytes = try read("\(case1.path)/\(copy)")
      try eraseCopy(by: "otto")
      write(bytes, to: "\(case1.path)/\(copy)")
      return "\(case1.path)/\(copy)"
    default:
      let otto = try #require(keys["otto"])
      let key = try #require(try store.officers().keyEvent(otto.sign)?.id)
      try act(.end, ["of": .string(key), "why": "changed"], by: "sam", in: "registry")
      return "sealed/" + (try #require(try event(.lodge).event.payload["body"]?["text"]?.string))
    }
    return a
  }

  private func forgeOne(_ kind: StoreFinding.Kind) throws -> String? {
    let (rita, founder) = (try #require(keys["rita"]), try #require(keys["li.ming"]))
    let note: [JSONValue.Member] = [.init("text", "x")]
    let stranger = OfficerKey(officer: "li.ming")
    func officer(_ id: String, _ state: String) -> [JSONValue.Member] {
      [
        .init("authority", "370000"), .init("name", .string(id)), .init("officer", .string(id)),
        .init("state", .string(state)),
      ]
    }
    var folder = case1.path
    let event: EventFile
    switch kind {
    case .keyUnknown: event = try forge("note", note, by: stranger)
    case .foreign:
      folder = "registry"
      let key: JSONValue = ["seal": .string(stranger.seal), "sign": .string(stranger.sign)]
      event = try forge(
        "found",
        [
          .init("key", key), .init("name", "x"), .init("officer", "li.ming"), .init("roles", ["supervisor"]),
          .init("threshold", 1),
        ], by: stranger, in: folder, parents: [])
    case .rejected: event = try forge("sign", note, by: rita)
    case .waitsForRegistry: event = try forge("note", note, by: rita, registry: [String(repeating: "f", count: 64)])
    case .waitsForApproval:
      folder = "registry"
      event = try forge("officer", officer("new", "active"), by: founder, in: folder, parents: [store.id])
    case .waitsForCountersign:
      let before = try store.officers().heads
      try act(.officer, .object(officer("rita", "left")), by: "sam", in: "registry")
      event = try forge("note", note, by: rita, registry: before)
    case .newerProgram: event = try forge("tomorrow", note, by: rita)
    case .seqDoubled:
      try forge("note", note, by: rita, ahead: 0)
      return nil
    case .seqSkipped:
      try forge("note", note, by: rita, ahead: 5)
      return nil
    case .misdated: event = try forge("note", note, on: "2027-01-01", by: rita)
    case .leftWithoutEnd:
      folder = "registry"
      event = try forge("officer", officer("rita", "left"), by: founder, in: folder)
    case .ownMaking:
      // Sam's office is the founder's making.
      return try eraseCopy(by: "li.ming")
    default: return try self.event(.officer, "registry").path
    }
    return "\(folder)/\(event.names[0])"
  }

  private func spoilList(_ kind: StoreFinding.Kind) throws -> String? {
    switch kind {
    case .gone:
      try checkpoint()
      unlink(path(try event(.redact).path))
      return case1.path
    case .checkpointDay:
      let event = try forge("note", [.init("text", "x")], on: "2027-01-01", by: #require(keys["rita"]))
      try checkpoint()
      return "\(case1.path)/\(event.names[0])"
    case .checkpointCount:
      try checkpoint(count: 3)
      return try event(.checkpoint, "registry").path
    default:
      let lines = [case1, case2].map { key -> JSONValue in ["case": .string(key.path)] }
      let bytes: [UInt8] = lines.flatMap { $0.canonicalBytes + [0x0A] }
      let sha = Store.hash(of: bytes)
      try act(
        .notice, ["document": "公示 1", "list": ["count": 2, "sha": .string(sha)]], by: "gus", in: round,
        files: [sha: bytes])
      return try event(.notice, round).path
    }
  }
}
