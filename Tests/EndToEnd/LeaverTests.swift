import Casework
import Foundation
import StrictJSON
import Testing

/// An officer leaves while a laptop of his is away.
@Suite struct LeaverTests {
  /// The first digits of the id of the event that made somebody an officer.
  private func office(of officer: String, in store: String) throws -> String {
    let folder = store + "/registry"
    let name = try FileManager.default.contentsOfDirectory(atPath: folder).first { name in
      guard name.hasSuffix(".event.json"), let data = FileManager.default.contents(atPath: folder + "/" + name),
        let value = try? JSONValue(parsing: data.prefix { $0 != 0x0A })
      else { return false }
      return value["kind"] == "officer" && value["body"]?["officer"]?.string == officer
    }
    return try #require(name?.split(separator: "-").last?.prefix(16)).description
  }

  @Test func `What a leaver did stands; what comes from his laptop later waits for a supervisor`() throws {
    let (office, laptop) = (try OfficeCopy(), try OfficeCopy())
    let id = try office.find(.inReview, of: "reviewer-a")
    let path = try #require(try office.row(id)?["path"]?.string)
    let before = try laptop.listing()
    try laptop.run(["act", id, "hold", "reason=等待文书"], as: "reviewer-a")
    let written = try #require(try laptop.listing().first { !before.contains($0) }?.split(separator: " ").first)

    let given = try self.office(of: "reviewer-a", in: office.store)
    try office.run(["act", "registry", "end", "of=\(given)", "why=left"])
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
