import ScoringCore
import StrictJSON

/// What a set of valid registry events amounts to, grown event by event: a contested answer gives nothing, an ended one
/// neither.
package struct RegistryState: Sendable {
  /// How an entry counts.
  enum Standing: Sendable, Hashable {
    case counts
    /// On one supervisor's word, there being nobody else.
    case byOne
    /// Once another has approved it.
    case awaiting
    /// Its author ended the other supervisor: only an approval lets it count.
    case heldBack
  }

  private(set) var fold = Fold()
  private(set) var rights = Rights()
  /// Valid proposals that nobody has approved or ended, in causal order.
  private var proposals: [Event] = []
  /// Who approved what.
  private(set) var approvers: [String: Set<String>] = [:]
  private var given: [Question: Event] = [:]
  /// Ids that ends named.
  private(set) var ended: Set<String> = []

  /// Proposals that wait for another's approval.
  var awaiting: [Event] {
    proposals.filter { event in
      guard event.act == .root else { return true }
      return fold.liveAnswers(.root).contains { $0.id == event.id } && rights.root != event.body.texts("supervisors")
    }
  }

  /// Whether it waits for an approval.
  func isProposal(_ id: String) -> Bool { proposals.contains { $0.id == id } }

  /// What of an officer a right over him must cover: his own authority, as it stands or is proposed, and all that he
  /// holds; nothing where nobody knows him.
  func scopes(of officer: String) -> [Scope] {
    let own =
      rights.officers[officer]?.authority
      ?? proposals.last { $0.act == .officer && $0.body.text("officer") == officer }?.body.text("authority")
    return (own.map { [Scope(authority: $0)] } ?? []) + rights.grants(of: officer).map(\.scope)
  }

  mutating func apply(
    _ event: Event, _ act: any JudgedAct, _ standing: Standing, place: Int, past: EventSet,
    _ answers: [(Question, Answer)]
  ) {
    fold.apply(event, act, place: place, past: past, answers)
    let of = event.body.text("of") ?? ""
    switch act.name {
    case .found, .root:
      if act.name == .found {
        act.give(event, &rights, fold)
      } else {
        proposals.append(event)
      }
      readRoot()
    case .approve:
      approvers[of, default: []].insert(event.author)
      rights.byOne.remove(of)
      if fold.event(of)?.act == .root { readRoot() } else { proposals.removeAll { $0.id == of } }
    case .end:
      proposals.removeAll { $0.id == of }
      ended.insert(of)
    case .settle where event.body.text("question") == Question.root.text: readRoot()
    default: if standing == .awaiting { proposals.append(event) }
    }
    if standing == .byOne { rights.byOne.insert(event.id) }
    for (question, _) in answers { renew(question) }
  }

  /// What the one answer to a question gives, in place of what it gave before.
  private mutating func renew(_ question: Question) {
    if let before = given.removeValue(forKey: question) {
      switch question {
      case .role: rights.takeRoles(of: before.id, from: before.body.text("officer") ?? "")
      case .settings: rights.settings.removeAll { $0.event == before.id }
      default: break
      }
    }
    if case .key(let sign) = question { rights.keys[sign] = nil }
    if case .officer(let id) = question, fold.isContested(question) { rights.officers[id]?.isActive = false }
    // What the founding brings was given once.
    guard let event = fold.body(question), event.act != .found, let act = fold.entry(event.id)?.act else { return }
    given[question] = event
    act.give(event, &rights, fold)
  }

  /// Takes away what no event of its own takes.
  mutating func limit(_ change: (inout Rights) -> Void) { change(&rights) }

  // MARK: who may give what

  /// Who beside its author could agree to an entry: supervisors in office who cover all that it gives, else members of
  /// the root.
  func seconds(_ giving: Giving, author: String) -> [String] {
    func isThere(_ officer: String) -> Bool {
      officer != author && rights.isInOffice(officer) && rights.keyed.contains(officer)
        // Who has no key left cannot agree to his own.
        && !(giving.isKey && officer == giving.officer && !rights.keys.values.contains(officer))
    }
    let covering = rights.supervisors.filter { isThere($0) && rights.covers($0, giving.scopes) }
    return covering.isEmpty ? rights.root.filter(isThere) : covering
  }

  /// Whether an officer could approve an entry that another proposed.
  func mayApprove(_ officer: String, _ giving: Giving, author: String) -> Bool {
    rights.covers(officer, giving.scopes) || seconds(giving, author: author).contains(officer)
  }

  /// Whether an officer ended another supervisor who covered this.
  func hasEndedSupervisor(_ officer: String, over scopes: [Scope]) -> Bool {
    fold.log.contains { entry in
      guard entry.event.author == officer else { return false }
      let of = fold.event(entry.event.body.text("of") ?? "")
      // The end of a key, the founder's too, takes nobody's office.
      let isEnd = entry.event.act == .end && (of?.act == .officer || of?.act == .role)
      let hasLeft = entry.event.act == .officer && entry.event.body.text("state") == "left"
      guard isEnd || hasLeft, let ended = (hasLeft ? entry.event : of)?.body.text("officer"), ended != officer else {
        return false
      }
      return wasSupervisor(ended, over: scopes)
    }
  }

  private func wasSupervisor(_ officer: String, over scopes: [Scope]) -> Bool {
    let role = OfficerRole.supervisor.rawValue
    let held = fold.log.compactMap { entry -> Scope? in
      let body = entry.event.body
      guard body.text("officer") == officer else { return nil }
      if entry.event.act == .found, body.texts("roles").contains(role) { return Scope(authority: Scope.everywhere) }
      return entry.event.act == .role && body.text("role") == role ? Scope(role: body) : nil
    }
    return scopes.allSatisfy { scope in held.contains { $0.covers(scope) } }
  }

  // MARK: the root

  /// The founder's office lasts until the former threshold has approved another.
  private mutating func readRoot() {
    let dropped = droppedRoots
    for entry in fold.log where !dropped.contains(entry.event.id) {
      let body = entry.event.body
      if entry.event.act == .found {
        rights.root = [body.text("officer") ?? ""]
        rights.threshold = max(1, body.number("threshold") ?? 1)
        continue
      }
      guard entry.event.act == .root else { continue }
      let agreed = approvers[entry.event.id, default: []].union([entry.event.author]).intersection(rights.root)
      // Nobody changes it alone while another of them is there.
      let others = rights.root.filter {
        $0 != entry.event.author && rights.isInOffice($0) && rights.keyed.contains($0)
      }
      if agreed.count >= max(rights.threshold, others.isEmpty ? 1 : 2), !fold.isContested(.root) {
        rights.root = body.texts("supervisors")
        rights.threshold = max(1, body.number("threshold") ?? 1)
      }
    }
  }

  /// Everybody whom an entry made a member of the root, whatever became of it; not those of a change that a settlement
  /// dropped.
  var everRoot: Set<String> {
    let dropped = droppedRoots
    return fold.log.reduce(into: []) { members, entry in
      switch entry.event.act {
      case .found: members.insert(entry.event.body.text("officer") ?? "")
      case .root where !dropped.contains(entry.event.id): members.formUnion(entry.event.body.texts("supervisors"))
      default: break
      }
    }
  }

  /// Changes of the root that did not see each other and that a settlement did not keep.
  private var droppedRoots: Set<String> {
    let roots = fold.log.map(\.event).filter { $0.act == .root }.map(\.id)
    let settled = fold.log.map(\.event).filter {
      $0.act == .settle && $0.body.text("question") == Question.root.text
    }
    return Set(
      settled.flatMap { settlement in
        let seen = roots.filter { fold.saw(settlement.id, $0) }
        return seen.filter { root in
          root != settlement.body.text("keep")
            && seen.contains { $0 != root && !fold.saw($0, root) && !fold.saw(root, $0) }
        }
      })
  }
}

/// The registry as the author of an entry knew it.
struct RegistryPast: Sendable {
  var state = RegistryState()
  /// Entries he had seen that wait for an approval before they are valid.
  var heldBack: [String: Event] = [:]

  /// An entry that `approve` or `end` may name.
  func entry(_ id: String?) -> Event? { id.flatMap { state.fold.event($0) ?? heldBack[$0] } }

  /// Whether it waits for an approval.
  func isWaiting(_ event: Event) -> Bool {
    state.isProposal(event.id) || heldBack[event.id] != nil && !state.ended.contains(event.id)
  }
}
