import ScoringCore
import Testing

@testable import CaseStore

/// Whatever bit of a pack changes, and wherever it is cut, it is refused with its reason and nothing of it is there.
@Suite struct PackDamageTests {
  @Test func `Every byte of a pack that flips is noticed, and nothing was unpacked`() throws {
    let scene = try PackScene(["store.json"])
    let bytes = try scene.bytes(scene.writer(events: [scene.office.store.id]))
    let tally = FaultTally("a bit of a pack that flips")
    let step = FaultTally.step(7)
    for place in bytes.indices {
      // Every bit has its turn; in `make test` every seventh.
      for bit in stride(from: place % step, to: 8, by: step) {
        var spoilt = bytes
        spoilt[place] ^= 1 << UInt8(bit)
        try scene.refuses(spoilt, nil, "byte \(place), bit \(bit)")
        tally.tried()
      }
    }
  }

  @Test func `Wherever a pack is cut, it is called cut`() throws {
    let scene = try PackScene(["store.json"])
    let bytes = try scene.bytes(scene.writer(events: [scene.office.store.id]))
    let tally = FaultTally("a pack that is cut")
    for length in bytes.indices {
      try scene.refuses(Array(bytes[..<length]), .cut, "\(length) bytes of \(bytes.count)")
      tally.tried()
    }
  }
}
