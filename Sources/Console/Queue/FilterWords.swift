import Casework
import ScoringCore

/// The words of the filter language, in both languages. Guide and help are made from the same lists.
enum FilterWords {
  enum Key: Sendable, Hashable {
    case tier, outcome, state, type, edition, division, authority, assignee, industry, decides, name, finding
    case number(Filter.Number)
    case day(Filter.DayField)
  }

  static let keys: [(Key, [String])] = [
    (.tier, ["tier", "层级", "梯度"]),
    (.outcome, ["outcome", "测算结果", "结论"]),
    (.state, ["state", "状态"]),
    (.type, ["type", "类型"]),
    (.edition, ["edition", "版本", "标准"]),
    (.division, ["division", "地市", "city"]),
    (.authority, ["authority", "province", "省份", "省"]),
    (.assignee, ["assignee", "审核员"]),
    (.industry, ["industry", "行业"]),
    (.decides, ["decides", "决定"]),
    (.name, ["name", "名称", "企业"]),
    (.finding, ["finding", "提示", "疑点"]),
    (.number(.score), ["score", "得分", "分"]),
    (.number(.gap), ["gap", "差"]),
    (.number(.days), ["days", "天数", "天"]),
    (.number(.unsettled), ["unsettled", "缺项"]),
    (.number(.objections), ["objections", "异议数"]),
    (.number(.revision), ["revision", "修订"]),
    (.day(.submitted), ["submitted", "提交"]),
    (.day(.received), ["received", "收件日"]),
    (.day(.due), ["due", "到期"]),
    (.day(.changed), ["changed", "变动"]),
  ]

  static let tiers: [(Tier, [String])] = Tier.allCases.map { tier in
    (tier, [tier.rawValue, tier.name.zh] + Standard.shared.names(of: tier).subtracting([tier.name.zh]).sorted())
  }

  static let outcomes: [(Outcome, [String])] = [
    (.meets, ["meets", "符合"]), (.fails, ["fails", "不符", "不符合"]),
    (.undetermined, ["undetermined", "open", "未定"]),
  ]

  static let types: [(ApplicationType, [String])] = [
    (.new, ["new", "新申请"]), (.review, ["review", "复核"]),
  ]

  /// By id, and by the number of the document with and without its word.
  static let editions: [(String, [String])] = Standard.shared.editions.map { edition in
    (edition.id, [edition.id, edition.short.zh, edition.short.zh.filter(\.isNumber)])
  }

  static let states: [(CaseState, [String])] = CaseState.allCases.map { state in
    (
      state,
      [
        String(state.word.en.lowercased().map { $0 == " " ? "-" : $0 }), state.word.zh,
        state.rawValue.lowercased(),
      ]
    )
  }

  static let findings: [(Finding.Kind, [String])] = Finding.Kind.allCases.map { kind in
    (kind, [kind.rawValue.lowercased(), kind.name.zh])
  }

  static let flags: [(Filter.Flag, [String])] = [
    (.late, ["late", "逾期"]), (.near, ["near", "将到期"]), (.contested, ["contested", "争议"]),
    (.stale, ["stale", "失效"]), (.objection, ["objection", "异议"]), (.mine, ["mine", "我的"]),
    (.unassigned, ["unassigned", "未分配"]), (.incomplete, ["incomplete", "不完整", "不全"]),
    (.unsettled, ["missing", "缺项"]), (.noticed, ["noticed", "提示", "疑点"]),
  ]

  static func find<Value>(_ word: String, in list: [(Value, [String])]) -> Value? {
    list.first { $0.1.contains(word) }?.0
  }

  /// Codes of the divisions called so, by short or full name or code.
  static func divisions(_ word: String) -> [String] { places.divisions[word] ?? [] }
  static func authorities(_ word: String) -> [String] { places.authorities[word] ?? [] }

  private static let places: (divisions: [String: [String]], authorities: [String: [String]]) = {
    var divisions: [String: [String]] = [:]
    for division in Divisions.shared.all {
      for word in Set([division.name, division.short, division.code]) {
        divisions[word, default: []].append(division.code)
      }
    }
    var authorities: [String: [String]] = [:]
    for authority in Authorities.shared.all {
      let words = [
        authority.name.zh, authority.short.zh, authority.name.en.lowercased(),
        authority.short.en.lowercased(), authority.key,
      ]
      for word in Set(words) { authorities[word, default: []].append(authority.key) }
    }
    return (divisions, authorities)
  }()
}
