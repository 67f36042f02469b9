/// What a machine notices about an application 疑点: shown to the officer, never a verdict.
public struct Finding: Sendable, Hashable {
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case mainAboveRevenue = "main-above-revenue"
    case staffAboveEmployees = "staff-above-employees"
    case researchJump = "research-jump"
    case propertyAllRecent = "property-all-recent"
    case propertyTransferred = "property-transferred"
    case segmentFromRegistration = "segment-from-registration"
    case creditCode = "credit-code"
    case excludedIndustry = "excluded-industry"
    case onThreshold = "on-threshold"
    case leadingProductShare = "leading-product-share"
    case referenceYear = "reference-year"
    case daysOutOfOrder = "days-out-of-order"
    case localSetAside = "local-set-aside"
  }

  public var code: Code
  /// What was noticed, with the figures.
  public var message: Phrase
  /// The fields it rests on: `facts.revenue.2024`, `enterprise.creditCode`.
  public var paths: [String]

  public init(_ code: Code, _ message: Phrase, _ paths: [String]) {
    self.code = code
    self.message = message
    self.paths = paths
  }
}
