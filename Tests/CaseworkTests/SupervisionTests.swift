import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// How far two supervisors watch each other, as screens and commands say it.
@Suite struct SupervisionTests {
  private let office = Office.shared
  private static let today = Day("2025-09-01") ?? Day(number: 0)

  private func registry(_ events: [Event] = []) -> Registry {
    Registry(office.registry.entries.map(\.event) + events, store: office.registry.store)
  }

  private func first(_ count: Int) -> Registry {
    Registry(office.registry.entries.prefix(count).map(\.event), store: office.registry.store)
  }

  @Test func `A supervisor is alone until a second of the whole has office, key and role`() {
    for count in 1...3 { #expect(first(count).soleSupervisor == "root", "\(count) entries") }
    #expect(first(4).soleSupervisor == nil)
    #expect(registry().soleSupervisor == nil && registry().soleRoot == "root")
    let both = office.registryEvent("root", ["supervisors": ["root", "ruth"], "threshold": 1], by: "root")
    #expect(registry([both]).soleRoot == nil)
  }

  @Test func `Of two supervisors of the whole the one who stays is named, and of one nobody`() {
    #expect(registry().leftAlone(without: "root") == "ruth")
    #expect(registry().leftAlone(without: "ruth") == "root")
    #expect(registry().leftAlone(without: "sue") == nil)
    #expect(first(3).leftAlone(without: "root") == nil)
  }

  @Test func `Who may approve a proposal are those whose approval would count`() {
    let settings = office.registryEvent("settings", Bodies.settings, by: "root")
    let proposed = registry([settings])
    let named = proposed.approvers(of: settings, today: Self.today)
    #expect(named.contains("ruth") && named.contains("sue") && !named.contains("root") && !named.contains("rita"))
    for officer in proposed.now.officers.keys.sorted() {
      let approval = office.registryEvent("approve", ["of": .string(settings.id)], by: officer, parents: [settings.id])
      let verdict = registry([settings, approval]).entries.first { $0.id == approval.id }?.verdict
      #expect(verdict?.isValid == named.contains(officer), "\(officer)")
    }
  }

  @Test func `The founder holds each role once`() {
    let roles = registry().now.grants(of: "root").map(\.role)
    #expect(roles.count == Set(roles).count)
  }

  @Test func `An act is marked where its second person's right counts by one person`() {
    var desk = Desk.at("RV")
    let files: JSONValue = ["files": [.string(Office.ones)], "ground": "over"]
    desk.act("erase", "otto", files)
    let first = desk.newest("erase")
    for (second, words) in [("sue", [String]()), ("ruth", ["office", "key", "role"])] {
      var desk = desk
      #expect(desk.act("erase", second, files.with("of", .string(first))).isValid)
      for entry in desk.history.entries {
        let isSecond = entry.event.act == .erase && entry.event.author == second
        #expect(desk.history.byOne(entry, registry()).map(\.en) == (isSecond ? words : []), "\(entry.event.kind)")
      }
    }
  }
}
