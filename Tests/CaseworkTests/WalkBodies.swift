import ScoringCore
import StrictJSON

@testable import Casework

extension Walk {
  /// A body as the officer might write it, seldom one that fits.
  func body(_ kind: String, _ officer: String, _ fold: Fold, _ random: inout Lcg) -> JSONValue {
    func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &random)] }
    let recommendation = fold.stage?.recommendation ?? Office.zeros
    let object = fold.lodged.randomElement(using: &random) ?? Office.zeros
    let visit = fold.openVisits.randomElement(using: &random)
    let tier: Tier = pick([.innovative, .specialized, .littleGiant])
    switch kind {
    case "receive": return Bodies.receive(tier, type: pick(["new", "new", "review"]))
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
    case "sampled": return Bodies.drawResult(pick([true, false]))
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
    case "decide": return Bodies.decide(pick(["recognise", "refuse"])).with("announced", .string(day.description))
    case "forward": return Bodies.forward
    case "ministry":
      let body = Bodies.ministry(pick(["recognised", "refused", "returned"]))
      return body["announced"] == nil ? body : body.with("announced", .string(day.description))
    case "reopen": return Bodies.reopen
    case "undo":
      let living = fold.live.values.flatMap { $0 }.map(\.id).sorted()
      return ["of": .string(living.randomElement(using: &random) ?? Office.zeros), "reason": "by mistake"]
    case "settle":
      let question = fold.contested.randomElement(using: &random) ?? "stage"
      return ["question": .string(question.text), "reason": "heard both"]
    case "note": return ["text": "seen"]
    case "closeNotice": return [:]
    case "letter": return ["code": "receipt", "file": .string(Office.ones), "to": "enterprise"]
    case "view": return ["sealed": .string(Office.ones)]
    case "erase": return ["files": [.string(Office.ones)], "ground": "over"]
    case "countersign": return ["of": .string(Office.zeros), "text": "as agreed"]
    case "update": return ["year": 2026, "state": "done"]
    case "change":
      return [
        "what": "name", "occurred": .string(day.description), "reported": .string(day.description), "effect": "keeps",
      ]
    case "heard": return Bodies.heard
    case "endTitle":
      let inquiry = fold.title?.inquiry
      return Bodies.endTitle(inquiry ?? fold.title?.given ?? Office.zeros, inquiry == nil ? "surrendered" : "revoked")
    default: return Bodies.reason
    }
  }
}
