/// What listens while an application is judged: nothing, or a tree that explains it.
///
/// The evaluator is generic over it, so that an explanation comes from the evaluation that decides and the fast path
/// pays for none of it: with the null recorder the closures are never called and no text is made.
protocol Recorder {
  mutating func enter(_ node: () -> Explanation)
  mutating func record(_ change: (inout Explanation) -> Void)
  mutating func leave()
}

struct NullRecorder: Recorder {
  @inline(__always) mutating func enter(_ node: () -> Explanation) {}
  @inline(__always) mutating func record(_ change: (inout Explanation) -> Void) {}
  @inline(__always) mutating func leave() {}
}

/// Builds the tree of an explanation.
struct TreeRecorder: Recorder {
  private var open: [Explanation] = []
  private(set) var root: Explanation?

  mutating func enter(_ node: () -> Explanation) {
    var node = node()
    if node.kind == .part, let parent = open.last {
      node.id = "\(parent.id).\(parent.children.count + 1)"
      node.citation = parent.citation
      node.layer = parent.layer
    }
    open.append(node)
  }

  mutating func record(_ change: (inout Explanation) -> Void) {
    guard let last = open.indices.last else { return }
    change(&open[last])
  }

  mutating func leave() {
    guard let node = open.popLast() else { return }
    if let parent = open.indices.last {
      open[parent].children.append(node)
    } else {
      root = node
    }
  }
}
