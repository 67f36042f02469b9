import Casework
import Glibc
import ScoringCore
import SystemPackage
import Testing

@testable import CaseStore

/// A founding that is cut short anywhere is gone on with or begun anew; nobody else's folder is taken.
@Suite struct FoundingTests {
  private func found(
    _ place: Workplace, officer: String = "li.ming", passphrase: String? = nil,
    _ files: any FileSystem = PosixFileSystem()
  ) throws -> Store {
    try Store.create(
      place.storePath, founder: .init(officer: officer, name: "李明"), passphrase: passphrase, at: Workplace.start,
      environment: place.environment, files: files)
  }

  @Test func `a founding that fails or is killed at any call is repeated until it is one store with one root`() throws {
    let tally = FaultTally("a founding fails or is killed")
    for fault in [HookedFileSystem.Fault.killed, .fails(.noSpace), .fails(.ioError), .fails(.interrupted)] {
      var step = 0
      while true {
        let place = Workplace()
        let files = HookedFileSystem()
        files.arm(step, fault)
        let first = try? found(place, files)
        let store = try found(place)
        #expect(first == nil || first?.id == store.id, "\(fault) at call \(step)")
        let again = try place.open()
        #expect(try again.registry().events.map(\.id) == [store.id], "\(fault) at call \(step)")
        #expect(try again.own?.open(PassphraseSource.none).officer == "li.ming", "\(fault) at call \(step)")
        #expect(
          place.receive(again, try #require(again.own).open(PassphraseSource.none), Workplace.application("C01"))
            .received.count == 1)
        if !files.wasHit { break }
        tally.tried()
        step += FaultTally.step(3)
      }
      #expect(step > 40)
    }
  }

  @Test func `another passphrase than that of the first try begins anew, and the store has the new one`() throws {
    let place = Workplace()
    let first = try found(place, passphrase: "the first one")
    unlink(place.storePath + "/store.json")
    let second = try found(place, passphrase: "the second one")
    #expect(first.id != second.id)
    #expect(try second.own?.open(PassphraseSource(file: nil) { _ in "the second one" }).officer == "li.ming")
    #expect(try place.open().registry().events.map(\.id) == [second.id])
  }

  @Test func `what is a store, another's beginning or a folder in use is left alone`() throws {
    func refuses(_ place: Workplace, officer: String = "li.ming", passphrase: String? = nil) throws {
      let before = try Disk(path: place.storePath).names("") + Disk(path: place.storePath).names("registry")
      #expect { try found(place, officer: officer, passphrase: passphrase) } throws: {
        ($0 as? StoreError)?.kind == .exists
      }
      #expect(try Disk(path: place.storePath).names("") + Disk(path: place.storePath).names("registry") == before)
    }
    let place = Workplace()
    let store = try found(place)
    #expect(try found(place).id == store.id)
    try refuses(place, officer: "wang")
    try refuses(place, passphrase: "another one")
    unlink(place.storePath + "/store.json")
    try refuses(place, officer: "wang")
    mkdir(place.storePath + "/cases", 0o755)
    try refuses(place)
    for foreign in ["notes.txt", ".gitignore", "store.json"] {
      let other = Workplace()
      mkdir(other.storePath, 0o755)
      other.write("x", to: "store/" + foreign)
      try refuses(other)
    }
  }
}
