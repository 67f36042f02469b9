import ScoringCore
import StrictJSON

/// What a field of an event's body may hold.
package indirect enum FieldType: Sendable, Hashable {
  /// 64 lower-case hex digits: the hash of a file, or the id of an event.
  case sha, id
  case day, int, bool
  /// At most 4,000 code points.
  case text
  /// A decimal number as text, without superfluous zeros.
  case dec
  /// A listed word; any word where the list is empty.
  case word([String])
  /// A value of a fact as events hold it; may be null.
  case value
  case list(FieldType)
  case object([Field])
}

extension Field {
  /// The first fault of a body against its fields, as the path of what is wrong; `nil` when there is none.
  static func fault(in value: JSONValue, _ fields: [Field], at path: String = "") -> String? {
    guard let members = value.members else { return path.isEmpty ? "body" : path }
    for member in members where !fields.contains(where: { $0.name == member.key }) {
      return path + member.key
    }
    for field in fields {
      guard let value = value[field.name] else {
        if field.isOptional { continue }
        return path + field.name
      }
      if let fault = field.type.fault(in: value, at: path + field.name) { return fault }
    }
    return nil
  }
}

extension FieldType {
  fileprivate func fault(in value: JSONValue, at path: String) -> String? {
    switch self {
    case .list(let type):
      guard let items = value.array else { return path }
      for (index, item) in items.enumerated() {
        if let fault = type.fault(in: item, at: "\(path)[\(index)]") { return fault }
      }
      return nil
    case .object(let fields): return Field.fault(in: value, fields, at: path + ".")
    default: return holds(value) ? nil : path
    }
  }

  private func holds(_ value: JSONValue) -> Bool {
    switch self {
    case .sha, .id: value.string.map(Hexadecimal.isDigest) ?? false
    case .day: value.string.flatMap { Day($0) } != nil
    case .int: value.integer != nil
    case .bool: value.bool != nil
    case .text: (value.string?.unicodeScalars.count).map { $0 <= 4_000 } ?? false
    case .dec: value.string.map(FieldType.isDecimal) ?? false
    case .word(let words):
      value.string.map { words.isEmpty ? FieldType.isWord($0) : words.contains($0) } ?? false
    case .value: FieldType.isValue(value)
    case .list, .object: false
    }
  }

  /// A code, a path, an officer's id: printable, no space, at most 300 bytes.
  private static func isWord(_ text: String) -> Bool {
    (1...300).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  static func isDecimal(_ text: String) -> Bool {
    var digits = Substring(text)
    if digits.first == "-" { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      whole == "0" || whole.first != "0"
    else { return false }
    if parts.count == 2 { return !parts[1].isEmpty && parts[1].last != "0" }
    return text != "-0"
  }

  private static func isValue(_ value: JSONValue) -> Bool {
    switch value {
    case .decimal: false
    case .array(let items): items.allSatisfy(isValue)
    case .object(let members): members.allSatisfy { isValue($0.value) }
    default: true
    }
  }
}
