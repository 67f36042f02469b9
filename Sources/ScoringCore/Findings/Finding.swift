/// What a machine notices about an application 疑点 (Facts §4): shown to the officer, never a verdict.
public struct Finding: Sendable, Hashable {
  /// What sort of thing was noticed: stable, never translated.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Slips: a figure in another unit or with a digit too many, a year to come, a share below 1, two figures
    /// exchanged, a year copied from the one before.
    case unit, year, fraction, exchanged, copiedYear
    /// A part above the whole it is part of; a figure on a bound, or next to one; figures that are unlikely together.
    case whole, threshold, plausibility
    /// Industry, segment and product do not lie on one track.
    case track
    /// A text for blind review that says whose it is, or is longer than meant.
    case blindText, textLength
    /// Of the enterprise and its days.
    case creditCode, days, excludedField
    /// A value of an overlay that one source alone claims would change something here.
    case unconfirmed
    /// The reference year is not the year before submission.
    case referenceYear
    /// Intellectual property that came late or from others; the years in the segment.
    case lateIP, segment
    /// A local fact is stated that no overlay in force declares; of applications received before.
    case localSetAside
    /// With another case of the store: one paper, one code in two open cases, one name under two codes.
    case sameFile, sameCode, sameName
  }

  /// What was noticed.
  public var kind: Kind
  /// What was noticed, with the figures, and what would settle it.
  public var message: Phrase
  /// The fields it rests on, that in doubt first: `facts.revenue.2024`, `enterprise.creditCode`.
  public var paths: [String]

  /// The field in doubt; `nil` where it is none of the application's.
  public var path: String? { paths.first }

  /// A finding as a caller states it; `paths` are those of the fields it is about.
  public init(_ kind: Kind, _ message: Phrase, _ paths: [String]) {
    self.kind = kind
    self.message = message
    self.paths = paths
  }
}

extension Finding.Kind {
  /// A few words for columns, filters and receipts.
  public var name: Phrase {
    switch self {
    case .unit: Phrase("单位疑误", "unit")
    case .year: Phrase("年度超前", "year to come")
    case .fraction: Phrase("比例疑误", "share as fraction")
    case .exchanged: Phrase("两数互换", "exchanged")
    case .copiedYear: Phrase("照抄上年", "year copied")
    case .whole: Phrase("部分超整体", "part above whole")
    case .threshold: Phrase("恰在界限", "on a threshold")
    case .plausibility: Phrase("不合常理", "implausible")
    case .track: Phrase("赛道不一", "not on one track")
    case .blindText: Phrase("盲评露名", "named in blind text")
    case .textLength: Phrase("文本过长", "text too long")
    case .creditCode: Phrase("信用代码", "credit code")
    case .days: Phrase("日期先后", "days out of order")
    case .excludedField: Phrase("暂不培育", "field left out")
    case .unconfirmed: Phrase("待确认规定", "unconfirmed rule")
    case .referenceYear: Phrase("上年度不符", "reference year")
    case .lateIP: Phrase("专利来源", "late or bought IP")
    case .segment: Phrase("细分年限", "segment years")
    case .localSetAside: Phrase("地方事实搁置", "local fact set aside")
    case .sameFile: Phrase("材料重复", "same paper")
    case .sameCode: Phrase("代码重复", "same code")
    case .sameName: Phrase("名称重复", "same name")
    }
  }
}
