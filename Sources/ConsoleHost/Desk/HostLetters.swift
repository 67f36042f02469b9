internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// Letters as they would go out, shown before the act that sends them.
extension HostActs {
  func draftLetter(_ key: CaseKey, _ intent: ActIntent, dialog: String, _ post: (Message) -> Void) {
    do throws(OfficeError) {
      guard let file = try opener.file(key) else { return }
      let action = file.complete(intent.action, by: officer ?? "", today: today)
      let code = action.name.act.letter(action)?.code ?? .refusal
      let model = file.letter(code, for: action, today: today)
      let letter = try withStore { () throws(StoreError) in
        try store.letter(model, authority: key.authority, on: today, language: .zh)
      }
      post(.drafted(dialog: dialog, text: letter.text))
    } catch { post(.drafted(dialog: dialog, text: error.message(language))) }
  }
}
