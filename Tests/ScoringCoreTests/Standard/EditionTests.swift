import ScoringCore
import Testing

@Suite struct EditionTests {
  @Test func `Every day of every quarter has exactly one edition`() throws {
    for tier in Tier.allCases {
      for type in ApplicationType.allCases {
        var day = try #require(Day("2022-08-01"))
        let end = try #require(Day("2032-01-01"))
        while day < end {
          let rows = Standard.shared.periods.filter {
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

  @Test func `The edition of a notice agrees with the table of editions`() throws {
    for notice in Standard.circulars {
      for value in notice.values {
        guard case .goesBy(let edition) = value.effect else { continue }
        let row = Standard.shared.periods.first {
          $0.tier == notice.tier && value.types.allSatisfy($0.types.contains) && $0.from <= notice.from
            && ($0.until.map { notice.until <= $0 } ?? true)
        }
        #expect(row?.edition == edition)
      }
    }
  }

  @Test func `Every embedded overlay belongs to the authority it is named for and says something`() {
    #expect(Standard.shared.overlayList.count == 14)
    for overlay in Standard.shared.overlayList {
      #expect(!overlay.values.isEmpty)
      #expect(overlay.values.allSatisfy { $0.layer == .province(overlay.authority) })
    }
  }

  @Test func `An adopted overlay replaces the embedded one as a whole and changes the digest`() throws {
    let text = """
      authority: "370000"
      name: 新细则
      document: 新文件
      checked: 2026-01-01
      values:
        - {pass: 65, edition: 2022-63, tier: specialized, cite: 一}
      """
    let adopted = Standard.shared.replacing([
      (try Overlay.load(text: text, file: "new.yaml"), Array(text.utf8))
    ])
    let overlay = try #require(adopted.overlay(authority: "370000"))
    #expect(overlay.values.count == 1)
    #expect(overlay.name.en == "新细则", "Chinese stands for English that nobody wrote")
    let day = try #require(Day("2025-08-21"))
    #expect(
      adopted.localFacts(authority: "370000", edition: "2022-63", tier: .specialized, submitted: day).isEmpty)
    #expect(adopted.digest != Standard.shared.digest)
    #expect(adopted.overlay(authority: "440000") === Standard.shared.overlay(authority: "440000"))
    #expect(Standard.shared.digest.count == 64)
  }
}
