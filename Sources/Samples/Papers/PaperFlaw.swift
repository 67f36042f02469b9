internal import ScoringCore

/// What is wrong with a sample's papers, for a reviewer to find: most have nothing.
enum PaperFlaw: CaseIterable {
  /// The audit report of the reference year states less R&D expense than the application.
  case lowerExpense
  /// Fewer heads are insured than are declared.
  case fewerHeads
  /// The last audit report bears no registration code.
  case noCode
  /// The audit report is that of an enterprise of another name.
  case otherName
  /// The proof of social insurance is of another year.
  case otherYear

  /// One in five applications has one.
  static func draw(_ random: inout SplitMix) -> PaperFlaw? {
    random.chance(20) ? random.pick(allCases) : nil
  }
}
