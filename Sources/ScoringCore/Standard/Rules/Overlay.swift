/// What a province fills into the slots that an edition declares 地方细则, and nothing else (Overlays §1).
public final class Overlay: Sendable {
  /// Key of the authority it belongs to.
  public let authority: String
  /// As officers call it.
  public let name: Phrase
  /// The document as it is cited, where a value names no other.
  public let document: Phrase
  /// The day its sources were last looked at.
  public let checked: Day
  /// In the order of the file.
  public let values: [RuleValue]
  /// Confirmed values of the scoring, by rank of the tier.
  let deciding: [[RuleValue]]
  /// Unconfirmed values of the scoring, by rank of the tier.
  let open: [[RuleValue]]

  init(authority: String, name: Phrase, document: Phrase, checked: Day, values: [RuleValue]) {
    self.authority = authority
    self.name = name
    self.document = document
    self.checked = checked
    self.values = values
    func ofTiers(_ standing: RuleValue.Standing) -> [[RuleValue]] {
      Tier.allCases.map { tier in
        values.filter { $0.standing == standing && $0.scores && $0.tiers.contains(tier) }
      }
    }
    deciding = ofTiers(.confirmed)
    open = ofTiers(.unconfirmed)
  }

  /// How public notices are counted for what was submitted on a day; `nil` where it says nothing.
  func notice(submitted: Day, byCities: Bool) -> PublicNoticeRule? {
    let rules = values.compactMap { value -> PublicNoticeRule? in
      guard case .notice(let rule) = value.effect, value.standing == .confirmed, value.holds(on: submitted) else {
        return nil
      }
      return rule
    }
    return (byCities ? rules.first(where: \.byCities) : nil) ?? rules.first { !$0.byCities }
  }
}
