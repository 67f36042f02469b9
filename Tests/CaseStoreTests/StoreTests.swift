import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

@Suite struct StoreTests {
  @Test func `a founded store opens again and is believed by its founding event`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let again = try place.open()
    #expect(again.id == store.id)
    let registry = try again.registry()
    #expect(registry.events.map(\.id) == [store.id] && registry.heads == [store.id])
    #expect(registry.events[0].payload["body"]?["key"]?["sign"]?.string == key.sign)
    #expect(
      try Disk(path: place.storePath).names("").sorted() == [
        ".gitattributes", ".gitignore", ".tidu", "registry", "store.json",
      ])
  }

  @Test func `a place that is no store, or not empty, is told so and left alone`() throws {
    let place = Workplace()
    #expect { try place.open() } throws: { ($0 as? StoreError)?.kind == .notAStore }
    place.write("x", to: "thing")
    #expect { try Store.open(place.path, environment: [:]) } throws: {
      ($0 as? StoreError)?.kind == .notAStore
    }
    #expect {
      try Store.create(
        place.path, founder: .init(officer: "li.ming", name: "李明"), passphrase: nil, at: Workplace.start,
        environment: place.environment)
    } throws: { ($0 as? StoreError)?.kind == .exists }
    #expect(try Disk(path: place.path).names("") == ["thing"])
  }

  @Test func `a store of a newer format is refused and not touched`() throws {
    let place = Workplace()
    _ = try place.found()
    let path = place.storePath + "/store.json"
    let text = String(decoding: try place.read("store/store.json"), as: UTF8.self)
    unlink(path)
    place.write(text.replacing("store/1", with: "store/2"), to: "store/store.json")
    Workplace.remove(place.storePath + "/.tidu")
    Workplace.remove(place.path + "/own")
    #expect { try place.open() } throws: {
      let error = $0 as? StoreError
      return error?.kind == .newerFormat && error?.message.en.contains("tidu.store/2") == true
    }
    #expect(try !Disk(path: place.storePath).names("").contains(".tidu"))
    #expect(try !Disk(path: place.path).names("").contains("own"))
  }

  @Test func `store.json that does not fit the founding event is not believed`() throws {
    let place = Workplace()
    let (store, _) = try place.found()
    for text in ["", "{}", "{\"format\":\"tidu.store/1\",\"id\":\"\(String(repeating: "0", count: 64))\"}"] {
      unlink(place.storePath + "/store.json")
      place.write(text, to: "store/store.json")
      #expect { try place.open() } throws: { ($0 as? StoreError)?.kind == .damaged }
    }
    unlink(place.storePath + "/store.json")
    place.write("{\"format\":\"tidu.store/1\",\"id\":\"\(store.id)\"}", to: "store/store.json")
    #expect(try place.open().id == store.id)
  }

  @Test func `officer ids are confined`() {
    for id in ["", "Li", "a/b", "..", ".a", "-a", "李", String(repeating: "a", count: 65)] {
      #expect(!OfficerID.isValid(id))
    }
    #expect(OfficerID.isValid("li.ming-2"))
  }

  @Test func `no name of a device is taken in, as an officer's, a case's or a batch's`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let own = try #require(store.own)
    for name in ["con", "NUL", "aux", "prn", "com1", "Lpt9", "con.txt", "nul.1.x"] {
      #expect(!OfficerID.isValid(name.lowercased()))
      #expect(throws: StoreError.self) { try own.makeKey(officer: name, passphrase: nil, at: Workplace.start) }
      #expect(throws: Refusal.self) {
        try store.perform(
          Action(
            .officer, ["officer": .string(name.lowercased()), "name": "x", "authority": "370000", "state": "active"]),
          in: "registry", by: key, today: Workplace.start.day, at: Workplace.start)
      }
      for text in [Workplace.application(name), Workplace.application("C01", batch: name)] {
        let report = place.receive(store, key, text)
        #expect(report.problems.count == 1 && report.problems.first?.message.zh.contains("设备名") == true, "\(name)")
      }
    }
    #expect(try store.caseKeys().isEmpty)
    for name in ["conx", "com10", "console.1", "nully"] { #expect(OfficerID.isValid(name)) }
  }

  @Test func `no path leads up, whoever makes it`() throws {
    let place = Workplace()
    let (store, _) = try place.found()
    place.write("outside", to: "outside")
    for path in ["../outside", "cases/../../outside", "./store.json", "cases/./x"] {
      #expect { try store.disk.read(path, limit: 100) } throws: { ($0 as? StoreError)?.kind == .unsafePath }
      #expect(throws: StoreError.self) { try store.disk.names(split(path).folder) }
      #expect(throws: StoreError.self) {
        try store.disk.publish([1], in: split(path).folder, names: ["new"])
      }
    }
  }

  @Test(arguments: [false, true]) func `a store says whether it was founded for trials`(trial: Bool) throws {
    let place = Workplace()
    let store = try Store.create(
      place.storePath, founder: .init(officer: "li.ming", name: "李明"), passphrase: nil, trial: trial,
      at: Workplace.start, environment: place.environment)
    #expect(store.isTrial == trial)
    let again = try place.open()
    #expect(try again.isTrial == trial && again.officers().isTrial == trial && again.officers().now.root == ["li.ming"])
  }
}
