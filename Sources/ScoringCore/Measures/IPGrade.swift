/// Grade of intellectual property 知识产权等次, the best that applies (Measures §5.2).
public enum IPGrade: String, Sendable, Hashable, CaseIterable {
  /// 高价值I类, 自主I类, I类, II类, none: from the best down.
  case a = "A", b = "B", c = "C", d = "D", e = "E"
}

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
