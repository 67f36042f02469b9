import ScoringCore
import StrictJSON

/// 备注: a note on file.
struct Note: Act {
  let name = ActName.note
  let wording = ActWording(done: ("备注", "Note"), verb: ("备注", "Note"), "在案卷里留一条备注", "Put a note on file")
  let alsoIn: [ActPlace] = [.titles, .rounds]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = [.inContest, .everyday]
  let fields: [Field] = [.text("text", "备注", "Note"), .id("about", "关于", "About").pointed.optional]
  let offer: ActOffer? = ActOffer(.anyTab, "N", many: true)
}
