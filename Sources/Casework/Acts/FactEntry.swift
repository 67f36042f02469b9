package import ScoringCore
package import StrictJSON

/// The value of a fact as an officer states it.
package enum FactEntry {
  /// The value as an event holds it, where what was stated is one: units, separators, full-width signs and 是/否 are
  /// understood. What is no value of the fact stays as it is, for the refusal to name.
  package static func value(_ stated: JSONValue, at path: FactPath) -> JSONValue {
    if stated == .null || (try? FactValue(stated, at: path)) != nil { return stated }
    let text = stated.string ?? String(decoding: stated.canonicalBytes, as: UTF8.self)
    return read(text, at: path)?.json ?? stated
  }

  /// What was typed, as it is understood, with its unit; `nil` where it is no value of the fact.
  package static func understood(_ text: String, at path: FactPath) -> Phrase? { read(text, at: path)?.text }

  /// The unit that a number without one is in; empty where a value has none.
  package static func unit(at path: FactPath) -> Phrase {
    guard let name = path.fact?.unit.name else { return Phrase("", "") }
    return Phrase(String(name.zh.drop { $0 == " " }), String(name.en.drop { $0 == " " }))
  }

  /// What is wrong with a stated value, and how one is written; nothing where there is none, or no such fact.
  static func faults(_ stated: JSONValue?, at path: String?) -> [UnmetRequirement] {
    guard let stated, stated != .null, let path = path.flatMap({ FactPath($0) }),
      (try? FactValue(value(stated, at: path), at: path)) == nil
    else { return [] }
    return [UnmetRequirement(.schema, "value", howToWrite(path), field: "value")]
  }

  private static func howToWrite(_ path: FactPath) -> Phrase {
    switch (path.fact?.kind, path.fact?.unit) {
    case (.flag, _): Phrase("不是这一项的值：请写“是”或“否”", "not a value of this fact: write yes or no")
    case (.day, _): Phrase("不是真实日期：请写成 2026-03-05", "not a real day: write it as 2026-03-05")
    case (_, .money):
      Phrase(
        "不是金额：请写成 900.5（万元）、900.5万 或 9,005,000元，最多到分",
        "not an amount: write 900.5 (wan yuan), 900.5 wan or 9,005,000 yuan, at most to the fen")
    case (.percent, _): Phrase("不是百分数：请写 0 至 100，如 12.5%", "not a percentage: write 0 to 100, such as 12.5%")
    case (.integer, _), (.yearlyInteger, _): Phrase("请写整数，并在这一项的范围内", "write a whole number in the range of this fact")
    default: Phrase("不是这一项的值", "not a value of this fact")
    }
  }

  private static func read(_ typed: String, at path: FactPath) -> FactValue? {
    guard let fact = path.fact else { return nil }
    let text = typed.filter { !$0.isWhitespace }
    let json: JSONValue
    switch fact.kind {
    case .flag:
      switch text.lowercased() {
      case "是", "有", "√", "y", "yes", "1", "true": json = true
      case "否", "无", "×", "n", "no", "0", "false": json = false
      default: return nil
      }
    case .day:
      guard let day = StatedDay.day(typed, today: nil) else { return nil }
      json = .string(day.description)
    case .code: json = .string(text)
    case .codes: json = .array(text.split(separator: "、").map { .string(String($0)) })
    case .items: return nil
    case .integer, .yearlyInteger:
      guard let number = StatedNumber.decimal(typed, in: fact.unit).flatMap({ Int64($0) }) else { return nil }
      json = .integer(number)
    case .percent, .yearlyMoney, .yearlyScore:
      guard let number = StatedNumber.decimal(typed, in: fact.unit) else { return nil }
      json = .string(number)
    }
    return try? FactValue(json, at: path)
  }

  /// A value of a fact with its unit; as it stands in the file where it is no value of it.
  static func amount(_ value: JSONValue, at path: FactPath?) -> Phrase {
    guard let path, let known = try? FactValue(value, at: path) else { return text(value) }
    if case .integer(let number) = known, let unit = path.fact?.unit { return Quantity(Int128(number), unit).text }
    return known.text
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
