internal import CaseStore
internal import Casework
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// Reads `name=value` words into the fields of an act.
///
/// `reasons.0.code=missing` reaches into lists and objects, `officers=a,b` is a list of words, a value that begins with
/// `{` or `[` is JSON, `@FILE` and `@-` are the content of a file: as a text, or kept and named by its hash.
struct FieldWords {
  let act: any Act
  private(set) var fields: JSONValue
  /// Contents named by their hash.
  private(set) var files: [String: [UInt8]] = [:]
  /// What was stated once by a word: twice, one of the two would be lost in silence.
  private var stated: Set<String> = []
  private let isTyped: Bool

  /// - Parameters:
  ///   - fields: what a body file stated already.
  ///   - isTyped: the words stand on a command line: what is to be sealed is refused there.
  init(_ act: any Act, fields: JSONValue = [:], isTyped: Bool = false) {
    self.act = act
    self.fields = fields
    self.isTyped = isTyped
  }

  mutating func read(_ word: String) throws {
    guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
      throw CommandError(
        .usage, localized("“\(shown(word))”应写成 名称=值", "“\(shown(word))” should read name=value"))
    }
    let path = word[..<sign].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let text = String(word[word.index(after: sign)...])
    fields = try setting(text, path[...], in: fields, of: .object([.on] + act.fields), word)
  }

  private mutating func setting(
    _ text: String, _ path: ArraySlice<String>, in old: JSONValue?, of type: FieldType, _ word: String
  ) throws -> JSONValue {
    switch type {
    case .object(let fields):
      guard let name = path.first else {
        let value = try json(text, word)
        guard value.members != nil else { throw wrong(word, type) }
        return value
      }
      guard let field = fields.first(where: { $0.name == name }) else { throw unknown(name, fields) }
      if isTyped, field.entry == .sealed, !Self.isFile(text) { throw readable(field) }
      let value = try setting(text, path.dropFirst(), in: old?[name], of: field.type, word)
      return .object((old?.members ?? []).filter { $0.key != name } + [.init(name, value)])
    case .list(let inner): return try setting(text, path, in: old, ofEach: inner, word)
    default:
      guard path.isEmpty else { throw wrong(word, type) }
      let name = String(word.prefix { $0 != "=" })
      guard stated.insert(name).inserted else {
        throw CommandError(.usage, localized("“\(shown(name))”写了两次", "“\(shown(name))” is stated twice"))
      }
      return try scalar(text, type, word)
    }
  }

  private mutating func setting(
    _ text: String, _ path: ArraySlice<String>, in old: JSONValue?, ofEach inner: FieldType, _ word: String
  ) throws -> JSONValue {
    var items = old?.array ?? []
    if let place = path.first {
      guard let index = Int(place), (0...items.count).contains(index) else { throw wrong(word, .list(inner)) }
      let value = try setting(
        text, path.dropFirst(), in: index < items.count ? items[index] : nil, of: inner, word)
      if index < items.count { items[index] = value } else { items.append(value) }
    } else if text.hasPrefix("[") {
      guard case .array(let all) = try json(text, word) else { throw wrong(word, .list(inner)) }
      items = all
    } else if case .object(let fields) = inner, fields.contains(where: { $0.name == "code" }), !text.hasPrefix("{") {
      // Codes alone; each gets the sentence that its letter says.
      items += text.split(separator: ",").map { .string(String($0)) }
    } else if case .object = inner {
      items.append(try setting(text, [], in: nil, of: inner, word))
    } else {
      for part in text.split(separator: ",") { items.append(try scalar(String(part), inner, word)) }
    }
    return .array(items)
  }

  private mutating func scalar(_ text: String, _ type: FieldType, _ word: String) throws -> JSONValue {
    switch type {
    case .int:
      guard let number = Int64(text) else { throw wrong(word, type) }
      return .integer(number)
    case .bool:
      guard let flag = ["true": true, "false": false][text] else { throw wrong(word, type) }
      return .bool(flag)
    case .value:
      let text = try content(text).map { String(decoding: $0, as: UTF8.self) } ?? text
      return (try? JSONValue(parsing: text.utf8)).flatMap(Self.withoutFractions) ?? .string(text)
    case .sha:
      guard var bytes = try content(text) else { return .string(text) }
      // What an officer photographed; papers of the enterprise stay as they came.
      if act.traits.contains(.photographs) {
        let (read, file) = (bytes, String(text.dropFirst()))
        bytes = try StoreAccess.withStore { () throws(StoreError) in try Photograph.cleaned(read, file) }
      }
      let hash = Store.hash(of: bytes)
      files[hash] = bytes
      return .string(hash)
    case .text:
      guard let bytes = try content(text) else {
        return .string(text.hasPrefix("@@") ? String(text.dropFirst()) : text)
      }
      guard let content = String(validating: bytes, as: UTF8.self) else {
        throw CommandError(.badInput, localized("\(shown(word)) 不是 UTF-8 文本", "\(shown(word)) is not UTF-8 text"))
      }
      return .string(content.hasSuffix("\n") ? String(content.dropLast()) : content)
    case .day:
      // Where nobody says the year it follows from today, which the act knows.
      guard StatedDay.day(text, today: Day(number: 0)) != nil else { throw wrong(word, type) }
      return .string(text)
    case .word(let words) where !words.isEmpty:
      guard words.contains(text) else { throw wrong(word, type) }
      return .string(text)
    default: return .string(text)
    }
  }

  /// Events hold decimals as texts.
  private static func withoutFractions(_ value: JSONValue) -> JSONValue? {
    if case .decimal = value { return nil }
    return value
  }

  private static func isFile(_ text: String) -> Bool { text.hasPrefix("@") && !text.hasPrefix("@@") }

  /// The content of the file that `@FILE` names; `nil` for any other text.
  private func content(_ text: String) throws -> [UInt8]? {
    guard Self.isFile(text) else { return nil }
    return try InputFile.contents(String(text.dropFirst()))
  }

  private func json(_ text: String, _ word: String) throws -> JSONValue {
    let text = try content(text).map { String(decoding: $0, as: UTF8.self) } ?? text
    do throws(JSONError) { return try JSONValue(parsing: text.utf8) } catch {
      throw CommandError(.usage, localized("“\(shown(word))”不是合法的 JSON", "“\(shown(word))” is not valid JSON"))
    }
  }

  /// What is to be sealed and stands in the open: the list of processes and the shell's history keep it.
  private func readable(_ field: Field) -> CommandError {
    let name = field.name
    return CommandError(
      .usage,
      localized(
        "“\(field.label.zh)”不能写在命令行里，别人看得到、历史里也留着：写 \(name)=@文件，或 \(name)=@- 从标准输入读；在终端里不写这一项会询问",
        "\(field.label.en) cannot stand on the command line, where others and the shell's history can read it: write \(name)=@FILE, or \(name)=@- for standard input; left out, it is asked for at a terminal"
      ))
  }

  private func unknown(_ name: String, _ fields: [Field]) -> CommandError {
    let known = fields.map(\.name).joined(separator: ", ")
    return CommandError(
      .usage,
      localized(
        "\(act.name.rawValue) 没有 \(shown(name)) 这一项；可用：\(known)",
        "\(act.name.rawValue) has no field \(shown(name)); known: \(known)"))
  }

  private func wrong(_ word: String, _ type: FieldType) -> CommandError {
    CommandError(
      .usage, localized("“\(shown(word))”应为 \(type.form)", "“\(shown(word))” should be \(type.form)"))
  }
}

extension FieldWords {
  /// Asks whoever sits at the terminal for what is to be sealed and was not stated, without showing it; an empty answer
  /// states nothing.
  mutating func ask() {
    guard let secret = Passwords.secret else { return }
    for field in act.fields where field.entry == .sealed && fields[field.name] == nil {
      let label = field.label(OutputLanguage.language)
      let question = field.isOptional ? label + localized("，回车为无", ", Enter for none") : label
      guard let answer = secret(question), !answer.isEmpty else { continue }
      fields = .object((fields.members ?? []) + [.init(field.name, .string(answer))])
    }
  }
}

extension FieldType {
  /// How a value of it is written, in help and messages.
  var form: String {
    switch self {
    case .sha: "@FILE"
    case .id: "EVENT"
    case .day: "YYYY-MM-DD"
    case .int: "N"
    case .bool: "true|false"
    case .text: "TEXT"
    case .dec: "N.N"
    case .word(let words): words.isEmpty ? "WORD" : words.joined(separator: "|")
    case .value: "VALUE"
    case .list(let inner): "[\(inner.form)]"
    case .object(let fields): "{\(fields.map(\.name).joined(separator: ","))}"
    }
  }
}
