/// The SME size standard 中小企业划型标准 (Editions §5): 16 sectors.
public struct SizeStandard: Sendable {
  /// A bound for people, revenue or assets.
  public struct Limit: Sendable, Hashable {
    /// What is measured, in the reference year.
    public var fact: YearlyFact
    /// In the fact's unit: people or 万元.
    public var bound: Bound
  }
  /// One sector and its limits.
  public final class Sector: Sendable {
    /// Its key.
    public let key: SizeSector
    /// As officers call it.
    public let name: Phrase
    /// Large when all are reached, in the reference year.
    public let large: [Limit]
    /// Medium-sized when all are reached.
    public let medium: [Limit]
    /// Small when all are reached; less is micro.
    public let small: [Limit]

    init(key: SizeSector, name: Phrase, large: [Limit], medium: [Limit], small: [Limit]) {
      self.key = key
      self.name = name
      self.large = large
      self.medium = medium
      self.small = small
    }
  }
  /// Where it stands.
  public var citation: Citation
  /// All sectors, in the order of the standard.
  public var sectors: [Sector]

  /// `nil` for a sector that the standard does not limit.
  public subscript(key: SizeSector) -> Sector? { sectors.first { $0.key == key } }
}
