/// What a reader asks of the standard.
public protocol IntakeRules: Sendable {
  /// The edition a case goes by.
  func editionFor(tier: Tier, type: ApplicationType, submitted: Day) throws(EditionError) -> String

  /// The facts that may stand under `local`; none where the authority's overlay declares none.
  func localFacts(authority: String, edition: String, tier: Tier, submitted: Day) -> [LocalFact]
}
extension Standard: IntakeRules {}
