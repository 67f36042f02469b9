import ScoringCore
import StrictJSON

/// 公告名单: the list of an announcement of those recognised.
struct Announce: Act {
  let name = ActName.announce
  let wording = ActWording(done: ("公告名单", "Announcement"))
  let place = ActPlace.rounds
  let who: [OfficerRole] = [.signer]
  let fields = FileList.published
}
