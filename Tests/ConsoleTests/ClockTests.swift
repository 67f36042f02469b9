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
        received: received, stops: row.stops, today: Builder.today, limit: basis.limit, margin: basis.margin)
      #expect(Int(facts.used) == clock.used)
      #expect((facts.urgency == .late) == clock.isOverdue)
      #expect((facts.urgency == .near) == clock.isNear)
    }
  }
}
