package import ScoringCore
import StrictJSON

/// One requirement that an act does not meet: why it is refused, and why an event is rejected.
package struct UnmetRequirement: Error, Sendable, Hashable {
  /// The grounds on which an event is rejected (Casework §2.2).
  package enum Ground: String, Sendable, Hashable, CaseIterable {
    case bytes, signature, schema, key, role, jurisdiction, secondPerson, requirement

    package var name: Phrase {
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

  package var ground: Ground
  /// Stable, for programs: `notFromThisState`, `sameOfficer`, …
  package var code: String
  package var message: Phrase
  /// What is concerned, for programs: papers as `item:year:file`, paths of facts, ids of conditions.
  package var about: [String]
  /// The field of the act that is wrong, where it is one: a form shows the sentence there.
  package var field: String?
  /// It is asked once more and no obstacle to who says yes; its code is that of the question.
  package var isQuestion = false

  package init(_ ground: Ground, _ code: String, _ message: Phrase, about: [String] = [], field: String? = nil) {
    self.ground = ground
    self.code = code
    self.message = message
    self.about = about
    self.field = field
  }

  static func schema(_ path: String) -> UnmetRequirement {
    UnmetRequirement(.schema, "schema", Phrase("字段不合格式：\(path)", "The field does not fit its format: \(path)"))
  }

  /// A field that the act needs was not stated.
  package static func missing(_ field: Field) -> UnmetRequirement {
    UnmetRequirement(
      .schema, "missing", Phrase("缺少内容：\(field.label.zh)", "Not stated: \(field.label.en)"), about: [field.name],
      field: field.name)
  }

  /// A field holds what it cannot hold.
  static func malformed(_ field: Field, at path: String) -> UnmetRequirement {
    let inner = path == field.name ? "" : " (\(path))"
    return UnmetRequirement(
      .schema, "schema",
      Phrase("“\(field.label.zh)”不合格式\(inner)", "“\(field.label.en)” does not fit its format\(inner)"),
      field: field.name)
  }

  static func requirement(_ code: String, _ zh: String, _ en: String, about: [String] = [], field: String? = nil)
    -> UnmetRequirement
  {
    UnmetRequirement(.requirement, code, Phrase(zh, en), about: about, field: field)
  }
}

extension UnmetRequirement {
  static let key = UnmetRequirement(
    .key, "key", Phrase("密钥在登记册里不属于这位在职人员", "The registry does not give this key to an officer in office"))

  static let ended = UnmetRequirement(
    .key, "ended",
    Phrase("已报失窃，而这条不在终止时列明有效的记录里", "Reported stolen, and this is not among the acts that the end leaves standing"))

  static func role(_ roles: [OfficerRole]) -> UnmetRequirement {
    UnmetRequirement(
      .role, "role",
      Phrase(
        "需要职责：" + roles.map(\.name.zh).joined(separator: "、"),
        "Needs the role: " + roles.map(\.name.en).joined(separator: ", ")))
  }

  static let jurisdiction = UnmetRequirement(
    .jurisdiction, "jurisdiction", Phrase("不在你的管辖范围内", "Outside your jurisdiction"))

  static func sameOfficer(_ message: Phrase) -> UnmetRequirement {
    UnmetRequirement(.secondPerson, "sameOfficer", message)
  }

  package static let foreignApplication = UnmetRequirement(
    .bytes, "foreignApplication",
    Phrase("没有收件记录提到这份申报文件，不予采用", "No receipt names this application: it counts for nothing"))

  package static let otherNumber = UnmetRequirement(
    .bytes, "otherNumber",
    Phrase(
      "文件名里的版次不是收件、补正记录里的版次，以记录为准",
      "The revision in its name is not the one that its receipt gives it, which counts"))

  package static func missingApplication(_ sha: String) -> UnmetRequirement {
    UnmetRequirement(
      .bytes, "missingApplication",
      Phrase(
        "收件登记的申报文件 \(sha.prefix(16)) 不在本件的文件夹里：请从备份或其他机关取回",
        "The application on file, \(sha.prefix(16)), is not in the folder: get it from a copy or another office"))
  }

  static let unknown = requirement(
    "unknown", "所指的事件不在此前的记录里", "The event it names is not in what came before")

  static let notLive = requirement(
    "notLive", "所指的已不是现行的记录", "What it names is no longer the live answer")
  static let reasons = requirement("reasons", "须有至少一条编码的理由", "Needs at least one coded reason", field: "reasons")
  static let noVisit = requirement("noVisit", "没有这次抽查", "There is no such visit")
  static let answered = requirement("answered", "已经答复", "It is answered already")
  static let noTitle = requirement("noTitle", "没有称号", "There is no title here")
  static let notContested = requirement("notContested", "没有这项争议", "This is not contested")
  static let notPending = requirement(
    "notPending", "这一事件不在等待补签", "It does not wait for a countersignature")
  static let delegated = UnmetRequirement(
    .jurisdiction, "notDelegated",
    Phrase("这一环节没有下放到市，由省级办理", "This step is not handed to the city; the authority does it"))
  package static let wrongFolder = requirement("wrongFolder", "这里没有这种办理", "There is no such act in this place")

  static func notFromThisState(_ state: CaseState) -> UnmetRequirement {
    requirement(
      "notFromThisState", "申报件现为“\(state.name.zh)”，不能这样做",
      "Not from this state: the case is \(state.name.en.lowercased())")
  }

  static func inFuture(_ day: Day, _ field: String) -> UnmetRequirement {
    requirement("dayInFuture", "日期 \(day) 晚于今天", "The day \(day) is later than today", field: field)
  }

  /// A name that stands for nothing.
  static func noSuch(_ name: String?, _ zh: String, _ en: String, _ field: String) -> UnmetRequirement {
    let name = name ?? ""
    return UnmetRequirement(
      .schema, "schema", Phrase("没有“\(name)”这项\(zh)", "There is no \(en) “\(name)”"), field: field)
  }

  /// A text that is to be written.
  static func sayWhat(_ field: String) -> UnmetRequirement {
    requirement("text", "请写明", "say what it is", field: field)
  }

  /// The same about another field.
  func about(_ field: String) -> UnmetRequirement { UnmetRequirement(ground, code, message, field: field) }
}
