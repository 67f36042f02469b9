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
      let body = try fields.filled(with: lists.days(first, first: fields["first"]))
      let code: LetterModel.Code = intent.action.name == .enterNotice ? .noticeList : .forwardingList
      let model = try LetterModel.list(code, files, body, in: lists.round, today: today)
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
}

extension JSONValue {
  /// The object with these members in place of its own of their names.
  fileprivate func filled(with members: [JSONValue.Member]) -> JSONValue {
    let names = Set(members.map(\.key))
    return .object((self.members ?? []).filter { !names.contains($0.key) } + members)
  }
}
