import Foundation
import Testing

@testable import Casework

@Suite struct WalkTests {
  /// Steps in all; a million by WALK_STEPS=1000000.
  static let steps = ProcessInfo.processInfo.environment["WALK_STEPS"].flatMap(Int.init) ?? 20_000

  @Test("Random permitted acts never leave table 4, and never lose or change what happened")
  func walk() throws {
    let table = try TableFile("states.csv")
    var random = Lcg(seed: 4)
    var done = 0
    var moves = Set<String>()
    while done < Self.steps {
      var walk = Walk()
      var before: [Entry] = []
      while walk.steps < 60, let move = walk.step(&random) {
        moves.insert("\(move.kind) \(move.before) \(move.after)")
        before.append(walk.history.entries[before.count])
      }
      #expect(walk.history.entries == before, "an earlier event was changed")
      #expect(before.allSatisfy { $0.verdict.isValid })
      #expect(walk.history.fold.log.count == before.count)
      done += walk.steps
    }
    for move in moves.sorted() {
      let parts = move.split(separator: " ").map(String.init)
      guard parts[1] != "–", !TableTests.actions.filter({ $0 == parts[0] }).isEmpty else { continue }
      let cell = table[parts[0], parts[1]].split(separator: " ").map(String.init)
      let stays = parts[1] == parts[2]
      // RC is RV that was never assigned: one stage to the rules, and an undone assignment shows the one or the other.
      let review: Set = ["RC", "RV"]
      let comesToReview = review.contains(parts[2]) && cell.contains("RV")
      // A visit ordered inside a notice may still be open when another is under way: its end moves nothing.
      let otherVisit = parts[0] == "cosign" && stays
      let sameStage = review.contains(parts[1]) && review.contains(parts[2])
      #expect(
        cell.contains(parts[2]) || comesToReview || otherVisit || (stays && cell.contains("=")) || cell.contains("←")
          || (parts[0] == "undo" && stays) || (parts[0] == "undo" && sameStage)
          || (stays && ["verify", "check", "judge", "finding", "plan"].contains(parts[0])),
        "\(move): \(cell)")
    }
    // The walk is worth something only if it comes around. A walk this short seldom closes a notice; that NC and DE
    // can be reached is proved by StateTests.
    let reached = Set(moves.map { String($0.suffix(2)) })
    let far: Set = ["AD", "HD", "IN", "MO", "RC", "RF", "RM", "RN", "RR", "RT", "RV", "SC", "TS", "WD"]
    #expect(reached.isSuperset(of: far), "reached only \(reached.sorted())")
  }
}
