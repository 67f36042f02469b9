import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// The other acts (Casework §5.1): titles, rounds and the registry, by who may write each kind.
@Suite struct KindTests {
  static let phases = ["无", "有效", "核查", "已终止"]
  private static let folder = "titles/370000/t1"

  /// A folder whose title has come to a phase.
  private func desk(_ phase: String) -> Desk {
    var desk = Desk(folder: Self.folder)
    if phase == "无" { return desk }
    desk.act("registerTitle", "gus", Bodies.registerTitle)
    if phase == "有效" { return desk }
    desk.act("inquiry", "rolf", Bodies.cause)
    desk.act("heard", "rolf", Bodies.heard)
    if phase == "核查" { return desk }
    desk.act("endTitle", "gus", Bodies.endTitle(desk.newest("inquiry")))
    return desk
  }

  private func body(_ action: String, _ desk: Desk) -> JSONValue {
    switch action {
    case "registerTitle": Bodies.registerTitle
    case "update": ["year": 2026, "state": "done"]
    case "change":
      ["what": "name", "occurred": "2025-08-01", "reported": "2025-08-20", "effect": "keeps", "name": "新名"]
    case "inquiry": Bodies.cause
    case "heard": Bodies.heard
    case "drop": ["reason": "nothing was found"]
    case "endTitle": Bodies.endTitle(desk.fold.title?.inquiry ?? Office.zeros)
    default: Bodies.endTitle(desk.fold.title?.given ?? Office.zeros, "surrendered")
    }
  }

  private func phase(_ desk: Desk) -> String {
    switch desk.fold.title?.phase {
    case nil: "无"
    case .running: "有效"
    case .inquiry: "核查"
    case .ended: "已终止"
    }
  }

  @Test(arguments: (try? TableFile("titles.csv").rows.map { $0[0] }) ?? [])
  func `A title goes where the table says, by whom it says`(action: String) throws {
    let table = try TableFile("titles.csv")
    let who = Set(table[action, "who"].split(separator: " ").map(String.init))
    for start in Self.phases {
      let cell = table[action, start]
      for role in TableTests.roles {
        var desk = desk(start)
        #expect(phase(desk) == start)
        let verdict = desk.act(String(action.prefix { $0 != " " }), role.officer, body(action, desk))
        let isAllowed = !cell.isEmpty && who.contains(role.letter)
        #expect(verdict.isValid == isAllowed, "\(action) from \(start) by \(role.letter): \(verdict.text)")
        #expect(phase(desk) == (isAllowed && cell != "=" ? cell : start), "\(action) from \(start)")
        if !who.contains(role.letter) { #expect(verdict.text.contains("role"), "\(action) \(role.letter)") }
      }
    }
  }

  @Test(arguments: (try? TableFile("kinds.csv").rows.map { $0[0] }) ?? [])
  func `Each other kind is written by whom the table says`(kind: String) throws {
    let table = try TableFile("kinds.csv")
    let who = Set(table[kind, "who"].split(separator: " ").map(String.init))
    for role in TableTests.roles + [(letter: "root", officer: "root")] {
      // The founder is supervisor and administrator of every authority.
      if role.letter == "root", table[kind, "folder"] != "registry" { continue }
      let verdict =
        switch table[kind, "folder"] {
        case "registry": registryVerdict(kind, role.officer)
        case "round": roundVerdict(kind, role.officer)
        default: caseVerdict(kind, role.officer)
        }
      #expect(verdict.isValid == who.contains(role.letter), "\(kind) by \(role.letter): \(verdict.text)")
    }
  }

  private func caseVerdict(_ kind: String, _ officer: String) -> Verdict {
    var desk = kind == "receive" ? Desk() : Desk.at("RV")
    switch kind {
    case "receive": return desk.act(kind, officer, Bodies.receive())
    case "view": return desk.act(kind, officer, ["sealed": .string(Office.ones)])
    default: return desk.act(kind, officer, ["files": [.string(Office.ones)], "ground": "over"])
    }
  }

  private func roundVerdict(_ kind: String, _ officer: String) -> Verdict {
    var desk = Desk(folder: "rounds/370000/2025-1")
    if kind != "openRound" { desk.act("openRound", "sam", Bodies.openRound) }
    if kind == "draw" { desk.act("planDraw", "rolf", Bodies.planDraw) }
    switch kind {
    case "openRound": return desk.act(kind, officer, Bodies.openRound)
    case "planDraw": return desk.act(kind, officer, Bodies.planDraw)
    case "draw": return desk.act(kind, officer, Bodies.draw(desk.newest("planDraw")))
    case "export": return desk.act(kind, officer, ["list": Bodies.list, "format": "csv"])
    default: return desk.act(kind, officer, ["list": Bodies.list, "document": "No. 11"])
    }
  }

  private func registryVerdict(_ kind: String, _ officer: String) -> Verdict {
    let office = Office.shared
    let role = office.registry.entries.first { $0.event.kind == "role" && $0.event.body.text("officer") == "rolf" }
    let body: JSONValue
    switch kind {
    case "officer": body = ["authority": "370000", "name": "wang", "officer": "wang", "state": "active"]
    case "key": body = Office.keyBody("rolf", device: "laptop").body
    case "role": body = ["authority": "370000", "officer": "rolf", "role": "signer"]
    case "end": body = ["of": .string(role?.id ?? ""), "why": "left"]
    case "approve":
      let proposal = office.registryEvent("settings", Bodies.settings, by: "adam", parents: office.registry.heads)
      return office.verdict("approve", Bodies.of(proposal.id), by: officer, on: [proposal])
    case "settings": body = Bodies.settings
    case "checkpoint": body = ["office": "370000", "count": 3, "root": .string(Office.ones)]
    case "root": body = ["supervisors": ["sue", "sam"], "threshold": 2]
    default:
      body = [
        "key": ["seal": .string(Office.zeros), "sign": .string(Office.ones)], "name": "x", "officer": .string(officer),
        "roles": ["supervisor"], "threshold": 1,
      ]
    }
    return office.verdict(kind, body, by: officer, on: [])
  }
}
