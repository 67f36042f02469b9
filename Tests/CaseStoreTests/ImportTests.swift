import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

@Suite struct ImportTests {
  @Test func `a file, lines and standard input go in with the bytes as received and a signed receipt`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let one = Workplace.application("C01") + "\n"
    place.write(one, to: "one.json")
    place.write(
      Workplace.application("C02") + "\r\n\n" + Workplace.application("C03") + "\n", to: "more.ndjson")
    let report = place.receive(
      store, key,
      [
        .path(place.path + "/one.json"), .path(place.path + "/more.ndjson"),
        .bytes(
          Array((Workplace.application("C04") + "\n" + Workplace.application("C05")).utf8), name: "-"),
      ])
    #expect(report.problems == [])
    #expect(report.stopped == nil)
    #expect(report.received.map(\.id) == ["C01", "C02", "C03", "C04", "C05"])
    let again = try place.open()
    #expect(try again.caseKeys().map(\.id) == ["C01", "C02", "C03", "C04", "C05"])
    let stored = try #require(
      try again.storedCase(CaseKey(authority: "370000", batch: "2025-1", id: "C01")))
    #expect(stored.revisions.map(\.bytes) == [Array(one.utf8)])
    #expect(stored.events.unreadable == [])
    let event = try #require(stored.events.events.first)
    #expect(event.kind == "receive" && event.key == key.sign)
    #expect(event.payload["body"]?["application"]?.string == stored.revisions[0].sha256)
    #expect(event.payload["case"]?.string == "cases/370000/2025-1/C01")
    #expect(event.payload["store"]?.string == store.id)
  }

  @Test func `every unreadable one is named with file, line and path, and the rest goes in`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let text = [
      Workplace.application("C01"),
      "{\"format\": ",
      Workplace.application("C02").replacing("2024\":6100", with: "2024\":6100,\"2024\":1"),
      Workplace.application("C03").replacing("\"370000\"", with: "\"990000\""),
      Workplace.application("C04"),
    ].joined(separator: "\n")
    let report = place.receive(store, key, text)
    #expect(report.received.map(\.id) == ["C01", "C04"])
    #expect(report.problems.map(\.line) == [2, 3, 4])
    #expect(report.problems.map(\.kind) == [.syntax, .syntax, .schema])
    #expect(report.problems.allSatisfy { $0.file == "-" && $0.column != nil })
    #expect(report.problems[1].path == "facts.revenue.2024")
    #expect(report.problems[2].path == "authority")
  }

  @Test func `what is there is told apart: the same, a resubmission, another case, a twin in letter case`()
    throws
  {
    let place = Workplace()
    let (store, key) = try place.found()
    #expect(place.receive(store, key, Workplace.application("C01")).received.count == 1)
    #expect(place.receive(store, key, Workplace.application("C01")).alreadyThere == 1)

    // A line and a file of the same application, whatever white space follows the document.
    for end in ["\n", "\r\n", " \t\n\n"] {
      let again = place.receive(store, key, Workplace.application("C01") + end, name: "one.json")
      #expect(again.alreadyThere == 1 && again.problems.isEmpty, "\(again.problems)")
    }
    let twice = place.receive(
      store, key,
      [
        .bytes(Array((Workplace.application("C05") + "\n").utf8), name: "a.json"),
        .bytes(Array(Workplace.application("C05").utf8), name: "b.json"),
      ])
    #expect(twice.received.count == 1 && twice.alreadyThere == 1)

    let changed = place.receive(
      store, key, Workplace.application("C01").replacing("6100", with: "6101"))
    #expect(changed.received == [] && changed.problems.map(\.kind) == [.conflict])
    #expect(changed.problems[0].message.en.contains("resubmit"))

    let other = place.receive(
      store, key, Workplace.application("C01").replacing("91370100MA3TESTX0A", with: "91370100MA3TESTX0B"))
    #expect(other.problems.map(\.kind) == [.conflict])
    #expect(other.problems[0].message.en.contains("another case"))

    let twin = place.receive(
      store, key, Workplace.application("c01") + "\n" + Workplace.application("C02", batch: "2025-1A"))
    #expect(twin.problems.map(\.line) == [1] && twin.received.map(\.id) == ["C02"])
    let batch = place.receive(store, key, Workplace.application("C03", batch: "2025-1a"))
    #expect(batch.problems.map(\.kind) == [.conflict])
    let within = place.receive(
      store, key, Workplace.application("C09") + "\n" + Workplace.application("c09"))
    #expect(within.received.count == 1 && within.problems.map(\.line) == [2])
    #expect(try store.caseKeys().count == 4)
  }

  @Test func `the receipt flags an enterprise with another open case, or one that is barred, and the case says so`()
    throws
  {
    let place = Workplace()
    let (store, key) = try place.found()
    let wang = try place.admit("wang", ["signer"], to: store, by: key)
    let today = Workplace.start.day
    let row = "authority,tier,creditCode,name,from\n370000,specialized,91370100MA3TESTX0A,甲,2024-03-01\n"
    let entered = store.enterTitles([(Array(row.utf8), "t.csv")], by: key, today: today, at: Workplace.start)
    let folder = try #require(entered.titles.first)
    for (kind, fields, by) in [
      ("inquiry", ["cause": "falseData", "text": "x"], key), ("heard", ["text": "x", "files": []], key),
      ("endTitle", ["how": "cancelled", "from": "2026-01-01", "barUntil": "2099-01-01", "text": "x"], wang),
    ] as [(ActName, JSONValue, OfficerKey)] {
      _ = try store.perform(Action(kind, fields), in: folder, by: by, today: today, at: Workplace.start)
    }
    let other = Workplace.application("C03").replacing("91370100MA3TESTX0A", with: "91370100MA3TESTX0B")
    #expect(place.receive(store, key, Workplace.application("C01")).received.count == 1)
    #expect(place.receive(try place.open(), key, Workplace.application("C02") + "\n" + other).received.count == 2)
    func remarks(_ id: String) throws -> [Remark.Code]? {
      try place.open().caseFile(CaseKey(authority: "370000", batch: "2025-1", id: id), today: today)?.remarks(
        today: today
      ).map(
        \.code)
    }
    #expect(try remarks("C01") == [.barred])
    #expect(try remarks("C02") == [.barred, .sameEnterprise])
    #expect(try remarks("C03") == [])
  }

  @Test func `an application without its receipt is received again`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    let folder = place.storePath + "/cases/370000/2025-1/C01"
    let event = try #require(try Disk(path: folder).names("").first { $0.hasSuffix(".event.json") })
    unlink(folder + "/" + event)
    #expect(place.receive(store, key, Workplace.application("C01")).received.count == 1)
    #expect(try Disk(path: folder).names("").count == 2)
  }

  @Test func `links, pipes and files that are not there are named and left alone`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    mkdir(place.path + "/in", 0o755)
    mkdir(place.path + "/in/sub", 0o755)
    place.write(Workplace.application("C01"), to: "in/a.json")
    place.write(Workplace.application("C02"), to: "in/sub/b.json")
    place.write("not for us", to: "in/readme.txt")
    place.write(Workplace.application("C03"), to: "outside.json")
    symlink("../outside.json", place.path + "/in/link.json")
    mkfifo(place.path + "/in/pipe.json", 0o644)
    symlink(place.path, place.path + "/in/sub/loop.json")
    let report = place.receive(store, key, [.path(place.path + "/in"), .path(place.path + "/none.json")])
    #expect(report.received.map(\.id) == ["C01", "C02"])
    #expect(report.problems.map(\.kind) == [.file, .file, .file, .file])
    #expect(
      report.problems.map { $0.file.dropFirst(place.path.count) } == [
        "/in/link.json", "/in/pipe.json", "/in/sub/loop.json", "/none.json",
      ])
    #expect(report.stopped == nil)
  }

  @Test func `a store folder that is a link leads nowhere`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    mkdir(place.path + "/elsewhere", 0o755)
    symlink(place.path + "/elsewhere", place.storePath + "/cases")
    let report = place.receive(store, key, Workplace.application("C01"))
    #expect(report.stopped?.kind == .unsafePath)
    #expect(report.received == [])
    #expect(try Disk(path: place.path + "/elsewhere").names("") == [])
  }

  @Test func `a large import goes in batches`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let text = (0..<2_500).map { Workplace.application("C\($0)") }.joined(separator: "\n")
    var steps: [Int] = []
    let report = store.receive(
      [.bytes(Array(text.utf8), name: "-")], by: key, reader: ApplicationReader(standard: .shared),
      at: { _ in Workplace.start }, progress: { steps.append($0.received.count) })
    #expect(report.received.count == 2_500 && steps == [2_000, 2_500])
    #expect(try store.caseKeys().count == 2_500)
    #expect(try Disk(path: place.storePath).names(".tidu/tmp") == [])
    #expect(try store.own?.count(of: key.sign) == 2_501)
  }

  @Test func `what a crash left behind goes when it is a day old`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    place.write("old", to: "store/.tidu/tmp/.new-1")
    place.write("young", to: "store/.tidu/tmp/.new-2")
    var times = [timespec(tv_sec: Int(Timestamp.now().seconds) - 90_000, tv_nsec: 0), timespec()]
    times[1] = times[0]
    utimensat(AT_FDCWD, place.storePath + "/.tidu/tmp/.new-1", times, 0)
    _ = place.receive(store, key, Workplace.application("C01"))
    #expect(try store.disk.names(".tidu/tmp") == [".new-2"])
  }
}
