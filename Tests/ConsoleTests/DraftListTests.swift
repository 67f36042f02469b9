import Casework
import ScoringCore
import Testing

@testable import Console

/// The list of drafts: what can no longer be sent comes last and says so, and is kept all the same.
@Suite struct DraftListTests {
  private func draft(_ row: CaseSummary, _ act: ActName, _ text: String) -> Draft {
    Draft(
      Draft.Slot(place: row.key.path, dialog: Command.ID(act).rawValue, about: "{}"), title: act.verb, name: row.name,
      answers: ["text": Draft.Answer(text: text, codes: [])])
  }

  @Test func `A draft of a finished case is listed last, is read and deleted, and leads nowhere`() throws {
    // Row 8 of ten is decided, row 0 in review.
    let rows = Builder.rows(10)
    let (open, over) = (rows[0], rows[8])
    #expect(open.state == .inReview && over.state == .decided)
    var model = Builder.model(Size(80, 24), .zh)
    _ = model.update(.summaries(rows, total: rows.count, done: true))
    // What may be put on file in every state is not late.
    let drafts = [draft(over, .return, "补交附注"), draft(over, .note, "备注"), draft(open, .return, "补交报告")]
    _ = model.update(.drafts(drafts))
    let options = model.draftList.form.fields[0].options
    #expect(options.count == 3 && options.map { $0.name.zh.contains("已办结") } == [false, false, true], "\(options)")
    _ = model.give("app.drafts")
    for key in [Key.end, .enter] {
      _ = model.update(.time(model.context.now + 1_000))
      _ = model.update(.key(key))
    }
    #expect(model.screen.contains("补交附注"), "\(model.screen)")
    let choice = try #require(model.dialog?.dialog.form.fields.first)
    #expect(choice.options.map { $0.whyNot == nil } == [false, true])
    _ = model.update(.time(model.context.now + 1_000))
    _ = model.update(.key(.enter))
    #expect(model.drafts.count == 2)
  }
}
