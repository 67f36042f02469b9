import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore
@testable import Office

/// What cannot be read is not absent: it is named, decides nothing in silence, and does not stay.
@Suite struct UnreadTests {
  private static let errors: [Errno] = [
    .ioError, .staleNFSFileHandle, .tooManyOpenFiles, .permissionDenied, .noMemory,
  ]
  private static let case1 = PerformTests.case1

  /// Two cases, one held, and a second officer.
  private func office() throws -> (Workplace, OfficerKey) {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = try place.admit("wang", ["reviewer"], to: store, by: key)
    _ = place.receive(store, key, Workplace.application("C01") + "\n" + Workplace.application("C02"))
    _ = try act(store, key, .hold, ["reason": "等"])
    store.told()
    return (place, key)
  }

  private func act(_ store: Store, _ key: OfficerKey, _ name: ActName, _ fields: JSONValue) throws -> Event {
    try store.perform(
      Action(name, fields), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
  }

  @Test(arguments: errors)
  func `a read that fails while rows are made is told, and no wrong row stays`(error: Errno) throws {
    let (place, _) = try office()
    let truth = try place.open().refresh(.shared).changed
    #expect(truth.map(\.state) == [.held, .received])
    let tally = FaultTally("a read fails while the index is made")
    var step = 0
    while true {
      if let own = try place.open().own { unlink(own.path + "/index") }
      let files = HookedFileSystem()
      let store = try place.open(files)
      files.arm(step, .fails(error))
      if let changes = try? store.refresh(.shared) {
        let told = !changes.unreadable.isEmpty || !changes.incomplete.isEmpty || !changes.unread.isEmpty
        #expect(told || store.loadSummaries(.shared) == truth, "\(error) at call \(step)")
      }
      let hit = files.wasHit
      files.heal()
      let same = try store.refresh(.shared)
      #expect(same.incomplete.isEmpty && store.loadSummaries(.shared) == truth, "\(error) at call \(step): same run")
      let next = try place.open()
      let kept = next.loadSummaries(.shared)
      #expect(kept.allSatisfy(truth.contains), "\(error) at call \(step): kept")
      _ = try next.refresh(.shared)
      #expect(next.loadSummaries(.shared) == truth, "\(error) at call \(step): next run")
      if !hit { break }
      tally.tried()
      step += FaultTally.step(3)
    }
    #expect(step > 30)
  }

  @Test(arguments: errors)
  func `an act of which a read fails is not signed over less than is there`(error: Errno) throws {
    var (place, key) = try office()
    let tally = FaultTally("a read fails of an act")
    var step = 0
    while true {
      if tally.count % 10 == 9 { (place, key) = try office() }
      let heads = try place.open().events(in: Self.case1.path).heads
      let registry = try place.open().registry().heads
      let files = HookedFileSystem()
      let store = try place.open(files)
      files.arm(step, .fails(error))
      let event = try? act(store, key, .note, ["text": .string("\(step)")])
      files.heal()
      store.told()
      if let event { #expect(event.parents == heads && event.registry == registry, "\(error) at call \(step)") }
      if !files.wasHit { break }
      tally.tried()
      step += FaultTally.step(2)
    }
    #expect(step > 30)
  }

  @Test func `an import does not take over a case of which something cannot be read`() throws {
    let (place, key) = try office()
    let files = HookedFileSystem()
    let store = try place.open(files)
    let event = try #require(try store.disk.names(Self.case1.path).first { $0.hasSuffix(".event.json") })
    files.refuse { call, name in call == "open" && name == event ? .ioError : nil }
    let report = place.receive(store, key, Workplace.application("C01"))
    #expect(report.received.isEmpty && report.alreadyThere == 0 && report.problems.count == 1)
    #expect(report.problems.first?.message.en.contains(event) == true)
  }

  @Test func `a file of ours that became something else is named, and a name that is not ours is not`() throws {
    for prefix in ["application.r1-", "2026"] {
      for change in ["link", "pipe", "folder", "empty", "cut", "gone"] {
        let (place, key) = try office()
        let folder = place.storePath + "/" + Self.case1.path
        let names = try Disk(path: folder).names("").filter { $0.hasPrefix(prefix) }
        let name = try #require(names.last)
        let path = folder + "/" + name
        unlink(path)
        switch change {
        case "link": symlink("/etc/hostname", path)
        case "pipe": mkfifo(path, 0o644)
        case "folder": mkdir(path, 0o755)
        case "empty": place.write("", to: String(path.dropFirst(place.path.count + 1)))
        case "cut": place.write("{", to: String(path.dropFirst(place.path.count + 1)))
        default: break
        }
        let changes = try place.open().refresh(.shared)
        let named =
          changes.incomplete.flatMap(\.files).map(\.name) + changes.unreadable.map { "\($0.message.en)" }
        #expect(
          change == "gone" || named.contains { $0.contains(name) || $0.contains("empty") || $0.contains("lines") }
            || prefix != "2026", "\(change) \(name): \(named)")
        #expect(
          change == "gone" && prefix == "2026" || changes.unreadable.count + changes.incomplete.count == 1, "\(change)")
        if ["link", "pipe", "folder", "empty"].contains(change), prefix == "2026" {
          #expect(throws: Refusal.self) { try act(place.open(), key, .note, ["text": "x"]) }
        }
      }
    }
  }

  @Test func `a registry of which a file cannot be read says so and is not kept`() throws {
    let (place, _) = try office()
    let files = HookedFileSystem()
    let store = try place.open(files)
    let whole = try place.open().officers().heads
    let name = try #require(try store.disk.names("registry").last)
    files.refuse { call, opened in call == "open" && opened == name ? .staleNFSFileHandle : nil }
    _ = try store.officers()
    #expect(try store.officers().unreadable.map(\.name) == [name] && store.officers().unreadable.first?.kind == .unread)
    files.refuse(nil)
    #expect(try store.officers().heads == whole && store.officers().unreadable.isEmpty)
  }

  @Test func `a copied or renamed case folder is named with both names, stands in no count and takes no act`() throws {
    let (place, key) = try office()
    let cases = place.storePath + "/cases/370000"
    let copies = ["2025-1/C01 - 副本", "2025-1/c01", "2025-2/C01", "2025-1/C01\u{200B}"]
    mkdir(cases + "/2025-2", 0o755)
    for copy in copies { try self.copy(cases + "/2025-1/C01", to: cases + "/" + copy) }
    let store = try place.open()
    let changes = try store.refresh(.shared)
    #expect(changes.changed.map(\.key.id) == ["C01", "C02"] && changes.unread.isEmpty)
    #expect(Set(changes.unreadable.map(\.key.path)) == Set(copies.map { "cases/370000/\($0)" }))
    for (key, message) in changes.unreadable {
      #expect(message.en.contains(key.path) && message.en.contains("cases/370000/2025-1/C01"))
    }
    for copy in copies {
      #expect(throws: Refusal.self) {
        try store.perform(
          Action(.note, ["text": "x"]), in: "cases/370000/\(copy)", by: key, today: PerformTests.today,
          at: Workplace.start)
      }
    }
    #expect(place.receive(store, key, Workplace.application("c02")).problems.map(\.kind) == [.conflict])
    // A file of another case laid into this one spoils nothing.
    _ = place.receive(store, key, Workplace.application("C09"))
    let other = cases + "/2025-1/C09"
    for name in try Disk(path: other).names("") where name.hasPrefix("application") {
      try #require(link(other + "/" + name, cases + "/2025-1/C02/" + name) == 0)
    }
    let again = try place.open().refresh(.shared)
    #expect(again.incomplete.isEmpty)
    let key2 = try #require(CaseKey(path: "cases/370000/2025-1/C02"))
    let told = try #require(try place.open().caseFile(key2, today: PerformTests.today)).uncounted
    #expect(told.map(\.unmet.code) == ["foreignApplication"])
  }

  private func copy(_ from: String, to: String) throws {
    mkdir(to, 0o755)
    for name in try Disk(path: from).names("") { try #require(link(from + "/" + name, to + "/" + name) == 0) }
  }
}
