import ScoringCore
import StrictJSON

/// 存证: how much an office held, so that what is missing later can be told.
struct Checkpoint: Act {
  let name = ActName.checkpoint
  let wording = ActWording(done: ("存证", "Checkpoint"))
  let place = ActPlace.registry
  let who: [OfficerRole] = [.administrator, .supervisor]
  let fields: [Field] = [
    .word("office", "机关", "Office"), .whole("count", "件数", "Count"), .sha("root", "清单", "List"),
    .id("previous", "上一次", "Previous").optional,
  ]
}
