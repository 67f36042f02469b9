import ScoringCore
import StrictJSON

/// The officers, keys, roles and settings of a store: the fold of the events under `registry/`.
public struct Registry: Sendable {
  public private(set) var entries: [Entry] = []
  /// Ids no other registry event names as a parent, sorted.
  public private(set) var heads: [String] = []
  /// What all of it together says.
  public private(set) var now = Rights()
  /// Proposals that count only when another has approved them, in causal order: officers, settings, root supervisors.
  public private(set) var awaiting: [Event] = []
  /// Id of the founding event, which is the id of the store; `nil` of an empty registry.
  public private(set) var store: String?
  private var graph = Graph([])
  private var valid: [(place: Int, answers: [(String, Answer)])] = []

  /// - Parameter events: whole, canonical and signed by the keys they name, in any order.
  public init(_ events: some Sequence<Event>) {
    graph = Graph(events)
    heads = graph.heads
    var fold = Fold()
    for (place, node) in graph.nodes.enumerated() {
      let past = node.past.count == place ? fold : self.fold(node.past)
      let verdict = judge(node, past)
      entries.append(Entry(event: node.event, verdict: verdict, depth: node.depth))
      guard verdict.isValid else { continue }
      let answers = past.answers(of: node.event, place: place)
      valid.append((place, answers))
      fold.apply(node.event, place: place, past: node.past, answers)
      if node.event.kind == "found" { store = node.event.id }
    }
    now = Rights(fold)
    awaiting = fold.awaiting
  }

  /// What the registry said to an author who knew these heads; `nil` where one of them is not here.
  func rights(_ heads: [String]) -> Rights? {
    if heads == self.heads { return now }
    var past = EventSet()
    for head in heads {
      guard let place = graph.places[head], graph.nodes[place].missing == nil else { return nil }
      past.formUnion(graph.nodes[place].past)
      past.insert(place)
    }
    return Rights(fold(past))
  }

  /// The first head that is not here.
  func unknown(_ heads: [String]) -> String? {
    heads.first { graph.places[$0] == nil } ?? heads.first
  }

  private func fold(_ past: EventSet) -> Fold {
    var fold = Fold()
    for (place, answers) in valid where past.contains(place) {
      fold.apply(graph.nodes[place].event, place: place, past: graph.nodes[place].past, answers)
    }
    return fold
  }

  private func judge(_ node: Graph.Node, _ past: Fold) -> Verdict {
    let event = node.event
    guard event.format == Event.format, let kind = Kind.named(event.kind) else {
      return .pending(.newerProgram)
    }
    guard kind.place == .registry, event.folder == "registry", event.registry.isEmpty else {
      return .rejected([.schema("case")])
    }
    if let fault = kind.fault(in: event.body) { return .rejected([.schema(fault)]) }
    if let missing = node.missing { return .pending(.parent(missing)) }
    let unmet = RegistryRules(event: event, past: past).unmet
    return unmet.isEmpty ? .valid : .rejected(unmet)
  }
}

/// An event with what it counts for.
public struct Entry: Sendable, Hashable, Identifiable {
  public var event: Event
  public var verdict: Verdict
  /// Longest way from an event without parents, 0 …
  public var depth: Int

  public var id: String { event.id }
}
