import Casework
import Foundation
import StrictJSON
import Testing

/// Lists of a round hold what can be entered and nothing else.
@Suite struct ListTests {
  @Test func `A notice lists the cases it may enter, and a case that waits for its visit holds up no other`() throws {
    let office = try OfficeCopy()
    let review = try office.find(.inReview) {
      $0["type"] == "review" && $0["outcome"] == "meets" && $0["assignee"] != nil
    }
    let reviewer = try #require(try office.row(review)?["assignee"]?.string)
    let id = try office.settled(review, by: reviewer)
    try office.run(["act", id, "recommend", "outcome=pass"], as: reviewer)
    try office.run(["act", id, "sign", "next=notice"], as: "signer")
    let other = try office.find(.readyForNotice) { $0["type"] == "new" }
    let fresh = try #require(try office.row(other))
    let round = "\(fresh["authority"]?.string ?? "")/\(fresh["batch"]?.string ?? "")"
    func counts() throws -> [Int64] {
      try office.run(["notice", "status", round]).compactMap { $0["listed"]?.integer }
    }
    let before = try counts()
    // The review needs a visit first: no list is written for it.
    let refused = try office.run(["notice", "open", round, id, "--document", "A"], as: "signer", expects: [5])
    #expect(refused.first?["unmet"]?.array?.first?["code"] == "reviewVisit")
    #expect(try counts() == before)
    // Beside it, the other is listed and entered.
    let told = try office.run(["notice", "open", round, "--document", "B"], as: "signer", expects: [5])
    #expect(told.first?["case"]?.string == id && told.last?["listed"] == told.last?["entered"])
    #expect(try counts().count == before.count + 1)
    #expect(try office.row(other)?["state"] == "inNotice")
    #expect(try office.row(id)?["state"] == "readyForNotice")
  }

  @Test func `A notice counts as closed what was closed after its last day, and what was withdrawn as taken out`()
    throws
  {
    let office = try OfficeCopy()
    let id = try office.find(.inNotice) { $0["openObjections"] == 0 }
    let row = try #require(try office.row(id))
    let round = "\(row["authority"]?.string ?? "")/\(row["batch"]?.string ?? "")"
    let list = try #require(
      try office.events(id).last { $0["kind"] == "enterNotice" }?["body"]?["notice"]?.string)
    func counts(on day: String = OfficeCopy.today) throws -> [Int64?] {
      let status = try office.run(["notice", "status", round], as: "demo", on: day).first { $0["list"]?.string == list }
      return ["inNotice", "closed", "pulled"].map { status?[$0]?.integer }
    }
    let before = try counts()
    let running = try #require(before[0])
    #expect(running > 0 && before[1] == 0)
    try office.run(["act", id, "withdraw", "cause=ineligible", "reason=x"], as: "supervisor")
    #expect(try counts() == [running - 1, 0, (before[2] ?? 0) + 1])
    // A case whose notice runs longer keeps the notice running.
    let longer = try office.find(.inNotice) { row in
      let notice = (try? office.events(row["case"]?.string ?? ""))?.last { $0["kind"] == "enterNotice" }
      return notice?["body"]?["notice"]?.string == list
    }
    try office.run(["act", longer, "extendNotice", "last=2026-05-04", "reason=x"], as: "signer")
    let status = try office.run(["notice", "status", round]).first { $0["list"]?.string == list }
    #expect(status?["last"] == "2026-05-04" && status?["daysLeft"] == 20)
    // One that is closed and withdrawn afterwards was closed.
    let day = "2026-05-06"
    let other = try office.run(["notice", "close", round], as: "signer", on: day, expects: [0, 5])
      .first { $0["ok"] == true || $0["event"] != nil }?["case"]?.string
    let closed = try counts(on: day)
    #expect((closed[1] ?? 0) > 0)
    try office.run(
      ["act", #require(other), "withdraw", "cause=ineligible", "reason=x"], as: "supervisor", on: day)
    #expect(try counts(on: day) == closed)
  }
}
