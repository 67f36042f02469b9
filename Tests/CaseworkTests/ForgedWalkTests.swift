import Foundation
import Testing

@testable import Casework

/// What counts for nothing changes nothing, whatever there is of it, in whatever order it comes and goes.
@Suite struct ForgedWalkTests {
  /// Steps in all; a hundred thousand by WALK_STEPS=100000.
  static let steps = ProcessInfo.processInfo.environment["WALK_STEPS"].flatMap(Int.init) ?? 2_000

  /// Live answers without their places in the history, which the junk beside them moves.
  private func live(_ fold: Fold) -> [Question: [Answer]] {
    fold.live.mapValues { answers in
      answers.map { answer in
        var answer = answer
        answer.place = 0
        return answer
      }
    }
  }

  private func fault(_ forged: [JudgedEvent], _ honest: [JudgedEvent]) -> String? {
    let verdicts = Dictionary(forged.map { ($0.id, $0.verdict) }, uniquingKeysWith: { a, _ in a })
    if let wrong = honest.first(where: { verdicts[$0.id] != $0.verdict }) {
      return
        "\(wrong.event.kind) by \(wrong.event.author): \(wrong.verdict), with junk \(String(describing: verdicts[wrong.id]))"
    }
    let known = Set(honest.map(\.id))
    if let counts = forged.first(where: { $0.verdict.isValid && !known.contains($0.id) }) {
      return "a forged \(counts.event.kind) by \(counts.event.author) counts"
    }
    return nil
  }

  private func fault(_ forged: History, _ honest: History) -> String? {
    if let fault = fault(forged.entries, honest.entries) { return fault }
    if forged.heads != honest.heads { return "heads \(forged.heads) \(honest.heads)" }
    if forged.fold.state != honest.fold.state || forged.fold.stage != honest.fold.stage { return "state" }
    return live(forged.fold) == live(honest.fold) && forged.fold.disputes == honest.fold.disputes ? nil : "answers"
  }

  private func fault(_ forged: Registry, _ honest: Registry) -> String? {
    if let fault = fault(forged.entries, honest.entries) { return fault }
    if forged.heads != honest.heads { return "heads" }
    if forged.awaiting.map(\.id) != honest.awaiting.map(\.id) { return "what waits" }
    return forged.now == honest.now ? nil : "rights"
  }

  @Test
  func `A case amid forgeries that come and go is that of the honest events alone, in any order of arrival`() {
    var random = Lcg(seed: 7)
    var (done, forgeries) = (0, 0)
    while done < Self.steps * 3 / 4 {
      var registry = ForgedRegistry()
      for _ in 0..<12 { registry.forge(&random) }
      let dirty = registry.registry(registry.junk)
      #expect(dirty.heads == Office.shared.registry.heads)
      var walk = ForgedWalk(dirty)
      for step in 1...80 where walk.step(&random) {
        done += 1
        guard step.isMultiple(of: 16) else { continue }
        let honest = History(folder: Office.folder, walk.honest, registry: Office.shared.registry)
        let some = walk.junk.filter { _ in Bool.random(using: &random) }
        let again = History(
          folder: Office.folder, (walk.honest + some).shuffled(using: &random), registry: dirty)
        if let fault = fault(walk.walk.history, honest) ?? fault(again, honest) {
          Issue.record("after \(done) steps: \(fault)")
          return
        }
      }
      forgeries += walk.junk.count
    }
    #expect(forgeries > Self.steps / 20, "only \(forgeries) forgeries")
  }

  @Test
  func `A registry amid forgeries that come and go is that of the honest entries alone, forks and merges included`() {
    var random = Lcg(seed: 11)
    var (done, forgeries, written) = (0, 0, 0)
    var kinds: Set<String> = []
    while done < Self.steps / 4 {
      var work = ForgedRegistry()
      for step in 1...60 {
        work.step(&random)
        done += 1
        guard step.isMultiple(of: 20) else { continue }
        let honest = work.registry(work.honest)
        let some = work.junk.filter { _ in Bool.random(using: &random) }
        if let fault = fault(work.registry((work.honest + some).shuffled(using: &random)), honest) {
          Issue.record("after \(done) steps: \(fault)")
          return
        }
      }
      forgeries += work.junk.count
      written += work.honest.count
      kinds.formUnion(work.honest.map(\.kind))
    }
    #expect(forgeries > Self.steps / 40 && written > Self.steps / 40, "\(forgeries) forgeries, \(written) entries")
    #expect(kinds.isSuperset(of: ["officer", "key", "role", "approve", "end"]), "only \(kinds.sorted())")
  }
}
