package import ScoringCore
package import StrictJSON

/// The value of a fact as an officer states it.
package enum FactEntry {
  /// The value as an event holds it, where what was stated is one: separators in numbers, a percent sign and 是/否 are
  /// taken. What is no value of the fact stays as it is, for the refusal to name.
  package static func value(_ stated: JSONValue, at path: FactPath) -> JSONValue {
    if stated == .null || (try? FactValue(stated, at: path)) != nil { return stated }
    let text = stated.string ?? String(decoding: stated.canonicalBytes, as: UTF8.self)
    return parse(text, at: path) ?? stated
  }

  /// What is wrong with a stated value; nothing where there is none, or no such fact.
  static func faults(_ stated: JSONValue?, at path: String?) -> [UnmetRequirement] {
    guard let stated, stated != .null, let path = path.flatMap({ FactPath($0) }),
      (try? FactValue(value(stated, at: path), at: path)) == nil
    else { return [] }
    return [
      UnmetRequirement(.schema, "value", Phrase("不是这一项的值", "not a value of this fact"), field: "value")
    ]
  }

  private static func parse(_ typed: String, at path: FactPath) -> JSONValue? {
    guard let fact = path.fact else { return nil }
    let text = typed.filter { $0 != "," && $0 != "，" && $0 != "%" && $0 != " " }
    let json: JSONValue
    switch fact.kind {
    case .flag:
      switch text.lowercased() {
      case "是", "y", "yes", "1", "true": json = true
      case "否", "n", "no", "0", "false": json = false
      default: return nil
      }
    case .day, .code: json = .string(text)
    case .codes: json = .array(text.split(separator: "、").map { .string(String($0)) })
    case .items: return nil
    case .integer, .yearlyInteger:
      guard let number = Int64(text) else { return nil }
      json = .integer(number)
    case .percent, .yearlyMoney, .yearlyScore: json = .string(plain(text))
    }
    return (try? FactValue(json, at: path))?.json
  }

  /// A decimal without superfluous zeros, as events hold it.
  private static func plain(_ text: String) -> String {
    var digits = Substring(text)
    if digits.contains(".") {
      while digits.last == "0" { digits.removeLast() }
      if digits.last == "." { digits.removeLast() }
    }
    while digits.count > 1, digits.first == "0", digits.dropFirst().first != "." { digits.removeFirst() }
    return String(digits)
  }

  /// A value in a line of the timeline.
  static func text(_ value: JSONValue?) -> Phrase {
    switch value ?? .null {
    case .null: return Phrase("未填", "not stated")
    case .string(let text): return Phrase(text, text)
    case .bool(let flag): return flag ? Phrase("是", "yes") : Phrase("否", "no")
    case .object, .array: return Phrase("一项", "an item")
    case let other: return .same(String(decoding: other.canonicalBytes, as: UTF8.self))
    }
  }
}
