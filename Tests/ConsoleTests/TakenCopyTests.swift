import Casework
import ScoringCore
import Testing

@testable import Console

/// The first line of a copy that was taken along, and what a merge tells who never looked.
@Suite struct TakenCopyTests {
  private func firstLine(_ copy: TakenCopy?, columns: Int, _ language: Language = .zh) -> String {
    var model = Builder.model(Size(columns, 24), language)
    var session = model.context.session
    session.copy = copy
    _ = model.update(.session(session))
    return model.view().lines[0]
  }

  @Test func `A copy is said with its day and what is not yet brought back, and nothing elsewhere`() {
    let copy = TakenCopy(day: Builder.day("2026-04-17"), isWhole: true, open: 3)
    #expect(firstLine(copy, columns: 120).contains("副本，2026-04-17 带出，3 项未带回"))
    #expect(firstLine(copy, columns: 160, .en).contains("A copy, taken on 2026-04-17, 3 acts not yet brought back"))
    #expect(!firstLine(nil, columns: 120).contains("副本"))
    #expect(TakenCopy(day: copy.day, isWhole: true, open: 1).text.en.hasSuffix("1 act not yet brought back"))
  }

  @Test func `Eighty columns have room for the day and the count`() {
    let copy = TakenCopy(day: Builder.day("2026-04-17"), isWhole: true, open: 12)
    for (language, text) in [(Language.zh, "副本 2026-04-17，12 项未带回"), (.en, "Copy 2026-04-17, 12 to bring back")] {
      let line = firstLine(copy, columns: 80, language)
      #expect(line.contains(text), "\(line)")
    }
  }

  @Test func `One that is not whole, or of which nobody can tell, says that instead of a count`() {
    let day = Builder.day("2026-04-17")
    #expect(TakenCopy(day: day, isWhole: false, open: 3).text.zh == "副本，2026-04-17 没有带全")
    #expect(TakenCopy(day: nil, isWhole: true, open: nil).text.zh == "副本，带出记录读不出")
    #expect(TakenCopy(day: day, isWhole: true, open: nil).text.zh == "副本，2026-04-17 带出")
  }

  @Test func `Of who never looked what merges brought is news and nothing else`() {
    let rows = (0..<6).map { Builder.row($0) }
    var before = rows[2]
    before.revision -= 1
    var earlier = rows[2]
    earlier.revision -= 2
    let first = SeenSnapshot.reverting([(rows[2].key, earlier)], [])
    // A second merge does not take back less than the first.
    let kept = SeenSnapshot.reverting([(rows[2].key, before), (rows[4].key, nil)], first)
    var look = SeenSnapshot(rows)
    look.revert(to: kept)
    let news = look.news(rows, officer: "li")
    #expect(Set(news.flatMap(\.cases)) == [rows[2].key, rows[4].key])
    var expected = SeenSnapshot(rows)
    expected.note(earlier)
    #expect(expected.news([rows[2]], officer: "li") == look.news([rows[2]], officer: "li"))
  }
}
