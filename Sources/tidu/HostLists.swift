internal import CaseStore
internal import Casework
internal import Console
internal import ScoringCore
internal import StrictJSON

/// Acts that go by a list of the round 名单: the list's file first, then the round's event, then one event a case.
extension HostActs {
  /// The round's event of an act, and the field of the case's event that names it.
  private static func list(_ kind: String, _ fields: JSONValue) -> (kind: String, field: String?)? {
    switch kind {
    case "enterNotice" where fields["notice"] == nil: ("notice", "notice")
    case "forward" where fields["list"] == nil: ("forwardList", "list")
    case "decide" where fields["outcome"]?.string == "recognise": ("announce", nil)
    default: nil
    }
  }

  /// Whether an act writes a list before it is done case by case.
  static func isListed(_ kind: String, _ fields: JSONValue) -> Bool { list(kind, fields) != nil }

  /// What is said of each case, once the list is there.
  func entered(_ kind: String, _ fields: JSONValue, list id: String) -> JSONValue {
    guard let list = Self.list(kind, fields) else { return fields }
    // What a notice is called belongs to its list.
    var members = (fields.members ?? []).filter { kind != "enterNotice" || $0.key != "document" }
    if let field = list.field { members.append(.init(field, .string(id))) }
    return .object(members)
  }

  /// The id of a list that stands for the one that will be written, where an act is only foreseen.
  static let foreseen = String(repeating: "0", count: 64)

  /// Writes the list of cases of one round; a list with these cases that was not entered whole is gone on with.
  func writeList(_ kind: String, _ keys: [CaseKey], _ fields: JSONValue, by officer: OfficerKey) throws(Refusal)
    -> String
  {
    guard let first = keys.first, let list = Self.list(kind, fields) else { return "" }
    let round = RoundFolder(store: store, authority: first.authority, batch: first.batch)
    if let field = list.field, let begun = unfinished(round, list.kind, kind, field, keys) { return begun }
    var members: [JSONValue.Member] = [.init("document", fields["document"] ?? "")]
    if kind == "enterNotice" { members += try stored { () throws(StoreError) in try days(first, fields) } }
    let lines = keys.map { key -> JSONValue in ["case": .string(key.path)] }
    return try acts.perform(round.request(list.kind, lines, members), by: officer).id
  }

  /// First and last day of a notice as they will be computed for each case.
  private func days(_ key: CaseKey, _ fields: JSONValue) throws(StoreError) -> [JSONValue.Member] {
    guard let file = try file(key) else { return [] }
    let begin: JSONValue = fields["first"].map { ["first": $0] } ?? [:]
    let whole = file.complete(Action("enterNotice", begin), by: "", today: today)
    return ["first", "last"].compactMap { name in whole.fields[name].map { .init(name, $0) } }
  }

  private func unfinished(
    _ round: RoundFolder, _ list: String, _ kind: String, _ field: String, _ keys: [CaseKey]
  ) -> String? {
    let begun = try? round.events(list).last { event in
      let listed = Set(try round.keys(of: event))
      return try keys.allSatisfy { key in
        try listed.contains(key) && !round.caseFile(key, today: today).has(kind, field, event.id)
      }
    }
    return begun.flatMap { $0 }?.id
  }

  /// The list as it will be printed.
  func draftList(_ keys: [CaseKey], _ kind: String, _ fields: JSONValue, dialog: String, _ post: (Message) -> Void) {
    guard let first = keys.first else { return }
    if kind == "notice" { return post(.drafted(dialog: dialog, text: published(first))) }
    do throws(StoreError) {
      var files: [CaseFile] = []
      for key in keys { if let file = try file(key) { files.append(file) } }
      var values: [String: Phrase] = [
        "authority": Authorities.shared[first.authority]?.name ?? Phrase(first.authority, first.authority)
      ]
      values["today"] = Phrase(today.description, today.description)
      for member in (fields.members ?? []) + (try days(first, fields)) {
        if let text = member.value.string { values[member.key] = Phrase(text, text) }
      }
      let code: LetterModel.Code = kind == "enterNotice" ? .noticeList : .recommendationList
      let model = LetterModel.list(code, files, values: values, today: today)
      post(
        .drafted(
          dialog: dialog, text: try store.letter(model, authority: first.authority, on: today, language: .zh).text))
    } catch { post(.drafted(dialog: dialog, text: error.message.zh)) }
  }

  /// The newest list of the round that has the case, as it was published.
  private func published(_ key: CaseKey) -> String {
    let round = RoundFolder(store: store, authority: key.authority, batch: key.batch)
    let none = say("这件没有列入过公示或推荐名单。", "This case is in no published list.")
    let found = try? round.events("notice", "forwardList").last { try round.keys(of: $0).contains(key) }
    guard let event = found.flatMap({ $0 }), let files = try? round.keys(of: event).compactMap({ try file($0) })
    else { return none }
    var values: [String: Phrase] = [
      "authority": Authorities.shared[key.authority]?.name ?? Phrase(key.authority, key.authority),
      "today": Phrase(event.on?.description ?? "", event.on?.description ?? ""),
    ]
    for name in ["document", "first", "last"] {
      let text = event.body[name]?.string ?? ""
      values[name] = Phrase(text, text)
    }
    let code: LetterModel.Code = event.kind == "notice" ? .noticeList : .recommendationList
    let model = LetterModel.list(code, files, values: values, today: today)
    return (try? store.letter(model, authority: key.authority, on: today, language: .zh).text) ?? none
  }
}
