import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// What others write while the console is open.
@Suite struct WatchTests {
  @Test func `An act of another program appears in the open case without a key`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "reviewer-a")
    let session = try office.console(of: "reviewer-b", at: id)
    session.pty.settle(milliseconds: 300)
    #expect(!session.screen.text.contains("搁置"))
    try office.run(["act", id, "hold", "reason=等待文书"], as: "reviewer-a")
    try session.pty.wait(for: "搁置")
  }

  @Test func `What comes into the open case and does not count is named at its head`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "reviewer-a")
    let session = try office.console(of: "reviewer-b", at: id)
    session.pty.settle(milliseconds: 300)
    let path = try #require(try office.row(id)?["path"]?.string)
    let junk = office.store + "/" + path + "/20260415-000000-aaaaaaaaaaaaaaaa.event.json"
    try Data("x\n".utf8).write(to: URL(filePath: junk))
    try session.pty.wait(for: "事件文件不是两行")
    try FileManager.default.removeItem(atPath: junk)
    try session.pty.wait(for: "the head as it was") { !$0.text.contains("事件文件不是两行") }
  }

  @Test func `With nothing happening an open case writes nothing and costs next to nothing`() throws {
    let office = try OfficeCopy()
    let session = try office.console(of: "reviewer-b", at: try office.find(.inReview, of: "reviewer-a"))
    session.pty.settle(milliseconds: 5_000)
    func ticks() throws -> Int {
      let stat = try String(contentsOfFile: "/proc/\(session.pty.processIdentifier)/stat", encoding: .utf8)
      let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
      return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
    }
    let before = try ticks()
    #expect(session.pty.count(milliseconds: 5_000) == 0)
    // Hundredths of a second, in five seconds.
    #expect(try ticks() - before <= 5)
  }
}
