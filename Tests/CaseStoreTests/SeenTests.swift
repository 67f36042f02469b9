import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// An act names what its author saw: what of it a colleague has changed meanwhile is refused, and says what.
@Suite struct SeenTests {
  /// An office with an officer of each sort, and one case.
  private final class Bench {
    let place = Workplace()
    let store: Store
    let keys: [String: OfficerKey]
    let key = CaseKey(authority: "370000", batch: "2025-1", id: "C01")
    static let today = Workplace.start.day

    init() throws {
      let (store, founder) = try place.found()
      self.store = store
      var keys = ["li.ming": founder]
      for (id, role) in [
        ("rita", "reviewer"), ("rolf", "reviewer"), ("gus", "signer"), ("gina", "signer"), ("vera", "spotCheck"),
        ("vito", "spotCheck"), ("otto", "objection"), ("adam", "administrator"), ("sam", "supervisor"),
      ] {
        keys[id] = try place.admit(id, [role], to: store, by: founder)
      }
      self.keys = keys
      _ = place.receive(store, founder, Workplace.application("C01"))
      try act(.assign, by: "rita")
    }

    private var acts: ActService { ActService(store: store, today: Self.today) }
    var file: CaseFile { get throws { try #require(try acts.file(key)) } }

    @discardableResult
    func act(
      _ name: ActName, _ fields: JSONValue = [:], by officer: String, seen: [String] = [], in folder: String? = nil
    ) throws -> Event {
      var request = ActRequest(folder ?? key.path, Action(name, fields), seen: seen)
      // Whoever changes what stands here means it.
      request.yes = [ActQuestion.changes.rawValue]
      return try acts.perform(request, by: try #require(keys[officer]), at: Workplace.start).event
    }

    /// What a dialog of the act shows now.
    func shown(_ name: ActName, _ fields: JSONValue = [:], by officer: String, in folder: String? = nil) throws
      -> [String]
    {
      let situation = try acts.situation(folder ?? key.path, of: officer)
      return situation.seen(situation.complete(Action(name, fields)))
    }

    /// Settles every paper and proposes to refuse, or to pass against the rules.
    func recommend(_ outcome: String, by officer: String = "rita") throws {
      for paper in try file.papers where paper.need == .required && paper.state == .open {
        var fields: [JSONValue.Member] = [
          .init("item", .string(paper.item.rawValue)), .init("state", "notRequired"), .init("reason", "平台已核"),
        ]
        if let year = paper.year { fields.append(.init("year", .integer(Int64(year)))) }
        try act(.check, .object(fields), by: officer)
      }
      for condition in try file.unjudged {
        try act(.judge, ["condition": .string(condition), "outcome": "meets", "reason": "见附件"], by: officer)
      }
      let accepted = try file.unverified.map { JSONValue.string($0.description) }
      try act(
        .recommend,
        [
          "outcome": .string(outcome), "justification": "见附件", "accepted": .array(accepted),
          "reasons": outcome == "pass" ? [] : [["code": "score", "text": "不足"]],
        ], by: officer)
    }

    func notice() throws {
      try recommend("pass")
      try act(.sign, ["next": "notice"], by: "gus")
      try act(
        .openRound,
        [
          "tiers": ["specialized"], "types": ["new"], "window": ["from": "2025-01-01", "until": "2026-12-31"],
          "document": "x",
        ], by: "sam", in: "rounds/370000/2025-1")
      try act(.enterNotice, ["document": "公示", "first": "2025-12-01", "reason": "省里先行公示"], by: "gus")
    }

    /// A visit of two, with one line recorded.
    func visit() throws -> String {
      let order = try act(.order, ["ground": "doubt", "text": "看现场"], by: "sam")
      try act(.plan, ["officers": ["vera", "vito"], "day": .string(Self.today.description)], by: "sam")
      try act(.finding, ["item": "facts.revenue.2024", "state": "asDeclared"], by: "vera")
      return order.id
    }
  }

  /// Refused because of what changed; the sentence names it.
  private func refused(_ words: String, _ act: () throws -> Event) {
    do {
      _ = try act()
      Issue.record("was done although what was seen has changed")
    } catch OfficeError.unmet(let unmet) {
      #expect(unmet.map(\.code).allSatisfy { $0 == "changed" } && !unmet.isEmpty, "\(unmet)")
      #expect(unmet.contains { $0.message.zh.contains(words) }, "\(unmet.map(\.message.zh))")
    } catch { Issue.record("\(error)") }
  }

  @Test func `A case of one's own: it was given to another meanwhile`() throws {
    let bench = try Bench()
    let check: JSONValue = ["item": "credit-reports", "state": "missing", "reason": "没有"]
    let seen = try (mine: bench.shown(.check, check, by: "rita"), colleagues: bench.shown(.check, check, by: "rolf"))
    try bench.act(.assign, ["to": "rolf"], by: "sam")
    refused("rolf") { try bench.act(.check, check, by: "rita", seen: seen.mine) }
    // It never was his: nothing of what he saw has changed.
    try bench.act(.check, check, by: "rolf", seen: seen.colleagues)
  }

  @Test func `A signature, a challenge: the proposal was replaced by another`() throws {
    let bench = try Bench()
    try bench.recommend("refuse")
    let (sign, challenge) = (try bench.shown(.sign, by: "gus"), try bench.shown(.challenge, by: "gus"))
    let before = try #require(try bench.file.fold.recommendation)
    try bench.act(.undo, ["reason": "写错"], by: "rita")
    try bench.recommend("pass")
    let count = try bench.file.history.entries.count
    refused("拟通过，见附件（rita") { try bench.act(.sign, ["next": "notice"], by: "gus", seen: sign) }
    refused("拟通过，见附件（rita") {
      try bench.act(.challenge, ["section": "facts", "text": "x"], by: "gus", seen: challenge)
    }
    // An event's id alone, as a command names it.
    refused("拟通过，见附件（rita") { try bench.act(.sign, ["next": "notice"], by: "gus", seen: [before.id]) }
    refused("拟通过，见附件（rita") {
      try bench.act(.sign, ["next": "notice"], by: "gus", seen: [String(before.id.prefix(12))])
    }
    #expect(try bench.file.history.entries.count == count)
    let now = try #require(try bench.file.fold.recommendation)
    #expect(try bench.act(.sign, ["next": "notice"], by: "gus", seen: [now.id]).act == .sign)
  }

  @Test func `A colleague's note is no change`() throws {
    let bench = try Bench()
    try bench.recommend("pass")
    let seen = try bench.shown(.sign, by: "gus")
    try bench.act(.note, ["text": "电话联系过企业"], by: "rolf")
    #expect(try bench.act(.sign, ["next": "notice"], by: "gus", seen: seen).act == .sign)
  }

  @Test func `Taking a case that a colleague took meanwhile`() throws {
    let bench = try Bench()
    try bench.act(.release, by: "rita")
    let seen = try bench.shown(.assign, by: "rolf")
    try bench.act(.assign, by: "rita")
    refused("分配：rita") { try bench.act(.assign, by: "rolf", seen: seen) }
    #expect(try bench.file.fold.assignee == "rita")
    refused("分配：rita") { try bench.act(.assign, by: "rolf", seen: [Shown.answer(.assignee).nothing]) }
  }

  @Test func `A fact and a paper that a colleague recorded meanwhile`() throws {
    let bench = try Bench()
    let fact: JSONValue = ["path": "facts.revenue.2024", "how": "accepted"]
    let paper: JSONValue = ["item": "commitment", "state": "missing"]
    let (seenFact, seenPaper) = (try bench.shown(.verify, fact, by: "rita"), try bench.shown(.check, paper, by: "rita"))
    try bench.act(.verify, fact, by: "rolf")
    try bench.act(.check, ["item": "commitment", "state": "notRequired", "reason": "平台已核"], by: "rolf")
    refused("营业收入 2024") { try bench.act(.verify, fact, by: "rita", seen: seenFact) }
    refused("不要求，平台已核（rolf") { try bench.act(.check, paper, by: "rita", seen: seenPaper) }
  }

  @Test func `Closing a visit and cosigning it: a line was recorded otherwise meanwhile`() throws {
    let bench = try Bench()
    let visit = try bench.visit()
    let close = try bench.shown(.closeVisit, by: "vera")
    try bench.act(
      .finding, ["item": "facts.revenue.2024", "state": "differs", "value": "6000", "text": "账上"], by: "vito")
    let body: JSONValue = ["result": "confirmed", "present": "厂长"]
    refused("与申报不一致 6,000 万元，账上（vito") { try bench.act(.closeVisit, body, by: "vera", seen: close) }
    try bench.act(
      .closeVisit, ["result": "differs", "present": "厂长"], by: "vera", seen: bench.shown(.closeVisit, by: "vera"))
    let seen = try bench.shown(.coSignVisit, by: "vito")
    #expect(seen.contains { $0.hasPrefix("findings:\(visit)=") })
    #expect(try bench.act(.coSignVisit, by: "vito", seen: seen).act == .coSignVisit)
    refused("抽查会签") { try bench.act(.coSignVisit, by: "vito", seen: seen) }
  }

  @Test func `Deciding and closing a notice: an objection came meanwhile`() throws {
    let bench = try Bench()
    try bench.notice()
    let seen = try bench.shown(.closeNotice, by: "gus")
    try bench.act(
      .lodge, ["as": "report", "text": "原文", "identity": "某单位", "arrived": "2025-12-20"], by: "otto")
    refused("登记异议举报：举报") { try bench.act(.closeNotice, by: "gus", seen: seen) }
    try bench.act(.closeNotice, by: "gus", seen: bench.shown(.closeNotice, by: "gus"))
    let decide = try bench.shown(.decide, by: "gina")
    try bench.act(.lodge, ["as": "lead", "text": "原文"], by: "otto")
    refused("登记异议举报：线索") {
      try bench.act(.decide, ["outcome": "recognise", "document": "1 号"], by: "gina", seen: decide)
    }
  }

  @Test func `Answering an objection: a colleague investigated it meanwhile`() throws {
    let bench = try Bench()
    let object = try bench.act(
      .lodge, ["as": "report", "text": "原文", "identity": "某单位", "arrived": "2025-12-20"], by: "otto")
    let seen = try bench.shown(.answer, by: "otto")
    try bench.act(.investigate, ["step": "asked", "text": "已函询"], by: "vera")
    refused("已函询（vera") {
      try bench.act(.answer, ["outcome": "dismissed", "text": "不实"], by: "otto", seen: seen)
    }
    #expect(
      try bench.act(.answer, ["outcome": "dismissed", "text": "不实"], by: "otto", seen: [object.id]).act == .answer)
  }

  @Test func `Approving a proposal that was approved meanwhile, and an officer whose entry changed`() throws {
    let bench = try Bench()
    let new: JSONValue = ["officer": "nina", "name": "新人", "authority": "370000"]
    let proposal = try bench.act(.officer, new, by: "adam", in: "registry")
    let of: JSONValue = ["of": .string(proposal.id)]
    let seen = try bench.shown(.approve, of, by: "li.ming", in: "registry")
    try bench.act(.approve, of, by: "sam", in: "registry")
    refused("") { try bench.act(.approve, of, by: "li.ming", seen: seen, in: "registry") }
    let left: JSONValue = ["officer": "nina", "name": "新人", "authority": "370000", "state": "left"]
    let known = try bench.shown(.officer, left, by: "li.ming", in: "registry")
    let renamed = try bench.act(
      .officer, ["officer": "nina", "name": "改名", "authority": "370000"], by: "sam", in: "registry")
    try bench.act(.approve, ["of": .string(renamed.id)], by: "li.ming", in: "registry")
    refused("批准（李明") { try bench.act(.officer, left, by: "li.ming", seen: known, in: "registry") }
  }

  @Test func `What travels with a request never stands in its event, and a dry run is refused alike`() throws {
    let bench = try Bench()
    try bench.recommend("pass")
    let acts = ActService(store: bench.store, today: Bench.today)
    var request = ActRequest(bench.key.path, .sign, ["next": "notice"])
    request.seen = ["assessment=0"]
    #expect(try acts.dryRun(request, by: "gus").unmet.map(\.code) == ["changed"])
    request.seen = try bench.shown(.sign, by: "gus")
    #expect(try acts.dryRun(request, by: "gus").unmet.isEmpty)
    let event = try acts.perform(request, by: try #require(bench.keys["gus"]), at: Workplace.start).event
    #expect(event.body["seen"] == nil)
  }

  @Test func `What is out of its bounds is refused although a letter goes with the act`() throws {
    let bench = try Bench()
    let acts = ActService(store: bench.store, today: Bench.today)
    let stated: JSONValue = ["reasons": ["missing"], "text": "请补交", "days": 99_999]
    let unmet = try acts.dryRun(ActRequest(bench.key.path, .return, stated), by: "rita").unmet
    #expect(unmet.map(\.code) == ["outOfRange"] && unmet.first?.field == "days", "\(unmet)")
  }

  @Test func `An act opens each file of its case once`() throws {
    let bench = try Bench()
    let counting = HookedFileSystem()
    let disk = try Disk(path: bench.place.storePath, files: counting)
    let store = Store(disk: disk, id: bench.store.id, own: bench.store.own)
    let acts = ActService(store: store, today: Bench.today)
    let reasons: JSONValue = ["reasons": ["missing"], "text": "请补交"]
    let rita = try #require(bench.keys["rita"])
    for number in 0..<40 { try bench.act(.note, ["text": .string("\(number)")], by: "rita") }
    bench.store.told()
    _ = counting.takeOpened()
    #expect(try acts.dryRun(ActRequest(bench.key.path, .return, reasons), by: "rita").unmet.isEmpty)
    #expect(counting.takeOpened().filter { $0.key.hasSuffix(".event.json") && $0.value > 1 }.isEmpty)
    try acts.perform(ActRequest(bench.key.path, .return, reasons), by: rita, at: Workplace.start)
    let opened = counting.takeOpened()
    #expect(opened.count { $0.key.hasSuffix(".event.json") } >= 42, "each event of the case is read")
    #expect(opened.filter { $0.value > 1 }.isEmpty, "\(opened.filter { $0.value > 1 })")
  }
}
