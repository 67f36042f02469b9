internal import StrictJSON

/// One act of a batch:
/// `{"case":…,"act":…,"fields":{…}|["name=value",…],"officer":…,"application":FILE,"seen":[…],"yes":[…]}`.
struct ActLine {
  var place: String
  var act: String
  var fields: JSONValue = [:]
  var words: [String]
  var officer: String?
  var application: String?
  /// What was before whoever asks for it.
  var seen: [String] = []
  /// Codes of questions that are answered.
  var yes: [String] = []
  /// It was typed on a command line, which others of this computer and the shell's history can read.
  var isTyped = false
}

extension ActLine {
  private static let known: Set<String> = ["case", "act", "fields", "officer", "application", "seen", "yes"]

  init(_ bytes: [UInt8]) throws {
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue(parsing: bytes) } catch {
      throw Self.unreadable(localized("不是合法的 JSON", "is not valid JSON"))
    }
    guard let members = value.members, let place = value["case"]?.string, let act = value["act"]?.string else {
      throw Self.unreadable(localized("应为带 case 和 act 的对象", "should be an object with case and act"))
    }
    if let other = members.first(where: { !Self.known.contains($0.key) }) {
      throw Self.unreadable(localized("没有 \(shown(other.key)) 这一项", "has no \(shown(other.key))"))
    }
    self.place = place
    self.act = act
    words = (value["fields"]?.array ?? []).compactMap(\.string)
    fields = value["fields"]?.members == nil ? [:] : value["fields"] ?? [:]
    guard value["fields"] == nil || value["fields"]?.members != nil || words.count == value["fields"]?.array?.count
    else {
      throw Self.unreadable(localized("fields 应为对象或“名称=值”的列表", "fields should be an object or a list of name=value"))
    }
    officer = value["officer"]?.string
    application = value["application"]?.string
    seen = try Self.texts(value, "seen")
    yes = try Self.texts(value, "yes")
  }

  private static func texts(_ value: JSONValue, _ name: String) throws -> [String] {
    let stated = value[name]?.array ?? (value[name] == nil ? [] : [.null])
    let texts = stated.compactMap(\.string)
    guard texts.count == stated.count else {
      throw unreadable(localized("\(name) 应为文字的列表", "\(name) should be a list of texts"))
    }
    return texts
  }

  private static func unreadable(_ sentence: String) -> CommandError { CommandError(.badInput, sentence) }
}
