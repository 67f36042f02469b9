import ScoringCore
import StrictJSON

@testable import Casework

/// Bodies of events as an officer of the tests would write them.
enum Bodies {
  static func receive(_ tier: Tier = .specialized, type: String = "new") -> JSONValue {
    [
      "application": .string(Office.ones), "authority": "370000", "batch": "2025-1", "division": "370100",
      "tier": .string(tier.rawValue), "type": .string(type), "creditCode": "91370100MA3TESTX0A",
      "submitted": "2025-08-21",
      "referenceYear": 2024, "via": "import", "flags": [],
    ]
  }

  static func assign(_ officer: String, by author: String) -> JSONValue {
    ["to": .string(officer), "noConflict": .bool(officer == author)]
  }

  static func verify(_ path: String = "facts.revenue.2024", _ value: JSONValue = "6000") -> JSONValue {
    [
      "path": .string(path), "how": "read", "declared": "6100", "value": value,
      "source": ["material": .string(Office.ones), "page": 12],
    ]
  }

  static let check: JSONValue = ["item": "commitment", "state": "ok", "defects": []]
  static let judge: JSONValue = ["condition": "condition.rd", "outcome": "meets", "reason": "see document 3"]

  static func returned(due: String = "2025-09-15") -> JSONValue {
    [
      "reasons": [["code": "missing", "item": "commitment", "text": "Please hand it in."]], "due": .string(due),
      "days": 10, "calendar": .string(Office.ones), "letter": .string(Office.ones),
    ]
  }

  static let resubmit: JSONValue = ["application": .string(Office.zeros), "revision": 2, "flags": []]
  static let reason: JSONValue = ["reason": "as agreed"]

  static func withdraw(_ cause: String = "request") -> JSONValue {
    ["cause": .string(cause), "paper": .string(Office.ones), "reason": "as asked"]
  }

  static func recommend(_ outcome: String = "pass") -> JSONValue {
    [
      "outcome": .string(outcome),
      "assessment": [
        "digest": .string(Office.ones), "edition": "2022-63", "core": "1.0.0", "outcome": "meets", "least": "71",
        "most": "71",
      ], "accepted": [], "settings": .string(Office.ones),
      "reasons": outcome == "refuse" ? [["code": "score", "text": "below the line"]] : [],
    ]
  }

  static func sign(_ of: String, _ next: String?) -> JSONValue {
    var members: [JSONValue.Member] = [.init("of", .string(of)), .init("settings", .string(Office.ones))]
    if let next { members.append(.init("next", .string(next))) }
    return .object(members)
  }

  static func challenge(_ of: String) -> JSONValue {
    ["of": .string(of), "section": "materials", "text": "the audit report is of 2022"]
  }

  static func drawResult(_ drawn: Bool) -> JSONValue { ["draw": .string(Office.ones), "drawn": .bool(drawn)] }
  static func order(_ ground: String = "doubt") -> JSONValue { ["ground": .string(ground), "text": "look"] }

  static func plan(_ visit: String, _ officers: [String] = ["vera", "vito"]) -> JSONValue {
    ["visit": .string(visit), "officers": .array(officers.map { .string($0) }), "day": "2025-09-20"]
  }

  static func finding(_ visit: String) -> JSONValue {
    ["visit": .string(visit), "item": "facts.employees.2024", "state": "asDeclared", "text": "seen", "files": []]
  }

  static func closeVisit(_ visit: String, _ result: String = "confirmed") -> JSONValue {
    ["visit": .string(visit), "result": .string(result), "present": "the director"]
  }

  static func of(_ id: String) -> JSONValue { ["of": .string(id)] }

  static func enterNotice(first: String = "2025-09-01", last: String = "2025-09-05") -> JSONValue {
    [
      "notice": .string(Office.ones), "first": .string(first), "last": .string(last), "length": 5,
      "kind": "working", "firstCounted": true, "calendar": .string(Office.ones), "settings": .string(Office.ones),
    ]
  }

  static func lodge(_ kind: String, arrived: String = "2025-09-01") -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("as", .string(kind)), .init("arrived", .string(arrived)), .init("channel", "letter"),
      .init("against", .string(Office.folder)), .init("text", .string(Office.ones)),
    ]
    if kind != "lead" { members.append(.init("identity", .string(Office.ones))) }
    return .object(members)
  }

  static func told(_ of: String) -> JSONValue { ["of": .string(of), "how": "letter"] }

  static func investigate(_ of: String) -> JSONValue {
    ["of": .string(of), "step": "heard", "text": "the enterprise was heard", "files": []]
  }

  static func answer(_ of: String, _ outcome: String = "dismissed") -> JSONValue {
    ["of": .string(of), "outcome": .string(outcome), "reasons": [["code": "unfounded", "text": "documents agree"]]]
  }

  static func decide(_ outcome: String = "recognise") -> JSONValue {
    ["outcome": .string(outcome), "document": "No. 12", "announced": "2025-10-09", "until": "2028-10-09"]
  }

  static let forward: JSONValue = ["list": .string(Office.ones), "document": "No. 13"]

  static func ministry(_ outcome: String = "recognised") -> JSONValue {
    outcome == "recognised"
      ? ["outcome": "recognised", "document": "No. 14", "announced": "2025-12-01", "until": "2028-12-01"]
      : ["outcome": .string(outcome), "document": "No. 14"]
  }

  static let reopen: JSONValue = ["ground": "error", "text": "a figure was misread"]
  static let cause: JSONValue = ["cause": "report", "text": "a grave report"]
  static let heard: JSONValue = ["text": "heard in the office", "files": []]

  static func endTitle(_ of: String, _ how: String = "cancelled") -> JSONValue {
    [
      "of": .string(of), "how": .string(how), "from": "2026-02-01", "barUntil": "2029-02-01",
      "tiers": ["specialized"], "text": "false data",
    ]
  }

  static let registerTitle: JSONValue = [
    "tier": "specialized", "creditCode": "91370100MA3TESTX0A", "name": "齐鲁示例有限公司", "from": "2024-01-01",
    "until": "2027-01-01", "source": .string(Office.ones),
  ]
  static let list: JSONValue = ["sha": .string(Office.ones), "count": 3]
  static let openRound: JSONValue = [
    "tiers": ["specialized"], "types": ["new"], "window": ["from": "2025-06-01", "until": "2025-12-31"],
    "document": "No. 10",
  ]
  static let planDraw: JSONValue = [
    "rule": ["rate": 2000, "least": 3, "strata": ["tier"], "grounds": ["report"]], "population": list,
    "seedSource": "the lottery of the day after", "settings": .string(Office.ones),
  ]

  static func draw(_ of: String, seed: String = "20261123") -> JSONValue {
    ["of": .string(of), "seed": .string(seed), "list": list]
  }

  static let settings: JSONValue = [
    "authority": "370000", "file": .string(Office.ones), "from": "2025-09-01", "what": "settings",
  ]
}

extension Desk {
  /// A case that has come to a state (Procedure §2) in the shortest honest way; its reviewer is rita.
  static func at(_ code: String, _ tier: Tier = .specialized) -> Desk {
    var desk = Desk()
    desk.act("receive", "rolf", Bodies.receive(tier))
    if code == "RC" { return desk }
    desk.act("assign", "rita", Bodies.assign("rita", by: "rita"))
    switch code {
    case "RV": break
    case "RT": desk.act("return", "rita", Bodies.returned())
    case "HD": desk.act("hold", "rita", Bodies.reason)
    case "WD": desk.act("withdraw", "sue", Bodies.withdraw())
    default: desk.propose(code, tier)
    }
    return desk
  }

  private mutating func propose(_ code: String, _ tier: Tier) {
    act("recommend", "rita", Bodies.recommend(code == "RF" ? "refuse" : "pass"))
    if code == "TS" { return }
    let next =
      code == "RF"
      ? nil
      : ["AD", "SC"].contains(code) ? "draw" : ["RR", "RM", "MO"].contains(code) ? "recommend" : "notice"
    act("sign", "gus", Bodies.sign(newest("recommend"), next))
    if code == "SC" { act("sampled", "sue", Bodies.drawResult(true)) }
    if ["IN", "NC", "DE"].contains(code) { act("enterNotice", "gus", Bodies.enterNotice()) }
    if code == "NC" || code == "DE" {
      pass(days: 10)
      act("closeNotice", "gus")
    }
    if code == "DE" { act("decide", "gus", Bodies.decide()) }
    if code == "RM" || code == "MO" { act("forward", "gus", Bodies.forward) }
    if code == "MO" { act("ministry", "gus", Bodies.ministry()) }
  }
}
