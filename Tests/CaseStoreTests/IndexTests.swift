@testable import Casework
import Glibc
import ScoringCore
import Testing

@testable import CaseStore

@Suite struct IndexTests {
  private static let full = CaseSummary(
    key: CaseKey(authority: "370000", batch: "2025-1", id: "C01"), tier: .littleGiant, type: .review,
    division: "370100", name: "齐鲁\u{1B}[31m示例", otherNames: ["齐鲁旧名"], creditCode: "91370100MA3TESTX0A",
    industryCode: "C3521",
    submitted: Day(number: 20_000), revision: 3, edition: "2026-2", overlay: "370000", outcome: .undetermined,
    score: Points(51, 72), pass: 60, shortfall: Points(0, 9), unsettled: 4,
    deciding: ["condition.rd", "indicator.mainGrowth"], findings: [.unit, .unit, .sameName],
    links: [
      CaseLink(
        kind: .sameFile, other: CaseKey(authority: "110000", batch: "b", id: "C09"), name: "另一家", creditCode: "91",
        count: 3, file: .max),
      CaseLink(
        kind: .sameCode, other: CaseKey(authority: "370000", batch: "2025-1", id: "C02"), name: "", creditCode: "",
        count: 1),
    ],
    state: .inNotice, received: Day(number: 20_001), assignee: "li.ming", seconded: ["wang", "zhao"],
    contested: true, stale: true, pending: 2, openObjections: 1, openLeads: 5,
    stops: [
      DayRange(after: Day(number: -3), through: nil),
      DayRange(after: Day(number: 5), through: Day(number: 9)),
    ], due: Day(number: 20_009), countedSince: Day(number: 20_003), recommendation: "pass",
    visitors: ["visitor-a", "visitor-b"], visitDay: Day(number: 20_012), changed: Day(number: 20_010)
  )

  @Test func `every field of a summary survives the index`() throws {
    var empty = Self.full
    empty.division = nil
    empty.overlay = nil
    empty.score = nil
    empty.pass = nil
    empty.shortfall = nil
    empty.received = nil
    empty.assignee = nil
    empty.seconded = []
    empty.contested = false
    empty.stops = []
    empty.findings = []
    empty.links = []
    empty.due = nil
    empty.countedSince = nil
    empty.otherNames = []
    empty.recommendation = nil
    empty.visitors = []
    empty.visitDay = nil
    empty.changed = nil
    let file = IndexFile(
      context: "c",
      entries: [
        .init(summary: Self.full, fingerprint: .max, hasTitle: true, marks: .init(name: 1, files: [2, .max])),
        .init(summary: empty, fingerprint: 0, hasTitle: false, marks: .init(name: .max, files: [])),
      ])
    #expect(try IndexFile(decoding: file.encoded()) == file)
    // A field that is added to the summary must be added to the index.
    #expect(Mirror(reflecting: Self.full).children.count == 37)
  }

  @Test func `every flipped bit and every cut of an index is found`() {
    let bytes = IndexFile(
      context: "c",
      entries: [.init(summary: Self.full, fingerprint: 7, hasTitle: true, marks: .init(name: 3, files: [4]))]
    ).encoded()
    for index in bytes.indices {
      #expect(throws: IndexReader.Damage.self) { try IndexFile(decoding: Array(bytes[..<index])) }
      for bit in 0..<8 {
        var other = bytes
        other[index] ^= 1 << UInt8(bit)
        #expect(throws: IndexReader.Damage.self, "byte \(index)") { try IndexFile(decoding: other) }
      }
    }
  }

  @Test func `the reader of the index stops at nonsense`() {
    for seed in 0..<2_000 {
      var generator = SystemRandomNumberGenerator()
      let bytes = (0..<(seed % 60)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      bytes.withUnsafeBytes { bytes in
        guard var reader = try? IndexReader(bytes, from: 0) else { return }
        while (try? reader.text()) != nil && (try? reader.number()) != nil {}
      }
    }
  }

  @Test func `the index opens with what was, and the look at the folders says what is new`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01") + "\n" + Workplace.application("C02"))
    #expect(store.loadSummaries(.shared) == [])
    var portions: [Int] = []
    let first = try store.refresh(.shared) { batch, done, total in
      portions += [batch.count, done, total]
    }
    #expect(first.changed.map(\.key.id) == ["C01", "C02"] && portions == [2, 2, 2])
    #expect(first.changed[0].received == Workplace.start.day && first.note == nil)

    let again = try place.open()
    #expect(again.loadSummaries(.shared) == first.changed)
    #expect(try again.refresh(.shared).changed == [])

    let third = try place.open()
    _ = third.loadSummaries(.shared)
    _ = place.receive(store, key, Workplace.application("C03"))
    Workplace.remove(place.storePath + "/cases/370000/2025-1/C01")
    let changes = try third.refresh(.shared)
    #expect(changes.changed.map(\.key.id) == ["C03", "C02"] && changes.removed.map(\.id) == ["C01"])
    #expect(third.loadSummaries(.shared).map(\.key.id) == ["C02", "C03"])
  }

  @Test func `a damaged, cut or deleted index is made again with one line`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    let rows = try store.refresh(.shared).changed
    let index = "own/tidu/\(store.id)/index"
    let bytes = try place.read(index)
    for damage in [Array(bytes.dropLast()), [], bytes + [0], bytes.reversed()] {
      unlink(place.path + "/" + index)
      place.write(damage, to: index)
      let again = try place.open()
      #expect(again.loadSummaries(.shared) == [])
      let changes = try again.refresh(.shared)
      #expect(changes.changed == rows && changes.note?.en.isEmpty == false)
      #expect(try place.read(index) == bytes)
    }
    Workplace.remove(place.storePath + "/.tidu")
    unlink(place.path + "/" + index)
    let again = try place.open()
    #expect(try again.refresh(.shared).changed == rows)
    #expect(try again.refresh(.shared).note == nil)
    unlink(place.path + "/" + index)
    symlink("/etc/hostname", place.path + "/" + index)
    #expect(try place.open().refresh(.shared).changed == rows)
    #expect(try place.read(index) == bytes)
  }

  @Test func `where nothing can be written everything still reads`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    Workplace.remove(place.storePath + "/.tidu")
    // A plain file in the place of the folder cannot be written into, by anybody.
    place.write("", to: "store/.tidu")
    let again = try Store.open(place.storePath, environment: [:])
    #expect(again.own == nil)
    #expect(try again.refresh(.shared).changed.map(\.key.id) == ["C01"])
    #expect(again.loadSummaries(.shared).count == 1)
    #expect(place.receive(store, key, Workplace.application("C02")).stopped?.kind == .unsafePath)
  }

  @Test func `a case that cannot be read is listed with its reason, and the others are there`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01") + "\n" + Workplace.application("C02"))
    let folder = "store/cases/370000/2025-1/C01/"
    let name = try #require(
      try store.disk.names("cases/370000/2025-1/C01").first { $0.hasPrefix("application") })
    let bytes = try place.read(folder + name)
    unlink(place.path + "/" + folder + name)
    place.write(bytes + [0x20], to: folder + name)
    mkdir(place.storePath + "/cases/370000/2025-1/C00", 0o755)
    let changes = try store.refresh(.shared)
    #expect(changes.changed.map(\.key.id) == ["C02"])
    #expect(changes.unreadable.map(\.key.id) == ["C00", "C01"])
    #expect(changes.unreadable.allSatisfy { !$0.message.en.isEmpty })
  }
}
