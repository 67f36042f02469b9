import ScoringCore
import Testing

@Suite struct EditionTests {
  @Test func `Every day of every quarter has exactly one edition`() throws {
    for tier in Tier.allCases {
      for type in ApplicationType.allCases {
        var day = try #require(Day("2022-08-01"))
        let end = try #require(Day("2032-01-01"))
        while day < end {
          let rows = Standard.periods.filter {
            $0.tier == tier && $0.types.contains(type) && $0.from <= day
              && ($0.until.map { day <= $0 } ?? true)
          }
          #expect(rows.count == 1, "\(tier) \(type) \(day)")
          #expect(
            try Standard.shared.editionFor(tier: tier, type: type, submitted: day) == rows.first?.edition)
          day = day.adding(days: 1)
        }
      }
    }
  }

  @Test func `A day before the first edition names the nearest`() throws {
    let day = try #require(Day("2022-07-31"))
    let error = #expect(throws: EditionError.self) {
      try Standard.shared.editionFor(tier: .specialized, type: .new, submitted: day)
    }
    #expect(error?.nearest == "2022-63")
    #expect(error?.nearestFrom == Day("2022-08-01"))
    #expect(error?.message.zh.contains("2022-63") == true)
  }

  @Test func `Every authority has an overlay or is declared to have none`() {
    for authority in Authorities.shared.all {
      let has = Standard.shared.overlay(authority: authority.key) != nil
      #expect(has != Standard.declaredWithoutOverlay.contains(authority.key), "\(authority.key)")
    }
    #expect(Authorities.shared.all.count == 37)
  }

  @Test func `Notices change only conditions that their edition has`() throws {
    for notice in Standard.circulars {
      for part in notice.parts {
        guard case .setsAside(let id) = part.effect else { continue }
        let rules = try #require(Standard.edition(part.edition)?[notice.tier])
        #expect(rules.conditions.contains { $0.id == id })
      }
    }
  }

  @Test func `The edition of a notice agrees with the table of editions`() throws {
    for notice in Standard.circulars {
      for part in notice.parts {
        guard case .goesBy(let edition) = part.effect else { continue }
        let row = Standard.periods.first {
          $0.tier == notice.tier && part.types.allSatisfy($0.types.contains) && $0.from <= notice.from
            && ($0.until.map { notice.until <= $0 } ?? true)
        }
        #expect(row?.edition == edition)
      }
    }
  }

  @Test func `Every overlay reads and keeps its proofs`() {
    #expect(Standard.shared.overlayList.map(\.authority) == ["320000", "370000", "440000", "510000"])
    for overlay in Standard.shared.overlayList {
      for slot in overlay.slots {
        let sum = slot.local?.indicators.reduce(0) { $0 + $1.outOf } ?? 15
        #expect(sum == 15)
        #expect((60...100).contains(slot.pass ?? 60))
      }
    }
  }

  @Test func `An adopted overlay replaces the embedded one as a whole and changes the digest`() throws {
    let text = """
      authority: "370000"
      name: {zh: 新细则, en: New rules}
      document: {zh: 新文件, en: New document}
      from: 2022-08-01
      checked: 2026-01-01
      scoring:
        - {edition: 2022-63, tier: specialized, pass: 65, cite: {zh: 一, en: one}}
      """
    let adopted = Standard.shared.replacing([
      (try Overlay.load(text: text, file: "new.yaml"), Array(text.utf8))
    ])
    let slot = try #require(adopted.overlay(authority: "370000")?.slots.first)
    #expect(slot.pass == 65)
    #expect(slot.local == nil)
    #expect(adopted.digest != Standard.shared.digest)
    #expect(adopted.overlay(authority: "440000") == Standard.shared.overlay(authority: "440000"))
    #expect(Standard.shared.digest.count == 64)
  }
}
