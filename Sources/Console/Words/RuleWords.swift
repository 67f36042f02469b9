import ScoringCore

/// Words the case screens share.
enum RuleWords {
  /// Why a value is not known, as the value column says it.
  static func reason(_ reason: Reason) -> Phrase {
    switch reason {
    case .missing: Phrase("未填", "not stated")
    case .contradictory: Phrase("矛盾", "contradictory")
    case .zeroBase: Phrase("基数为 0", "base is 0")
    case .noOverlay: Phrase("无地方指标", "no local rules")
    }
  }

  /// The edition by the number of its document.
  static func edition(_ id: String) -> Phrase { Standard.shared.edition(id)?.name ?? Phrase(id, id) }

  static func layer(_ layer: Layer) -> Phrase {
    switch layer {
    case .edition(let id): Phrase("标准 ", "standard ").joined(edition(id))
    case .notice(let id): Phrase("年度通知 \(id)", "yearly notice \(id)")
    case .province(let key):
      Phrase("地方细则 ", "provincial rules ").joined(
        Authorities.shared[key]?.name ?? Phrase(key, key))
    }
  }

  static func source(_ source: FactUsed.Source) -> Phrase {
    switch source {
    case .declared: Phrase("申报", "declared")
    case .verified: Phrase("核实", "verified")
    case .notStated: Phrase("未填", "not stated")
    }
  }
}
