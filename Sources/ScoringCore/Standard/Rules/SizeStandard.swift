/// The SME size standard 中小企业划型标准: 16 sectors.
public struct SizeStandard: Sendable {
  public struct Limit: Sendable, Hashable {
    public var fact: YearlyFact
    /// In the fact's unit: people or 万元.
    public var bound: Bound
  }
  public final class Sector: Sendable {
    public let key: SizeSector
    public let name: Phrase
    /// Large when all are reached, in the reference year.
    public let large: [Limit]
    public let medium: [Limit]
    public let small: [Limit]

    init(key: SizeSector, name: Phrase, large: [Limit], medium: [Limit], small: [Limit]) {
      self.key = key
      self.name = name
      self.large = large
      self.medium = medium
      self.small = small
    }
  }
  public var citation: Citation
  /// All sectors, in the order of the standard.
  public var sectors: [Sector]

  public subscript(key: SizeSector) -> Sector? { sectors.first { $0.key == key } }
}
