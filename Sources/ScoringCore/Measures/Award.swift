extension Subject {
  /// A sci-tech prize 科技奖励 in the window at the rank asked or better.
  ///
  /// - Parameters: `nil` asks for no prize of that level; a national prize also answers where a provincial one is asked.
  func hasAward(national: Int?, provincial: Int?, years: Int) -> Outcome {
    guard let awards = application.facts.awards else { return .undetermined }
    let window = window(years: years)
    let meets = awards.contains { award in
      let limit = award.level == .national ? max(national ?? 0, provincial ?? 0) : provincial ?? 0
      return award.rank <= limit && window.contains(award.date)
    }
    return meets ? .meets : .fails
  }
}
