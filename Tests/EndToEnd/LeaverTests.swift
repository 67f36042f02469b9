import Casework
import Foundation
import StrictJSON
import Testing

/// An officer leaves while a laptop of his is away.
@Suite struct LeaverTests {
  @Test func `What a leaver did stands; what comes from his laptop later waits for a supervisor`() throws {
    let (office, laptop) = (try OfficeCopy(), try OfficeCopy())
    let id = try office.find(.inReview, of: "reviewer-a")
    let path = try #require(try office.row(id)?["path"]?.string)
    let before = try laptop.listing()
    try laptop.run(["act", id, "hold", "reason=等待文书"], as: "reviewer-a")
    let written = try #require(try laptop.listing().first { !before.contains($0) }?.split(separator: " ").first)

    try office.run(["officers", "leave", "审核员甲"])
    func verdicts() throws -> [String] {
      try office.run(["show", id]).first?["timeline"]?.array?.compactMap { $0["verdict"]?.string } ?? []
    }
    #expect(try verdicts().allSatisfy { $0 == "valid" })
    #expect(try office.row(id)?["state"] == "inReview")
    let refused = try office.run(["act", id, "note", "text=x"], as: "reviewer-a", expects: [5])
    #expect(refused.first?["done"]?.bool == false)

    try FileManager.default.copyItem(atPath: laptop.store + "/" + written, toPath: office.store + "/" + written)
    #expect(String(written).hasPrefix(path))
    #expect(try verdicts().last == "pending")
    #expect(try office.row(id)?["state"] == "inReview" && office.row(id)?["pending"] == 1)
    let event = try #require(written.split(separator: "-").last?.prefix(16))
    try office.run(["act", id, "countersign", "of=\(event)", "text=看过，属实"])
    #expect(try verdicts().suffix(2) == ["valid", "valid"])
    #expect(try office.row(id)?["state"] == "held" && office.row(id)?["pending"] == 0)
  }
}
