extension Assessment {
  /// How far the application is from its line (Measures §9).
  ///
  /// Of a score: points short of the pass line, or of the classes' own minimums together where that is more, for a point
  /// in a class counts in the total as well. Where the edition scores nothing: basic requirements and conditions that do
  /// not meet. An interval where facts are missing; `nil` where all is met, or a score or route that is not in the way.
  public var shortfall: Points? {
    guard outcome != .meets else { return nil }
    guard let score else {
      let outcomes = basics.map(\.outcome) + conditions.map(\.outcome)
      let fails = outcomes.count { $0 == .fails }
      return Points(fails, fails + outcomes.count { $0 == .undetermined })
    }
    guard conditions.first(where: { $0.id == "scoreOrRoute" })?.outcome != .meets else { return nil }
    func short(_ reached: (Points) -> Int) -> Int {
      let ofClasses = classes.reduce(0) { $0 + max(0, ($1.minimum ?? 0) - reached($1.points)) }
      return max(0, score.pass - reached(score.points), ofClasses)
    }
    return Points(short(\.maximum), short(\.minimum))
  }
}
