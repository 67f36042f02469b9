import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

@Suite struct PerformTests {
  static let case1 = CaseKey(authority: "370000", batch: "2025-1", id: "C01")
  static let today = Workplace.start.day

  private func act(_ store: Store, _ key: OfficerKey, _ kind: ActName, _ fields: JSONValue = [:]) throws -> Event {
    try store.perform(Action(kind, fields), in: Self.case1.path, by: key, today: Self.today, at: Workplace.start)
  }

  private func unmet(_ body: () throws -> Event) -> [String] {
    do {
      _ = try body()
      return []
    } catch Refusal.unmet(let unmet) { return unmet.map(\.code) } catch { return ["\(error)"] }
  }

  @Test func `an act that is permitted is one durable event; one that is not changes nothing and says why`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    #expect(try store.caseFile(Self.case1, today: Self.today)?.summary.state == .received)
    let before = try store.disk.names(Self.case1.path)
    #expect(unmet { try act(store, key, "recommend", ["outcome": "pass"]) } != [])
    #expect(unmet { try act(store, key, "sign") } != [])
    #expect(unmet { try act(store, key, "openRound") } == ["wrongFolder"])
    #expect(try store.disk.names(Self.case1.path) == before)

    let taken = try act(store, key, "assign")
    let again = try place.open()
    let file = try #require(try again.caseFile(Self.case1, today: Self.today))
    #expect(file.summary.state == .inReview && file.summary.assignee == "li.ming")
    #expect(file.history.heads == [taken.id] && file.unreadable.isEmpty)
    #expect(try again.refresh(Self.case1, .shared)?.state == .inReview)
  }

  @Test func `a stranger's key writes nothing`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    let stranger = OfficerKey(officer: "li.ming")
    #expect(unmet { try act(store, stranger, "assign") } != [])
    #expect(
      store.receive(
        [.bytes(Array(Workplace.application("C02").utf8), name: "-")], by: stranger,
        reader: ApplicationReader(standard: .shared), at: { _ in Workplace.start }
      ).stopped?.kind == .noKey)
    #expect(try store.caseKeys().count == 1)
  }

  @Test func `a resubmission answers a return, keeps the former file, and is no other case`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    _ = try act(store, key, "assign")
    let better = Array(Workplace.application("C01").replacing("6100", with: "6200").utf8)
    func resubmit(_ bytes: [UInt8]) throws -> Event {
      try store.resubmit(bytes, of: Self.case1, by: key, today: Self.today, at: Workplace.start)
    }
    #expect(unmet { try resubmit(better) } != [])
    let reasons: JSONValue = [["code": "illegible", "item": "audit-report", "text": "看不清"]]
    #expect(unmet { try act(store, key, "return", ["reasons": reasons]) } == ["missing"])
    let letter = try store.keep(Array("请补正".utf8), in: Self.case1.path)
    _ = try act(store, key, "return", ["reasons": reasons, "letter": .string(letter)])
    let other = Array(Workplace.application("C01").replacing("MA3TESTX0A", with: "MA3TESTX0B").utf8)
    #expect(unmet { try resubmit(other) }.contains("anotherCase"))
    #expect(try store.storedCase(Self.case1)?.revisions.count == 1)
    _ = try resubmit(better)
    let file = try #require(try place.open().caseFile(Self.case1, today: Self.today))
    #expect(file.revisions.map(\.number) == [1, 2] && file.revision.number == 2)
    #expect(file.summary.state == .inReview)
    #expect(try store.storedCase(Self.case1)?.revisions.last?.bytes == better)
  }

  @Test func `a supervisor admits an officer with a key and a role, who then acts`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    let own = try #require(store.own)
    let wang = try own.makeKey(officer: "wang", passphrase: nil, at: Workplace.start)
    func enter(_ kind: ActName, _ fields: JSONValue) throws {
      _ = try store.perform(
        Action(kind, fields), in: "registry", by: key, today: Self.today, at: Workplace.start)
    }
    try enter("officer", ["authority": "370000", "name": "王芳", "officer": "wang", "state": "active"])
    try enter(
      "key",
      [
        "device": "desk", "officer": "wang", "proof": .string(try wang.proof(device: "desk")),
        "seal": .string(wang.seal), "sign": .string(wang.sign),
      ])
    #expect(unmet { try act(store, wang, "assign") } != [])
    try enter("role", ["authority": "370000", "officer": "wang", "role": "reviewer"])
    _ = try act(store, wang, "assign")
    #expect(try store.caseFile(Self.case1, today: Self.today)?.summary.assignee == "wang")
    #expect(try place.open().officers().now.officers["wang"]?.isActive == true)
  }

  @Test func `a flipped bit in any event of a case is shown and changes nothing else`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    let note = try act(store, key, "note", ["text": "记一笔"])
    let name = try #require(
      try store.disk.names(Self.case1.path).first { $0.contains(note.id.prefix(16)) })
    let path = "store/\(Self.case1.path)/\(name)"
    var bytes = try place.read(path)
    bytes[40] ^= 1
    unlink(place.path + "/" + path)
    place.write(bytes, to: path)
    let file = try #require(try place.open().caseFile(Self.case1, today: Self.today))
    #expect(file.unreadable.map(\.name) == [name])
    #expect(file.summary.state == .received && file.history.entries.count == 1)
  }

  @Test func `settings are checked with line and column, and say what they state`() throws {
    let base = OfficeSettings()
    let good = try SettingsFile(
      Array("reviewDays: 30\nnoticeKind: calendar\ndelegated:\n  innovative: [review, notice]\n".utf8),
      base: base, file: "s.yaml")
    #expect(good.settings.reviewDays == 30 && good.settings.noticeKind == .calendar)
    #expect(good.settings.delegated == [.innovative: [.review, .notice]])
    #expect(good.settings.correctionDays == base.correctionDays)
    #expect(good.stated == ["reviewDays", "noticeKind", "delegated"])
    for (text, place) in [
      ("reviewDays: 0\n", "s.yaml:1:13"), ("nearMargin: 3\nreviewDay: 5\n", "s.yaml:2:1"),
      ("noticeKind: weekly\n", "s.yaml:1:13"), ("delegated: {special: [review]}\n", "s.yaml:1:13"),
      ("- a\n", "s.yaml"), ("a: [\n", "s.yaml"),
    ] {
      #expect {
        try SettingsFile(Array(text.utf8), base: base, file: "s.yaml")
      } throws: { ($0 as? StoreError)?.message.en.hasPrefix(place) == true }
    }
  }

  @Test func `settings are in force when another supervisor has approved them`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let bytes = Array("reviewDays: 33\n".utf8)
    let event = try store.propose(
      "settings", bytes, authority: "370000", from: Self.today, by: key, today: Self.today, at: Workplace.start)
    #expect(event.kind == "settings")
    #expect(try store.disk.names("settings").count == 1)
    #expect(try store.settings("370000", on: Self.today).settings.reviewDays == OfficeSettings().reviewDays)
    #expect(throws: Refusal.self) {
      try store.propose(
        "settings", Array("reviewDays: none".utf8), authority: "370000", from: Self.today, by: key,
        today: Self.today, at: Workplace.start)
    }
    #expect(try store.disk.names("settings").count == 1)
  }
}

extension PerformTests {
  @Test func `a title entered by hand is in the register, and a bar on it flags the next application`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let folder = "titles/370000/t1"
    func act(_ kind: ActName, _ fields: JSONValue, by key: OfficerKey) throws -> Event {
      try store.perform(Action(kind, fields), in: folder, by: key, today: Self.today, at: Workplace.start)
    }
    _ = try act(
      "registerTitle",
      [
        "creditCode": "91370100MA3TESTX0A", "from": "2024-01-01", "name": "齐鲁示例有限公司",
        "source": .string(String(repeating: "0", count: 64)), "tier": "innovative", "until": "2027-01-01",
      ], by: key)
    #expect(try store.titles(today: Self.today).records.map(\.status) == [.running])
    #expect(place.receive(store, key, Workplace.application("C01")).received.count == 1)

    let own = try #require(store.own)
    let wang = try own.makeKey(officer: "wang", passphrase: nil, at: Workplace.start)
    for (kind, fields): (ActName, JSONValue) in [
      ("officer", ["authority": "370000", "name": "王芳", "officer": "wang", "state": "active"]),
      (
        "key",
        [
          "device": "desk", "officer": "wang", "proof": .string(try wang.proof(device: "desk")),
          "seal": .string(wang.seal), "sign": .string(wang.sign),
        ]
      ),
      ("role", ["authority": "370000", "officer": "wang", "role": "signer"]),
    ] {
      _ = try store.perform(
        Action(kind, fields), in: "registry", by: key, today: Self.today, at: Workplace.start)
    }
    let inquiry = try act("inquiry", ["cause": "false-data", "text": "数据不实"], by: key)
    _ = try act("heard", ["files": [], "text": "已听取陈述"], by: key)
    _ = try act(
      "endTitle",
      [
        "barUntil": "2029-01-01", "from": "2026-01-01", "how": "revoked", "of": .string(inquiry.id),
        "text": "撤销", "tiers": ["innovative"],
      ], by: wang)
    #expect(place.receive(store, key, Workplace.application("C02")).received.count == 1)
    func flags(_ id: String) throws -> [String] {
      let stored = try store.storedCase(CaseKey(authority: "370000", batch: "2025-1", id: id))
      return stored?.events.events.first?.payload["body"]?["flags"]?.array?.compactMap(\.string) ?? []
    }
    #expect(try !flags("C01").contains("barred"))
    #expect(try flags("C02").contains("barred"))
  }
}
