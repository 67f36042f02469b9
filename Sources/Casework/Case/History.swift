import ScoringCore
import StrictJSON

/// The events of one folder, each with its verdict, and what the valid ones amount to.
///
/// Everything here is a function of the set of events and of the registry, never of the order of arrival.
package struct History: Sendable {
  /// Path from the store's root: `cases/…`, `titles/…`, `rounds/…`.
  package let folder: String
  /// In causal order, ties by id.
  package private(set) var entries: [JudgedEvent] = []
  /// The fold of all valid events.
  package private(set) var fold = Fold()
  package let registry: Registry
  private var graph = Graph([])
  private var answers: [[(Question, Answer)]] = []
  private var rights: [[String]: Rights] = [:]
  private var late: [[String]: [RegistryEnd]] = [:]
  /// Ids of acts of leavers that a supervisor has countersigned.
  private var ratified: Set<String> = []
  private var headSet: Set<String> = []
  private var validPlaces = EventSet()
  /// What the events were to who wrote before anything in the registry ended, where that is another thing.
  private var written: [String: Verdict]?
  /// Something here waits for an event that may come next.
  private var lacksParent = false
  /// Events by keys that the registry never gave anybody: no part of the history, and judged once it knows them
  /// (Casework §2.1).
  package private(set) var setAside: [Event] = []

  /// - Parameter events: whole, canonical and signed by the keys they name, in any order.
  package init(folder: String, _ events: some Sequence<Event>, registry: Registry) {
    self.folder = folder
    self.registry = registry
    setAside = events.filter { !registry.knows($0.key) }.sorted { $0.id < $1.id }
    read(Graph(events.lazy.filter { registry.knows($0.key) }))
  }

  /// Valid events that no other valid one had seen, sorted: the parents of the next event.
  package var heads: [String] { headSet.sorted() }

  /// Adds one event: at once when it saw all there is, else by judging everything anew.
  package mutating func append(_ event: Event) {
    guard graph.places[event.id] == nil else { return }
    guard registry.knows(event.key) else { return setAside.append(event) }
    if !lacksParent, headSet.isSubset(of: event.parents), event.act != .ratify, fault(ofParents: event) == nil {
      graph.append(event)
      lacksParent = graph.nodes[graph.nodes.count - 1].missing != nil
      judge(graph.nodes.count - 1)
    } else {
      read(Graph(graph.nodes.map(\.event) + [event]))
    }
  }

  private mutating func read(_ whole: Graph) {
    written = nil
    judgeCountersigned(whole)
    // An act that no longer counts since somebody's right ended takes nothing with it that was written upon it.
    guard let before = registry.asWritten, whole.nodes.contains(where: { fault(ofParents: $0.event) != nil }) else {
      return
    }
    let then = History(folder: folder, whole.nodes.map(\.event), registry: before)
    written = Dictionary(then.entries.map { ($0.id, $0.verdict) }, uniquingKeysWith: { a, _ in a })
    judgeCountersigned(whole)
  }

  /// What keeps an event from counting because of those that it names as its parents: whoever writes names only what
  /// counts, as far as he can know.
  private func fault(ofParents event: Event) -> Verdict? {
    Verdict.fault(ofParents: event) { id in
      written?[id] ?? graph.places[id].flatMap { $0 < entries.count ? entries[$0].verdict : nil }
    }
  }

  /// A countersignature makes an act before it count: it is looked for first, as if there were none.
  private mutating func judgeCountersigned(_ whole: Graph) {
    ratified = []
    judge(whole)
    let signed = entries.filter { $0.event.act == .ratify && $0.verdict.isValid }
    guard !signed.isEmpty else { return }
    ratified = Set(signed.compactMap { $0.event.body.text("of") })
    judge(whole)
  }

  private mutating func judge(_ whole: Graph) {
    graph = whole
    entries = []
    answers = []
    fold = Fold()
    fold.people = registry.now
    headSet = []
    validPlaces = EventSet()
    lacksParent = whole.nodes.contains { $0.missing != nil }
    entries.reserveCapacity(whole.nodes.count)
    for place in whole.nodes.indices { judge(place) }
  }

  private mutating func judge(_ place: Int) {
    let node = graph.nodes[place]
    let rights = rights(node.event.registry)
    let late = late(node.event.registry)
    let (verdict, given) =
      node.past.isSuperset(of: validPlaces)
      ? judgement(node, place, fold, rights, late) : judgement(node, place, fold(of: node.past), rights, late)
    entries.append(JudgedEvent(event: node.event, verdict: verdict, depth: node.depth))
    answers.append(given)
    if verdict.isValid, let act = registry.act(of: node.event) {
      headSet = headSet.filter { graph.places[$0].map { !node.past.contains($0) } ?? false }
      headSet.insert(node.event.id)
      validPlaces.insert(place)
      fold.apply(node.event, act, place: place, past: node.past, given)
    }
  }

  private func judgement(
    _ node: Graph.Node, _ place: Int, _ past: Fold, _ rights: Rights?, _ late: [RegistryEnd]
  ) -> (Verdict, [(Question, Answer)]) {
    let verdict = verdict(node, past, rights, late)
    guard verdict.isValid, let act = registry.act(of: node.event) else { return (verdict, []) }
    return (verdict, past.answers(of: node.event, act, place: place))
  }

  /// What the events of a past amount to.
  private func fold(of past: EventSet) -> Fold {
    var fold = Fold()
    for (place, entry) in entries.enumerated() where past.contains(place) && entry.verdict.isValid {
      guard let act = registry.act(of: entry.event) else { continue }
      fold.apply(entry.event, act, place: place, past: graph.nodes[place].past, answers[place])
    }
    return fold
  }

  private func verdict(
    _ node: Graph.Node, _ past: Fold, _ rights: Rights?, _ late: [RegistryEnd]
  ) -> Verdict {
    let event = node.event
    guard event.format == Event.format, let act = registry.act(of: event) else {
      return .pending(.newerProgram)
    }
    guard act.isWritten(in: folder) else { return .rejected([.schema("kind")]) }
    guard event.folder == folder else { return .rejected([.schema("case")]) }
    guard event.store == registry.store else { return .rejected([.schema("store")]) }
    if let fault = act.fault(in: event.body) { return .rejected([.schema(fault)]) }
    if let missing = node.missing { return .pending(.parent(missing)) }
    if let fault = fault(ofParents: event) { return fault }
    guard let rights else {
      return .pending(.registry(registry.unknown(event.registry) ?? ""))
    }
    guard rights.keys[event.key] == event.author, rights.officers[event.author]?.isActive == true else {
      return .rejected([.key])
    }
    func rules(_ rights: Rights) -> ActRequirements {
      ActRequirements(act: act, body: event.body, author: event.author, folder: folder, fold: past, rights: rights)
    }
    var unmet = rules(rights).unmet
    if act.name == .ratify { unmet += ratifying(event.body.text("of") ?? "", in: node.past) }
    if let seconded = rules(rights).seconded,
      registry.hasMade(event.author, by: seconded.author, since: seconded.registry, before: event.registry)
    {
      unmet.append(.ownMaking)
    }
    guard unmet.isEmpty else { return .rejected(unmet) }
    guard let verdict = ended(event, late, rules, rights) else { return .valid }
    return verdict == .pending(.ratify) && ratified.contains(event.id) ? .valid : verdict
  }

  /// What ends that its author did not know of make of an act.
  private func ended(_ event: Event, _ late: [RegistryEnd], _ rules: (Rights) -> ActRequirements, _ rights: Rights)
    -> Verdict?
  {
    guard !late.isEmpty else { return nil }
    return RegistryEnd.verdict(late, on: event) { rules(rights.without($0)).entitled.isEmpty }
  }

  /// Only what waits for it, and was seen, is countersigned.
  private func ratifying(_ id: String, in past: EventSet) -> [UnmetRequirement] {
    guard let place = graph.places[id], past.contains(place) else { return [.unknown] }
    return waitsToBeCountersigned(id) ? [] : [.notPending]
  }

  /// Whether an act waits, or waited, for a supervisor's countersignature.
  func waitsToBeCountersigned(_ id: String) -> Bool {
    ratified.contains(id) || entries.contains { $0.id == id && $0.verdict == .pending(.ratify) }
  }

  private mutating func late(_ heads: [String]) -> [RegistryEnd] {
    if registry.ends.isEmpty || heads == registry.heads { return [] }
    if let known = late[heads] { return known }
    let found = registry.ends(unknownTo: heads)
    late[heads] = found
    return found
  }

  private mutating func rights(_ heads: [String]) -> Rights? {
    if heads == registry.heads { return registry.now }
    if let known = rights[heads] { return known }
    let found = registry.rights(heads)
    rights[heads] = found
    return found
  }
}

extension History {
  /// Whether an entry still stands: valid, and not answered by a later one.
  func isLive(_ entry: JudgedEvent) -> Bool {
    let given = fold.answers[entry.id] ?? []
    return entry.verdict.isValid
      && (given.isEmpty
        || given.contains { question, answer in fold.liveAnswers(question).contains { $0.id == answer.id } })
  }
}
