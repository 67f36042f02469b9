import Casework
import Foundation
import StrictJSON
import Testing

/// A calendar that an office adopts counts its days in every command.
@Suite struct CalendarTests {
  /// Two weeks off about the day of the demonstration, and no other day of the year.
  private static let days = (13...17).map { "\"2026-04-\($0)\"" } + (20...24).map { "\"2026-04-\($0)\"" }
  private static let calendar =
    #"{"years":{"2026":{"working_days":251,"weekdays_off":[\#(days.joined(separator: ","))],"weekend_days_worked":[]}}}"#

  @Test func `An adopted calendar counts the queue, and show tells which stated days it counts otherwise`() throws {
    let office = try OfficeCopy()
    let notice = try office.find(.inNotice)
    let review = try office.find(.inReview) { $0["daysUsed"]?.integer ?? 0 > 3 }
    func used() throws -> Int64 { try #require(try office.row(review)?["daysUsed"]?.integer) }
    let before = try used()
    #expect(try office.run(["show", notice]).first?["remarks"]?.array == [])
    let file = NSTemporaryDirectory() + "tidu-calendar-\(UUID().uuidString).json"
    try Data(Self.calendar.utf8).write(to: URL(filePath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    try office.run(
      [
        "act", "registry", "settings", "what=calendar", "authority=370000", "from=\(OfficeCopy.today)", "file=@\(file)",
      ], as: "registrar")
    #expect(try used() == before)
    try office.run(["act", "registry", "approve"])
    #expect(try used() < before)
    let remark = try #require(try office.run(["show", notice]).first?["remarks"]?.array?.first)
    #expect(remark["code"] == "recounted" && remark["message"]?.string?.contains("按现行日历应到") == true)
    let text = try Command(
      ["show", notice, "--store", office.store, "--format", "text", "--lang", "zh"], home: NSTemporaryDirectory(),
      environment: ["TIDU_TODAY": OfficeCopy.today]
    ).outcome().text
    #expect(text.contains("按现行日历应到"))
  }
}
