import ScoringCore

/// A column of the table template: its key, what its cells hold, and its heading.
struct CSVColumn: Sendable {
  indirect enum Kind: Sendable {
    case text, number, bool, date
    /// Words between `;`.
    case words
    /// Items between `;`, in each `field=value` between `,`.
    case items([(field: String, kind: Kind)])
  }

  /// Where the value goes: `enterprise.name`, `facts.revenue`.
  var path: [String]
  /// One column a year: `revenue.2024`.
  var isYearly = false
  var kind: Kind
  var name: Phrase

  /// What stands in the heading: the path without `facts.`.
  var key: String { path.first == "facts" ? path[1] : path.joined(separator: ".") }
}

extension CSVColumn {
  /// The column of a fact: its name as everywhere, and the unit that its figures are in.
  init(_ fact: Fact) {
    path = ["facts", fact.rawValue]
    isYearly = fact.isYearly
    kind = Kind(fact)
    name = fact.name
    if fact.unit == .money || fact.unit == .percent {
      let unit = fact.unit.name
      name = Phrase("\(name.zh)（\(CSVCell.trim(unit.zh))）", "\(name.en) (\(CSVCell.trim(unit.en)))")
    }
  }

  private static func plain(_ path: String, _ kind: Kind, _ zh: String, _ en: String) -> CSVColumn {
    CSVColumn(path: path.split(separator: ".").map(String.init), kind: kind, name: Phrase(zh, en))
  }

  /// Every column of the template in its order; `local.<key>` may be added, as the province declares it.
  static let all = application + Fact.allCases.map { CSVColumn($0) } + texts + [materials]

  private static let texts = Application.Texts.parts.map { part in
    CSVColumn(path: ["texts", part.key], kind: .text, name: part.name)
  }

  private static let application: [CSVColumn] = [
    plain("id", .text, "编号", "Id"),
    plain("tier", .text, "层级", "Tier"),
    plain("type", .text, "类型", "Type"),
    plain("authority", .text, "主管部门", "Authority"),
    plain("division", .text, "市州", "Division"),
    plain("batch", .text, "批次", "Batch"),
    plain("submitted", .date, "提交日", "Submitted"),
    plain("referenceYear", .number, "上年度", "Reference year"),
    plain("enterprise.name", .text, "企业名称", "Enterprise"),
    plain("enterprise.creditCode", .text, "统一社会信用代码", "Credit code"),
    plain("enterprise.industryCode", .text, "行业代码", "Industry code"),
    plain("enterprise.registered", .date, "注册日", "Registered"),
  ]

  private static let materials = CSVColumn(
    path: ["materials"],
    kind: .items([
      ("item", .text), ("year", .number), ("file", .text), ("sha256", .text), ("pages", .number),
    ]), name: Phrase("佐证材料", "Materials"))

  /// Every column of the register's template.
  static let titles: [CSVColumn] = [
    plain("authority", .text, "主管部门", "Authority"),
    plain("tier", .text, "层级", "Tier"),
    plain("creditCode", .text, "统一社会信用代码", "Credit code"),
    plain("name", .text, "企业名称", "Enterprise"),
    plain("number", .text, "证书编号", "Number"),
    plain("from", .date, "有效期起", "From"),
    plain("until", .date, "有效期止", "Until"),
  ]
}

extension CSVColumn.Kind {
  fileprivate init(_ fact: Fact) {
    switch fact.kind {
    case .flag: self = .bool
    case .code: self = .text
    case .codes: self = .words
    case .day: self = .date
    case .integer, .percent, .yearlyMoney, .yearlyInteger, .yearlyScore: self = .number
    case .items: self = .items(fact.members.map { (field: $0.key, kind: CSVColumn.Kind($0)) })
    }
  }

  private init(_ member: FactMember) {
    switch member.kind {
    case .flag: self = .bool
    case .code: self = .text
    case .codes: self = .words
    case .day: self = .date
    case .integer, .money: self = .number
    }
  }
}
