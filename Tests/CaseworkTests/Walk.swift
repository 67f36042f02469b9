import ScoringCore
import StrictJSON

@testable import Casework

/// A generator of random numbers that gives the same walk for the same seed.
struct Lcg: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

/// Officers who do at random what they are permitted to do.
struct Walk {
  var history = History(folder: Office.folder, [Event](), registry: Office.shared.registry)
  private(set) var steps = 0
  var day = Day(year: 2025, month: 9, day: 1) ?? Day(number: 0)

  private static let kinds = Array(
    ActTable.all.filter { ($0.place == .cases || $0.place == .titles) && $0.name != .registerTitle }
      .map(\.name.rawValue).sorted())
  /// Acts tried once in so many times: what ends all, what leads back, and what moves nothing.
  private static let rare = [
    "withdraw": 60, "conflict": 60, "hold": 8, "return": 4, "challenge": 4, "undo": 10, "pull": 25, "reopen": 4,
    "note": 40, "letter": 40, "view": 40, "erase": 40, "lodge": 40, "redact": 20, "acknowledge": 20, "told": 20,
    "investigate": 20, "assign": 6, "release": 10, "verify": 6, "check": 6, "judge": 10, "order": 12, "extend": 4,
    "extendNotice": 6, "plan": 3, "finding": 3, "change": 8, "update": 8,
  ]
  private static let officers = Office.people.map(\.id)
  /// Who holds a role that a kind asks for.
  private static let entitled = Dictionary(
    uniqueKeysWithValues: kinds.compactMap { kind -> (String, [String])? in
      let roles = ActName(wire: kind)?.act.who ?? []
      return roles.isEmpty ? nil : (kind, Office.people.filter { roles.contains($0.role) }.map(\.id))
    })

  static func run(steps: Int, forks: Bool, _ random: inout Lcg) -> Walk {
    var walk = Walk()
    while walk.steps < steps {
      if forks, Int.random(in: 0..<6, using: &random) == 0 {
        walk.fork(&random)
      } else {
        _ = walk.step(&random)
      }
    }
    return walk
  }

  /// What one step did.
  struct Move: Hashable, CustomStringConvertible {
    var kind: String
    var before: String
    var after: String

    var description: String { "\(kind) \(before) \(after)" }
  }

  /// One permitted act.
  mutating func step(_ random: inout Lcg) -> Move? {
    let before = history.fold.state?.code ?? "–"
    guard let (kind, officer, body) = attempt(history.fold, &random) else { return nil }
    history.append(
      Office.shared.event(kind, body, by: officer, parents: history.heads, on: day.description))
    steps += 1
    return Move(kind: kind, before: before, after: history.fold.state?.code ?? "–")
  }

  /// An act on what an officer saw some events ago.
  mutating func fork(_ random: inout Lcg) {
    let valid = history.entries.filter(\.verdict.isValid)
    guard valid.count > 2, let seen = valid.randomElement(using: &random) else { return }
    for _ in 0..<40 {
      guard let (kind, officer, body) = attempt(history.fold, &random) else { continue }
      history.append(Office.shared.event(kind, body, by: officer, parents: [seen.id], on: day.description))
      steps += 1
      return
    }
  }

  private mutating func attempt(_ fold: Fold, _ random: inout Lcg) -> (String, String, JSONValue)? {
    let state = fold.state
    for _ in 0..<2_000 {
      guard let kind = Walk.kinds.randomElement(using: &random) else { continue }
      // Mostly what the states permit (Casework §5.2) at all; now and then anything, which the rules must then refuse.
      if let state, let states = ActName(wire: kind)?.act.from, !states.contains(state),
        Int.random(in: 0..<32, using: &random) > 0
      {
        continue
      }
      let entitled = Walk.entitled[kind] ?? Walk.officers
      guard
        let officer = (Bool.random(using: &random) ? entitled : Walk.officers).randomElement(using: &random)
      else { continue }
      if Int.random(in: 0..<(Walk.rare[kind] ?? 1), using: &random) > 0 { continue }
      day = day.adding(days: Int.random(in: 0..<3, using: &random))
      let body = self.body(kind, officer, fold, &random)
      guard let act = ActName(wire: kind) else { continue }
      let action = Action(act, body).setting("on", .string(day.description))
      let place = Situation(.folder(history, Office.shared.registry), officer: officer, today: day)
      if place.permitted(action).isEmpty {
        return (kind, officer, body)
      }
    }
    return nil
  }
}
