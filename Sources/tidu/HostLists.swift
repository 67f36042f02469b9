internal import CaseStore
internal import Casework
internal import Console
internal import ScoringCore
internal import StrictJSON

/// Acts that go by a list of the round 名单, as `RoundLists` writes it.
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

  private func lists(of key: CaseKey) -> RoundLists {
    RoundLists(acts: acts, round: RoundFolder(store: store, authority: key.authority, batch: key.batch))
  }

  /// Writes the list of cases of one round; a list that holds these cases and was not entered whole is gone on with.
  func writeList(_ kind: String, _ keys: [CaseKey], _ fields: JSONValue, by officer: OfficerKey) throws(Refusal)
    -> String
  {
    guard let first = keys.first, let list = Self.list(kind, fields) else { return "" }
    let lists = lists(of: first)
    let document = fields["document"] ?? ""
    var members = [JSONValue.Member("document", document)]
    do {
      // A notice is gone on with whatever it is called; an announcement is named by its document.
      let begun = try lists.unfinished(list.kind, document: kind == "enterNotice" ? nil : document.string) {
        $0.isSuperset(of: keys)
      }
      if let begun { return begun.id }
      if kind == "enterNotice" { members += try lists.days(first, first: fields["first"]) }
    } catch { throw .store(trouble(error, lists.round)) }
    return try lists.write(list.kind, keys.map { ["case": .string($0.path)] }, members, by: officer).id
  }

  private func trouble(_ error: any Error, _ round: RoundFolder) -> StoreError {
    let sentence = (error as? Complaint)?.sentence ?? "\(error)"
    return StoreError(.damaged, round.path, Phrase(sentence, sentence))
  }

  /// The list as it will be printed.
  func draftList(_ keys: [CaseKey], _ kind: String, _ fields: JSONValue, dialog: String, _ post: (Message) -> Void) {
    guard let first = keys.first else { return }
    if kind == "notice" { return post(.drafted(dialog: dialog, text: published(first))) }
    do {
      let files = try keys.map { try lists(of: first).round.caseFile($0, today: today) }
      var values: [String: Phrase] = [
        "authority": Authorities.shared[first.authority]?.name ?? Phrase(first.authority, first.authority)
      ]
      values["today"] = Phrase(today.description, today.description)
      for member in (fields.members ?? []) + (try lists(of: first).days(first, first: fields["first"])) {
        if let text = member.value.string { values[member.key] = Phrase(text, text) }
      }
      let code: LetterModel.Code = kind == "enterNotice" ? .noticeList : .recommendationList
      let model = LetterModel.list(code, files, values: values, today: today)
      post(
        .drafted(
          dialog: dialog, text: try store.letter(model, authority: first.authority, on: today, language: .zh).text))
    } catch { post(.drafted(dialog: dialog, text: trouble(error, lists(of: first).round).message.zh)) }
  }

  /// The newest list of the round that has the case, as it was published.
  private func published(_ key: CaseKey) -> String {
    let round = lists(of: key).round
    let none = say("这件没有列入过公示或推荐名单。", "This case is in no published list.")
    let found = try? round.events("notice", "forwardList").last { try round.keys(of: $0).contains(key) }
    guard let event = found.flatMap({ $0 }),
      let model = try? LetterModel.published(event, in: round, today: event.on ?? today)
    else { return none }
    return (try? store.letter(model, authority: key.authority, on: today, language: .zh).text) ?? none
  }
}
