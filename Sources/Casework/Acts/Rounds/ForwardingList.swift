import ScoringCore
import StrictJSON

/// 推荐名单: the list of little giants that goes to the ministry.
struct ForwardingList: Act {
  let name = ActName.forwardList
  let wording = ActWording(done: ("推荐名单", "Recommendation list"))
  let place = ActPlace.rounds
  let who: [OfficerRole] = [.signer]
  let fields = FileList.published
}
