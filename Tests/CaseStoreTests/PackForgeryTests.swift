import ScoringCore
import Testing

@testable import CaseStore

/// A pack that an officer in office made and signed brings forgeries of every kind: merged, none has an effect.
@Suite struct PackForgeryTests {
  @Test func `No forgery that comes in a sound pack has an effect`() throws {
    let scene = try PackScene(["store.json"])
    let before = try StoreTruth(scene.office.store)
    let tally = FaultTally("a forgery that comes in a pack")
    let all = ForgeryTests.all.flatMap(\.forgeries)
    for number in stride(from: 0, to: all.count, by: FaultTally.step(6)) {
      let (forger, target) = (try ForgedOffice.copy(), try ForgedOffice.copy())
      try all[number].run(forger)
      let writer = try PackWriter(
        PackScene.list(forger.store.disk), on: forger.store.disk, store: target.store.id, by: target.key("rita"),
        for: [PackRecipient(officer: "vera", seal: target.key("vera").seal)], at: Workplace.start)
      let path = target.place.path + "/u.pack"
      _ = try PackFile.write(writer, to: path)
      let vera = try target.key("vera")
      let reader = PackReader(store: target.store.id, registry: try target.store.officers()) { _ in vera }
      let pack = try reader.unpack(path, on: target.store.disk)
      _ = try Merge.run(to: target.store, from: pack, isDry: false, by: .shared)
      ForgeryTests.compare(try StoreTruth(target.reopen()), before, all[number])
      tally.tried()
    }
  }
}
