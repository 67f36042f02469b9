import ScoringCore
import StrictJSON

@testable import Casework

/// One way of trying an action in a state: a case brought there, and the body.
struct Variant {
  var desk: Desk
  var kind: String
  var body: JSONValue

  /// The body as this officer would write it.
  func body(of action: String, by officer: String) -> JSONValue {
    switch action {
    case "assign": Bodies.assign(officer == "rita" ? "rita" : "rolf", by: officer)
    case "conflict": ["officer": .string(officer), "ground": "relative"]
    default: body
    }
  }
}

/// The ways in which the table test tries an action: enough to reach every state that its cell names.
struct ActionVariants {
  let action: String
  let state: String

  var all: [Variant] {
    switch action {
    case "sign": signing
    case "sampled": [true, false].map { one(Bodies.drawResult($0)) } + giant([Bodies.drawResult(false)], on: ["AD"])
    case "cosign": cosigning
    case "closeNotice": [one([:])] + upheld
    case "decide": ["recognise", "refuse"].map { one(Bodies.decide($0)) }
    case "forward": [Variant(desk: base(state == "NC" ? .littleGiant : nil), kind: action, body: Bodies.forward)]
    case "ministry": ministries
    case "settle": [contested]
    case "reopen": [Variant(desk: titleEnded, kind: action, body: Bodies.reopen)]
    default: [plain]
    }
  }

  /// Adam lodges a report, so that objects exist and nobody's last act is the newest.
  private func base(_ tier: Tier? = nil) -> Desk {
    var desk = Desk.at(state, tier ?? (["RR", "RM", "MO"].contains(state) ? .littleGiant : .specialized))
    if action == "undo", state == "RV" {
      desk.act("hold", "rita", Bodies.reason)
      desk.act("resume", "rita", Bodies.reason)
    }
    desk.act("lodge", "adam", Bodies.lodge("report"))
    if ["plan", "finding", "closeVisit", "cosign"].contains(action) {
      if state == "IN" || state == "NC" { desk.act("order", "sam", Bodies.order()) }
      if action != "plan" { desk.act("plan", "sam", Bodies.plan(visit(desk))) }
      if action == "closeVisit" || action == "cosign" { desk.record(visit(desk)) }
    }
    return desk
  }

  private func visit(_ desk: Desk) -> String { desk.fold.openVisits.last?.id ?? Office.zeros }

  private func one(_ body: JSONValue) -> Variant {
    var desk = base()
    if action == "closeNotice" { desk.pass(days: 10) }
    return Variant(desk: desk, kind: action, body: body)
  }

  private func giant(_ bodies: [JSONValue], on states: [String]) -> [Variant] {
    states.contains(state) ? bodies.map { Variant(desk: base(.littleGiant), kind: action, body: $0) } : []
  }

  private var plain: Variant {
    let desk = base()
    let report = desk.newest("lodge")
    let of = Bodies.told(report)
    var kind = action
    var body: JSONValue
    switch action {
    case "assign": body = Bodies.assign("rita", by: "")
    case "release": body = [:]
    case "conflict": body = ["officer": "", "ground": "relative"]
    case "note": body = ["text": "seen"]
    case "letter": body = ["code": "receipt", "file": .string(Office.ones), "to": "enterprise"]
    case "lodge report", "lodge lead", "lodge objection":
      kind = "lodge"
      body = Bodies.lodge(String(action.dropFirst(6)))
    case "verify": body = Bodies.verify()
    case "check": body = Bodies.check
    case "judge": body = Bodies.judge
    case "return": body = Bodies.returned()
    case "extend": body = ["due": "2025-09-30", "reason": "they asked"]
    case "resubmit": body = Bodies.resubmit
    case "amend": body = Bodies.resubmit.with("reason", "the file of another firm")
    case "hold", "resume": body = Bodies.reason
    case "withdraw": body = Bodies.withdraw()
    case "recommend": body = Bodies.recommend()
    case "challenge":
      body = Bodies.challenge(desk.newest("recommend").isEmpty ? Office.zeros : desk.newest("recommend"))
    case "order": body = Bodies.order()
    case "plan": body = Bodies.plan(visit(desk))
    case "finding": body = Bodies.finding(visit(desk))
    case "closeVisit": body = Bodies.closeVisit(visit(desk))
    case "enterNotice": body = Bodies.enterNotice()
    case "extendNotice": body = ["last": "2025-09-09", "reason": "one more day"]
    case "redact": body = ["of": .string(report), "copy": .string(Office.ones)]
    case "acknowledge", "told": body = of
    case "investigate": body = Bodies.investigate(report)
    case "answer": body = Bodies.answer(report)
    case "pull": body = Bodies.cause
    case "undo": body = ["of": .string(desk.fold.liveAnswers("stage").first?.id ?? ""), "reason": "by mistake"]
    default: body = ExampleTable(action)?.body ?? Bodies.reason
    }
    var later = desk
    if action == "lapse" { later.pass(days: 40) }
    return Variant(desk: later, kind: kind, body: body)
  }

  private var signing: [Variant] {
    let pass = base()
    let of = pass.newest("recommend").isEmpty ? Office.zeros : pass.newest("recommend")
    var variants = ["draw", "notice"].map { Variant(desk: pass, kind: action, body: Bodies.sign(of, $0)) }
    guard state == "TS" else { return variants }
    let giant = base(.littleGiant)
    variants.append(Variant(desk: giant, kind: action, body: Bodies.sign(giant.newest("recommend"), "recommend")))
    var refusal = Desk.at("RV")
    refusal.act("recommend", "rita", Bodies.recommend("refuse"))
    variants.append(Variant(desk: refusal, kind: action, body: Bodies.sign(refusal.newest("recommend"), nil)))
    return variants
  }

  private var cosigning: [Variant] {
    let tiers: [Tier?] = state == "SC" ? [nil, .littleGiant] : [nil]
    return tiers.flatMap { tier in
      ["confirmed", "differs"].map { result in
        var desk = base(tier)
        desk.act("closeVisit", "vera", Bodies.closeVisit(visit(desk), result))
        let of = desk.newest("closeVisit")
        return Variant(desk: desk, kind: action, body: Bodies.of(of.isEmpty ? Office.zeros : of))
      }
    }
  }

  /// Two laptops of the objection officer answered one report differently.
  private var contested: Variant {
    var desk = base()
    let report = desk.newest("lodge")
    let parents = desk.history.heads
    desk.act("answer", "otto", Bodies.answer(report), parents: parents)
    let kept = desk.newest("answer")
    desk.act("answer", "otto", Bodies.answer(report, "upheld"), parents: parents)
    return Variant(
      desk: desk, kind: action,
      body: ["question": .string("objection:" + report), "keep": .string(kept), "reason": "heard both"])
  }

  private var upheld: [Variant] {
    guard state == "IN" else { return [] }
    var desk = base()
    desk.act("lodge", "adam", Bodies.lodge("objection"))
    desk.act("answer", "otto", Bodies.answer(desk.newest("lodge"), "upheld"))
    desk.pass(days: 10)
    return [Variant(desk: desk, kind: action, body: [:])]
  }

  private var titleEnded: Desk {
    var desk = base()
    guard desk.fold.title != nil else { return desk }
    desk.act("inquiry", "rita", Bodies.cause)
    desk.act("heard", "rita", Bodies.heard)
    desk.act("endTitle", "gina", Bodies.endTitle(desk.newest("inquiry")))
    return desk
  }

  private var ministries: [Variant] {
    ["recognised", "refused", "returned"].map {
      Variant(desk: $0 == "recognised" ? base() : titleEnded, kind: action, body: Bodies.ministry($0))
    }
  }
}
