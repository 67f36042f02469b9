extension Subject {
  /// 创客中国, national final, enterprise group, in the window at the rank asked or better.
  func hasMakerChina(rank: Int, years: Int) -> Outcome {
    guard let entries = application.facts.makerChina else { return .undetermined }
    let window = window(years: years)
    return entries.contains { $0.rank <= rank && window.contains($0.date) } ? .meets : .fails
  }
}
