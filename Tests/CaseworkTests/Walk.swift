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
  private var day = Day(year: 2025, month: 9, day: 1) ?? Day(number: 0)

  private static let kinds = Array(
    Kind.table.values.filter { ($0.place == .cases || $0.place == .titles) && $0.name != "registerTitle" }
      .map(\.name).sorted())
  /// Acts tried once in so many times: what ends all, what leads back, and what moves nothing.
  private static let rare = [
    "withdraw": 60, "conflict": 60, "hold": 8, "return": 4, "challenge": 4, "undo": 10, "pull": 25, "reopen": 4,
    "note": 40, "letter": 40, "view": 40, "erase": 40, "lodge": 40, "redact": 20, "acknowledge": 20, "told": 20,
    "investigate": 20, "assign": 6, "release": 10, "verify": 6, "check": 6, "judge": 10, "order": 12, "extend": 4,
    "extendNotice": 6, "plan": 3, "finding": 3, "change": 8, "update": 8,
  ]
  private static let officers = Office.people.map(\.id)

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

  /// One permitted act; returns its kind and the states before and after.
  mutating func step(_ random: inout Lcg) -> (kind: String, before: String, after: String)? {
    let before = history.fold.state?.code ?? "–"
    guard let (kind, officer, body) = attempt(history.fold, &random) else { return nil }
    history.append(
      Office.shared.event(kind, body, by: officer, parents: history.heads, on: day.description))
    steps += 1
    return (kind, before, history.fold.state?.code ?? "–")
  }

  /// An act on what an officer saw some events ago.
  private mutating func fork(_ random: inout Lcg) {
    guard history.entries.count > 2, let seen = history.entries.randomElement(using: &random) else { return }
    for _ in 0..<40 {
      guard let (kind, officer, body) = attempt(history.fold, &random) else { continue }
      history.append(Office.shared.event(kind, body, by: officer, parents: [seen.id], on: day.description))
      steps += 1
      return
    }
  }

  private mutating func attempt(_ fold: Fold, _ random: inout Lcg) -> (String, String, JSONValue)? {
    for _ in 0..<400 {
      guard let kind = Walk.kinds.randomElement(using: &random),
        let officer = Walk.officers.randomElement(using: &random)
      else { continue }
      if Int.random(in: 0..<(Walk.rare[kind] ?? 1), using: &random) > 0 { continue }
      day = day.adding(days: Int.random(in: 0..<(fold.state == .inNotice ? 20 : 3), using: &random))
      let body = self.body(kind, officer, fold, &random)
      let action = Action(kind, body).setting("on", .string(day.description))
      if history.permitted(action, by: officer, Office.shared.registry.now, today: day).isEmpty {
        return (kind, officer, body)
      }
    }
    return nil
  }

  private func body(_ kind: String, _ officer: String, _ fold: Fold, _ random: inout Lcg) -> JSONValue {
    func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &random)] }
    let recommendation = fold.stage?.recommendation ?? Office.zeros
    let object = fold.lodged.randomElement(using: &random) ?? Office.zeros
    let visit = fold.openVisits.randomElement(using: &random)
    let tier: Tier = pick([.specialized, .littleGiant])
    switch kind {
    case "receive": return Bodies.receive(tier)
    case "assign": return Bodies.assign(pick([officer, "rita", "rolf"]), by: officer)
    case "release": return ["reason": "too much"]
    case "conflict": return ["officer": .string(officer), "ground": "relative"]
    case "verify": return Bodies.verify("facts.revenue.2024", .string(String(pick([6000, 6100, 5900]))))
    case "check": return Bodies.check
    case "judge": return Bodies.judge
    case "return": return Bodies.returned(due: day.adding(days: 14).description)
    case "extend": return ["due": .string(day.adding(days: 30).description), "reason": "asked"]
    case "resubmit": return Bodies.resubmit
    case "withdraw": return Bodies.withdraw()
    case "recommend": return Bodies.recommend(pick(["pass", "pass", "refuse"]))
    case "sign": return Bodies.sign(recommendation, pick(["draw", "notice", "recommend", nil]))
    case "challenge": return Bodies.challenge(recommendation)
    case "sampled": return Bodies.sampled(pick([true, false]))
    case "order": return Bodies.order()
    case "plan": return Bodies.plan(visit?.id ?? Office.zeros)
    case "finding": return Bodies.finding(visit?.id ?? Office.zeros)
    case "closeVisit": return Bodies.closeVisit(visit?.id ?? Office.zeros, pick(["confirmed", "differs"]))
    case "cosign": return Bodies.of(visit?.closing ?? Office.zeros)
    case "enterNotice": return Bodies.enterNotice(first: day.description, last: day.adding(days: 6).description)
    case "extendNotice":
      return ["last": .string(day.adding(days: 9).description), "reason": "one more week"]
    case "lodge": return Bodies.lodge(pick(["objection", "report", "lead"]), arrived: day.description)
    case "redact": return ["of": .string(object), "copy": .string(Office.ones)]
    case "acknowledge", "told": return Bodies.told(object)
    case "investigate": return Bodies.investigate(object)
    case "answer": return Bodies.answer(object, pick(["dismissed", "upheld"]))
    case "pull", "inquiry": return Bodies.cause
    case "decide": return Bodies.decide(pick(["recognise", "refuse"]))
    case "forward": return Bodies.forward
    case "ministry": return Bodies.ministry(pick(["recognised", "refused", "returned"]))
    case "reopen": return Bodies.reopen
    case "undo":
      let living = fold.live.values.flatMap { $0 }.map(\.id).sorted()
      return ["of": .string(living.randomElement(using: &random) ?? Office.zeros), "reason": "by mistake"]
    case "settle":
      let question = fold.contested.randomElement(using: &random) ?? "stage"
      return ["question": .string(question), "reason": "heard both"]
    case "note", "drop": return ["text": "seen"]
    case "letter": return ["code": "receipt", "file": .string(Office.ones), "to": "enterprise"]
    case "view": return ["sealed": .string(Office.ones)]
    case "erase": return ["files": [.string(Office.ones)], "ground": "over"]
    case "update": return ["year": 2026, "state": "done"]
    case "change":
      return [
        "what": "name", "occurred": .string(day.description), "reported": .string(day.description), "effect": "keeps",
      ]
    case "heard": return Bodies.heard
    case "endTitle": return Bodies.endTitle(fold.title?.inquiry ?? Office.zeros)
    default: return Bodies.reason
    }
  }
}
