import Casework
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

@Suite struct RegisterOfTitles {
  @Test func `the register is read again as it is now`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let today = Day("2026-04-15") ?? Day(number: 0)
    func enter(_ number: Int) throws {
      _ = try store.perform(
        Action(
          "registerTitle",
          [
            "tier": "innovative", "creditCode": "91370000EXAMPLE000", "name": "示例甲有限公司", "from": "2024-05-04",
            "until": "2027-05-04", "source": .string(Store.hash(of: [])),
          ]), in: "titles/370000/\(number)", by: key, today: today, at: Workplace.start)
    }
    for number in 1...3 { try enter(number) }
    #expect(try store.titles(today: today).records.count == 3)
    _ = try store.perform(
      Action(.inquiry, ["cause": "other", "text": "举报"]), in: "titles/370000/2", by: key, today: today,
      at: Workplace.start)
    try enter(4)
    let register = try store.titles(today: today)
    #expect(register.records.count == 4)
    #expect(register.records.filter { $0.status == .inquiry }.map(\.folder) == ["titles/370000/2"])
    // Another day, another answer: the term is over.
    let later = try store.titles(today: Day("2028-01-01") ?? today)
    #expect(later.records.filter { $0.status == .expired }.count == 3)
  }
}
