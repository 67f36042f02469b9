import Casework
import Console
import ScoringCore
import StrictJSON
import TerminalModel
import Testing

/// The steps of the round in one province, in the order and on the days of `Scripts/round`.
final class RoundByKeys {
  let office: RoundOffice
  let province: Province
  let cast: RoundCast
  /// The day it is.
  private(set) var day = ""
  /// Whoever has sat down on that day.
  private var desks: [String: Desk] = [:]

  init(_ office: RoundOffice, _ province: Province, _ cast: RoundCast) {
    self.office = office
    self.province = province
    self.cast = cast
  }

  func run() throws {
    try receive()
    try correct()
    try review()
    try sign()
    try draw()
    try visit()
    try notice()
    try decide()
    try sendLetters()
    try endTitle()
  }

  // MARK: The office

  /// Everybody goes home; another day begins.
  func begin(_ day: String) {
    desks = [:]
    self.day = day
  }

  /// The desk of an officer, who opens the console when first called on that day.
  func desk(_ officer: String) throws -> Desk {
    if let desk = desks[officer] { return desk }
    let desk = Desk(try office.console(of: officer, on: day))
    desks[officer] = desk
    return desk
  }

  var reviewer: Desk { get throws { try desk(province.reviewer) } }
  var signer: Desk { get throws { try desk(province.signer) } }

  /// The province's own of these cases.
  func ours(_ ids: String...) -> [String] { ids.filter(province.has) }

  /// The province's cases as the queue has them, in the order of the ids.
  func rows() throws -> [JSONValue] {
    try office.rows().filter { row in row["case"]?.string.map(province.has) == true }
  }

  /// Ids of the province's cases in a state.
  func ids(_ state: CaseState) throws -> [String] {
    try rows().filter { $0["state"]?.string == state.rawValue }.compactMap { $0["case"]?.string }
  }

  /// Lists the province's cases in a state and does one act for all of them.
  func all(_ state: CaseState, _ act: Desk.Bulk, by officer: String, _ answers: String...) throws {
    let count = try ids(state).count
    let counts = try desk(officer).all(province.word + " " + state.word.zh, count: count, act, answers)
    #expect(counts == (count, 0))
  }

  // MARK: The steps

  /// Every case is taken; three are withdrawn, three go back to the enterprise, one waits for data.
  private func receive() throws {
    begin("2026-03-25")
    try all(.received, .take, by: province.reviewer)
    for id in ours(cast.asked) {
      try reviewer.open(id)
      // Without the enterprise's own paper that is the supervisor's.
      try reviewer.refuses("withdraw", "撤回", "1", "Tab", "企业申请撤回", says: "需要职责")
      let paper = try office.file("request.txt", "撤回申请，加盖公章\n")
      try reviewer.goesOn("撤回", "Tab", paper)
    }
    for (id, cause, reason) in [(cast.misdirected, "2", "不归本部门受理"), (cast.duplicate, "3", "重复申报")]
    where province.has(id) {
      try desk(province.supervisor).open(id)
      try desk(province.supervisor).command("withdraw", "撤回", cause, "Tab", reason)
    }
    for id in ours(cast.lapsed) + cast.corrected.filter(province.has) { try reviewer.sendBack(id) }
    for id in ours(cast.held) {
      try reviewer.open(id)
      try reviewer.act("H", "搁置", "等待平台数据")
    }
  }

  /// What was corrected comes back; another enterprise's application is not taken for it.
  private func correct() throws {
    begin("2026-04-07")
    for id in cast.corrected.filter(province.has) { try reviewer.takeIn(id, office.application(id, renamed: true)) }
    for id in ours(cast.held) {
      try reviewer.open(id)
      try reviewer.act("U", "恢复")
    }
    for id in ours(cast.resent) {
      try reviewer.sendBack(id)
      try reviewer.refuses("resubmit", "收补正件", office.application(cast.challenged), says: "另一申报件")
      try reviewer.goesOn("收补正件", "Ctrl-U", office.application(id))
    }
  }

  /// Papers, facts, judgements, proposals; one is challenged and proposed again.
  private func review() throws {
    begin("2026-04-09")
    for id in try ids(.inReview) { try reviewer.review(id) }
    begin("2026-04-10")
    for id in ours(cast.challenged) {
      try signer.open(id)
      try signer.act("S", "不同意见", "1", "Tab", "请再核对营业收入")
      try reviewer.review(id)
    }
  }

  /// All that is proposed to pass is signed at once, each refusal by itself.
  private func sign() throws {
    begin("2026-04-13")
    let proposed = try ids(.toSign)
    let refusals = try rows().filter { $0["recommendation"]?.string == "refuse" }.compactMap { $0["case"]?.string }
    // Once drawn or not a case goes on by itself: to the notice, or to the ministry.
    let signed = try signer.all(province.word + " 待签", count: proposed.count, .sign, ["1"])
    #expect(signed == (proposed.count - refusals.count, refusals.count))
    for id in refusals {
      try signer.open(id)
      try signer.act("s", "签批")
    }
  }

  /// The draw: planned by one, the seed entered by another.
  private func draw() throws {
    let waiting = try ids(.awaitingDraw).count
    begin("2026-04-14")
    try desk(province.supervisor).plan(province, count: waiting)
    begin("2026-04-15")
    try desk(province.supervisor).mayNotDraw(province, count: waiting)
    try signer.draw(province, count: waiting, seed: "081523273107")
  }

  /// Two officers to each case; the first finds another figure, which is proposed and signed anew.
  private func visit() throws {
    begin("2026-04-17")
    let drawn = try ids(.spotCheck)
    let visits = try desk(province.supervisor).sendOfficers(province, count: drawn.count)
    #expect(visits.map(\.id) == drawn && visits.count > 1)
    for (index, visit) in visits.enumerated() {
      try desk(visit.officers[0]).visit(visit.id, differs: index == 0)
      try desk(visit.officers[1]).coSignVisit(visit.id)
    }
    begin("2026-04-20")
    let back = try ids(.inReview)
    #expect(back == [visits[0].id])
    for id in back { try reviewer.review(id) }
    begin("2026-04-21")
    for id in back { try signAgain(id) }
  }

  /// Signs a proposal after the draw: it need not be drawn again.
  func signAgain(_ id: String) throws {
    let row = try #require(try rows().first { $0["case"]?.string == id })
    let next = row["tier"]?.string == "little-giant" ? "3" : "2"
    try signer.open(id)
    try signer.act("s", "签批", row["recommendation"]?.string == "refuse" ? "" : next)
  }
}
