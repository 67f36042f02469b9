import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore
@testable import Office

/// Whatever goes wrong at whatever call: nothing that happened is told as failed, nothing is done twice, and no count is
/// given to two events.
@Suite struct OutboxTests {
  private static let errors: [Errno] = [
    .noSpace, .ioError, .permissionDenied, .interrupted,
  ]
  private static let case1 = PerformTests.case1

  private func note(_ store: Store, _ key: OfficerKey, _ text: String) throws -> WrittenAct {
    let action = Action(.note, ["text": .string(text)])
    let asked = Store.digest(action, in: Self.case1.path, by: key, today: PerformTests.today)
    return try store.perform(
      in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start, asked: asked
    ) { situation throws(Refusal) in
      let (whole, unmet) = situation.prepare(action)
      guard unmet.isEmpty else { throw .unmet(unmet) }
      return whole
    }
  }

  /// How many notes of a text are on file, and whether each count was given once.
  private func notes(_ place: Workplace, _ text: String) throws -> Int {
    let events = try place.open().events(in: Self.case1.path).events
    #expect(Set(events.map(\.number)).count == events.count, "a count was given twice")
    return events.count { $0.payload["body"]?["text"]?.string == text }
  }

  private func office() throws -> (Workplace, OfficerKey) {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    return (place, key)
  }

  @Test(arguments: errors)
  func `an act that fails at any call is told truly, and asked for again is on file once`(error: Errno) throws {
    var (place, key) = try office()
    let tally = FaultTally("a call of an act fails")
    var step = 0
    while true {
      if tally.count % 8 == 7 { (place, key) = try office() }
      let text = "note \(step)"
      let files = HookedFileSystem()
      let store = try place.open(files)
      files.arm(step, .fails(error))
      var failure: StoreError?
      do { _ = try note(store, key, text) } catch Refusal.store(let error) { failure = error } catch {
        // A registry of which a file could not be read.
        failure = StoreError(.disk, "registry", Phrase("", ""))
      }
      let hit = files.wasHit
      let there = try notes(place, text)
      #expect(there <= 1)
      if let failure {
        #expect(error != .interrupted, "\(failure)")
        if failure.kind != .unknownOutcome { #expect(there == 0, "call \(step): told as not done: \(failure)") }
        _ = try note(try place.open(), key, text)
        #expect(try notes(place, text) == 1, "\(error) at call \(step)")
      } else {
        #expect(there == 1, "call \(step): told as done")
        // It was told: the same again is another.
        files.heal()
        store.told()
        #expect(try !note(try place.open(), key, text).wasRecorded && notes(place, text) == 2, "call \(step)")
      }
      if !hit { break }
      tally.tried()
      step += FaultTally.step(2)
    }
    #expect(step > 40)
  }

  @Test func `an act that was killed at any call is on file once when it is asked for again`() throws {
    var (place, key) = try office()
    let tally = FaultTally("an act is killed")
    var step = 0
    var recorded = 0
    while true {
      if tally.count % 8 == 7 { (place, key) = try office() }
      let text = "note \(step)"
      let files = HookedFileSystem()
      let store = try place.open(files)
      files.arm(step, .killed)
      let acknowledged = (try? note(store, key, text)) != nil
      if !files.wasHit { break }
      #expect(try !acknowledged || notes(place, text) == 1)
      let again = try note(try place.open(), key, text)
      if again.wasRecorded { recorded += 1 }
      #expect(again.event.body["text"]?.string == text)
      #expect(try notes(place, text) == 1, "killed before call \(step)")
      tally.tried()
      step += 1
    }
    #expect(step > 40 && recorded > 2)
  }

  @Test func `another act finishes what is in the outbox and takes no count of it`() throws {
    let (place, key) = try office()
    let files = HookedFileSystem()
    let store = try place.open(files)
    files.refuse { call, name in call == "link" && name.hasSuffix(".event.json") || call == "remove" ? .ioError : nil }
    #expect { try note(store, key, "first") } throws: {
      if case Refusal.store(let error) = $0 { error.kind == .unknownOutcome } else { false }
    }
    #expect(try notes(place, "first") == 0)
    #expect(try !note(try place.open(), key, "second").wasRecorded)
    #expect(try notes(place, "first") == 1 && notes(place, "second") == 1)
    #expect(try note(try place.open(), key, "first").wasRecorded)
  }

  @Test func `where there are no locks two programs do not take one count`() throws {
    let (place, key) = try office()
    let own = try #require(try place.open().own)
    let store = try place.open()
    let number = try store.nextNumber(of: key, known: 0, own)
    let event = { (text: String) in
      try store.sign(
        .note, body: ["on": "2026-01-01", "text": .string(text)], in: Self.case1.path, parents: [], registry: [],
        number: number, by: key, at: Workplace.start)
    }
    try Outbox(own: own).put(.init(asked: nil, day: PerformTests.today, events: [event("a")]))
    #expect(throws: StoreError.self) {
      try Outbox(own: own).put(.init(asked: nil, day: PerformTests.today, events: [event("b")]))
    }
    #expect(try store.nextNumber(of: key, known: 0, own) == number + 1)
    #expect(try store.nextNumber(of: key, known: 99, own) == 100)
  }

  @Test func `an outbox that cannot be understood stops signing by name, and strays in it do not`() throws {
    let (place, key) = try office()
    let store = try place.open()
    let own = try #require(store.own)
    _ = try note(store, key, "a")
    store.told()
    let folder = own.path + "/outbox/"
    for name in [".DS_Store", "Thumbs.db"] {
      place.write("x", to: String((folder + name).dropFirst(place.path.count + 1)))
    }
    _ = try note(try place.open(), key, "b")
    let name = "\(key.sign.prefix(16))-0000000099.json"
    place.write("{}", to: String((folder + name).dropFirst(place.path.count + 1)))
    #expect { try note(try place.open(), key, "c") } throws: {
      if case Refusal.store(let error) = $0 { error.path == folder + name } else { false }
    }
  }

  @Test func `a count that is damaged or lost is known from the events`() throws {
    let (place, key) = try office()
    let store = try place.open()
    let own = try #require(store.own)
    _ = try note(store, key, "a")
    store.told()
    unlink(own.path + "/count/" + key.sign)
    _ = try note(try place.open(), key, "b")
    #expect(try notes(place, "b") == 1)
    #expect(try own.count(of: key.sign) == 4)
  }

  @Test func `what a program that is gone left half written is swept at the next start, and what runs is left alone`()
    throws
  {
    let (place, key) = try office()
    let own = try #require(try place.open().own)
    let alive = TemporaryName.make()
    let parts = alive.split(separator: "-", omittingEmptySubsequences: false)
    let dead = [".new", String(parts[1]), "99999999", "1"].joined(separator: "-")
    for folder in ["store/.tidu/tmp"]
      + ["", "/keys", "/count", "/outbox"].map({ "own/tidu/\(split(own.path).name)\($0)" })
    {
      place.write("x", to: folder + "/" + alive)
      place.write("x", to: folder + "/" + dead)
    }
    _ = try note(try place.open(), key, "a")
    for folder in ["", "keys", "count", "outbox"] {
      let names = try own.disk.names(folder)
      #expect(names.contains(alive) && !names.contains(dead), "\(folder)")
    }
    let names = try Disk(path: place.storePath).names(".tidu/tmp")
    #expect(names == [alive])
  }
}

/// The same for imports.
@Suite struct OutboxImportTests {
  private static let table = """
    authority,tier,creditCode,name,number,from,until
    370000,specialized,91370100MA3TESTX0A,齐鲁一,1,2024-01-01,
    370000,specialized,91370100MA3TESTX1A,齐鲁二,2,2024-01-01,

    """

  private func run(_ store: Store, _ key: OfficerKey, _ place: Workplace, titles: Bool) -> ImportReport {
    if titles {
      return store.enterTitles(
        [(Array(Self.table.utf8), "titles.csv")], by: key, today: PerformTests.today, at: Workplace.start)
    }
    return place.receive(
      store, key, (1...3).map { Workplace.application("C0\($0)") }.joined(separator: "\n"))
  }

  /// Signed events of each folder that an import made.
  private func onFile(_ place: Workplace, titles: Bool) throws -> [String: Int] {
    let store = try place.open()
    let above = titles ? "titles/370000" : "cases/370000/2025-1"
    var counts: [String: Int] = [:]
    var numbers: [Int] = []
    for name in try store.disk.names(above) {
      let events = try store.events(in: "\(above)/\(name)").events
      if !events.isEmpty { counts["\(above)/\(name)"] = events.count }
      numbers += events.map(\.number)
    }
    #expect(Set(numbers).count == numbers.count, "a count was given twice")
    return counts
  }

  @Test(arguments: [false, true])
  func `an import that fails or is killed at any call says what is in, and repeating completes it`(titles: Bool) throws
  {
    let faults: [HookedFileSystem.Fault] = [
      .fails(.noSpace), .killed,
    ]
    let tally = FaultTally(titles ? "an import of titles fails or is killed" : "an import fails or is killed")
    for fault in faults {
      var step = 0
      while true {
        let place = Workplace()
        let (_, key) = try place.found()
        let files = HookedFileSystem()
        let store = try place.open(files)
        files.arm(step, fault)
        let report = run(store, key, place, titles: titles)
        let told = Set(titles ? report.titles : report.received.map(\.path))
        let there = Set(try onFile(place, titles: titles).keys)
        #expect(told.isSubset(of: there), "\(fault) at call \(step)")
        if case .killed = fault {
        } else {
          if report.stopped?.kind != .unknownOutcome { #expect(told == there, "\(fault) at call \(step)") }
          if let stopped = report.stopped, !there.isEmpty {
            #expect(stopped.kind == .unknownOutcome, "\(fault) at call \(step): \(stopped)")
          }
        }
        let again = run(try place.open(), key, place, titles: titles)
        #expect(again.stopped == nil && again.problems.isEmpty, "\(fault) at call \(step): \(again)")
        #expect(try onFile(place, titles: titles).values.allSatisfy { $0 == 1 }, "\(fault) at call \(step)")
        #expect(try onFile(place, titles: titles).count == (titles ? 2 : 3), "\(fault) at call \(step)")
        #expect(again.alreadyThere + again.received.count + again.titles.count == (titles ? 2 : 3))
        if !files.wasHit { break }
        tally.tried()
        step += FaultTally.step(3)
      }
      #expect(step > 40)
    }
  }
}
