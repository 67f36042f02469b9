/// New equity 新增股权融资.
public struct EquityFinancing: Sendable, Hashable {
  /// When it was given, or the money came.
  public var date: Day
  /// Above zero.
  public var amount: Money
  /// The investor is a qualified one 合格机构投资者.
  public var qualifiedInvestor: Bool
  /// The amount has been paid in 实缴.
  public var paidIn: Bool

  /// Taken as given; a reader checks the ranges first.
  public init(date: Day, amount: Money, qualifiedInvestor: Bool, paidIn: Bool) {
    self.date = date
    self.amount = amount
    self.qualifiedInvestor = qualifiedInvestor
    self.paidIn = paidIn
  }
}

/// One item of intellectual property 知识产权.
public struct IntellectualProperty: Sendable, Hashable {
  /// Which right it is.
  public var kind: IPKind
  /// How far it has come.
  public var status: IPStatus
  /// Day of grant, only and always with status `granted`.
  public var granted: Day?
  /// How it was acquired.
  public var source: IPSource
  /// Day of transfer, only and always with source `transferred`.
  public var transferred: Day?
  /// The enterprise's place among the owners, 1 …
  public var ownerRank: Int
  /// Distinct, in the order of the file.
  public var highValue: [HighValue]
  /// Tied to the leading product 主导产品.
  public var related: Bool
  /// Applied in it, with economic benefit.
  public var inUse: Bool

  /// Taken as given; a reader checks the ranges first.
  public init(
    kind: IPKind, status: IPStatus, granted: Day?, source: IPSource, transferred: Day?,
    ownerRank: Int, highValue: [HighValue], related: Bool, inUse: Bool
  ) {
    self.kind = kind
    self.status = status
    self.granted = granted
    self.source = source
    self.transferred = transferred
    self.ownerRank = ownerRank
    self.highValue = highValue
    self.related = related
    self.inUse = inUse
  }
}

/// A science and technology prize 科技奖励.
public struct Award: Sendable, Hashable {
  /// Who gave it.
  public var level: AwardLevel
  /// The enterprise's place among the winners, 1 …
  public var rank: Int
  /// When it was given, or the money came.
  public var date: Day

  /// Taken as given; a reader checks the ranges first.
  public init(level: AwardLevel, rank: Int, date: Day) {
    self.level = level
    self.rank = rank
    self.date = date
  }
}

/// A place in the national final of Maker China 创客中国, enterprise group.
public struct MakerChinaPlace: Sendable, Hashable {
  /// Among those of the final, from 1.
  public var rank: Int
  /// When it was given, or the money came.
  public var date: Day

  /// Taken as given; a reader checks the ranges first.
  public init(rank: Int, date: Day) {
    self.rank = rank
    self.date = date
  }
}

/// A title held 已获称号.
public struct HeldTitle: Sendable, Hashable {
  /// Which title it is.
  public var kind: TitleKind
  /// The first day, included.
  public var validFrom: Day
  /// The last day, included.
  public var validUntil: Day

  /// Taken as given; a reader checks the ranges first.
  public init(kind: TitleKind, validFrom: Day, validUntil: Day) {
    self.kind = kind
    self.validFrom = validFrom
    self.validUntil = validUntil
  }
}

/// A research and development institution 研发机构.
public struct ResearchInstitution: Sendable, Hashable {
  /// Who recognised it.
  public var level: InstitutionLevel
  /// Set up together with others 联合建设.
  public var joint: Bool

  /// Taken as given; a reader checks the ranges first.
  public init(level: InstitutionLevel, joint: Bool) {
    self.level = level
    self.joint = joint
  }
}
