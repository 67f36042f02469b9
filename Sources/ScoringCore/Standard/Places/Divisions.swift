/// A city or district 地市 below an authority.
public struct Division: Sendable, Hashable {
  /// Six digits of GB/T 2260.
  public var code: String
  /// Its Chinese name; the tables hold no other.
  public var name: String
  /// The name without 市, 区, 县 or the like, as narrow columns show it.
  public var short: String
  /// Key of the authority that handles its files.
  public var authority: String
}

/// All divisions, in the order of their codes within each authority.
public struct Divisions: Sendable {
  /// The built-in list.
  public static let shared = Divisions()

  /// By authority, and by code within it.
  public let all: [Division]
  private let index: [String: Int]
  private let byAuthority: [String: [Int]]

  private init() {
    all = Embedded.rows("divisions.csv").compactMap { row in
      guard row.count == 3 else { return nil }
      let name = String(row[1])
      return Division(
        code: String(row[0]), name: name, short: Divisions.short(name), authority: String(row[2]))
    }
    index = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.code, $0) })
    byAuthority = Dictionary(grouping: all.indices, by: { [all] in all[$0].authority })
  }

  /// The division with this code; `nil` for an unknown code.
  public subscript(code: String) -> Division? {
    index[code].map { all[$0] }
  }

  /// The divisions whose files this authority handles; none for the corps.
  public func of(authority key: String) -> [Division] {
    (byAuthority[key] ?? []).map { all[$0] }
  }

  private static let peoples = [
    "布依族苗族", "土家族苗族", "苗族土家族", "藏族羌族", "苗族侗族", "哈尼族彝族", "傣族景颇族", "蒙古族藏族", "壮族苗族", "朝鲜族", "土家族",
    "柯尔克孜", "哈萨克", "傈僳族", "蒙古", "藏族", "彝族", "白族", "傣族", "回族",
  ]
  private static let kinds = ["自治州", "自治县", "地区", "新区", "市", "区", "县", "盟"]

  /// 恩施土家族苗族自治州 → 恩施; a name of two characters stays whole.
  static func short(_ name: String) -> String {
    guard name.count > 2, let kind = kinds.first(where: name.hasSuffix) else { return name }
    let stem = name.dropLast(kind.count)
    guard kind.hasPrefix("自治") else { return String(stem) }
    guard let people = peoples.first(where: { stem.hasSuffix($0) && stem != $0 }) else {
      return String(stem)
    }
    return String(stem.dropLast(people.count))
  }
}
