import ScoringCore
import StrictJSON

/// 发函: a letter to the enterprise or another, on file as it went out.
struct Letter: Act {
  let name = ActName.letter
  let wording = ActWording(
    done: ("发函", "Letter"), verb: ("发出文书", "Send letter"), "把选中的草稿作为文书发出，存入案卷",
    "Send the chosen draft as a letter, on file")
  let alsoIn: [ActPlace] = [.titles, .rounds]
  let who: [OfficerRole] = [.reviewer, .signer, .objection]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = [.final, .everyday]
  let fields: [Field] = [
    .word("code", "文书", "Letter", .drafts), .sha("file", "文件", "File").pointed.workedOut,
    .word("to", "发给", "To").pointed.usually("enterprise"), .id("replaces", "更正哪一封", "Corrects").pointed.optional,
  ]
  let offer: ActOffer? = ActOffer(.letters, "n", footer: true)

  /// One of the program's own, where none is brought.
  func letter(_ action: Action) -> ActLetter? {
    guard action.fields["file"] == nil, let code = action.fields.text("code").flatMap(LetterModel.Code.init) else {
      return nil
    }
    return ActLetter(code: code, field: "file", isOfThis: false)
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let code = event.body.text("code") ?? ""
    return LetterModel.Code(rawValue: code)?.name ?? .same(code)
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [] }
}
