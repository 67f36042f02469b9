extension Subject {
  /// The grade; `nil` when no intellectual property is stated.
  func ipGrade() -> IPGrade? {
    guard let items = application.facts.intellectualProperty else { return nil }
    var best = IPGrade.e
    for item in items where counts(item) {
      let grade: IPGrade =
        if !item.kind.isClassI { .d } else if !item.highValue.isEmpty { .a } else if item.source == .original {
          .b
        } else { .c }
      if grade.rawValue < best.rawValue { best = grade }
    }
    return best
  }
}
