import ScoringCore
import StrictJSON

/// Coded reasons and defects as officers state them: by their codes alone with one note, or whole.
enum CodedReasons {
  /// Reasons of a return: each code with the papers that have it, the sentence its letter says, and what the officer wrote
  /// of each paper; the note follows the last.
  static func reasons(_ stated: JSONValue, note: String, _ papers: @autoclosure () -> [SupportingDocument]) -> JSONValue
  {
    let items = stated.array ?? []
    let last = items.last { $0.string != nil }
    return .array(
      items.flatMap { item -> [JSONValue] in
        guard let code = item.string else { return [item] }
        let papers = papers()
        let about = LetterPapers.having(code, in: papers)
        let note = item == last ? note : ""
        guard !about.isEmpty else { return [["code": .string(code), "text": .string(text(code, [note]))]] }
        let items = Set(about.map(\.item)).sorted { $0.rawValue < $1.rawValue }
        return items.map { item in
          let own = LetterPapers.remarks(code, about.filter { $0.item == item })
          let isLast = item == items.last
          return [
            "code": .string(code), "item": .string(item.rawValue),
            "text": .string(text(code, own + (isLast ? [note] : []))),
          ]
        }
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

  /// A reason of which the enterprise could not tell what it is about: no paper has that defect, no fact is named, and the
  /// officer has not written a word of his own beside any.
  static func namesNothing(_ body: JSONValue) -> [UnmetRequirement] {
    let reasons = body.list("reasons").map { ($0, $0.text("code").flatMap(DefectCode.init(rawValue:))) }
    guard reasons.allSatisfy({ $0.text("text") == $1?.sentence.zh }) else { return [] }
    let empty = reasons.filter { reason, _ in reason.text("item") == nil && reason.text("path") == nil }.map(\.1)
    guard let first = empty.first, let code = first else { return [] }
    return [
      .requirement(
        "aboutWhat", "“\(code.name.zh)”说的是哪份材料：在材料栏标出这份材料的缺陷，或在这里写明",
        "“\(code.name.en)” is about which document? Mark the document under Documents, or name it here", field: "text")
    ]
  }

  static func refusalNeedsText(_ body: JSONValue) -> [UnmetRequirement] {
    body.text("outcome") == "refuse" && (body.text("text") ?? "").isEmpty && body.list("reasons").isEmpty
      ? [.sayWhat("text")] : []
  }

  /// What the letter says by itself, then what the officer wrote, a line each.
  private static func text(_ code: String, _ own: [String]) -> String {
    ([DefectCode(rawValue: code)?.sentence.zh ?? ""] + own).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
