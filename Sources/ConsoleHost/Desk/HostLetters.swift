internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// Letters as they would go out, shown before the act that sends them.
extension HostActs {
  func draftLetter(_ key: CaseKey, _ kind: String, _ fields: JSONValue, _ post: (Message) -> Void) {
    do throws(OfficeError) {
      guard let file = try opener.file(key) else { return }
      let action = file.complete(Action(kind, fields), by: "", today: today)
      let code: LetterModel.Code = kind == "return" ? .return : .refusal
      let model = file.letter(code, for: action, today: today)
      let letter = try withStore { () throws(StoreError) in
        try store.letter(model, authority: key.authority, on: today, language: .zh)
      }
      post(.drafted(dialog: "act." + kind, text: letter.text))
    } catch { post(.drafted(dialog: "act." + kind, text: error.message(language))) }
  }
}
