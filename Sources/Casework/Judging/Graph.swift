/// The events of one folder in causal order: depth is computed here and never claimed; ties by id.
struct Graph {
  struct Node {
    var event: Event
    /// Longest way from an event without parents, 0 …
    var depth: Int
    /// Places of everything it rests on, without itself.
    var past: EventSet
    /// A parent, or a parent's parent, that is not here.
    var missing: String?
  }

  private(set) var nodes: [Node] = []
  private(set) var places: [String: Int] = [:]

  /// - Parameter events: in any order; the same event twice counts once.
  init(_ events: some Sequence<Event>) {
    var byID: [String: Event] = [:]
    for event in events { byID[event.id] = event }
    var depths: [String: Int] = [:]
    for event in byID.values { Graph.depth(of: event.id, byID, &depths) }
    let order = byID.values.sorted {
      (depths[$0.id] ?? 0, $0.id) < (depths[$1.id] ?? 0, $1.id)
    }
    nodes.reserveCapacity(order.count)
    for event in order { append(event) }
  }

  /// Ids no other event here names as a parent, sorted.
  var heads: [String] {
    var seen = Set<String>()
    for node in nodes { seen.formUnion(node.event.parents) }
    return nodes.map(\.event.id).filter { !seen.contains($0) }.sorted()
  }

  /// Adds an event all of whose parents that are here came before.
  mutating func append(_ event: Event) {
    var node = Node(event: event, depth: 0, past: EventSet(), missing: nil)
    for parent in event.parents {
      guard let place = places[parent] else {
        node.missing = node.missing ?? parent
        continue
      }
      node.depth = max(node.depth, nodes[place].depth + 1)
      node.missing = node.missing ?? nodes[place].missing
      if node.past.count != nodes.count {
        node.past.formUnion(nodes[place].past)
        node.past.insert(place)
      }
    }
    places[event.id] = nodes.count
    nodes.append(node)
  }

  /// Without recursion: a history may be long.
  private static func depth(of id: String, _ events: [String: Event], _ depths: inout [String: Int]) {
    var stack = [id]
    while let top = stack.last {
      guard depths[top] == nil, let event = events[top] else {
        stack.removeLast()
        continue
      }
      let parents = event.parents.filter { events[$0] != nil }
      let unknown = parents.filter { depths[$0] == nil }
      if unknown.isEmpty {
        depths[top] = (parents.compactMap { depths[$0] }.max() ?? -1) + 1
        stack.removeLast()
      } else {
        stack += unknown
      }
    }
  }
}
