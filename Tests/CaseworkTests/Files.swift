import ScoringCore
import StrictJSON

@testable import Casework

/// Case files with a real application, for what needs more than events.
enum Files {
  static let today = Day(year: 2025, month: 9, day: 1) ?? Day(number: 0)

  /// A specialized application of Shandong that says little: revenue of 2024, and the papers given.
  static func application(
    revenue: String = "6100", papers: [String] = [], _ change: (String) -> String = { $0 }
  ) throws -> Application {
    let text = """
      {"format":"tidu.application/1","id":"370000-2025-SP-000001","tier":"specialized","type":"new",\
      "authority":"370000","division":"370100","batch":"2025-1","submitted":"2025-08-21","referenceYear":2024,\
      "enterprise":{"name":"齐鲁示例有限公司","creditCode":"91370100MA3TESTX0A","industryCode":"C3521",\
      "registered":"2012-05-06"},"facts":{"revenue":{"2023":5230.45,"2024":\(revenue)}},\
      "materials":[\(papers.joined(separator: ","))]}
      """
    return try ApplicationReader(standard: .shared).read(Array(change(text).utf8))
  }

  static func paper(_ item: String, year: Int? = nil, sha: String) -> String {
    let year = year.map { "\"year\":\($0)," } ?? ""
    return #"{"item":"\#(item)",\#(year)"file":"materials/\#(item).pdf","sha256":"\#(sha)","pages":3}"#
  }

  /// The file of a case: revision 1 is the one received, revision 2 the one resubmitted.
  static func file(
    _ desk: Desk, _ revisions: [Application], settings: OfficeSettings = OfficeSettings(),
    registry: Registry = Office.shared.registry, standard: Standard = .shared
  ) throws -> CaseFile? {
    CaseFile(
      key: CaseKey(authority: "370000", batch: "2025-1", id: "370000-2025-SP-000001"),
      revisions: zip(1..., revisions).map {
        CaseFile.Revision(number: $0, sha: $0 == 1 ? Office.ones : Office.zeros, application: $1)
      }, events: desk.history.entries.map(\.event), registry: registry, settings: settings, standard: standard)
  }

  /// A calendar that knows of 2025 nothing but one weekday off.
  static func calendar(dayOff: String) throws -> WorkingCalendar {
    try WorkingCalendar(
      Array(
        #"{"years":{"2025":{"working_days":260,"weekdays_off":["\#(dayOff)"],"weekend_days_worked":[]}}}"#.utf8))
  }
}
