public import ScoringCore

/// One requirement that an act does not meet: why it is refused, and why an event is rejected.
public struct Unmet: Error, Sendable, Hashable {
  /// The grounds on which an event is rejected (casework, section 2).
  public enum Ground: String, Sendable, Hashable, CaseIterable {
    case bytes, signature, schema, key, role, jurisdiction, secondPerson, requirement

    public var name: Phrase {
      switch self {
      case .bytes: Phrase("字节", "Bytes")
      case .signature: Phrase("签名", "Signature")
      case .schema: Phrase("格式", "Schema")
      case .key: Phrase("密钥", "Key")
      case .role: Phrase("职责", "Role")
      case .jurisdiction: Phrase("管辖", "Jurisdiction")
      case .secondPerson: Phrase("第二人", "Second person")
      case .requirement: Phrase("条件", "Requirement")
      }
    }
  }

  public var ground: Ground
  /// Stable, for programs: `notFromThisState`, `sameOfficer`, …
  public var code: String
  public var message: Phrase
  /// What is concerned, for programs: papers as `item:year:file`, paths of facts, ids of conditions.
  public var about: [String]

  public init(_ ground: Ground, _ code: String, _ message: Phrase, about: [String] = []) {
    self.ground = ground
    self.code = code
    self.message = message
    self.about = about
  }

  static func schema(_ path: String) -> Unmet {
    Unmet(.schema, "schema", Phrase("字段不合格式：\(path)", "The field does not fit its format: \(path)"))
  }

  /// A field that the act needs was not stated.
  public static func missing(_ field: String) -> Unmet {
    Unmet(.schema, "missing", Phrase("缺少内容：\(field)", "Not stated: \(field)"), about: [field])
  }

  static func requirement(_ code: String, _ zh: String, _ en: String, about: [String] = []) -> Unmet {
    Unmet(.requirement, code, Phrase(zh, en), about: about)
  }
}

extension Unmet {
  static let key = Unmet(
    .key, "key", Phrase("密钥在登记册里不属于这位在职人员", "The registry does not give this key to an officer in office"))

  static let ended = Unmet(
    .key, "ended",
    Phrase("已报失窃，而这条不在终止时列明有效的记录里", "Reported stolen, and this is not among the acts that the end leaves standing"))

  static func role(_ roles: [OfficerRole]) -> Unmet {
    Unmet(
      .role, "role",
      Phrase(
        "需要职责：" + roles.map(\.name.zh).joined(separator: "、"),
        "Needs the role: " + roles.map(\.name.en).joined(separator: ", ")))
  }

  static let jurisdiction = Unmet(
    .jurisdiction, "jurisdiction", Phrase("不在你的管辖范围内", "Outside your jurisdiction"))

  static func sameOfficer(_ message: Phrase) -> Unmet {
    Unmet(.secondPerson, "sameOfficer", message)
  }

  static let unknown = requirement(
    "unknown", "所指的事件不在此前的记录里", "The event it names is not in what came before")
}
