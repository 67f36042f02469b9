/// A choice that the text leaves open, and the readings of which a province may set one (Editions §4).
public struct Interpretation: Sendable, Hashable {
  /// One way to read the passage.
  public struct Reading: Sendable, Hashable {
    /// As an overlay names it: `compound`.
    public var key: String
    /// As officers call it.
    public var name: Phrase
  }
  /// `I-1` ….
  public var id: String
  /// What the text leaves open.
  public var question: Phrase
  /// The passage that is open, and the document of the edition.
  public var place: Phrase
  /// The first is the one taken here.
  public var readings: [Reading]
}

/// The readings in force for one assessment.
public struct Readings: Sendable, Hashable {
  /// I-1 `accountingYears`.
  public var windowIsAccountingYears = false
  /// I-2 `compound`.
  public var meanGrowthIsCompound = false
  /// I-3 `lastYear`.
  public var researchOfLastYear = false
  /// I-4 `none`.
  public var ownInstitutionIsNone = false
  /// I-5 `finding`.
  public var excludedFieldIsFinding = false
  /// I-6 `lowerTier`.
  public var reviewAsksLowerTier = false
  /// I-7 `unevidencedFails`.
  public var unevidencedFails = false

  /// The readings taken where no province says otherwise.
  public init() {}

  /// Sets the reading of one interpretation; `false` when there is no such interpretation or reading.
  mutating func set(_ id: String, to key: String) -> Bool {
    switch (id, key) {
    case ("I-1", "beforeSubmission"): windowIsAccountingYears = false
    case ("I-1", "accountingYears"): windowIsAccountingYears = true
    case ("I-2", "arithmetic"): meanGrowthIsCompound = false
    case ("I-2", "compound"): meanGrowthIsCompound = true
    case ("I-3", "bothYears"): researchOfLastYear = false
    case ("I-3", "lastYear"): researchOfLastYear = true
    case ("I-4", "asBelowMunicipal"): ownInstitutionIsNone = false
    case ("I-4", "none"): ownInstitutionIsNone = true
    case ("I-5", "required"): excludedFieldIsFinding = false
    case ("I-5", "finding"): excludedFieldIsFinding = true
    case ("I-6", "ownTier"): reviewAsksLowerTier = false
    case ("I-6", "lowerTier"): reviewAsksLowerTier = true
    case ("I-7", "asDeclared"): unevidencedFails = false
    case ("I-7", "unevidencedFails"): unevidencedFails = true
    default: return false
    }
    return true
  }
}
