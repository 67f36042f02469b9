import ScoringCore
import StrictJSON

/// The officers, keys, roles and settings of a store: the fold of what hangs on its founding event under `registry/`
/// (Casework §6).
package struct Registry: Sendable {
  package private(set) var entries: [JudgedEvent] = []
  /// Valid events that no other valid one had seen, sorted.
  package private(set) var heads: [String] = []
  /// Id of the store: the hash of its founding event, as `store.json` names it.
  package let store: String
  /// Other founding events and all that rests on them: no part of this registry (Casework §6.1).
  package private(set) var foreign: [Event] = []
  /// Files of its folder that do not count as what their names say.
  package var unreadable: [UncountedFile] = []
  /// Events by keys that the registry never gave anybody (Casework §2.1).
  package private(set) var setAside: [Event] = []
  /// Ends with the acts they leave standing: the valid ones, and those of officers who ended each other.
  private(set) var ends: [RegistryEnd] = []
  /// Ends by officers who ended each other without knowing of it: neither holds what the other ended until a third has
  /// ended one of them.
  private(set) var mutual: [Event] = []
  /// The same registry as if nothing in it had ended and no two had appointed side by side: what an author could have
  /// taken for valid when he wrote. Empty where it is no other.
  private var before: [Registry] = []
  package var asWritten: Registry? { before.first }
  /// The past of the last fork that had to be put together, by its parents: the next one may go on from there.
  private var lastFork: (parents: [String], state: RegistryState)?
  /// What its valid events amount to.
  private(set) var state = RegistryState()
  private var graph = Graph([])
  private let cutoffs: [String: Set<String>]
  /// What it, and every folder that goes by it, is judged by.
  private let acts: JudgedActs
  private var valid: [Step] = []
  private var validPlaces = EventSet()
  /// Places of entries that wait for an approval before they are valid.
  private var heldBack: [Int] = []
  /// While it is judged: what each fork amounts to, by the place of its last entry, for the one that comes next there.
  private var forks: [Int: RegistryState] = [:]
  /// Appointments that others did not see, and those that another supervisor agreed to although they were held back.
  private var unseen: Set<String> = []
  private var agreed: Set<String> = []

  private struct Step: Sendable {
    var place: Int
    var act: any JudgedAct
    var standing: RegistryState.Standing
    var answers: [(Question, Answer)]
  }

  /// What all of it together says.
  package var now: Rights { state.rights }
  var fold: Fold {
    var fold = state.fold
    fold.people = state.rights
    return fold
  }
  /// Proposals that count only when another has approved them, in causal order: officers, keys, roles, settings, root
  /// supervisors.
  package var awaiting: [Event] {
    state.awaiting + heldBack.map { graph.nodes[$0].event }.filter { !state.ended.contains($0.id) }
  }

  /// - Parameters:
  ///   - events: whole, canonical and signed by the keys they name, in any order.
  ///   - store: the id that `store.json` names.
  ///   - cutoffs: ids in the files that ends name as their cuts, by the file's hash; one that has not arrived is absent.
  ///   - acts: every act that the program knows.
  init(_ events: some Sequence<Event>, store: String, cutoffs: [String: Set<String>], acts: JudgedActs) {
    self.store = store
    self.cutoffs = cutoffs
    self.acts = acts
    sort(events)
    judge(by: [])
    // Every end, and every appointment made beside another, touches the whole set: they are found as if none did.
    var touching = ends
    unseen = appointmentsUnseen()
    agreed = Set(valid.filter { $0.act.name == .approve }.compactMap { graph.nodes[$0.place].event.body.text("of") })
    guard !touching.isEmpty || !unseen.isEmpty || !heldBack.isEmpty else { return }
    before = [self]
    before[0].ends = []
    while true {
      judge(by: touching)
      let standing = touching.filter(stands)
      if standing.count == touching.count { break }
      touching = standing
    }
    ends = touching
    mutual = touching.map { graph.nodes[$0.place].event }.filter { event in
      !valid.contains { graph.nodes[$0.place].event.id == event.id }
    }
    for end in touching where mutual.contains(where: { $0.id == end.id }) { state.limit(end.take) }
  }

  /// Whether an end still touches the acts of others: it counts, or its author and who ended him have ended each other
  /// and nobody else has ended either. One that takes away what its own author's right rests on does not.
  private func stands(_ end: RegistryEnd) -> Bool {
    let event = graph.nodes[end.place].event
    switch entries[end.place].verdict {
    case .valid: return true
    case .pending, .rejected([.ended]):
      return !ends.contains { other in
        other.place != end.place && !graph.nodes[end.place].past.contains(other.place)
          && other.cutoff?.contains(event.id) != true && other.touches(event, state.fold)
      }
    case .rejected: return false
    }
  }

  /// Leaves out what is no part of this registry.
  private mutating func sort(_ events: some Sequence<Event>) {
    let all = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var children: [String: [String]] = [:]
    for event in all.values { for parent in event.parents { children[parent, default: []].append(event.id) } }
    var others = Set<String>()
    var open = all.values.filter { $0.act == .found && $0.id != store }.map(\.id)
    while let id = open.popLast() {
      if others.insert(id).inserted { open += children[id] ?? [] }
    }
    // A key counts as known here once an event by a known key names it; judging decides what it may do.
    var named: [String: [String]] = [:]
    for event in all.values where event.act == .key {
      named[event.key, default: []].append(event.body.text("sign") ?? "")
    }
    var known = Set<String>()
    var keys = [all[store]?.key].compactMap(\.self)
    while let key = keys.popLast() {
      if known.insert(key).inserted { keys += named[key] ?? [] }
    }
    var own: [Event] = []
    for event in all.values.sorted(by: { $0.id < $1.id }) {
      if others.contains(event.id) {
        foreign.append(event)
      } else if known.contains(event.key) {
        own.append(event)
      } else {
        setAside.append(event)
      }
    }
    // What is told of them begins with the founding.
    foreign.sort { ($0.act == .found ? 0 : 1, $0.id) < ($1.act == .found ? 0 : 1, $1.id) }
    graph = Graph(own)
  }

  /// The same with one more event.
  package func adding(_ event: Event) -> Registry {
    guard Set(event.parents).isSuperset(of: heads), event.act != .end, event.act != .approve,
      graph.places[event.id] == nil, now.knows(event.key), !graph.nodes.contains(where: { $0.missing != nil })
    else {
      var next = Registry(
        graph.nodes.map(\.event) + foreign + setAside + [event], store: store, cutoffs: cutoffs, acts: acts)
      next.unreadable = unreadable
      return next
    }
    var next = self
    next.graph.append(event)
    next.judge(next.graph.nodes.count - 1, by: ends)
    next.heads = next.validHeads
    return next
  }

  /// What the next event would meet: it saw all there is.
  func verdict(ofNext event: Event) -> Verdict {
    var next = graph
    next.append(event)
    return verdict(next.nodes[next.nodes.count - 1], state, []).verdict
  }

  /// What an event's act is judged by; `nil` for one of a newer program.
  func act(of event: Event) -> (any JudgedAct)? { event.act.flatMap { acts[$0] } }

  private mutating func judge(by others: [RegistryEnd]) {
    entries = []
    valid = []
    ends = []
    validPlaces = EventSet()
    heldBack = []
    state = RegistryState()
    for place in graph.nodes.indices { judge(place, by: others) }
    forks = [:]
    lastFork = nil
    heads = validHeads
  }

  private mutating func judge(_ place: Int, by others: [RegistryEnd]) {
    let node = graph.nodes[place]
    // What founds the store is touched by no end of the key that it brought.
    let others = node.event.id == store ? [] : others.filter { $0.place != place && !node.past.contains($0.place) }
    let verdict: Verdict
    let step: Step?
    if node.past.isSuperset(of: validPlaces) {
      (verdict, step) = judgement(node, place, state, others)
    } else {
      var fork = fork(node)
      (verdict, step) = judgement(node, place, fork, others)
      if let step {
        fork.apply(node.event, step.act, step.standing, place: place, past: node.past, step.answers)
      }
      forks[place] = fork
    }
    entries.append(JudgedEvent(event: node.event, verdict: verdict, depth: node.depth))
    if verdict == .pending(.approval) { heldBack.append(place) }
    guard let step else { return }
    valid.append(step)
    validPlaces.insert(place)
    let ended = node.event.body.text("of").flatMap { graph.places[$0] }.map { graph.nodes[$0].event }
    if let end = RegistryEnd(node.event, place: place, of: ended, cutoffs) { ends.append(end) }
    state.apply(node.event, step.act, step.standing, place: place, past: node.past, step.answers)
  }

  /// What the past of an entry amounts to whose author had not seen all: the fork that it goes on with, where it is one.
  private mutating func fork(_ node: Graph.Node) -> RegistryState {
    if node.event.parents.count == 1, let place = graph.places[node.event.parents[0]],
      let known = forks.removeValue(forKey: place)
    {
      return known
    }
    if let lastFork, lastFork.parents == node.event.parents { return lastFork.state }
    let state = state(of: node.past)
    lastFork = (node.event.parents, state)
    return state
  }

  /// What keeps an entry from counting because of those that it names as its parents: whoever writes names only what
  /// counts, as far as he can know.
  private func fault(ofParents event: Event) -> Verdict? {
    Verdict.fault(ofParents: event) { id in
      guard let place = graph.places[id] else { return nil }
      return (before.first?.entries ?? entries).dropFirst(place).first?.verdict
    }
  }

  private func judgement(_ node: Graph.Node, _ place: Int, _ past: RegistryState, _ others: [RegistryEnd])
    -> (Verdict, Step?)
  {
    let (verdict, standing) = verdict(node, past, others)
    guard verdict.isValid, let act = act(of: node.event) else { return (verdict, nil) }
    let answers = standing == .awaiting ? [] : past.fold.answers(of: node.event, act, place: place)
    return (verdict, Step(place: place, act: act, standing: standing, answers: answers))
  }

  private var validHeads: [String] {
    var seen = EventSet()
    for step in valid { seen.formUnion(graph.nodes[step.place].past) }
    return valid.filter { !seen.contains($0.place) }.map { graph.nodes[$0.place].event.id }.sorted()
  }

  private func verdict(_ node: Graph.Node, _ past: RegistryState, _ others: [RegistryEnd])
    -> (verdict: Verdict, standing: RegistryState.Standing)
  {
    let event = node.event
    guard event.format == Event.format, let act = act(of: event) else { return (.pending(.newerProgram), .counts) }
    guard act.isWritten(in: "registry"), event.folder == "registry", event.registry.isEmpty else {
      return (.rejected([.schema("case")]), .counts)
    }
    guard act.name == .found || event.store == store else { return (.rejected([.schema("store")]), .counts) }
    if let fault = act.fault(in: event.body) { return (.rejected([.schema(fault)]), .counts) }
    if let missing = node.missing { return (.pending(.parent(missing)), .counts) }
    if let fault = fault(ofParents: event) { return (fault, .counts) }
    let seen = heldBack.filter(node.past.contains).map { graph.nodes[$0].event }
    let known = RegistryPast(
      state: past, heldBack: Dictionary(seen.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }))
    let rules = RegistryRules(act: act, event: event, past: known)
    var unmet = rules.unmet
    if act.name == .approve, let proposal = known.entry(event.body.text("of")),
      hasMade(event.author, by: proposal.author, since: proposal.parents, before: node.past)
    {
      unmet.append(.ownMaking)
    }
    guard unmet.isEmpty else { return (.rejected(unmet), .counts) }
    if let ended = RegistryEnd.verdict(
      others, on: event, isEntitled: { RegistryRules(act: act, event: event, past: known, without: $0).unmet.isEmpty })
    {
      return (ended, .counts)
    }
    let standing = rules.standing
    let isHeldBack = standing == .heldBack || (standing == .byOne && unseen.contains(event.id))
    guard isHeldBack else { return (.valid, standing) }
    return agreed.contains(event.id) ? (.valid, .counts) : (.pending(.approval), standing)
  }
}

extension Registry {
  /// Whether a key was ever given to somebody here, whatever became of it.
  package func knows(_ key: String) -> Bool { now.knows(key) }

  /// Ends that an author who knew these heads did not know of.
  func ends(unknownTo heads: [String]) -> [RegistryEnd] {
    guard !ends.isEmpty, heads != self.heads else { return [] }
    let past = past(of: heads)
    return ends.filter { !past.contains($0.place) }
  }

  /// What the registry said to an author who knew these heads; `nil` where one of them is not here.
  func rights(_ heads: [String]) -> Rights? {
    if heads == self.heads { return now }
    for head in heads {
      guard let place = graph.places[head], graph.nodes[place].missing == nil else { return nil }
    }
    return state(of: past(of: heads)).rights
  }

  /// The first head that is not here.
  func unknown(_ heads: [String]) -> String? {
    heads.first { graph.places[$0] == nil } ?? heads.first
  }

  /// Whether an officer was given an office, key or role by another's proposal or approval that is outside what the
  /// registry said at `heads` (Casework §6.4).
  func hasMade(_ officer: String, by other: String, since heads: [String], before later: [String]) -> Bool {
    later != heads && hasMade(officer, by: other, since: heads, before: past(of: later))
  }

  /// The same of all that the registry holds.
  func hasMade(_ officer: String, by other: String) -> Bool {
    hasMade(officer, by: other, since: [], before: EventSet(below: graph.nodes.count))
  }

  private func hasMade(_ officer: String, by other: String, since heads: [String], before later: EventSet) -> Bool {
    let earlier = past(of: heads)
    return valid.contains { step in
      guard later.contains(step.place), !earlier.contains(step.place) else { return false }
      let event = graph.nodes[step.place].event
      return event.author == other && given(by: event, step.act) == officer
    }
  }

  /// The officer whom an entry, or the approval of one, gives something.
  private func given(by event: Event, _ act: any JudgedAct) -> String? {
    guard act.name == .approve else { return act.giving(event.body, RegistryState())?.officer }
    guard let of = event.body.text("of"), let place = graph.places[of] else { return nil }
    let named = graph.nodes[place].event
    return self.act(of: named)?.giving(named.body, RegistryState())?.officer
  }

  private func past(of heads: [String]) -> EventSet {
    var past = EventSet()
    for place in heads.compactMap({ graph.places[$0] }) {
      past.formUnion(graph.nodes[place].past)
      past.insert(place)
    }
    return past
  }

  private func state(of past: EventSet) -> RegistryState {
    var state = RegistryState()
    for step in valid where past.contains(step.place) {
      let node = graph.nodes[step.place]
      state.apply(node.event, step.act, step.standing, place: step.place, past: node.past, step.answers)
    }
    return state
  }

  /// Appointments made by one person who did not see that another supervisor was appointed, where that one had not seen
  /// them either. One that its officer has acted upon since stands, unless the other became a member of the root.
  private func appointmentsUnseen() -> Set<String> {
    let alone = valid.filter { $0.standing == .byOne }
    guard !alone.isEmpty else { return [] }
    let supervisors = valid.compactMap { step -> (step: Step, scope: Scope, officer: String)? in
      let event = graph.nodes[step.place].event
      guard event.act == .role, event.body.text("role") == OfficerRole.supervisor.rawValue else { return nil }
      return (step, Scope(role: event.body), event.body.text("officer") ?? "")
    }
    var unseen: Set<String> = []
    for step in alone {
      let node = graph.nodes[step.place]
      let beside = supervisors.filter { other in
        other.officer != node.event.author && !node.past.contains(other.step.place) && other.step.place != step.place
          && !graph.nodes[other.step.place].past.contains(step.place)
      }
      guard !beside.isEmpty, let giving = step.act.giving(node.event.body, state(of: node.past)) else { continue }
      let isBeside = beside.contains { giving.scopes.allSatisfy($0.scope.covers) }
      let hasActed = valid.contains { later in
        graph.nodes[later.place].past.contains(step.place) && graph.nodes[later.place].event.author == giving.officer
      }
      // Who became a member of the root beside it was seen by all; who was made in secret acts for himself alone.
      let root = state.everRoot
      let isOutside = !root.contains(giving.officer) && beside.contains { root.contains($0.officer) }
      if isBeside, !hasActed || isOutside { unseen.insert(node.event.id) }
    }
    return unseen
  }
}

extension UnmetRequirement {
  static let ownMaking = sameOfficer(
    Phrase(
      "此人的任职、密钥或职责由对方登记或批准，对方不知情前不能作第二人",
      "Whose office, key or role the other gave or approved since cannot be the second person to the other's act"))
}
