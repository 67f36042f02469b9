extension Subject {
  /// Full years in the specific segment 从事特定细分市场年限, to 31 December of Y: Y less the year of entry, 0 before it.
  ///
  /// An anniversary on 31 December counts, so every entry within a year gives the same number.
  func segmentYears() -> Measured {
    guard let entered = application.facts.segmentEntered else { return Measured(.missing) }
    return Measured(Int128(max(0, year - entered.year)))
  }
}
