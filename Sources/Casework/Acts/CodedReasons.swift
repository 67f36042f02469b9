import ScoringCore
import StrictJSON

/// Coded reasons and defects as officers state them: by their codes alone with one note, or whole.
enum CodedReasons {
  /// Reasons of a return: each code with the papers that have it, and the sentence its letter says; the note follows the
  /// last.
  static func reasons(_ stated: JSONValue, note: String, _ papers: @autoclosure () -> [SupportingDocument]) -> JSONValue
  {
    let items = stated.array ?? []
    let last = items.last { $0.string != nil }
    return .array(
      items.flatMap { item -> [JSONValue] in
        guard let code = item.string else { return [item] }
        let about = papers().filter { paper in
          paper.defects.contains { $0.code.rawValue == code }
            || (code == DefectCode.missing.rawValue && paper.state == .missing)
        }
        let text = JSONValue.string(sentence(code, item == last ? note : ""))
        let names = Set(about.map(\.item.rawValue)).sorted()
        guard !names.isEmpty else { return [["code": .string(code), "text": text]] }
        return names.map { ["code": .string(code), "item": .string($0), "text": text] }
      })
  }

  /// Defects of a paper: each code with the note.
  static func defects(_ stated: JSONValue, note: String) -> JSONValue {
    .array(
      (stated.array ?? []).map { item in
        guard let code = item.string else { return item }
        return note.isEmpty ? ["code": .string(code)] : ["code": .string(code), "text": .string(note)]
      })
  }

  /// Reasons stated as one text, or by codes, made whole; `otherwise` where none is stated.
  static func stated(_ action: Action, otherwise: JSONValue?) -> Action {
    let note = action.fields.text("text") ?? ""
    let whole = action.replacing("reasons") { reasons($0, note: note, []) }
    let own: JSONValue? = note.isEmpty ? nil : [["code": "other", "text": .string(note)]]
    return whole.setting("reasons", own ?? otherwise)
  }

  /// The reasons on file by name, each once.
  static func names(_ body: JSONValue) -> Phrase {
    let codes = body.list("reasons").compactMap { $0.text("code") }
    let once = codes.enumerated().filter { !codes.prefix($0).contains($1) }.map(\.element)
    return once.map { DefectCode(rawValue: $0)?.name ?? .same($0) }.joined("、", ", ")
  }

  /// The reasons on file as they are told in a line: the officer's words, by name what he left without any.
  static func told(_ body: JSONValue) -> Phrase {
    let texts = body.list("reasons").compactMap { $0.text("text") }.filter { !$0.isEmpty }
    return texts.isEmpty ? names(body) : .same(texts.joined(separator: "；"))
  }

  /// Reasons of a refusal; a favourable outcome has none.
  static func refusal(_ action: Action, otherwise: JSONValue?) -> Action {
    guard action.fields.text("outcome") == "refuse" else { return action.setting("reasons", otherwise) }
    return stated(action, otherwise: otherwise)
  }

  /// The reason `other` says nothing by itself.
  static func otherNeedsText(_ codes: JSONValue?, _ note: String?) -> [UnmetRequirement] {
    let isSaid = !(note ?? "").isEmpty || !(codes?.array ?? []).contains { $0.string == DefectCode.other.rawValue }
    return isSaid ? [] : [.sayWhat("text")]
  }

  static func refusalNeedsText(_ body: JSONValue) -> [UnmetRequirement] {
    body.text("outcome") == "refuse" && (body.text("text") ?? "").isEmpty && body.list("reasons").isEmpty
      ? [.sayWhat("text")] : []
  }

  private static func sentence(_ code: String, _ note: String) -> String {
    [DefectCode(rawValue: code)?.sentence.zh ?? "", note].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
