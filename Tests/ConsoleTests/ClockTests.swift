import Casework
import ScoringCore
import Testing

@testable import Console

@Suite struct Clocks {
  @Test func `days used in a queue are those of the review clock`() {
    let basis = Builder.context(Size(80, 24), .zh).cases.basis
    let from = Builder.today.adding(days: -60)
    var dice = Dice(state: 7)
    for _ in 0..<300 {
      var row = Builder.row(1)
      let received = from.adding(days: .random(in: 0...59, using: &dice))
      row.received = received
      row.state = .inReview
      row.stops = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
        let after = received.adding(days: .random(in: 0...30, using: &dice))
        let lasts = Bool.random(using: &dice)
        return DayRange(
          after: after, through: lasts ? nil : after.adding(days: .random(in: 0...20, using: &dice)))
      }
      let facts = RowFacts(row, basis)
      let clock = ReviewClock(
        received: received, stops: row.stops, today: Builder.today, limit: OfficeSettings().reviewDays,
        margin: OfficeSettings().nearMargin)
      #expect(facts.used.map { Int($0) } == clock.used)
      #expect((facts.urgency == .late) == clock.isOverdue)
      #expect((facts.urgency == .near) == clock.isNear)
    }
  }

  @Test(arguments: CaseState.allCases)
  func `no clock runs in a case that has ended, in queue, order, filter and overview`(_ state: CaseState) throws {
    var rows = [Builder.row(1), Builder.row(2)]
    for index in rows.indices {
      rows[index].received = Builder.today.adding(days: -150)
      rows[index].state = index == 0 ? state : .inReview
      rows[index].stops = index == 0 ? [] : [DayRange(after: Builder.today.adding(days: -120), through: nil)]
    }
    let session = Builder.context(Size(80, 24), .zh).session
    func text(_ filter: String) throws -> QueueText {
      try QueueText(rows, tab: .all, filter: filter, session: session, today: Builder.today, .zh)
    }
    let all = try text("")
    let place = try #require(all.rows.firstIndex { $0.key == rows[0].key })
    #expect((all.daysUsed(place) != nil) == state.isOpen)
    // The longest first, and what has ended last.
    #expect((place == 0) == state.isOpen)
    #expect(try text("days>0").rows.contains { $0.key == rows[0].key } == state.isOpen)
    #expect(try text("days<1").rows.contains { $0.key == rows[0].key } == false)
    var context = Builder.context(Size(80, 24), .zh)
    context.cases.append(rows, expected: 2, done: true)
    #expect((context.cases.facts[0].urgency == .late) == state.isReview)
    #expect(context.cases.tally.late == (state.isReview ? 2 : 1))
  }

  @Test func `days and urgency go by the settings and calendar that the case's own office adopted`() throws {
    var settings = OfficeSettings()
    settings.reviewDays = 4
    settings.nearMargin = 1
    // A weekday off that the embedded calendar does not know.
    settings.calendar = try WorkingCalendar(
      Array(
        #"{"years":{"2026":{"working_days":260,"weekdays_off":["2026-03-18"],"weekend_days_worked":[]}}}"#.utf8))
    func context(_ received: String, _ authority: String) -> Context {
      var row = Builder.row(1, authority: authority)
      row.received = Day(received)
      row.state = .inReview
      var context = Builder.context(Size(80, 24), .zh)
      context.session.clocks = OfficeClocks(["370000": settings])
      context.cases.rest(on: RowFacts.Basis(today: context.today, session: context.session))
      context.cases.append([row], expected: 1, done: true)
      return context
    }
    // Thursday the 12th to Friday the 20th: six working days, one of them off here.
    for (received, used, urgency) in [
      ("2026-03-12", 5, RowFacts.Urgency.late), ("2026-03-13", 4, .near), ("2026-03-16", 3, .near),
      ("2026-03-17", 2, .none),
    ] {
      let facts = context(received, "370000").cases.facts[0]
      #expect(facts.used.map { Int($0) } == used && facts.urgency == urgency, "\(received)")
    }
    let other = context("2026-03-12", "320000").cases.facts[0]
    #expect(other.used == 6 && other.urgency == .none)
    let text = try QueueText(
      context("2026-03-12", "370000").cases.rows, tab: .all, filter: "逾期",
      session: context("2026-03-12", "370000").session, today: Builder.today, .zh)
    #expect(text.rows.count == 1 && text.daysUsed(0) == 5)
  }
}
