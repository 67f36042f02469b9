/// One of the 37 provincial-level authorities 省级主管部门: provinces, separately planned cities, the corps.
public struct Authority: Sendable, Hashable {
  /// What sort of place it answers for.
  public enum Kind: String, Sendable, Hashable {
    /// 省、自治区、直辖市.
    case province
    /// 计划单列市: an authority of its own that takes nothing from the province it lies in.
    case plannedCity = "planned-city"
    /// 新疆生产建设兵团.
    case corps
  }
  /// `370000`, `XPCC`: what an application names.
  public var key: String
  /// As officers call it.
  public var name: Phrase
  /// 山东, Shandong.
  public var short: Phrase
  /// Who signs its papers where the office has set no other name: 山东省工业和信息化厅.
  public var office: Phrase
  /// What sort of place it answers for.
  public var kind: Kind
  /// Key of the province a planned city lies in.
  public var inside: String?
}

/// All authorities, in the order of the official list.
public struct Authorities: Sendable {
  /// The built-in list.
  public static let shared = Authorities()

  /// In the order of the official list.
  public let all: [Authority]
  private let index: [String: Int]

  private init() {
    all = Embedded.rows("authorities.csv").compactMap { row in
      guard row.count == 7, let kind = Authority.Kind(rawValue: String(row[4])) else { return nil }
      return Authority(
        key: String(row[0]), name: Phrase(String(row[1]), String(row[3])),
        short: Phrase(String(row[2]), String(row[3])),
        office: Phrase(String(row[6]), "Department of Industry and Information Technology, \(row[3])"), kind: kind,
        inside: row[5].isEmpty ? nil : String(row[5]))
    }
    index = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.key, $0) })
  }

  /// The authority with this key; `nil` for an unknown key, never another authority.
  public subscript(key: String) -> Authority? {
    index[key].map { all[$0] }
  }
}
