internal import StrictJSON

extension FieldReader {
  private static let facts = CodeTable<Fact>()
  private static let sectors = CodeTable<SizeSector>()
  private static let quality = CodeTable<QualityItem>()

  /// Integers without a stated range.
  static let integers = 0...1_000_000_000
  static let ranks = 1...1_000_000_000

  /// The object under `facts`.
  mutating func facts() throws(JSONFault) -> Facts {
    var facts = Facts()
    let table = FieldReader.facts
    _ = try object(table.keys, required: 0) { fields, index throws(JSONFault) in
      try fields.take(table.values[index], into: &facts)
    }
    return facts
  }

  /// Takes the value of one fact; whole, so that `null` or a value that is wrong leaves it not stated.
  ///
  /// A switch and no look into `FactTable`, because scoring spends its time here; a test holds the two together.
  mutating func take(_ fact: Fact, into facts: inout Facts) throws(JSONFault) {
    switch fact {
    case .registeredInChina: facts.registeredInChina = try flag()
    case .independentLegalPerson: facts.independentLegalPerson = try flag()
    case .sizeSector: facts.sizeSector = try code(FieldReader.sectors, orNull: true)
    case .abnormalOperationListed: facts.abnormalOperationListed = try flag()
    case .seriousDishonestyListed: facts.seriousDishonestyListed = try flag()
    case .prohibitedProducts: facts.prohibitedProducts = try flag()
    case .majorIncident: facts.majorIncident = try flag()
    case .taxEvasion: facts.taxEvasion = try flag()
    case .revenue: facts.revenue = try yearlyMoney()
    case .mainRevenue: facts.mainRevenue = try yearlyMoney()
    case .rdExpense: facts.rdExpense = try yearlyMoney()
    case .totalAssets: facts.totalAssets = try yearlyMoney()
    case .totalLiabilities: facts.totalLiabilities = try yearlyMoney()
    case .netProfit: facts.netProfit = try yearlyMoney(from: -Money.limit)
    case .leadingProductRevenue: facts.leadingProductRevenue = try yearlyMoney()
    case .employees: facts.employees = try yearlyInteger()
    case .rdStaff: facts.rdStaff = try yearlyInteger()
    case .segmentEntered: facts.segmentEntered = try day(orNull: true)
    case .equityFinancing: facts.equityFinancing = try equityFinancing()
    case .intellectualProperty: facts.intellectualProperty = try intellectualProperty()
    case .awards: facts.awards = try awards()
    case .makerChina: facts.makerChina = try makerChina()
    case .titles: facts.titles = try titles()
    case .rdInstitutions: facts.rdInstitutions = try rdInstitutions()
    case .strategicEmerging: facts.strategicEmerging = try flag()
    case .chainResult: facts.chainResult = try flag()
    case .sixBases: facts.sixBases = try flag()
    case .timeHonoured: facts.timeHonoured = try flag()
    case .servesChainLeader: facts.servesChainLeader = try flag()
    case .digitalLevel: facts.digitalLevel = try integer(1...4, orNull: true)
    case .qualityItems: facts.qualityItems = try codes(FieldReader.quality, orNull: true)
    case .goodGovernance: facts.goodGovernance = try flag()
    case .coreInformationSystem: facts.coreInformationSystem = try flag()
    case .managementCertified: facts.managementCertified = try flag()
    case .productCertified: facts.productCertified = try flag()
    case .ownBrand: facts.ownBrand = try flag()
    case .nationalShare: facts.nationalShare = try percent()
    case .segmentShare: facts.segmentShare = try percent()
    case .nationalRank: facts.nationalRank = try integer(FieldReader.ranks, orNull: true)
    case .reputation: facts.reputation = try flag()
    case .marketPositionHigh: facts.marketPositionHigh = try flag()
    case .keyChainLink: facts.keyChainLink = try flag()
    case .listedField: facts.listedField = try flag()
    case .championTitle: facts.championTitle = try flag()
    case .controlLink: facts.controlLink = try flag()
    case .groupSimilarProduct: facts.groupSimilarProduct = try flag()
    case .platformScore: facts.platformScore = try yearlyScore()
    }
  }

  private mutating func flag() throws(JSONFault) -> Bool? { try flag(orNull: true) }

  private mutating func percent() throws(JSONFault) -> Percent? {
    try decimal(Percent.decimals, 0...Percent.limit, orNull: true).map {
      Percent(tenThousandths: Int($0))
    }
  }

  private mutating func yearlyMoney(from minimum: Int64 = 0) throws(JSONFault) -> Yearly<Money> {
    try yearly { fields throws(JSONFault) in
      try fields.decimal(Money.decimals, minimum...Money.limit, orNull: true).map { Money(fen: $0) }
    }
  }

  private mutating func yearlyInteger() throws(JSONFault) -> Yearly<Int> {
    try yearly { fields throws(JSONFault) in try fields.integer(FieldReader.integers, orNull: true) }
  }

  private mutating func yearlyScore() throws(JSONFault) -> Yearly<PlatformScore> {
    try yearly { fields throws(JSONFault) in
      try fields.decimal(PlatformScore.decimals, 0...PlatformScore.limit, orNull: true).map {
        PlatformScore(hundredths: Int($0))
      }
    }
  }

  /// An object keyed by year. `null`, `{}` and a year that is `null` are not stated.
  @inline(__always)
  private mutating func yearly<Value>(
    _ value: (inout FieldReader) throws(JSONFault) -> Value?
  ) throws(JSONFault) -> Yearly<Value> {
    var result = Yearly<Value>()
    guard try expect(.object, orNull: true) else { return result }
    result.reserve(4)
    // One bit a year, so that a second `null` of a year is seen as well.
    var seen: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    try reader.enterObject()
    while let key = try reader.nextKey() {
      guard let year = withBytes(of: key, FieldReader.year) else {
        note(.notAYear(reader.text(key)), at: key)
        try reader.skip()
        continue
      }
      let isNew = withUnsafeMutableBytes(of: &seen) { bits in
        let (byte, bit) = ((year &- 1900) &>> 3, UInt8(1) &<< UInt8((year &- 1900) & 7))
        defer { bits[byte] |= bit }
        return bits[byte] & bit == 0
      }
      guard isNew else { throw .duplicateKey("") }
      if let value = try value(&self) { result[year] = value }
    }
    return result
  }

  /// Four digits, 1900 … 2199.
  private static func year(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count == 4 else { return nil }
    var year = 0
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return nil }
      year = year &* 10 &+ Int(byte &- 0x30)
    }
    return year >= 1900 && year <= 2199 ? year : nil
  }
}
