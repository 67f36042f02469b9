import Casework
import StrictJSON
import Testing

/// A record that says otherwise than what stands is a question: by command and by batch as by key.
@Suite struct ChangesTests {
  private func code(_ answer: JSONValue?) -> String? { answer?["unmet"]?.array?.first?["code"]?.string }

  @Test func `A changed record is asked about with both, and written with --yes; the same again is written`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.spotCheck)
    let item = try #require(
      try office.events(id).last { $0["kind"] == "plan" }?["body"]?["items"]?.array?.compactMap(\.string).first {
        $0.hasPrefix("facts.revenue.")
      })
    func find(_ words: [String], expects status: Int32) throws -> JSONValue? {
      try office.run(["act", id, "finding", "item=\(item)"] + words, as: "visitor-a", expects: [status]).first
    }
    _ = try find(["state=differs", "value=1234", "text=账册", "--yes", "magnitude"], expects: 0)
    _ = try find(["state=differs", "value=1234", "--yes", "magnitude"], expects: 0)
    let asked = try find(["state=asDeclared"], expects: 5)
    #expect(code(asked) == "changes")
    let message = asked?["unmet"]?.array?.first?["message"]?.string ?? ""
    for part in ["现为：", "改为：", "1,234", "核实值：", "账册", "抽查员甲"] { #expect(message.contains(part), "\(message)") }
    #expect(code(try find(["state=asDeclared", "--dry-run"], expects: 5)) == "changes")
    #expect(try office.events(id).filter { $0["kind"] == "finding" }.count == 2)
    _ = try find(["state=asDeclared", "--yes", "changes"], expects: 0)
    let last = try office.events(id).last { $0["kind"] == "finding" }
    #expect(last?["body"]?["state"] == "asDeclared" && last?["body"]?["text"] == "")
  }

  @Test func `Who takes a colleague's case, or enters an officer anew, is asked`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "reviewer-a")
    let taken = try office.run(["act", id, "assign"], as: "reviewer-b", expects: [5]).first
    #expect(code(taken) == "changes")
    #expect(taken?["unmet"]?.array?.first?["message"]?.string?.contains("审核员甲") == true)
    try office.run(["act", id, "assign", "--yes", "changes"], as: "reviewer-b")
    #expect(try office.row(id)?["assignee"] == "reviewer-b")
    // A supervisor who gives it to another sees who has it.
    try office.run(["act", id, "assign", "to=reviewer-a"], as: "supervisor")
    let entry = ["act", "registry", "officer", "officer=reviewer-a", "name=审核员丁", "authority=370000"]
    let entered = try office.run(entry, as: "supervisor", expects: [5]).first
    #expect(code(entered) == "changes")
    let message = entered?["unmet"]?.array?.first?["message"]?.string ?? ""
    for part in ["审核员甲", "审核员丁", "山东"] { #expect(message.contains(part), "\(message)") }
  }

  @Test func `A check without the document it is about is refused, with what there is`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "demo")
    let papers = try office.run(["show", id]).first?["papers"]?.array ?? []
    let paper = try #require(papers.first { $0["sha256"]?.string != nil && $0["state"] == "open" })
    let item = try #require(paper["item"]?.string)
    var words = ["act", id, "check", "item=\(item)", "state=ok"]
    if case .integer(let year)? = paper["year"] { words.append("year=\(year)") }
    let refused = try office.run(words, expects: [5]).first
    #expect(code(refused) == "whichPaper")
    let sha = try #require(paper["sha256"]?.string)
    #expect(refused?["unmet"]?.array?.first?["message"]?.string?.contains(sha) == true)
    try office.run(words + ["file=\(sha.prefix(12))"])
    let after = try office.run(["show", id]).first?["papers"]?.array ?? []
    #expect(after.count == papers.count)
  }
}
