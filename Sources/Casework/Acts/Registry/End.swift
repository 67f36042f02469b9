import ScoringCore
import StrictJSON

/// 终止: an office, a role or a key ends; the acts that stand are listed by hash.
struct End: Act {
  let name = ActName.end
  let wording = ActWording(done: ("终止", "Ended"), verb: ("终止", "End"), "终止任职、职责或密钥", "End an office, a role or a key")
  let place = ActPlace.registry
  let who: [OfficerRole] = [.supervisor]
  let fields: [Field] = [
    .id("of", "终止什么", "What ends", .ends).compared,
    .one("why", "原因", "Why", "left changed stolen lost withdrawn declined").compared,
    .object("cut", "截止清单", "Acts that stand", FileList.fields).program.optional.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.officers, "x", final: true)

  /// A supervisor; whoever takes back his own proposal, or reports his own key stolen or lost, needs no role.
  func roles(_ act: ActRequirements) -> [OfficerRole] {
    guard let ended = act.registry.entry(act.body.text("of")) else { return who }
    if Self.isOwnKey(ended, act) { return [] }
    return act.body.text("why") == "withdrawn" && ended.author == act.author ? [] : who
  }

  private static func isOwnKey(_ ended: Event, _ act: ActRequirements) -> Bool {
    (ended.act == .key || ended.act == .found) && ended.body.text("officer") == act.author
      && ["stolen", "lost"].contains(act.body.text("why"))
  }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let ended = act.registry.entry(act.body.text("of")) else { return [.unknown] }
    let why = act.body.text("why")
    let giving = ended.act?.act.giving(ended.body, act.registry.state)
    if act.registry.isWaiting(ended) {
      let isOwn = ended.author == act.author
      guard why == (isOwn ? "withdrawn" : "declined") else {
        return [
          .requirement(
            "proposal", "提议尚未批准：提出者撤回（withdrawn），能批准的人不同意（declined）",
            "A proposal is withdrawn by its author or declined by who could approve it", field: "why")
        ]
      }
      let mayDecline =
        giving.map { act.registry.state.mayApprove(act.author, $0, author: ended.author) }
        ?? act.rights.covers(act.author, [Scope(authority: ended.body.text("authority") ?? "")])
      return isOwn || mayDecline ? [] : [.jurisdiction]
    }
    guard why != "withdrawn", why != "declined" else {
      return [.requirement("notProposal", "这一项已经生效，不是提议", "It counts already and is no proposal", field: "why")]
    }
    let isSupervisors = ended.act != .role || ended.body.text("role") == OfficerRole.supervisor.rawValue
    if isSupervisors, act.rights.root.contains(ended.body.text("officer") ?? ""),
      !act.rights.root.contains(act.author), !Self.isOwnKey(ended, act)
    {
      return [.requirement("rootOnly", "根主管的任职、密钥和主管职责只能由根主管终止", "Only a root supervisor ends this")]
    }
    switch ended.act {
    case .officer, .key, .found:
      let own = act.rights.officers[ended.body.text("officer") ?? ""]?.authority ?? ""
      return Self.isOwnKey(ended, act) || act.rights.covers(act.author, [Scope(authority: own)]) ? [] : [.jurisdiction]
    case .role: return act.rights.covers(act.author, [Scope(role: ended.body)]) ? [] : [.jurisdiction]
    default: return [.notLive]
    }
  }

  /// The registry stays with somebody who can go on.
  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard let ended = place.fold.event(body.text("of") ?? ""), !["withdrawn", "declined"].contains(body.text("why")),
      let officer = ended.body.text("officer"),
      ended.act != .role || ended.body.text("role") == OfficerRole.supervisor.rawValue,
      ended.act != .key && ended.act != .found || !place.hasOtherKey(officer, than: ended)
    else { return [] }
    return place.leavesNobody(without: officer, ended.act == .officer ? nil : ended.act)
  }

  /// Of a proposal, what stood before it stands.
  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    guard let ended = past.event(event.body.text("of") ?? ""), let act = past.entry(ended.id)?.act else { return [] }
    let questions =
      ended.act == .found ? [.key(ended.body["key"]?.text("sign") ?? "")] : act.answers(ended, past).map(\.0)
    return questions.map { question in
      let counts = ended.act == .found || past.liveAnswers(question).contains { $0.result == .event(ended.id) }
      return (question, counts ? .event(event.id) : past.answer(question)?.result ?? .nothing)
    }
  }

  /// An officer whose office ended is known and no longer in office.
  func give(_ event: Event, _ rights: inout Rights, _ fold: Fold) {
    guard let ended = fold.event(event.body.text("of") ?? ""), ended.act == .officer else { return }
    rights.officers[ended.body.text("officer") ?? ""]?.isActive = false
  }
}
