import ScoringCore
import StrictJSON

/// 删除密封件: asked by an objection officer, agreed by a supervisor; the files are gone, their events stay.
struct Erase: Act {
  let name = ActName.erase
  let wording = ActWording(
    done: ("删除密封件", "Erased"), verb: ("删除密封件", "Erase"), "删除密封的原文、身份或副本；异议处理员提出，主管同意；副本和备份里的仍在",
    "Erase sealed texts or copies: asked by one, agreed by a supervisor; copies and backups keep what they had")
  let alsoIn: [ActPlace] = [.titles, .rounds]
  let who: [OfficerRole] = [.objection, .supervisor]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = [.final, .another]
  let fields: [Field] = [
    .id("of", "同意", "Consent", .erasures).optional,
    Field("files", Phrase("删除什么", "What to erase"), .list(.sha), .many(.offered(.erasable))).workedOut,
    .code("ground", "依据", "Ground", "request expired court other").workedOut,
  ]
  let offer: ActOffer? = ActOffer(.objections, final: true)

  func roles(_ act: ActRequirements) -> [OfficerRole] { act.body["of"] == nil ? [.objection] : [.supervisor] }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let of = act.body.text("of") else { return [] }
    guard let first = act.fold.event(of), first.act == .erase else { return [.unknown] }
    return first.author == act.author
      ? [.sameOfficer(Phrase("须由另一人同意删除", "Another officer must agree to the erasure"))] : []
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    body["files"] != nil && body.texts("files").isEmpty ? [.sayWhat("files")] : []
  }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard isBegun else { return [] }
    let erasable = Set(place.erasable.map(\.sha))
    let others = body.texts("files").filter { !erasable.contains($0) }
    guard others.isEmpty else {
      let names = others.joined(separator: "\n")
      return [
        .requirement(
          "notErasable", "只能删除本件记下的密封件、副本和照片；这些不是，或者也是发出的文书等须留存的文件：\n\(names)",
          "Only sealed texts, copies and photographs that this case names are erased; these are none, or are also a file that stays, such as a letter that went out:\n\(names)",
          about: others, field: "files")
      ]
    }
    guard let first = place.fold.event(body.text("of") ?? "") else { return [] }
    return Set(first.body.texts("files")) == Set(body.texts("files"))
      ? []
      : [.requirement("files", "同意的须是提出删除的那些文件", "What is agreed to is what was asked to be erased", field: "files")]
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    let first = place.fold.event(action.fields.text("of") ?? "")?.body
    return action.setting("files", first?["files"]).setting("ground", first?["ground"])
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [] }
}
