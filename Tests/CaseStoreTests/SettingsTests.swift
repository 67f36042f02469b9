import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// Files that an office puts in force: by one officer, approved by a supervisor who is another.
@Suite struct SettingsTests {
  private static let today = Workplace.start.day

  /// A store with a second supervisor, wang.
  private func office(_ place: Workplace) throws -> (store: Store, key: OfficerKey, wang: OfficerKey) {
    let (store, key) = try place.found()
    return (store, key, try place.admit("wang", ["supervisor"], to: store, by: key))
  }

  private func propose(
    _ what: String, _ text: String, _ store: Store, by key: OfficerKey, from day: Day = SettingsTests.today
  ) throws -> Event {
    try store.propose(
      what, Array(text.utf8), authority: "370000", from: day, by: key, today: Self.today, at: Workplace.start)
  }

  private func approve(_ event: Event, _ store: Store, by key: OfficerKey) throws {
    _ = try store.perform(
      Action(.approve, ["of": .string(event.id)]), in: "registry", by: key, today: Self.today, at: Workplace.start)
  }

  @Test func `settings count once a second supervisor approved them, from their day`() throws {
    let place = Workplace()
    let (store, key, wang) = try office(place)
    let event = try propose("settings", "reviewDays: 33\n", store, by: key, from: Self.today.adding(days: 2))
    #expect(throws: Refusal.self) { try approve(event, store, by: key) }
    try approve(event, store, by: wang)
    func days(_ later: Int) throws -> Int {
      try place.open().settings("370000", on: Self.today.adding(days: later)).settings.reviewDays
    }
    #expect(try days(1) == 20)
    #expect(try days(2) == 33)
    #expect(try store.settings("370200", on: Self.today.adding(days: 2)).settings.reviewDays == 20)
  }

  @Test func `an adopted overlay changes the assessment, and its layer is shown`() throws {
    let place = Workplace()
    let (store, key, wang) = try office(place)
    _ = place.receive(store, key, Workplace.application("C01"))
    func file() throws -> CaseFile {
      let store = try place.open()
      let standard = try store.standard(on: Self.today)
      return try #require(try store.caseFile(PerformTests.case1, standard, today: Self.today))
    }
    let before = try file()
    #expect(before.assessment?.score?.pass == 60)
    #expect(try score(before)?.layer != .province("370000"))
    let event = try propose("overlay", Workplace.overlay, store, by: key)
    #expect(try file().assessment == before.assessment)
    try approve(event, store, by: wang)
    let after = try file()
    #expect(after.assessment?.score?.pass == 75 && after.assessment?.overlay == "370000")
    #expect(after.standard.digest != before.standard.digest)
    #expect(layers(try #require(after.explanation)).contains(.province("370000")))
    #expect(try score(after)?.layer == .province("370000"))
    let stated = after.complete(Action(.recommend), by: "wang", today: Self.today).fields["assessment"]
    #expect(stated?["digest"]?.string == after.standard.digest && stated?["overlay"]?.string == "370000")
  }

  private func layers(_ node: Explanation) -> [Layer] {
    (node.layer.map { [$0] } ?? []) + node.children.flatMap(layers)
  }

  private func score(_ file: CaseFile) throws -> Explanation? {
    func find(_ node: Explanation) -> Explanation? {
      node.kind == .score ? node : node.children.lazy.compactMap(find).first
    }
    return find(try #require(file.explanation))
  }

  @Test func `a calendar put in force counts notices and deadlines, and is stated by its digest`() throws {
    let place = Workplace()
    let (store, key, wang) = try office(place)
    _ = place.receive(store, key, Workplace.application("C01"))
    try approve(try propose("calendar", Workplace.calendar, store, by: key), store, by: wang)
    let file = try #require(try place.open().caseFile(PerformTests.case1, today: Self.today))
    #expect(file.settings.calendar.digest == Hexadecimal.sha256(Array(Workplace.calendar.utf8)))
    // The embedded calendar has the first three days of January off; this one has the fifth.
    let action = file.complete(Action(.return, ["days": 2]), by: "wang", today: Self.today)
    #expect(action.fields["due"]?.string == "2026-01-06")
    #expect(action.fields["calendar"]?.string == file.settings.calendar.digest)
    #expect(try store.settings("320000", on: Self.today).settings.calendar == .shared)
    let adopted = try store.settings(on: Self.today)
    #expect(adopted.keys.sorted() == ["370000"] && adopted["370000"]?.calendar == file.settings.calendar)
    #expect(try store.settings(on: Self.today.adding(days: -1)).isEmpty)
  }

  @Test func `what was received stays readable under an overlay that no longer declares its local facts`() throws {
    let place = Workplace()
    let (store, key, wang) = try office(place)
    let local = #","local":{"keyIndustry":"municipal","innovativeOperation":["lean-production"]}"#
    let received = Workplace.application("C01", extra: local)
    #expect(place.receive(store, key, received).received.count == 1)
    try approve(try propose("overlay", Workplace.overlay, store, by: key), store, by: wang)
    let standard = try place.open().standard(on: Self.today)
    let file = try #require(try place.open().caseFile(PerformTests.case1, standard, today: Self.today))
    #expect(file.revision.application.local.isEmpty)
    #expect(file.revision.application.setAside.map(\.key) == ["keyIndustry", "innovativeOperation"])
    let found = file.findings.filter { $0.kind == .localSetAside }
    #expect(found.map(\.paths) == [["local.keyIndustry"], ["local.innovativeOperation"]])
    #expect(found.first?.message.zh.contains("municipal") == true)
    var json = JSONWriter()
    file.revision.application.write(to: &json)
    #expect(String(decoding: json.bytes, as: UTF8.self).contains(#""local":{"keyIndustry":"municipal","#))
    let changes = try place.open().refresh(standard)
    #expect(changes.unreadable.isEmpty && changes.changed.count == 1)
    // What comes in now is held to the overlay in force.
    let strict = store.receive(
      [.bytes(Array(Workplace.application("C02", extra: local).utf8), name: "-")], by: key,
      reader: ApplicationReader(standard: standard), at: { _ in Workplace.start })
    #expect(strict.received.isEmpty && strict.problems.map(\.kind) == [.schema, .schema])
    let again = store.receive(
      [.bytes(Array(received.replacing(local, with: "").utf8), name: "-")], by: key,
      reader: ApplicationReader(standard: standard), at: { _ in Workplace.start })
    #expect(again.problems.first?.message.en.contains("resubmit") == true)
  }

  @Test(
    arguments: [
      ("{}", "years"), (#"{"years":{"26":{}}}"#, "years.26"),
      (#"{"years":{"2026":{"working_days":260,"weekdays_off":[]}}}"#, "years.2026"),
      (
        #"{"years":{"2026":{"working_days":261,"weekdays_off":["2026-01-03"],"weekend_days_worked":[]}}}"#,
        "years.2026.weekdays_off[0]"
      ),
      (
        #"{"years":{"2026":{"working_days":261,"weekdays_off":[],"weekend_days_worked":["2025-01-04"]}}}"#,
        "years.2026.weekend_days_worked[0]"
      ),
      (
        #"{"years":{"2026":{"working_days":260,"weekdays_off":[],"weekend_days_worked":[]}}}"#,
        "years.2026.working_days"
      ), ("{", "line 1"),
    ])
  func `a calendar that cannot be is refused with the place, and nothing is kept`(text: String, place: String) throws {
    let work = Workplace()
    let (store, key) = try work.found()
    do {
      _ = try propose("calendar", text, store, by: key)
      Issue.record("taken: \(text)")
    } catch Refusal.store(let error) {
      #expect(error.kind == .settings)
      #expect(error.message.en.contains(place) && error.message.zh != error.message.en, "\(error.message.en)")
    }
    #expect(try store.disk.names("settings").isEmpty)
  }
}

extension Workplace {
  /// Admits an officer with a key and roles in Shandong.
  func admit(
    _ officer: String, _ roles: [String], to store: Store, by key: OfficerKey
  ) throws -> OfficerKey {
    let own = try #require(store.own)
    let new = try own.makeKey(officer: officer, passphrase: nil, at: Self.start)
    let entries: [(ActName, JSONValue)] =
      [
        ("officer", ["authority": "370000", "name": .string(officer), "officer": .string(officer), "state": "active"]),
        (
          "key",
          [
            "device": "desk", "officer": .string(officer), "proof": .string(try new.proof(device: "desk")),
            "seal": .string(new.seal), "sign": .string(new.sign),
          ]
        ),
      ] + roles.map { ("role", ["authority": "370000", "officer": .string(officer), "role": .string($0)]) }
    for (kind, fields) in entries {
      _ = try store.perform(
        Action(kind, fields), in: "registry", by: key, today: Self.start.day, at: Self.start)
    }
    return new
  }
}
