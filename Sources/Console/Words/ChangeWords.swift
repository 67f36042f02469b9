import ScoringCore

/// Why two results differ, in words.
enum ChangeWords {
  static func cause(_ cause: AssessmentChange.Cause) -> Phrase {
    switch cause {
    case .fact(_, let name, let before, let after):
      name.joined(Phrase("：", ": ")).joined(stated(before)).joined(Phrase(" → ", " → ")).joined(stated(after))
    case .edition(let before, let after):
      Phrase("标准不同：", "another edition: ").joined(RuleWords.edition(before)).joined(Phrase(" → ", " → "))
        .joined(RuleWords.edition(after))
    case .notice(let id): Phrase("年度通知 \(id)", "yearly notice \(id)")
    case .overlay(let key):
      Phrase("地方细则：", "provincial rules: ").joined(Authorities.shared[key]?.name ?? Phrase(key, key))
    case .tier: Phrase("层级不同", "another tier")
    }
  }

  private static func stated(_ value: Phrase) -> Phrase {
    value.zh.isEmpty ? Phrase("未填", "not stated") : value
  }
}
