import ScoringCore
import StrictJSON

/// The officers, keys, roles and settings of a store: the fold of the events under `registry/` (Casework §6).
package struct Registry: Sendable {
  package private(set) var entries: [JudgedEvent] = []
  /// Ids no other registry event names as a parent, sorted.
  package private(set) var heads: [String] = []
  /// What all of it together says.
  package private(set) var now = Rights()
  /// Proposals that count only when another has approved them, in causal order: officers, settings, root supervisors.
  package private(set) var awaiting: [Event] = []
  /// Id of the founding event, which is the id of the store; `nil` of an empty registry.
  package private(set) var store: String?
  /// Valid ends with a cut.
  private(set) var ends: [RegistryEnd] = []
  /// What its valid events amount to.
  private(set) var fold = Fold()
  private var graph = Graph([])
  private let cutoffs: [String: Set<String>]
  /// What it, and every folder that goes by it, is judged by.
  private let acts: JudgedActs
  private var valid: [(place: Int, act: any JudgedAct, answers: [(Question, Answer)])] = []

  /// - Parameters:
  ///   - events: whole, canonical and signed by the keys they name, in any order.
  ///   - cuts: ids in the files that ends name as their cuts, by the file's hash; one that has not arrived is absent.
  ///   - acts: every act that the program knows.
  init(_ events: some Sequence<Event>, cutoffs: [String: Set<String>], acts: JudgedActs) {
    graph = Graph(events)
    self.cutoffs = cutoffs
    self.acts = acts
    heads = graph.heads
    judge(by: [])
    // Every end of the whole set touches every act; ends as well, so they are first found as if none did.
    if !ends.isEmpty { judge(by: ends) }
  }

  /// The same with one more event.
  package func adding(_ event: Event) -> Registry {
    Registry(graph.nodes.map(\.event) + [event], cutoffs: cutoffs, acts: acts)
  }

  /// What an event's act is judged by; `nil` for one of a newer program.
  func act(of event: Event) -> (any JudgedAct)? { event.act.flatMap { acts[$0] } }

  private mutating func judge(by others: [RegistryEnd]) {
    entries = []
    valid = []
    ends = []
    var fold = Fold()
    for (place, node) in graph.nodes.enumerated() {
      let past = node.past.count == place ? fold : self.fold(of: node.past)
      let verdict = judge(node, past, others.filter { $0.place != place && !node.past.contains($0.place) })
      entries.append(JudgedEvent(event: node.event, verdict: verdict, depth: node.depth))
      guard verdict.isValid, let act = act(of: node.event) else { continue }
      let answers = past.answers(of: node.event, act, place: place)
      valid.append((place, act, answers))
      fold.apply(node.event, act, place: place, past: node.past, answers)
      if node.event.act == .found { store = node.event.id }
      let ended = past.event(node.event.body.text("of") ?? "")
      if let end = RegistryEnd(node.event, place: place, of: ended, cutoffs: cutoffs) { ends.append(end) }
    }
    self.fold = fold
    now = Rights(fold)
    awaiting = fold.awaiting
  }

  /// Ends that an author who knew these heads did not know of.
  func ends(unknownTo heads: [String]) -> [RegistryEnd] {
    guard !ends.isEmpty, heads != self.heads else { return [] }
    let past = past(of: heads)
    return ends.filter { !past.contains($0.place) }
  }

  private func past(of heads: [String]) -> EventSet {
    var past = EventSet()
    for place in heads.compactMap({ graph.places[$0] }) {
      past.formUnion(graph.nodes[place].past)
      past.insert(place)
    }
    return past
  }

  /// What the registry said to an author who knew these heads; `nil` where one of them is not here.
  func rights(_ heads: [String]) -> Rights? {
    if heads == self.heads { return now }
    for head in heads {
      guard let place = graph.places[head], graph.nodes[place].missing == nil else { return nil }
    }
    return Rights(fold(of: past(of: heads)))
  }

  /// The first head that is not here.
  func unknown(_ heads: [String]) -> String? {
    heads.first { graph.places[$0] == nil } ?? heads.first
  }

  private func fold(of past: EventSet) -> Fold {
    var fold = Fold()
    for (place, act, answers) in valid where past.contains(place) {
      fold.apply(graph.nodes[place].event, act, place: place, past: graph.nodes[place].past, answers)
    }
    return fold
  }

  private func judge(_ node: Graph.Node, _ past: Fold, _ others: [RegistryEnd]) -> Verdict {
    let event = node.event
    guard event.format == Event.format, let act = act(of: event) else {
      return .pending(.newerProgram)
    }
    guard act.isWritten(in: "registry"), event.folder == "registry", event.registry.isEmpty else {
      return .rejected([.schema("case")])
    }
    if let fault = act.fault(in: event.body) { return .rejected([.schema(fault)]) }
    if let missing = node.missing { return .pending(.parent(missing)) }
    let unmet = RegistryRules(act: act, event: event, past: past).unmet
    guard unmet.isEmpty else { return .rejected(unmet) }
    return RegistryEnd.verdict(others, on: event) {
      RegistryRules(act: act, event: event, past: past, without: $0).unmet.isEmpty
    } ?? .valid
  }
}
