/// The title applied for 层级.
public enum Tier: String, Sendable, Hashable, CaseIterable, Comparable {
  /// 创新型中小企业, the first tier.
  case innovative
  /// 专精特新中小企业, the second.
  case specialized
  /// 专精特新“小巨人”企业, the third.
  case littleGiant = "little-giant"

  /// The order of the tiers, innovative first.
  public static func < (a: Tier, b: Tier) -> Bool { a.rank < b.rank }
  var rank: Int { self == .innovative ? 0 : self == .specialized ? 1 : 2 }

  /// The tier above, which an enterprise of this tier may try for next.
  public var next: Tier? {
    self == .innovative ? .specialized : self == .specialized ? .littleGiant : nil
  }
}

/// 新申请 or 复核.
public enum ApplicationType: String, Sendable, Hashable, CaseIterable {
  /// 新申请 for a title, or 复核 of one held.
  case new, review

  /// As officers call it.
  public var word: Phrase {
    self == .new ? Phrase("新申请", "New") : Phrase("复核", "Review")
  }
}
