internal import CaseStore
internal import Casework
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// One act of a batch: `{"case":…,"act":…,"fields":{…}|["name=value",…],"officer":…,"application":FILE}`.
struct ActLine {
  var place: String
  var kind: String
  var fields: JSONValue
  var words: [String]
  var officer: String?
  var application: String?

  init(place: String, kind: String, words: [String], application: String? = nil) {
    self.place = place
    self.kind = kind
    self.words = words
    self.application = application
    fields = [:]
  }

  private static let known: Set<String> = ["case", "act", "fields", "officer", "application"]

  init(_ bytes: [UInt8]) throws {
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue(parsing: bytes) } catch {
      throw Self.bad(say("不是合法的 JSON", "is not valid JSON"))
    }
    guard let members = value.members, let place = value["case"]?.string, let kind = value["act"]?.string else {
      throw Self.bad(say("应为带 case 和 act 的对象", "should be an object with case and act"))
    }
    if let other = members.first(where: { !Self.known.contains($0.key) }) {
      throw Self.bad(say("没有 \(shown(other.key)) 这一项", "has no \(shown(other.key))"))
    }
    self.place = place
    self.kind = kind
    words = (value["fields"]?.array ?? []).compactMap(\.string)
    fields = value["fields"]?.members == nil ? [:] : value["fields"] ?? [:]
    guard value["fields"] == nil || value["fields"]?.members != nil || words.count == value["fields"]?.array?.count
    else { throw Self.bad(say("fields 应为对象或“名称=值”的列表", "fields should be an object or a list of name=value")) }
    officer = value["officer"]?.string
    application = value["application"]?.string
  }

  private static func bad(_ sentence: String) -> Complaint { Complaint(.badInput, sentence) }
}

/// What came of one act, for a person and for a program.
struct ActResult {
  enum Outcome {
    /// Written, by the id of its event.
    case done(String)
    /// It would be permitted; the fields as they would be written.
    case permitted(JSONValue)
    case refused([Unmet])
    case failed(Status, String)
  }

  var place: String
  var kind: String
  var outcome: Outcome

  var status: Status {
    switch outcome {
    case .done, .permitted: .done
    case .refused: .notPermitted
    case .failed(let status, _): status
    }
  }

  func json(_ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [.init("act", .string(kind)), .init("case", .string(place))]
    switch outcome {
    case .done(let id): members += [.init("done", true), .init("event", .string(id))]
    case .permitted(let fields): members += [.init("fields", fields), .init("permitted", true)]
    case .refused(let unmet):
      members += [.init("done", false), .init("unmet", .array(unmet.map { $0.json(language) }))]
    case .failed(_, let sentence): members += [.init("done", false), .init("error", .string(sentence))]
    }
    return .object(members)
  }

  /// A line for what was done; one more for each requirement that is not met.
  func lines(_ language: Language) -> (good: Bool, text: String) {
    let title = Kind.named(kind)?.title(language) ?? shown(kind)
    let head = "\(shown(place))  \(title)"
    switch outcome {
    case .done(let id): return (true, head + say("  已记录  ", "  recorded  ") + id.prefix(12))
    case .permitted: return (true, head + say("  可以办理", "  is permitted"))
    case .refused(let unmet):
      return (
        false,
        ([head + say("  不能办理：", "  is not permitted:")] + unmet.map { "  " + shown($0.message(language)) })
          .joined(separator: "\n")
      )
    case .failed(_, let sentence): return (false, head + "  " + sentence)
    }
  }
}

extension Unmet {
  func json(_ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .string(code)), .init("ground", .string(ground.rawValue)),
      .init("message", .string(message(language))),
    ]
    if !about.isEmpty { members.append(.init("about", .array(about.map { .string($0) }))) }
    return .object(members)
  }
}
