internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// Letters and lists of a round 名单 as they will go out, shown before the act that sends them.
extension HostActs {
  /// The list that an act of these cases would write.
  func draftList(_ keys: [CaseKey], _ intent: ActIntent, dialog: String, _ post: (Message) -> Void) {
    guard let first = keys.first else { return }
    let fields = intent.action.fields
    do throws(OfficeError) {
      let lists = lists(of: first)
      let files = try lists.round.caseFiles(keys, today: today)
      var values: [String: Phrase] = [
        "authority": Authorities.shared[first.authority]?.name ?? Phrase(first.authority, first.authority)
      ]
      values["today"] = Phrase(today.description, today.description)
      for member in (fields.members ?? []) + (try lists.days(first, first: fields["first"])) {
        if let text = member.value.string { values[member.key] = Phrase(text, text) }
      }
      let code: LetterModel.Code = intent.action.name == .enterNotice ? .noticeList : .forwardingList
      let model = LetterModel.list(code, files, values: values, today: today)
      post(.drafted(dialog: dialog, text: try text(of: model, first)))
    } catch { post(.drafted(dialog: dialog, text: error.message(language))) }
  }

  func draftLetter(_ key: CaseKey, _ intent: ActIntent, dialog: String, _ post: (Message) -> Void) {
    do throws(OfficeError) {
      guard let file = try opener.file(key) else { return }
      let action = file.complete(intent.action, by: officer ?? "", today: today)
      let code = action.name.act.letter(action)?.code ?? .refusal
      post(.drafted(dialog: dialog, text: try text(of: file.letter(code, for: action, today: today), key)))
    } catch { post(.drafted(dialog: dialog, text: error.message(language))) }
  }

  /// By the templates of the case's office; letters are Chinese.
  private func text(of model: LetterModel, _ key: CaseKey) throws(OfficeError) -> String {
    try withStore { () throws(StoreError) in
      try store.letter(model, authority: key.authority, on: today, language: .zh).text
    }
  }

  /// The newest list of the round that has the case, as it was published.
  func published(_ key: CaseKey) -> String {
    let round = lists(of: key).round
    let none = Phrase("这件没有列入过公示或推荐名单。", "This case is in no published list.")
    do throws(OfficeError) {
      for event in try round.events(.notice, .forwardList).reversed() where try round.keys(of: event).contains(key) {
        return try text(of: LetterModel.published(event, in: round, today: event.on ?? today), key)
      }
      return none(language)
    } catch { return error.message(language) }
  }
}
