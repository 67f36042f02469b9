import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

@Suite struct EventTests {
  private func event() throws -> EventFile {
    try EventFile(
      signing: [
        "at": "2026-01-01T08:00:00+08:00", "body": ["on": "2026-01-01", "text": "齐鲁"], "kind": "note", "parents": [],
        "seq": 3,
      ],
      with: OfficerKey(officer: "li.ming"))
  }

  @Test func `an event is two lines, canonical and signed, and its name is the hash of the whole file`()
    throws
  {
    let event = try event()
    #expect(event.bytes.count { $0 == 0x0A } == 2)
    #expect(event.id == Hexadecimal.sha256(event.bytes))
    #expect(try EventFile(reading: event.bytes) == event)
    #expect(event.isSigned && event.number == 3)
    let names = event.names
    #expect(names[0] == "20260101-080000-\(event.id.prefix(16)).event.json")
    #expect(names.allSatisfy(event.fits))
    #expect(!event.fits("20260101-080000-0000000000000000.event.json"))
  }

  @Test func `every flipped bit of an event is found`() throws {
    let event = try event()
    for index in event.bytes.indices {
      for bit in 0..<8 {
        var bytes = event.bytes
        bytes[index] ^= 1 << UInt8(bit)
        let other = try? EventFile(reading: bytes)
        #expect(other?.isSigned != true, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test func `a second form of the same meaning is no event`() throws {
    let text = String(decoding: try event().bytes, as: UTF8.self)
    for (from, to) in [
      ("{\"at\"", "{ \"at\""), ("\"seq\":3", "\"seq\":3.0"), ("齐", "\\u9f50"),
      ("\n{\"key\"", "\n\n{\"key\""),
      ("\"seq\":3", "\"seq\":3,\"seq\":3"),
    ] {
      #expect(throws: EventFile.Fault.self, "\(to)") {
        try EventFile(reading: Array(text.replacing(from, with: to).utf8))
      }
    }
    #expect(throws: EventFile.Fault.self) { try EventFile(reading: Array((text + "\n").utf8)) }
    #expect(throws: EventFile.Fault.self) { try EventFile(reading: Array(text.dropLast().utf8)) }
  }

  @Test func `a unreadable event is set aside with its reason and spoils no other`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    let folder = "cases/370000/2025-1/C01"
    let first = try #require(try store.events(in: folder).events.first)
    let written = try store.perform(
      Action(.note, ["text": "一"]), in: folder, by: key, today: Workplace.start.day, at: Workplace.start)
    #expect(try store.events(in: folder).heads == [written.id])
    #expect(written.seq == 3 && written.parents == [first.id])
    let note = try #require(try store.events(in: folder).events.first { $0.id == written.id })

    let names = try store.disk.names(folder).filter { $0.hasSuffix(".event.json") }
    place.write("store/\(folder)/20260101-080000-0123456789abcdef.event.json", bytes: note.bytes)
    place.write("store/\(folder)/20260101-080000-1123456789abcdef.event.json", bytes: [])
    symlink(names[0], place.storePath + "/\(folder)/20260101-080000-2123456789abcdef.event.json")
    let read = try place.open().events(in: folder)
    #expect(Set(read.events.map(\.id)) == [first.id, note.id])
    #expect(read.unreadable.first?.message == EventFile.Fault.name.message)
    #expect(read.unreadable.map(\.isUnread) == [false, true, true])
    #expect(read.unreadable.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
  }

  @Test func `an event of a newer program waits where it is signed by a known key, and is no parent`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    let folder = "cases/370000/2025-1/C01"
    let first = try #require(try store.events(in: folder).events.first)
    let newer: JSONValue = [
      "case": .string(folder), "format": "tidu.event/2", "kind": "note", "parents": [.string(first.id)], "what": [],
    ]
    let line = newer.canonicalBytes
    let signature = try key.signature(of: Array("tidu.event/2 \(line.count) ".utf8) + line)
    for signature in [String(repeating: "0", count: 128), signature] {
      let seal: JSONValue = ["key": .string(key.sign), "signature": .string(signature)]
      let bytes = line + [0x0A] + seal.canonicalBytes + [0x0A]
      let id = Hexadecimal.sha256(bytes)
      place.write("store/\(folder)/20260101-080001-\(id.prefix(16)).event.json", bytes: bytes)
    }
    let file = try #require(try place.open().caseFile(PerformTests.case1, today: Workplace.start.day))
    #expect(
      file.unreadable.map(\.unmet.code) == ["signature"]
        && file.history.entries.last?.verdict == .pending(.newerProgram))
    let taken = try store.perform(
      Action(.assign), in: folder, by: key, today: Workplace.start.day, at: Workplace.start)
    #expect(taken.parents == [first.id])
    #expect(try place.open().caseFile(PerformTests.case1, today: Workplace.start.day)?.fold.assignee == "li.ming")
    // A kind it does not know, in this format, is signed like any other.
    let unknown = try EventFile(
      signing: [
        "at": "", "author": "li.ming", "body": [:], "case": .string(folder), "format": "tidu.event/1",
        "kind": "foretell",
        "parents": [.string(taken.id)], "registry": .array(try store.registry().heads.map { .string($0) }), "seq": 9,
        "store": .string(store.id),
      ], with: key)
    place.write("store/\(folder)/20260101-080002-\(unknown.id.prefix(16)).event.json", bytes: unknown.bytes)
    let again = try #require(try place.open().caseFile(PerformTests.case1, today: Workplace.start.day))
    #expect(again.history.entries.last?.verdict == .pending(.newerProgram) && again.summary.pending == 2)
    #expect(again.waiting(before: "sign").count == 2)
  }

  @Test func `an application that no receipt names counts for nothing, whatever it says`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    let folder = "store/cases/370000/2025-1/C01"
    for (index, name) in ["91370100MA3TESTX0B", "91370100MA3TESTX0A"].enumerated() {
      let other = Workplace.application("C01", name: "另一家").replacing("91370100MA3TESTX0A", with: name)
      let hash = Hexadecimal.sha256(Array(other.utf8))
      place.write(other, to: "\(folder)/application.r2-\(hash.prefix(16)).json")
      let file = try #require(try place.open().caseFile(PerformTests.case1, today: Workplace.start.day))
      #expect(file.revisions.count == 1 && file.current.enterprise.creditCode == "91370100MA3TESTX0A")
      #expect(file.unreadable.map(\.unmet.code) == Array(repeating: "foreignApplication", count: index + 1))
    }
  }

  @Test func `two writers at once lose nothing and count on`() async throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    let folder = "cases/370000/2025-1/C01"
    let environment = place.environment
    let path = place.storePath
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          guard let store = try? Store.open(path, environment: environment) else { return }
          for number in 0..<20 {
            _ = try? store.perform(
              Action(.note, ["text": .string("\(writer) \(number)")]), in: folder, by: key,
              today: Workplace.start.day, at: Workplace.start)
          }
        }
      }
    }
    let events = try store.events(in: folder).events
    #expect(events.count == 41)
    #expect(Set(events.map(\.number)) == Set(2...42))
    let batches = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<2 {
        group.addTask {
          let disk = try Disk(path: path)
          var batch = try Batch(disk)
          for number in 0..<300 {
            try batch.stage([UInt8(number % 256)], in: "rounds/370000/2025-1", names: ["n\(number)"])
          }
          var progress = Batch.Progress()
          return try batch.commit(&progress).count { !$0.alreadyThere }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(batches == 300)
  }
}

extension Workplace {
  func write(_ name: String, bytes: [UInt8]) { write(bytes, to: name) }
}
