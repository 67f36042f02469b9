import ScoringCore
import StrictJSON

/// Turns the text of a cell into a value of an application file. Ranges and words are checked by the reader of
/// applications, as for any other file.
enum CSVCell {
  /// What is wrong with the text of a cell.
  struct Fault: Error { var message: Phrase }

  static func value(_ text: String, _ kind: CSVColumn.Kind) throws(Fault) -> JSONValue {
    switch kind {
    case .text: return .string(text)
    case .number: return try number(text)
    case .bool: return try bool(text)
    case .date: return .string(date(text))
    case .words:
      return .array(parts(text, ";", "；").map { .string($0) })
    case .items(let fields):
      var items: [JSONValue] = []
      for part in parts(text, ";", "；") { items.append(try item(part, fields)) }
      return .array(items)
    }
  }

  /// `[]` is an empty list; what is between separators is trimmed, and nothing is left out.
  private static func parts(_ text: String, _ one: Character, _ other: Character) -> [String] {
    text == "[]" ? [] : text.split { $0 == one || $0 == other }.map(trim).filter { !$0.isEmpty }
  }

  private static func item(
    _ text: String, _ fields: [(field: String, kind: CSVColumn.Kind)]
  ) throws(Fault) -> JSONValue {
    var members: [JSONValue.Member] = []
    for part in parts(text, ",", "，") {
      guard let equals = part.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
        throw Fault(
          message: Phrase("“\(part)”应写成 字段=值", "“\(part)” should be written field=value"))
      }
      let field = trim(part[..<equals])
      let value = trim(part[part.index(after: equals)...])
      guard let known = fields.first(where: { $0.field == field }) else {
        let all = fields.map(\.field).joined(separator: ", ")
        throw Fault(
          message: Phrase("没有字段“\(field)”；可用：\(all)", "There is no field “\(field)”; known: \(all)"))
      }
      guard !members.contains(where: { $0.key == field }) else {
        throw Fault(message: Phrase("字段“\(field)”重复", "The field “\(field)” is given twice"))
      }
      if case .words = known.kind {
        members.append(.init(field, .array(parts(value, "|", "｜").map { .string($0) })))
      } else {
        members.append(.init(field, try self.value(value, known.kind)))
      }
    }
    // A list that may be empty is always there.
    for known in fields {
      if case .words = known.kind, !members.contains(where: { $0.key == known.field }) {
        members.append(.init(known.field, []))
      }
    }
    return .object(members)
  }

  private static func number(_ text: String) throws(Fault) -> JSONValue {
    switch try? JSONValue(parsing: text.utf8) {
    case .integer(let value): return .integer(value)
    case .decimal(let text): return .decimal(text)
    default:
      throw Fault(
        message: Phrase(
          "“\(text)”不是数字（不要千分位逗号、单位和空格）",
          "“\(text)” is not a number (no thousands separators, units or spaces)"))
    }
  }

  private static func bool(_ text: String) throws(Fault) -> JSONValue {
    switch text.lowercased() {
    case "是", "true": return true
    case "否", "false": return false
    default:
      throw Fault(
        message: Phrase("“\(text)”应为 是 或 否", "“\(text)” should be true or false"))
    }
  }

  /// `2025-8-21` and `2025/8/21`, as spreadsheets rewrite a day, become `2025-08-21`; anything else stays.
  private static func date(_ text: String) -> String {
    let parts = text.split(separator: text.contains("/") ? "/" : "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2]),
      let day = Day(year: y, month: m, day: d)
    else { return text }
    return day.description
  }

  static func trim(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
