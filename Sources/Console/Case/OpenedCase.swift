public import ScoringCore

/// A case read whole, as the program hands it to the screens.
public struct OpenedCase: Sendable {
  /// As declared in the newest revision.
  public var declared: Application
  /// The same with verified values in place of declared ones.
  public var current: Application
  /// Paths of the verified values.
  public var verified: Set<String>
  /// What each verified value was read from, by its path.
  public var sources: [String: Phrase]
  /// The revision before the newest, as declared.
  public var earlier: Application?
  /// Number of the newest revision, 1 ….
  public var revision: Int

  public init(
    declared: Application, current: Application? = nil, verified: Set<String> = [],
    sources: [String: Phrase] = [:], earlier: Application? = nil, revision: Int = 1
  ) {
    self.declared = declared
    self.current = current ?? declared
    self.verified = verified
    self.sources = sources
    self.earlier = earlier
    self.revision = revision
  }
}
