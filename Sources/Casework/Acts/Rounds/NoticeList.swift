import ScoringCore
import StrictJSON

/// 公示名单: the list of a public notice; each of its cases then enters the notice.
struct NoticeList: Act {
  let name = ActName.notice
  let wording = ActWording(done: ("公示名单", "Notice list"))
  let place = ActPlace.rounds
  let who: [OfficerRole] = [.signer]
  let fields = FileList.published
}
