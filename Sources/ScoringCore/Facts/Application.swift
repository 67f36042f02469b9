/// One application as its file states it 申报书: checked against the schema, judged by nobody yet.
public struct Application: Sendable, Hashable {
  /// Who applies.
  public struct Enterprise: Sendable, Hashable {
    /// As in the file, unsafe to draw before it is made safe.
    public var name: String
    /// 统一社会信用代码: 18 characters; its check character may be wrong.
    public var creditCode: String
    /// GB/T 4754-2017: a letter and two to four digits.
    public var industryCode: String
    /// Day of registration 成立日期.
    public var registered: Day

    /// Taken as given; a reader checks the ranges first.
    public init(name: String, creditCode: String, industryCode: String, registered: Day) {
      self.name = name
      self.creditCode = creditCode
      self.industryCode = industryCode
      self.registered = registered
    }
  }

  /// A fact that the authority's overlay declares 地方事实.
  public struct LocalValue: Sendable, Hashable {
    /// As its overlay declares it.
    public var key: String
    /// The one choice, or the distinct members of a set.
    public var values: [String]
    /// Whether several values may stand together.
    public var isSet: Bool

    /// The values are keys of the fact's choices; one alone where it is no set.
    public init(key: String, values: [String], isSet: Bool) {
      self.key = key
      self.values = values
      self.isSet = isSet
    }
  }

  /// What stands under `local` in a file and no overlay in force declares 搁置的地方事实: nothing counts by it.
  public struct SetAside: Sendable, Hashable {
    /// As the file states it.
    public var key: String
    /// The value as one line of JSON.
    public var json: String

    /// Taken as given.
    public init(key: String, json: String) {
      self.key = key
      self.json = json
    }
  }

  /// The free texts of the little-giant form, which blind reviewers read 盲评文本; valid in every tier. Line feeds, carriage
  /// returns and tabs may stand in them, no other control character; whose name they give away is a finding.
  public struct Texts: Sendable, Hashable {
    /// 在产业链中的位置: where it stands in its chain.
    public var chainPosition: String?
    /// 产学研合作: research with others.
    public var rdCooperation: String?
    /// 企业简介.
    public var introduction: String?

    /// The most code points of one text that a file may have; more is an error, and less than that may be too much.
    public static let limit = 20_000

    /// Nothing is stated.
    public init() {}
  }

  /// A paper 佐证材料 that came with the application.
  public struct DeclaredDocument: Sendable, Hashable {
    /// What the paper is.
    public var item: MaterialItem
    /// The year it is of; `nil` where it is of none.
    public var year: Int?
    /// A relative path inside the case folder.
    public var file: String?
    /// 64 lower-case hex digits.
    public var sha256: String?
    /// At least 1.
    public var pages: Int?

    /// Taken as given; a reader checks the ranges first.
    public init(
      item: MaterialItem, year: Int? = nil, file: String? = nil, sha256: String? = nil,
      pages: Int? = nil
    ) {
      self.item = item
      self.year = year
      self.file = file
      self.sha256 = sha256
      self.pages = pages
    }
  }

  /// What `format` must say.
  public static let format = "tidu.application/1"

  /// 1 to 64 of letters, digits, `.`, `_`, `-`: it becomes a folder's name.
  public var id: String
  /// The title applied for.
  public var tier: Tier
  /// New, or a review of a title held.
  public var type: ApplicationType
  /// Key of an authority that exists.
  public var authority: String
  /// Code of a division of that authority.
  public var division: String?
  /// The round a notice opened, shaped like an id.
  public var batch: String
  /// The day every "last N years" is counted from.
  public var submitted: Day
  /// 上年度: the last full accounting year, 2015 … 2100.
  public var referenceYear: Int
  /// Who applies.
  public var enterprise: Enterprise
  /// What is stated; never a default.
  public var facts: Facts
  /// In the order of the file; a fact that is not stated has no entry.
  public var local: [LocalValue]
  /// In the order of the file; only where it is read as one received before.
  public var setAside: [SetAside] = []
  /// Texts for blind review; nothing stated where the file has none.
  public var texts = Texts()
  /// Papers handed in.
  public var materials: [DeclaredDocument]

  /// Taken as given; a reader checks the ranges first.
  public init(
    id: String, tier: Tier, type: ApplicationType, authority: String, division: String?,
    batch: String, submitted: Day, referenceYear: Int, enterprise: Enterprise, facts: Facts,
    local: [LocalValue] = [], materials: [DeclaredDocument] = []
  ) {
    self.id = id
    self.tier = tier
    self.type = type
    self.authority = authority
    self.division = division
    self.batch = batch
    self.submitted = submitted
    self.referenceYear = referenceYear
    self.enterprise = enterprise
    self.facts = facts
    self.local = local
    self.materials = materials
  }

  /// The values of a local fact; `nil` when it is not stated.
  public func local(_ key: String) -> [String]? {
    for value in local where value.key == key { return value.values }
    return nil
  }
}
