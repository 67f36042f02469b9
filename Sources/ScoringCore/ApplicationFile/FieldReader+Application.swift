internal import StrictJSON

/// The fields of the file's top level, each `nil` until it was read and found right.
struct ApplicationFields: ~Copyable {
  var id: String?
  var tier: Tier?
  var type: ApplicationType?
  var authority: String?
  var division: Division?
  var divisionOffset = 0
  var batch: String?
  var submitted: Day?
  var submittedOffset = 0
  var referenceYear: Int?
  var referenceYearOffset = 0
  var enterprise: Application.Enterprise?
  var facts = Facts()
  /// Of the object under `local`, which is read when it is known what may stand there.
  var localOffset: Int?
  var local: [Application.LocalValue] = []
  var setAside: [Application.SetAside] = []
  var texts = Application.Texts()
  var materials: [Application.DeclaredDocument] = []
}

extension FieldReader {
  private static let keys = JSONKeys([
    "format", "id", "tier", "type", "authority", "batch", "submitted", "referenceYear", "enterprise", "facts",
    "division", "local", "materials", "texts",
  ])
  private static let required: UInt64 = 0b11_1111_1111
  private static let enterpriseKeys = JSONKeys(["name", "creditCode", "industryCode", "registered"])

  private static let tiers = CodeTable<Tier>()
  private static let types = CodeTable<ApplicationType>()
  private static let authorities = CodeTable(Authorities.shared.all.map { ($0.key, $0.key) })
  private static let divisions = CodeTable(Divisions.shared.all.map { ($0.code, $0) })

  /// The whole document.
  mutating func application() throws(JSONFault) -> ApplicationFields {
    var result = ApplicationFields()
    try reader.start()
    let kind = try reader.peek()
    if kind == .object {
      _ = try object(FieldReader.keys, required: FieldReader.required) { fields, index throws(JSONFault) in
        try fields.take(index, into: &result)
      }
    } else {
      note(.notAnApplication(kind), at: reader.offset)
      try reader.skip()
    }
    try reader.finish()
    return result
  }

  private mutating func take(_ index: Int, into result: inout ApplicationFields) throws(JSONFault) {
    switch index {
    case 0: try format()
    case 1: result.id = try identifier()
    case 2: result.tier = try code(FieldReader.tiers)
    case 3: result.type = try code(FieldReader.types)
    case 4: result.authority = try authority()
    case 5: result.batch = try identifier()
    case 6:
      _ = try reader.peek()
      result.submittedOffset = reader.offset
      result.submitted = try day(orNull: false)
    case 7:
      _ = try reader.peek()
      result.referenceYearOffset = reader.offset
      result.referenceYear = try integer(2015...2100, orNull: false)
    case 8: result.enterprise = try enterprise()
    case 9: result.facts = try facts()
    case 10:
      _ = try reader.peek()
      result.divisionOffset = reader.offset
      result.division = try division()
    case 11:
      guard try expect(.object, orNull: true) else { return }
      result.localOffset = reader.offset
      try reader.skip()
    case 12: result.materials = try materials()
    default: result.texts = try texts()
    }
  }

  private mutating func format() throws(JSONFault) {
    _ = try text(otherwise: ApplicationProblem.format) { bytes in
      bytes.elementsEqual(Application.format.utf8)
    }
  }

  private mutating func identifier() throws(JSONFault) -> String? {
    try text(otherwise: ApplicationProblem.identifier) { CaseIdentifier.isWellFormed($0) }
  }

  private mutating func authority() throws(JSONFault) -> String? {
    guard let string = try string() else { return nil }
    guard let index = FieldReader.authorities.keys.index(of: string, in: reader) else {
      note(.unknownAuthority(reader.text(string)), at: string)
      return nil
    }
    return FieldReader.authorities.values[index]
  }

  private mutating func division() throws(JSONFault) -> Division? {
    guard let string = try string(orNull: true) else { return nil }
    guard let index = FieldReader.divisions.keys.index(of: string, in: reader) else {
      note(.unknownDivision(reader.text(string)), at: string)
      return nil
    }
    return FieldReader.divisions.values[index]
  }

  private mutating func enterprise() throws(JSONFault) -> Application.Enterprise? {
    var name: String?
    var creditCode: String?
    var industryCode: String?
    var registered: Day?
    _ = try object(FieldReader.enterpriseKeys, required: 0b1111) { fields, index throws(JSONFault) in
      switch index {
      case 0: name = try fields.name()
      case 1:
        creditCode = try fields.text(otherwise: ApplicationProblem.creditCode) { CreditCode.isWellFormed($0) }
      case 2:
        industryCode = try fields.text(otherwise: ApplicationProblem.industryCode) { bytes in
          (3...5).contains(bytes.count) && (0x41...0x54).contains(bytes[0])
            && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
        }
      default: registered = try fields.day(orNull: false)
      }
    }
    guard let name, let creditCode, let industryCode, let registered else { return nil }
    return Application.Enterprise(
      name: name, creditCode: creditCode, industryCode: industryCode, registered: registered)
  }

  /// 1 to 200 code points, not all of them white space.
  private mutating func name() throws(JSONFault) -> String? {
    guard let string = try string() else { return nil }
    let text = reader.text(string)
    let length = text.unicodeScalars.count
    guard (1...200).contains(length) else {
      note(.nameLength(length), at: string)
      return nil
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      note(.nameBlank, at: string)
      return nil
    }
    return text
  }

  /// The object under `local`, now that it is known what may stand there.
  ///
  /// - Parameter isReceived: sets aside what may not stand there instead of noting it.
  mutating func local(
    _ declared: [LocalFact], isReceived: Bool
  ) throws(JSONFault) -> ([Application.LocalValue], [Application.SetAside]) {
    var values: [Application.LocalValue] = []
    var setAside: [Application.SetAside] = []
    var seen: [String] = []
    try reader.enterObject()
    while let key = try reader.nextKey() {
      let name = reader.text(key)
      guard !seen.contains(name) else { throw .duplicateKey("") }
      seen.append(name)
      _ = try reader.peek()
      let start = reader.offset
      let known = issues.count
      if let fact = declared.first(where: { $0.key == name }) {
        if let stated = try localValue(of: fact), issues.count == known {
          values.append(Application.LocalValue(key: name, values: stated, isSet: fact.isSet))
        }
      } else {
        note(.localKey(name, declared: declared.map(\.key)), at: key)
        try reader.skip()
      }
      guard isReceived, issues.count > known else { continue }
      dropIssues(from: known)
      let json = (try? JSONValue(parsing: reader.bytes[start..<reader.offset]))?.canonicalBytes ?? []
      setAside.append(Application.SetAside(key: name, json: String(decoding: json, as: UTF8.self)))
    }
    return (values, setAside)
  }

  private mutating func localValue(of fact: LocalFact) throws(JSONFault) -> [String]? {
    guard fact.isSet else { return try choice(of: fact, orNull: true).map { [$0] } }
    guard try expect(.array, orNull: true) else { return nil }
    var values: [String] = []
    try reader.enterArray()
    while try reader.nextItem() {
      _ = try reader.peek()
      let start = reader.offset
      guard let value = try choice(of: fact, orNull: false) else { continue }
      if values.contains(value) { note(.repeated(value), at: start) }
      values.append(value)
    }
    return values
  }

  private mutating func choice(of fact: LocalFact, orNull mayBeNull: Bool) throws(JSONFault) -> String? {
    guard let string = try string(orNull: mayBeNull) else { return nil }
    let text = reader.text(string)
    guard fact.choices.contains(where: { $0.key == text }) else {
      note(.code(text, allowed: fact.choices.map(\.key)), at: string)
      return nil
    }
    return text
  }
}
