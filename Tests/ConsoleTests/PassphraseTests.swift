import ScoringCore
import StrictJSON
import Testing

@testable import Casework
@testable import Console

@Suite struct Passphrases {
  private let act = Effect.act(Builder.row(1).key, ActIntent(.assign))

  private func send(_ key: Key, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.update(.key(key))
  }

  @Test func `the passphrase is asked for once, never drawn, and what waited goes on`() {
    var model = Builder.model()
    _ = model.update(.locked(officer: "li", isWrong: false, act))
    #expect(model.screen.contains("li 的密钥有口令"))
    model.type("geheim")
    #expect(!model.screen.contains("geheim"))
    #expect(model.screen.contains("******"))
    #expect(send(.enter, &model) == [.unlock(passphrase: "geheim", then: act)])
    #expect(model.pending == nil)
  }

  @Test func `a wrong passphrase is one clear sentence, and it can be tried again`() {
    var model = Builder.model(Size(80, 24), .en)
    _ = model.update(.locked(officer: "li", isWrong: true, act))
    #expect(model.screen.contains("The passphrase is wrong; nothing was done."))
    model.type("a")
    #expect(send(.enter, &model) == [.unlock(passphrase: "a", then: act)])
  }

  @Test func `who gives none is told that nothing was done`() {
    var model = Builder.model()
    _ = model.update(.locked(officer: "li", isWrong: false, act))
    #expect(send(.escape, &model).isEmpty)
    #expect(model.screen.contains("没有口令，未执行"))
    #expect(model.pending == nil)
  }

  @Test func `letters of full width stay as they are in a passphrase`() {
    var model = Builder.model()
    _ = model.update(.locked(officer: "li", isWrong: false, act))
    model.type("ａ1")
    #expect(send(.enter, &model) == [.unlock(passphrase: "ａ1", then: act)])
  }
}

@Suite struct LookingBack {
  private func changed(_ row: CaseSummary, _ change: (inout CaseSummary) -> Void) -> CaseSummary {
    var row = row
    change(&row)
    return row
  }

  @Test func `each change is told of once, weightiest first`() {
    let rows = (0..<8).map { number in
      changed(Builder.row(number)) {
        $0.state = .inReview
        $0.assignee = nil
        $0.contested = false
        $0.openObjections = 0
      }
    }
    let look = SeenSnapshot(Array(rows.dropLast()))
    #expect(look.news(Array(rows.dropLast()), officer: "li").isEmpty)
    let now = [
      rows[0], changed(rows[1]) { $0.assignee = "li" }, changed(rows[2]) { $0.revision += 1 },
      changed(rows[3]) { $0.openObjections = 1 }, changed(rows[4]) { $0.contested = true },
      changed(rows[5]) { $0.state = .toSign }, changed(rows[6]) { $0.state = .refused }, rows[7],
    ]
    let news = look.news(now, officer: "li")
    #expect(news.map(\.cases) == [[1], [7], [2], [5], [3], [4], [6]].map { $0.map { rows[$0].key } })
    #expect(news.first?.text.zh == "交给你办的 1 件")
  }

  @Test func `what is kept is read again, and one's own act is no news`() {
    let rows = (0..<20).map { Builder.row($0) }
    var look = SeenSnapshot(rows)
    #expect(SeenSnapshot(reading: look.bytes) == look)
    let signed = changed(rows[3]) { $0.state = .readyForNotice }
    #expect(look.news([signed], officer: "li").count == 1)
    look.note(signed)
    #expect(look.news([signed], officer: "li").isEmpty)
    #expect(
      SeenSnapshot(reading: Array("no\tlook\n\u{0}".utf8)).news([rows[0]], officer: "li").first?.cases == [rows[0].key])
  }
}
