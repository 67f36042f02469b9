import Synchronization

/// What the officer was asked about and has answered, for as long as the console is open.
final class AskedOnce: Sendable {
  private let known = Mutex<Set<String>>([])

  var files: Set<String> { known.withLock { $0 } }

  func forget() { known.withLock { $0 = [] } }

  func add(_ files: [String]) { known.withLock { $0.formUnion(files) } }
}
