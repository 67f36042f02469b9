import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

/// The draw of a round from the queue: by rule for the whole round, never for a selection.
@Suite struct Draws {
  private func rows() -> [CaseSummary] {
    Builder.rows(6).enumerated().map { index, row in
      var row = row
      row.state = index < 4 ? .awaitingDraw : .inReview
      return row
    }
  }

  private func queue() -> Model {
    var model = Builder.model(Size(100, 30), rows: rows())
    model.type(.letter("/"), .enter)
    return model
  }

  private func give(_ step: LotteryStep, _ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.give(step.command)
  }

  private func enter(_ model: inout Model) -> [Effect] {
    _ = model.update(.time(model.context.now + 1_000))
    return model.update(.key(.enter))
  }

  @Test func `a plan shows what it will freeze and sends the source of the seed; selected cases are doubted`() throws {
    var model = queue()
    model.type(.letter("A"))
    guard case .previewLottery(let key, .plan, let doubted)? = give(.plan, &model).first else {
      Issue.record("nothing is foreseen")
      return
    }
    #expect(doubted == rows().filter { $0.state == .awaitingDraw }.map(\.key).sorted())
    var preview = LotteryPreview(.plan, key)
    preview.lines = [Phrase("待抽签 4 件", "4 cases await the draw")]
    _ = model.update(.lotteryPreviewed(preview))
    #expect(model.screen.contains("待抽签 4 件") && model.screen.contains("种子取自"))
    #expect(enter(&model).isEmpty, "without a source of the seed there is no plan")
    model.type("开奖号")
    #expect(enter(&model) == [.draw(key, .plan, fields: ["seedSource": "开奖号"], doubted: doubted)])
  }

  @Test func `the seed that was entered before is offered again`() {
    var model = queue()
    guard case .previewLottery(let key, .seed, _)? = give(.seed, &model).first else {
      Issue.record("nothing is foreseen")
      return
    }
    var preview = LotteryPreview(.seed, key)
    preview.seed = "081523"
    _ = model.update(.lotteryPreviewed(preview))
    #expect(enter(&model) == [.draw(key, .seed, fields: ["seed": "081523"], doubted: [])])
  }

  @Test func `what stands in the way is said, and nothing is asked`() {
    var model = queue()
    guard case .previewLottery(let key, .seed, _)? = give(.seed, &model).first else {
      Issue.record("nothing is foreseen")
      return
    }
    var preview = LotteryPreview(.seed, key)
    preview.refusals = [Phrase("种子须由制定方案以外的人录入", "another person enters the seed")]
    _ = model.update(.lotteryPreviewed(preview))
    #expect(model.dialog == nil && model.toast?.text == preview.refusals[0])
    // Nobody was drawn, so there is nobody to send.
    let officers = Command.byID[LotteryStep.officers.command].map { model.availability($0) }
    #expect(officers == .no(Phrase("这一批没有抽中的申报件", "no case of this round was drawn")))
  }
}
