import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// What is lodged is sealed to those who may open it now, for this very case.
@Suite struct SealingTests {
  static let case1 = CaseKey(authority: "370000", batch: "2025-1", id: "C01")
  private let place = Workplace()
  private let store: Store
  private let founder: OfficerKey
  private let otto: OfficerKey

  init() throws {
    (store, founder) = try place.found()
    otto = try place.admit("otto", ["objection"], to: store, by: founder)
    _ = place.receive(store, founder, Workplace.application("C01"))
    _ = place.receive(store, founder, Workplace.application("C02"))
  }

  private var acts: ActService { ActService(store: store, today: Workplace.start.day) }

  @discardableResult
  private func register(_ act: ActName, _ fields: JSONValue, by key: OfficerKey? = nil) throws -> Event {
    try acts.perform(ActRequest("registry", act, fields), by: key ?? founder, at: Workplace.start).event
  }

  private func lodge(by key: OfficerKey? = nil, in folder: String = case1.path) throws(OfficeError) -> ActDone {
    try acts.perform(
      ActRequest(
        folder, .lodge, ["as": "report", "text": "原文", "identity": "某单位", "arrived": "2025-12-20"]),
      by: key ?? founder, at: Workplace.start)
  }

  private func entered(_ key: OfficerKey) throws -> Event {
    try #require(try store.officers().keyEvent(key.sign))
  }

  private func openers(_ folder: String = case1.path) throws -> Set<String> {
    Set(try acts.situation(folder, of: "otto").openers.map(\.seal))
  }

  @Test func `Whoever may open it is in office, holds the role for this place and has a key in force`() throws {
    #expect(try openers() == [founder.seal, otto.seal])
    // A second key of his counts, one that was reported stolen or lost does not.
    let second = try #require(store.own).makeKey(officer: "otto", passphrase: nil, at: Workplace.start)
    try register(
      .key,
      [
        "device": "two", "officer": "otto", "proof": .string(try second.proof(device: "two")),
        "seal": .string(second.seal), "sign": .string(second.sign),
      ])
    #expect(try openers() == [founder.seal, otto.seal, second.seal])
    for why in ["stolen", "lost"] {
      let gone = why == "stolen" ? otto : second
      try register(.end, ["of": .string(try entered(gone).id), "why": .string(why)])
      #expect(try !openers().contains(gone.seal), "\(why)")
    }
    // Of another authority, division, tier or case; a role that was taken away; an officer who left.
    let other = try place.admit("olga", [], to: store, by: founder)
    let scopes: [(JSONValue, Bool)] = [
      (["authority": "330000"], false), (["authority": "370000", "divisions": ["370300"]], false),
      (["authority": "370000", "tiers": ["innovative"]], false),
      (["authority": "370000", "cases": ["cases/370000/2025-1/C02"]], false),
      (["authority": "370000", "tiers": ["specialized"]], true),
      (["authority": "370000", "cases": [.string(Self.case1.path)]], true), (["authority": "*"], true),
    ]
    for (scope, counts) in scopes {
      let fields = (scope.members ?? []) + [.init("officer", "olga"), .init("role", "objection")]
      let role = try register(.role, .object(fields))
      #expect(try openers().contains(other.seal) == counts, "\(scope)")
      try register(.end, ["of": .string(role.id), "why": "changed"])
      #expect(try !openers().contains(other.seal), "\(scope) ended")
    }
    try register(.role, ["authority": "370000", "officer": "olga", "role": "objection"])
    #expect(try openers().contains(other.seal))
    try register(.officer, ["authority": "370000", "name": "olga", "officer": "olga", "state": "left"])
    #expect(try openers() == [founder.seal])
  }

  @Test func `Only they open it, and for another case or store it does not open`() throws {
    let body = try lodge().event.body
    for (field, text) in [("text", "原文"), ("identity", "某单位")] {
      let hash = try #require(body[field]?.string)
      for key in [founder, otto] { #expect(try store.unseal(hash, in: Self.case1.path, with: key) == Array(text.utf8)) }
      #expect(throws: StoreError.self) {
        try store.unseal(hash, in: Self.case1.path, with: OfficerKey(officer: "otto"))
      }
      #expect { try store.unseal(hash, in: "cases/370000/2025-1/C02", with: otto) } throws: {
        ($0 as? StoreError)?.kind == .damaged
      }
      let bytes = try store.disk.read("sealed/\(hash)", limit: 1 << 20)
      let elsewhere = SealedFile.Binding(store: String(repeating: "0", count: 64), folder: Self.case1.path)
      #expect(throws: StoreError.self) { try SealedFile.open(bytes, with: otto, elsewhere, path: "") }
    }
  }

  @Test func `Where nobody could open it, one sentence says so and nothing is written`() throws {
    _ = try place.admit("sam", ["supervisor"], to: store, by: founder)
    let role = try #require(
      try store.officers().entries.last { $0.event.act == .role && $0.event.body["officer"] == "otto" })
    try register(.role, ["authority": "*", "officer": "sam", "role": "supervisor"])
    try register(.end, ["of": .string(role.id), "why": "changed"])
    try register(.officer, ["authority": "370000", "name": "李明", "officer": "li.ming", "state": "left"])
    #expect(try openers() == [])
    let (before, sealed) = (try store.disk.names(Self.case1.path), try store.disk.names("sealed"))
    #expect { try lodge(by: otto) } throws: { error in
      guard case .unmet(let unmet)? = error as? OfficeError else { return false }
      return unmet.map(\.code) == ["nobodyToOpen"]
    }
    #expect(try store.disk.names(Self.case1.path) == before && store.disk.names("sealed") == sealed)
  }

  @Test func `A file that holds nothing is not sealed`() throws {
    let empty = Store.hash(of: [])
    let request = ActRequest(
      Self.case1.path, .lodge, ["as": "lead", "text": .string(empty), "arrived": "2025-12-20"], files: [empty: []])
    #expect(throws: OfficeError.self) { try acts.perform(request, by: otto, at: Workplace.start) }
  }
}
