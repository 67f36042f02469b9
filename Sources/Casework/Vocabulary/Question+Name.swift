package import ScoringCore

extension Question {
  /// As officers call it.
  /// - Parameter called: what an officer is called.
  package func name(_ called: (String) -> String) -> Phrase {
    switch self {
    case .stage: Phrase("申报件往哪里走", "Where the case goes")
    case .assignee: Phrase("由谁办理", "Who has the case")
    case .title: Phrase("称号", "The title")
    case .due: Phrase("补正期限", "When a correction is due")
    case .round: Phrase("批次的受理", "Whether the round is open")
    case .root: Phrase("根主管", "The root supervisors")
    case .conflict(let officer): Self.of(called(officer), "利害关系", "The conflict of interest")
    case .fact(let path): Self.named("数据", "Fact", FactPath(path)?.name ?? .same(path))
    case .material(let code):
      Self.named("材料", "Document", MaterialItem(rawValue: String(code.prefix { $0 != ":" }))?.name ?? .same(code))
    case .judgement(let condition): Phrase("对条件 \(condition) 的判断", "The judgement of \(condition)")
    case .visit: Phrase("抽查的结果", "The result of a visit")
    case .visitPlan: Phrase("抽查的安排", "The plan of a visit")
    case .finding(_, let item):
      Self.named(
        "现场情况", "What was found of", FactPath(item)?.name ?? MaterialItem(rawValue: item)?.name ?? .same(item))
    case .redaction: Phrase("异议的公开文本", "What others read of an objection")
    case .objection: Phrase("对异议的答复", "The answer to an objection")
    case .update(let year): Phrase("\(year) 年的更新", "The update of \(year)")
    case .draw: Phrase("抽签结果", "The result of a draw")
    case .officer(let id): Self.of(called(id), "任职", "The office")
    case .key(let sign): Phrase("密钥 \(sign.prefix(16))", "Key \(sign.prefix(16))")
    case .role(let grant): Self.role(grant, called)
    case .settings(let what): Phrase("设置 \(what)", "Settings \(what)")
    }
  }

  private static func of(_ name: String, _ zh: String, _ en: String) -> Phrase {
    Phrase("\(name) 的\(zh)", "\(en) of \(name)")
  }

  /// A grant `OFFICER:ROLE:SCOPE` in words.
  private static func role(_ grant: String, _ called: (String) -> String) -> Phrase {
    let parts = grant.split(separator: ":", maxSplits: 2).map(String.init)
    guard parts.count > 1, let role = OfficerRole(rawValue: parts[1])?.name else {
      return Phrase("职责 \(grant)", "Role \(grant)")
    }
    let name = called(parts[0])
    return Phrase("\(name) 的职责“\(role.zh)”", "The role of \(name): \(role.en)")
  }

  private static func named(_ zh: String, _ en: String, _ what: Phrase) -> Phrase {
    Phrase("\(zh) \(what.zh)", "\(en) \(what.en)")
  }

  /// Whether it is about who may do what: while it is contested nobody holds it.
  var isOfRights: Bool {
    switch self {
    case .root, .officer, .key, .role: true
    default: false
    }
  }
}
