/// What a machine notices about an application 疑点 (Facts §4): shown to the officer, never a verdict.
public struct Finding: Sendable, Hashable {
  /// What was noticed: stable, never translated.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// 主营业务收入 above 营业收入.
    case mainAboveRevenue = "main-above-revenue"
    /// More R&D staff than employees.
    case staffAboveEmployees = "staff-above-employees"
    /// R&D expense more than tripled in a year.
    case researchJump = "research-jump"
    /// All class-I items were acquired within a year of submission.
    case propertyAllRecent = "property-all-recent"
    /// Items were transferred in.
    case propertyTransferred = "property-transferred"
    /// The segment was entered on the day of registration.
    case segmentFromRegistration = "segment-from-registration"
    /// The credit code's check character is wrong.
    case creditCode = "credit-code"
    /// The industry is one that is not to be fostered.
    case excludedIndustry = "excluded-industry"
    /// A figure is exactly on a threshold.
    case onThreshold = "on-threshold"
    /// The leading product brings no more than half of revenue.
    case leadingProductShare = "leading-product-share"
    /// The reference year is not the year before submission.
    case referenceYear = "reference-year"
    /// Days contradict each other.
    case daysOutOfOrder = "days-out-of-order"
    /// A local fact is stated that no overlay in force declares.
    case localSetAside = "local-set-aside"
    /// A value that one source alone states would change something here.
    case unconfirmed
  }

  /// What was noticed.
  public var code: Code
  /// What was noticed, with the figures.
  public var message: Phrase
  /// The fields it rests on: `facts.revenue.2024`, `enterprise.creditCode`.
  public var paths: [String]

  /// A finding as a caller states it; `paths` are those of the facts it is about.
  public init(_ code: Code, _ message: Phrase, _ paths: [String]) {
    self.code = code
    self.message = message
    self.paths = paths
  }
}
