package import Casework
package import ScoringCore

extension GroupKey {
  /// As officers call it.
  package var name: Phrase {
    switch self {
    case .tier: Phrase("层级", "Tier")
    case .type: Phrase("类型", "Type")
    case .authority: Phrase("省份", "Province")
    case .division: Phrase("地市", "City")
    case .edition: Phrase("版本", "Rules")
    case .batch: Phrase("批次", "Batch")
    case .outcome: Phrase("测算结果", "Result")
    case .industry: Phrase("行业", "Sector")
    case .decides: Phrase("起决定作用的", "Decides")
    }
  }

  /// What a group is called; `nil` is that its cases have none.
  package func name(of value: String?) -> Phrase {
    guard let value else { return self == .decides ? Phrase("无", "nothing") : Phrase("未填", "not stated") }
    switch self {
    case .tier: return Tier(rawValue: value)?.name ?? Phrase(value, value)
    case .type: return ApplicationType(rawValue: value)?.word ?? Phrase(value, value)
    case .authority: return Authorities.shared[value]?.short ?? Phrase(value, value)
    case .division:
      let name = CaseWords.division(value)
      return Phrase(name, name)
    case .edition: return Standard.shared.edition(value)?.short ?? Phrase(value, value)
    case .outcome: return Outcome(rawValue: value)?.word ?? Phrase(value, value)
    case .industry:
      let name = GroupKey.sections[value]
      return name.map { Phrase("\(value) \($0.zh)", "\(value) \($0.en)") } ?? Phrase(value, value)
    case .decides: return RuleNames.name(value)
    case .batch: return Phrase(value, value)
    }
  }

  /// Sections of GB/T 4754—2017.
  private static let sections: [String: Phrase] = [
    "A": Phrase("农林牧渔", "Agriculture"), "B": Phrase("采矿", "Mining"), "C": Phrase("制造", "Manufacturing"),
    "D": Phrase("电热燃水", "Utilities"), "E": Phrase("建筑", "Construction"), "F": Phrase("批发零售", "Trade"),
    "G": Phrase("交通仓储", "Transport"), "H": Phrase("住宿餐饮", "Hotels, food"), "I": Phrase("信息软件", "IT, software"),
    "J": Phrase("金融", "Finance"), "K": Phrase("房地产", "Real estate"), "L": Phrase("租赁商务", "Leasing, business"),
    "M": Phrase("科研技术", "Research"), "N": Phrase("水利环境", "Environment"), "O": Phrase("居民服务", "Services"),
    "P": Phrase("教育", "Education"), "Q": Phrase("卫生社会", "Health"), "R": Phrase("文体娱乐", "Culture"),
    "S": Phrase("公共管理", "Public bodies"), "T": Phrase("国际组织", "International"),
  ]
}
