internal import StrictJSON

/// The items of array facts. In them every field is required and none may be `null`.
extension FieldReader {
  private static let equityKeys = JSONKeys(["date", "amount", "qualifiedInvestor", "paidIn"])
  private static let awardKeys = JSONKeys(["level", "rank", "date"])
  private static let makerKeys = JSONKeys(["rank", "date"])
  private static let titleKeys = JSONKeys(["kind", "validFrom", "validUntil"])
  private static let institutionKeys = JSONKeys(["level", "joint"])
  private static let propertyKeys = JSONKeys([
    "kind", "status", "source", "ownerRank", "highValue", "related", "inUse", "granted", "transferred",
  ])

  private static let awardLevels = CodeTable<AwardLevel>()
  private static let titleKinds = CodeTable<TitleKind>()
  private static let institutionLevels = CodeTable<InstitutionLevel>()
  private static let propertyKinds = CodeTable<IPKind>()
  private static let propertyStatuses = CodeTable<IPStatus>()
  private static let propertySources = CodeTable<IPSource>()
  private static let highValues = CodeTable<HighValue>()

  mutating func equityFinancing() throws(JSONFault) -> [EquityFinancing]? {
    try array(orNull: true) { fields throws(JSONFault) in
      var date: Day?
      var amount: Money?
      var qualifiedInvestor: Bool?
      var paidIn: Bool?
      _ = try fields.object(FieldReader.equityKeys, required: 0b1111) { fields, index throws(JSONFault) in
        switch index {
        case 0: date = try fields.day(orNull: false)
        case 1: amount = try fields.positiveMoney()
        case 2: qualifiedInvestor = try fields.flag(orNull: false)
        default: paidIn = try fields.flag(orNull: false)
        }
      }
      guard let date, let amount, let qualifiedInvestor, let paidIn else { return nil }
      return EquityFinancing(
        date: date, amount: amount, qualifiedInvestor: qualifiedInvestor, paidIn: paidIn)
    }
  }

  private mutating func positiveMoney() throws(JSONFault) -> Money? {
    _ = try reader.peek()
    let start = reader.offset
    guard let fen = try decimal(Money.decimals, -Money.limit...Money.limit, orNull: false) else { return nil }
    guard fen > 0 else {
      note(.notPositive, at: start)
      return nil
    }
    return Money(fen: fen)
  }

  mutating func awards() throws(JSONFault) -> [Award]? {
    try array(orNull: true) { fields throws(JSONFault) in
      var level: AwardLevel?
      var rank: Int?
      var date: Day?
      _ = try fields.object(FieldReader.awardKeys, required: 0b111) { fields, index throws(JSONFault) in
        switch index {
        case 0: level = try fields.code(FieldReader.awardLevels)
        case 1: rank = try fields.integer(FieldReader.ranks, orNull: false)
        default: date = try fields.day(orNull: false)
        }
      }
      guard let level, let rank, let date else { return nil }
      return Award(level: level, rank: rank, date: date)
    }
  }

  mutating func makerChina() throws(JSONFault) -> [MakerChinaPlace]? {
    try array(orNull: true) { fields throws(JSONFault) in
      var rank: Int?
      var date: Day?
      _ = try fields.object(FieldReader.makerKeys, required: 0b11) { fields, index throws(JSONFault) in
        switch index {
        case 0: rank = try fields.integer(FieldReader.ranks, orNull: false)
        default: date = try fields.day(orNull: false)
        }
      }
      guard let rank, let date else { return nil }
      return MakerChinaPlace(rank: rank, date: date)
    }
  }

  mutating func titles() throws(JSONFault) -> [HeldTitle]? {
    try array(orNull: true) { fields throws(JSONFault) in
      var kind: TitleKind?
      var validFrom: Day?
      var validUntil: Day?
      _ = try fields.object(FieldReader.titleKeys, required: 0b111) { fields, index throws(JSONFault) in
        switch index {
        case 0: kind = try fields.code(FieldReader.titleKinds)
        case 1: validFrom = try fields.day(orNull: false)
        default: validUntil = try fields.day(orNull: false)
        }
      }
      guard let kind, let validFrom, let validUntil else { return nil }
      return HeldTitle(kind: kind, validFrom: validFrom, validUntil: validUntil)
    }
  }

  mutating func rdInstitutions() throws(JSONFault) -> [ResearchInstitution]? {
    try array(orNull: true) { fields throws(JSONFault) in
      var level: InstitutionLevel?
      var joint: Bool?
      _ = try fields.object(FieldReader.institutionKeys, required: 0b11) { fields, index throws(JSONFault) in
        switch index {
        case 0: level = try fields.code(FieldReader.institutionLevels)
        default: joint = try fields.flag(orNull: false)
        }
      }
      guard let level, let joint else { return nil }
      return ResearchInstitution(level: level, joint: joint)
    }
  }

  mutating func intellectualProperty() throws(JSONFault) -> [IntellectualProperty]? {
    try array(orNull: true) { fields throws(JSONFault) in try fields.property() }
  }

  private mutating func property() throws(JSONFault) -> IntellectualProperty? {
    _ = try reader.peek()
    let start = reader.offset
    var kind: IPKind?
    var status: IPStatus?
    var source: IPSource?
    var ownerRank: Int?
    var highValue: [HighValue]?
    var related: Bool?
    var inUse: Bool?
    /// The days with their offsets: whether they may stand depends on other keys.
    var granted: (offset: Int, day: Day?)?
    var transferred: (offset: Int, day: Day?)?
    let isObject = try object(FieldReader.propertyKeys, required: 0b111_1111) {
      fields, index throws(JSONFault) in
      switch index {
      case 0: kind = try fields.code(FieldReader.propertyKinds)
      case 1: status = try fields.code(FieldReader.propertyStatuses)
      case 2: source = try fields.code(FieldReader.propertySources)
      case 3: ownerRank = try fields.integer(FieldReader.ranks, orNull: false)
      case 4: highValue = try fields.codes(FieldReader.highValues, orNull: false)
      case 5: related = try fields.flag(orNull: false)
      case 6: inUse = try fields.flag(orNull: false)
      case 7: granted = try fields.dayInPlace()
      default: transferred = try fields.dayInPlace()
      }
    }
    guard isObject else { return nil }
    if let status {
      pair("granted", granted?.offset, isCalledFor: status == .granted, by: "status", in: start)
    }
    if let source {
      pair("transferred", transferred?.offset, isCalledFor: source == .transferred, by: "source", in: start)
    }
    guard let kind, let status, let source, let ownerRank, let highValue, let related, let inUse else {
      return nil
    }
    return IntellectualProperty(
      kind: kind, status: status, granted: granted?.day, source: source, transferred: transferred?.day,
      ownerRank: ownerRank, highValue: highValue, related: related, inUse: inUse)
  }

  private mutating func dayInPlace() throws(JSONFault) -> (offset: Int, day: Day?) {
    _ = try reader.peek()
    let start = reader.offset
    return (start, try day(orNull: false))
  }

  /// A day that must stand exactly when another key has the value it is named after.
  @inline(__always)
  private mutating func pair(
    _ key: String, _ offset: Int?, isCalledFor: Bool, by other: String, in object: Int
  ) {
    if let offset, !isCalledFor {
      note(.uncalledFor(key, unless: other), at: offset)
    } else if offset == nil, isCalledFor {
      note(.calledFor(key, by: other), at: object)
    }
  }
}
