/// The SME size standard 中小企业划型标准: 16 sectors.
public struct SizeStandard: Sendable, Hashable {
  public struct Limit: Sendable, Hashable {
    public var fact: YearlyFact
    /// In the fact's unit: people or 万元.
    public var bound: Bound
  }
  public struct Sector: Sendable, Hashable {
    public var key: SizeSector
    public var name: Phrase
    /// Large when all are reached, in the reference year.
    public var large: [Limit]
    public var medium: [Limit]
    public var small: [Limit]
  }
  public var citation: Citation
  /// All sectors, in the order of the standard.
  public var sectors: [Sector]

  public subscript(key: SizeSector) -> Sector? { sectors.first { $0.key == key } }
}
