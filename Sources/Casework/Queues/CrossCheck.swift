public import ScoringCore

/// What a machine notices between cases 案件之间的疑点: the same paper in two enterprises, one enterprise in two open cases.
public enum CrossCheck {
  /// What is compared of a case.
  public struct Item: Sendable, Hashable {
    public var key: CaseKey
    public var creditCode: String
    public var tier: Tier
    public var isOpen: Bool
    /// SHA-256 of the papers handed in.
    public var papers: [String]

    public init(key: CaseKey, creditCode: String, tier: Tier, isOpen: Bool, papers: [String]) {
      self.key = key
      self.creditCode = creditCode
      self.tier = tier
      self.isOpen = isOpen
      self.papers = papers
    }
  }

  public struct Found: Sendable, Hashable {
    public enum Code: String, Sendable, Hashable {
      case samePaper = "same-paper"
      case sameEnterprise = "same-enterprise"
    }
    public var code: Code
    public var message: Phrase
    /// The other cases, sorted.
    public var others: [CaseKey]
  }

  /// Findings by case; a case without one is absent.
  public static func findings(_ items: [Item]) -> [CaseKey: [Found]] {
    var byPaper: [String: [Int]] = [:]
    var byCode: [String: [Int]] = [:]
    for (index, item) in items.enumerated() {
      for paper in Set(item.papers) { byPaper[paper, default: []].append(index) }
      if item.isOpen { byCode[item.creditCode, default: []].append(index) }
    }
    var found: [CaseKey: [Found]] = [:]
    for (paper, places) in byPaper.sorted(by: { $0.key < $1.key }) {
      for place in places {
        let others = places.map { items[$0] }.filter { $0.creditCode != items[place].creditCode }.map(\.key).sorted()
        guard !others.isEmpty else { continue }
        found[items[place].key, default: []].append(
          Found(
            code: .samePaper,
            message: Phrase(
              "同一份材料（\(paper.prefix(16))）也由另一企业提交",
              "The same paper (\(paper.prefix(16))) was handed in by another enterprise"),
            others: others))
      }
    }
    for places in byCode.values where places.count > 1 {
      for place in places {
        found[items[place].key, default: []].append(
          Found(
            code: .sameEnterprise,
            message: Phrase("同一信用代码还有未办结的案件", "The same credit code has another open case"),
            others: places.filter { $0 != place }.map { items[$0].key }.sorted()))
      }
    }
    return found
  }
}
