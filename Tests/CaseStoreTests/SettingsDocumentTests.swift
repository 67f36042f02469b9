import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// What a proposal changes is told value by value, whatever sort of document it is.
@Suite struct SettingsDocumentTests {
  private static let today = Workplace.start.day

  private func draft(_ what: String, _ text: String, _ store: Store, from day: Day = today) throws -> SettingsDocument {
    try store.settingsDraft(what, Array(text.utf8), authority: "370000", from: day, today: Self.today)
  }

  private static let layout = """
      public-list:
        title: {zh: 公示名单, en: Public list}
        by: city
        columns:
          - {zh: 名次, en: No., field: index}
          - {zh: 企业名称, en: Enterprise, field: enterprise}

    """

  /// A setting, another value than the program's own, and both in words.
  static let settings: [(String, String, String, String)] = [
    ("reviewDays", "33", "20 个工作日", "33 个工作日"), ("nearMargin", "7", "5 个工作日", "7 个工作日"),
    ("correctionDays", "15", "10 个工作日", "15 个工作日"), ("noticeLength", "9", "按本省公示规则", "9 天"),
    ("noticeKind", "calendar", "按本省公示规则", "自然日"), ("noticeFirstCounted", "true", "按本省公示规则", "计入"),
    ("sampleRate", "1005", "20%", "10.05%"), ("sampleLeast", "8", "3 家", "8 家"),
    ("signature", "某厅", "本机关全称", "某厅"), ("dateStyle", "characters", "2026年11月27日", "二〇二六年十一月二十七日"),
    ("objectionsTo", "某处", "本机关全称", "某处"),
  ]

  @Test(arguments: settings)
  func `Each setting that changes is listed before and after, and nothing else`(
    name: String, value: String, before: String, after: String
  ) throws {
    let place = Workplace()
    defer { withExtendedLifetime(place) {} }
    let (store, _) = try place.found()
    let changes = try draft("settings", "\(name): \(value)\n", store).changes
    #expect(changes.map(\.name) == [name] && changes[0].before?.zh == before && changes[0].after?.zh == after)
    #expect(changes[0].lines(.zh) == ["\(changes[0].label.zh)：\(before) → \(after)"])
  }

  @Test func `Steps handed to cities are told by tier`() throws {
    let place = Workplace()
    defer { withExtendedLifetime(place) {} }
    let (store, _) = try place.found()
    let changes = try draft("settings", "delegated:\n  innovative: [review]\n", store).changes
    #expect(changes.map(\.name) == ["delegated.innovative", "delegated.specialized"])
    #expect(changes[0].after?.zh == "审核" && changes[1].after?.zh == "无")
  }

  @Test func `A calendar's days, a letter's text and an overlay's values are told as they change`() throws {
    let place = Workplace()
    defer { withExtendedLifetime(place) {} }
    let (store, _) = try place.found()
    let calendar = WorkingCalendar.embeddedFile
    #expect(try draft("calendar", calendar, store).changes.isEmpty)
    let without = calendar.replacing("\"2022-01-03\",", with: "").replacing(
      "\"working_days\": 249,\n   \"weekdays_off\": [\n    \n", with: "\"working_days\": 250,\n   \"weekdays_off\": [\n"
    )
    let days = try draft("calendar", without, store).changes
    #expect(days.map(\.name) == ["2022", "2022-01-03"] && days[1].before?.zh == "放假" && days[1].after == nil)
    let letters = try draft("letters", "return:\n  zh: 补正 {{case}}\n  en: Return {{case}}\n", store).changes
    #expect(letters.map(\.name) == ["return.zh", "return.en"])
    #expect(letters[0].before?.zh.contains("{{heading}}") == true && letters[0].after?.zh == "补正 {{case}}")
    let layouts = try draft("letters", "layouts:\n" + Self.layout, store).changes
    #expect(layouts.map(\.name) == ["layouts.public-list"] && layouts[0].lines(.zh).contains { $0.contains("名次") })
    // The points of one answer alone.
    let shandong = try #require(Standard.embeddedOverlay("370000"))
    let written = shandong.head + "values:\n" + shandong.values
    #expect(try draft("overlay", written, store).changes.isEmpty)
    let points = try draft("overlay", written.replacing("each: 2", with: "each: 1"), store).changes
    #expect(points.count == 1 && points[0].before != points[0].after, "\(points)")
    let overlay = try draft("overlay", Workplace.overlay, store)
    #expect(!overlay.changes.isEmpty && overlay.changes.contains { $0.after?.zh.contains("75") == true })
  }

  @Test func `It is held against what will hold on its first day, and says when it would never be used`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let wang = try place.admit("wang", ["supervisor"], to: store, by: key)
    func propose(_ text: String, from day: Day) throws -> Event {
      try store.propose(
        "settings", Array(text.utf8), authority: "370000", from: day, by: key, today: Self.today, at: Workplace.start)
    }
    let first = try propose("reviewDays: 30\n", from: Self.today.adding(days: -5))
    _ = try store.perform(
      Action(.approve, ["of": .string(first.id)]), in: "registry", by: wang, today: Self.today, at: Workplace.start)
    let second = try propose("reviewDays: 40\n", from: Self.today.adding(days: 5))
    let third = try propose("reviewDays: 50\n", from: Self.today.adding(days: -9))
    let all = try store.settingsDocuments(today: Self.today)
    func document(_ event: Event) throws -> SettingsDocument { try #require(all.first { $0.id == event.id }) }
    #expect(try document(first).isInForce && !document(first).isProposed && document(second).isProposed)
    #expect(try document(second).changes.map { $0.before?.zh } == ["30 个工作日"])
    #expect(try document(second).warning == nil && document(third).warning != nil)
  }

  @Test func `An approval is refused where what it was shown against holds no more`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let wang = try place.admit("wang", ["supervisor"], to: store, by: key)
    let events = try ["reviewDays: 30\n", "reviewDays: 40\n"].enumerated().map { index, text in
      try store.propose(
        "settings", Array(text.utf8), authority: "370000", from: Self.today.adding(days: index - 2), by: key,
        today: Self.today, at: Workplace.start)
    }
    let approval = Action(.approve, ["of": .string(events[1].id)])
    func situation() throws -> Situation { try store.situation("registry", of: "wang", today: Self.today) }
    let seen = try situation().seen(approval)
    #expect(try situation().changes(since: seen).isEmpty)
    _ = try store.perform(
      Action(.approve, ["of": .string(events[0].id)]), in: "registry", by: wang, today: Self.today, at: Workplace.start)
    #expect(try situation().changes(since: seen).map(\.code) == ["changed"])
  }

  @Test func `Nobody approves a file that is gone, nor the rules of another province`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let wang = try place.admit("wang", ["supervisor"], to: store, by: key)
    #expect(throws: StoreError.self) {
      try store.settingsDraft(
        "overlay", Array(Workplace.overlay.utf8), authority: "330000", from: Self.today, today: Self.today)
    }
    let event = try store.propose(
      "settings", Array("reviewDays: 30\n".utf8), authority: "370000", from: Self.today, by: key, today: Self.today,
      at: Workplace.start)
    for name in try Disk(path: place.storePath).names("settings") {
      Workplace.remove(place.storePath + "/settings/" + name)
    }
    #expect(try store.settingsDocument(of: event, today: Self.today)?.trouble != nil)
    #expect(throws: OfficeError.self) {
      try ActService(store: store, today: Self.today).perform(
        ActRequest("registry", .approve, ["of": .string(event.id)]), by: wang, at: Workplace.start)
    }
    #expect(try store.officers().awaiting.map(\.id) == [event.id])
  }
}
