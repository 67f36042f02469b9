import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import Console

/// A console that stays open over midnight writes nothing with yesterday's day in silence.
@Suite struct NewDayTests {
  private static let (yesterday, today) = (Builder.day("2026-03-20"), Builder.day("2026-03-21"))

  private func form(_ text: String, touched: String? = nil, earliest: Day? = nil, latest: Day? = nil) -> Form {
    let kind = Form.Kind.day(earliest: earliest, latest: latest, today: Self.yesterday)
    var form = Form([Form.Field("day", Phrase("日期", "Day"), kind, text: text)])
    if let touched {
      _ = form.type(.control("u"))
      for scalar in touched.unicodeScalars { _ = form.type(.character(scalar)) }
    }
    return form
  }

  @Test(arguments: [
    ("2026-03-20", nil, "2026-03-21"), ("2026-03-18", nil, "2026-03-18"), ("2026-03-20", "2026-03-20", "2026-03-20"),
    ("2026-03-20", "2026-03-19", "2026-03-19"), ("", "2026-03-20", "2026-03-20"), ("", nil, ""),
  ])
  func `What was proposed as today follows, and what was typed stays`(
    _ proposed: String, _ typed: String?, _ expected: String
  ) {
    var form = form(proposed, touched: typed)
    form.follow(from: Self.yesterday, to: Self.today)
    #expect(form.text("day") == expected)
  }

  @Test func `What was typed is checked anew by the new day`() {
    var past = form("", touched: "2026-03-21", latest: Self.yesterday)
    #expect(past.type(.enter) == .editing)
    past.follow(from: Self.yesterday, to: Self.today)
    #expect(past.type(.enter) == .submitted)
    var coming = form("", touched: "2026-03-20", earliest: Self.yesterday)
    coming.follow(from: Self.yesterday, to: Self.today)
    #expect(coming.type(.enter) == .editing)
  }

  @Test func `Every act whose form proposes today proposes the new day`() throws {
    var count = 0
    for act in ActTable.all {
      var form = ActForm(act.name, in: nil, today: Self.yesterday).dialog().form
      for index in form.fields.indices {
        guard case .day = form.fields[index].kind else { continue }
        form.fields[index] = Form.Field(
          form.fields[index].id, form.fields[index].label, form.fields[index].kind, text: "\(Self.yesterday)")
        form.follow(from: Self.yesterday, to: Self.today)
        #expect(form.text(form.fields[index].id) == "\(Self.today)", "\(act.name)")
        guard case .day(let earliest, let latest, _) = form.fields[index].kind else { continue }
        #expect([earliest, latest].allSatisfy { $0 == nil || $0 == Self.today }, "\(act.name)")
        count += 1
      }
    }
    #expect(count > 8)
  }

  @Test func `An open dialog follows, and what it leads to is worked out anew`() throws {
    var bench = CaseBench(try CaseApplications.specialized2022(), today: Self.yesterday)
    bench.act(.assign, [:])
    var model = try bench.model(.materials)
    bench.type([.letter("r"), .letter("1")], in: &model)
    let due = WorkingCalendar.shared.workingDay(10, after: Self.yesterday).day
    #expect(model.screen.contains("到 \(due)"))
    let next = Builder.day("2026-03-24")
    _ = model.update(.today(next))
    let later = WorkingCalendar.shared.workingDay(10, after: next).day
    #expect(later != due && model.screen.contains("到 \(later)") && !model.screen.contains("到 \(due)"))
    #expect(model.context.today == next)
  }

  @Test func `What was foreseen for many is foreseen anew`() {
    var model = Builder.model(Size(100, 30), rows: Builder.rows(20))
    model.type(.letter("/"), .enter, .space, .letter("b"))
    _ = model.update(.time(model.context.now + 1000))
    guard case .dryRun(let keys, let intent)? = model.update(.key(.enter)).first else {
      Issue.record("nothing is foreseen")
      return
    }
    _ = model.update(.dryRunResults(keys.map { CaseDryRun($0, refusals: []) }))
    #expect(model.update(.today(Self.today)).contains(.dryRun(keys, intent)))
  }
}
