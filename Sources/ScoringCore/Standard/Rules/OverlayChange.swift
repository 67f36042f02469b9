/// What an overlay says other than the one it replaces, slot by slot.
public enum OverlayChange: Sendable {
  /// A value that is there no more, or not for all it was for.
  case drops(RuleValue)
  /// One slot with another value, other days or another standing.
  case alters(RuleValue, to: RuleValue)
  /// A value of a slot that was empty.
  case adds(RuleValue)
}

extension Overlay {
  /// What changes where this overlay takes another's place: first what it drops, then what it alters, then what it adds.
  public func changes(from other: Overlay?) -> [OverlayChange] {
    let before = other?.values ?? []
    func isSame(_ a: RuleValue, _ b: RuleValue) -> Bool {
      a.effect.wording == b.effect.wording && a.scopeText == b.scopeText && a.standing == b.standing
        && a.localRules == b.localRules
    }
    func isOfOneSlot(_ a: RuleValue, _ b: RuleValue) -> Bool {
      a.slot == b.slot && a.edition == b.edition && a.tiers.contains(where: b.tiers.contains)
    }
    var left = values.filter { value in !before.contains { isSame($0, value) } }
    var dropped: [OverlayChange] = []
    var altered: [OverlayChange] = []
    for value in before where !values.contains(where: { isSame($0, value) }) {
      if let index = left.firstIndex(where: { isOfOneSlot($0, value) }) {
        altered.append(.alters(value, to: left.remove(at: index)))
      } else {
        dropped.append(.drops(value))
      }
    }
    return dropped + altered + left.map(OverlayChange.adds)
  }
}

extension RuleValue {
  /// The local indicators it declares.
  fileprivate var localRules: LocalRules? {
    if case .local(let rules) = effect { rules } else { nil }
  }

  /// What it says, for whom, when, and how surely: 合格线 70（专精特新，自 2024-01-01 起）.
  public var text: Phrase {
    let mark = standing == .confirmed ? Phrase("", "") : standing.mark
    return Phrase(
      effect.wording.zh + scopeText.zh + mark.zh, effect.wording.en + scopeText.en + mark.en)
  }
}

extension Standard {
  /// The overlay that the program embeds for an authority, as text: what stands above its values, and the values as they
  /// are written; `nil` where it embeds none.
  package static func embeddedOverlay(_ authority: String) -> (head: String, values: String)? {
    guard Embedded.overlaid.contains(authority) else { return nil }
    let lines = Embedded.text("overlays/\(authority).yaml").split(separator: "\n", omittingEmptySubsequences: false)
    guard let top = lines.firstIndex(of: "values:") else { return nil }
    let head = lines[..<top].filter { !$0.hasPrefix("#") }
    return (head.joined(separator: "\n") + "\n", lines[(top + 1)...].joined(separator: "\n"))
  }
}
