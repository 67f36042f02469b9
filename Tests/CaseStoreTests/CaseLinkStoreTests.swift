import Casework
import ScoringCore
import Testing

@testable import CaseStore

/// What cases of a store have in common, from the files to the rows.
@Suite struct CaseLinkStoreTests {
  private func paper(_ digit: Character) -> String {
    #","materials":[{"item":"application-form"},{"item":"audit-report","year":2024,"sha256":"\#(String(repeating: digit, count: 64))"}]"#
  }

  private func other(_ id: String, _ name: String, _ digit: Character) -> String {
    Workplace.application(id, name: name, extra: paper(digit))
      .replacing("91370100MA3TESTX0A", with: "91350100M000100Y43")
  }

  @Test func `a paper, a code and a name in common are in the rows of both cases, and in the index`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let first = Workplace.application("C01", name: "齐鲁示例（集团）有限公司", extra: paper("a"))
    #expect(place.receive(store, key, first).received.count == 1)
    #expect(store.links(.shared).isEmpty, "nobody has looked at the store yet: that is no answer")
    _ = try store.refresh(.shared)
    #expect(store.links(.shared) == [PerformTests.case1: []])
    for text in [other("C02", "齐鲁示例(集团)有限公司", "b"), other("C03", "另一家", "a")] {
      #expect(place.receive(store, key, text).received.count == 1)
    }
    let last = CaseKey(authority: "370000", batch: PerformTests.case1.batch, id: "C03")
    #expect(store.links(.shared)[last] == nil, "what came since was not compared")
    let changes = try store.refresh(.shared)
    #expect(changes.changed.map(\.key.id).sorted() == ["C01", "C02", "C03"])
    for opened in [store, try place.open()] {
      _ = try opened.refresh(.shared)
      let links = opened.links(.shared)
      let told = links.flatMap { key, links in links.map { "\(key.id) \($0.kind.rawValue) \($0.other.id)" } }.sorted()
      #expect(
        told == [
          "C01 sameFile C03", "C01 sameName C02", "C02 sameCode C03", "C02 sameName C01", "C03 sameCode C02",
          "C03 sameFile C01",
        ])
      #expect(opened.loadSummaries(.shared).allSatisfy { $0.noticed.contains(.sameFile) || $0.key.id == "C02" })
    }
    let file = try #require(try store.caseFile(PerformTests.case1, .shared, today: PerformTests.today))
    let finding = store.links(.shared)[PerformTests.case1]?.first { $0.kind == .sameFile }?.finding(
      in: file.current)
    #expect(finding?.path == "materials[1]" && finding?.message.zh.contains("另一家") == true)
    #expect(try store.readSummaries(.shared).unread.isEmpty)
    // Gone again where the other goes.
    Workplace.remove(place.storePath + "/cases/370000/2025-1/C03")
    _ = try store.refresh(.shared)
    #expect(store.links(.shared)[PerformTests.case1]?.map(\.kind) == [.sameName])
  }

  @Test func `a case that was taken in by itself is compared at the next look at all of them`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    #expect(place.receive(store, key, Workplace.application("C01", name: "甲", extra: paper("a"))).received.count == 1)
    _ = try store.refresh(.shared)
    #expect(place.receive(store, key, other("C02", "乙", "a")).received.count == 1)
    let second = CaseKey(authority: "370000", batch: PerformTests.case1.batch, id: "C02")
    let file = try #require(try store.caseFile(second, .shared, today: PerformTests.today))
    _ = try store.note(file)
    #expect(store.links(.shared)[second] == nil)
    _ = try store.refresh(.shared)
    #expect(store.links(.shared)[second]?.map(\.kind) == [.sameFile])
    #expect(store.links(.shared)[PerformTests.case1]?.map(\.kind) == [.sameFile])
  }
}
