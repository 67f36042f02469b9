extension Subject {
  /// Whether an item counts: granted by the day of submission, tied to the leading product, and what the edition asks.
  func counts(_ item: IntellectualProperty) -> Bool {
    guard item.status == .granted, let granted = item.granted, granted <= submitted, item.related else {
      return false
    }
    switch counting {
    case .transferYear:
      if let transferred = item.transferred, transferred.adding(years: 1) > submitted { return false }
      if item.kind == .utilityModel || item.kind == .design {
        return granted.adding(years: 2) < submitted
      }
      return true
    case .originalRankThree:
      return !item.kind.isClassI || (item.source == .original && item.ownerRank <= 3)
    }
  }

  /// The number of counting class-I items in use.
  func ipInUse() -> Measured {
    guard let items = application.facts.intellectualProperty else { return Measured(.missing) }
    return Measured(Int128(items.count { $0.kind.isClassI && $0.inUse && counts($0) }))
  }
}
