import Glibc
import Synchronization
import SystemPackage

@testable import CaseStore

/// A disk in memory that keeps what was written apart from what is durable, counts every call, and can make any of
/// them fail or cut the power before it.
final class FakeFileSystem: FileSystem {
  enum Fault: Sendable, Hashable {
    case fails(Errno)
    /// Writes one byte of what was asked.
    case short
    /// Nothing works from here on.
    case powerCut
    /// Keeps another byte than it was given.
    case spoils
    /// The disk is taken away lazily: what is open stays so, and its path leads to an empty folder from here on.
    case takenAway
  }

  struct Node: Sendable {
    var isFolder: Bool
    var mode: UInt32 = 0o755
    var content: [UInt8] = []
    /// What of the content is on the platter; `nil` before the first sync.
    var durable: [UInt8]?
    var entries: [String: Int] = [:]
    var durableEntries: [String: Int] = [:]

    /// As it is after a sync.
    var hardened: Node {
      var node = self
      node.durable = content
      node.durableEntries = entries
      return node
    }
  }

  struct State: Sendable {
    var nodes: [Int: Node] = [1: Node(isFolder: true)]
    var handles: [Int32: (node: Int, offset: Int)] = [:]
    var nextNode = 2
    var nextHandle: Int32 = 100
    var calls: [String] = []
    var fault: (call: Int, fault: Fault)?
  }

  let state: Mutex<State>
  private let isLocal: Bool
  private let hasLinks: Bool

  /// - Parameters:
  ///   - isLocal: syncing everything is known to reach the disk; else it does nothing.
  ///   - hasLinks: false on FAT.
  init(_ state: State = State(), isLocal: Bool = true, hasLinks: Bool = true) {
    self.state = Mutex(state)
    self.isLocal = isLocal
    self.hasLinks = hasLinks
  }

  func setMode(_ file: Int32, _ mode: UInt32) throws(Errno) {
    try call("setMode") { state throws(Errno) in state.nodes[try Self.node(file, state)]?.mode = mode }
  }
  func hasDefaultACL(_ folder: Int32) -> Bool { false }
  func traits(_ folder: Int32) throws(Errno) -> FileSystemTraits {
    try call("traits") { _ in FileSystemTraits(kind: 0, freeBytes: .max, freeFiles: nil) }
  }
  func syncsAll(_ folder: Int32) -> Bool { isLocal }

  var calls: [String] { state.withLock { $0.calls } }

  /// Makes the call with this number (0 the next one from now) fail.
  func arm(_ call: Int, _ fault: Fault) {
    state.withLock { $0.fault = ($0.calls.count + call, fault) }
  }

  func heal() { state.withLock { $0.fault = nil } }

  private func call<T>(_ name: String, _ body: (inout State) throws(Errno) -> T) throws(Errno) -> T {
    let result: Result<T, Errno> = state.withLock { state in
      let number = state.calls.count
      state.calls.append(name)
      if let fault = state.fault {
        switch fault.fault {
        case .fails(let errno) where fault.call == number: return .failure(errno)
        case .powerCut where number >= fault.call: return .failure(.ioError)
        default: break
        }
      }
      do throws(Errno) { return .success(try body(&state)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private static func open(_ node: Int, _ state: inout State) -> Int32 {
    state.nextHandle += 1
    state.handles[state.nextHandle] = (node, 0)
    return state.nextHandle
  }

  private static func node(_ handle: Int32, _ state: State) throws(Errno) -> Int {
    guard let open = state.handles[handle] else { throw .badFileDescriptor }
    return open.node
  }

  private static func entry(_ name: String, _ folder: Int32, _ state: State) throws(Errno) -> Int {
    let above = try node(folder, state)
    if name == "." { return above }
    guard let id = state.nodes[above]?.entries[name] else { throw .noSuchFileOrDirectory }
    return id
  }

  func openFolder(path: String) throws(Errno) -> Int32 {
    try call("openRoot") { state throws(Errno) in
      var id = 1
      if let fault = state.fault, fault.fault == .takenAway, state.calls.count > fault.call {
        id = state.nextNode
        state.nextNode += 1
        state.nodes[id] = Node(isFolder: true)
        return Self.open(id, &state)
      }
      // A relative path is the root itself.
      for name in path.hasPrefix("/") ? components(path) : [] {
        guard let next = state.nodes[id]?.entries[name] else { throw .noSuchFileOrDirectory }
        id = next
      }
      return Self.open(id, &state)
    }
  }

  func openFolder(_ name: String, in folder: Int32) throws(Errno) -> Int32 {
    try call("openFolder \(name)") { state throws(Errno) in
      let id = try Self.entry(name, folder, state)
      guard state.nodes[id]?.isFolder == true else { throw .notDirectory }
      return Self.open(id, &state)
    }
  }

  private func add(_ node: Node, _ name: String, _ folder: Int32, _ state: inout State) throws(Errno)
    -> Int
  {
    let parent = try Self.node(folder, state)
    guard state.nodes[parent]?.entries[name] == nil else { throw .fileExists }
    let id = state.nextNode
    state.nextNode += 1
    state.nodes[id] = node
    state.nodes[parent]?.entries[name] = id
    return id
  }

  func makeFolder(_ name: String, in folder: Int32, mode: UInt32) throws(Errno) {
    try call("makeFolder \(name)") { state throws(Errno) in
      _ = try self.add(Node(isFolder: true, mode: mode), name, folder, &state)
    }
  }

  func create(_ name: String, in folder: Int32, mode: UInt32) throws(Errno) -> Int32 {
    try call("create") { state throws(Errno) in
      Self.open(try self.add(Node(isFolder: false, mode: mode), name, folder, &state), &state)
    }
  }

  func open(_ name: String, in folder: Int32) throws(Errno) -> Int32 {
    try call("open \(name)") { state throws(Errno) in
      Self.open(try Self.entry(name, folder, state), &state)
    }
  }

  func status(_ file: Int32) throws(Errno) -> FileStatus {
    try call("status") { state throws(Errno) in
      let node = state.nodes[try Self.node(file, state)]
      return FileStatus(
        kind: node?.isFolder == true ? .folder : .file, size: node?.content.count ?? 0, modified: 0,
        mode: node?.mode ?? 0, owner: getuid())
    }
  }

  func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
    try call("write") { state throws(Errno) in
      let id = try Self.node(file, state)
      var part = bytes
      if let fault = state.fault, fault.fault == .short, fault.call == state.calls.count - 1 {
        part = bytes.prefix(1)
      }
      if let fault = state.fault, fault.fault == .spoils, fault.call == state.calls.count - 1, let first = part.first {
        part[part.startIndex] = first ^ 1
      }
      state.nodes[id]?.content += part
      return part.count
    }
  }

  func read(_ file: Int32, _ count: Int) throws(Errno) -> [UInt8] {
    try call("read") { state throws(Errno) in
      guard let open = state.handles[file], let node = state.nodes[open.node] else {
        throw .badFileDescriptor
      }
      let part = Array(node.content.dropFirst(open.offset).prefix(count))
      state.handles[file]?.offset += part.count
      return part
    }
  }

  func sync(_ file: Int32) throws(Errno) {
    try call("sync") { state throws(Errno) in
      let id = try Self.node(file, state)
      state.nodes[id] = state.nodes[id]?.hardened
    }
  }

  func syncAll(_ folder: Int32) throws(Errno) {
    try call("syncAll") { state in
      if self.isLocal { state.nodes = state.nodes.mapValues(\.hardened) }
    }
  }

  func close(_ file: Int32) throws(Errno) {
    try call("close") { state in state.handles[file] = nil }
  }

  func link(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32) throws(Errno) {
    try call("link \(newName)") { state throws(Errno) in
      guard self.hasLinks else { throw .notPermitted }
      let id = try Self.entry(name, folder, state)
      let parent = try Self.node(newFolder, state)
      guard state.nodes[parent]?.entries[newName] == nil else { throw .fileExists }
      state.nodes[parent]?.entries[newName] = id
    }
  }

  func rename(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32)
    throws(Errno)
  {
    try call("rename \(newName)") { state throws(Errno) in
      let id = try Self.entry(name, folder, state)
      let (from, to) = (try Self.node(folder, state), try Self.node(newFolder, state))
      state.nodes[from]?.entries[name] = nil
      state.nodes[to]?.entries[newName] = id
    }
  }

  func remove(_ name: String, in folder: Int32) throws(Errno) {
    try call("remove") { state throws(Errno) in
      let id = try Self.entry(name, folder, state)
      guard state.nodes[id]?.isFolder == false else { throw .isDirectory }
      let parent = try Self.node(folder, state)
      state.nodes[parent]?.entries[name] = nil
    }
  }

  func removeFolder(_ name: String, in folder: Int32) throws(Errno) {
    try call("removeFolder") { state throws(Errno) in
      let id = try Self.entry(name, folder, state)
      guard state.nodes[id]?.isFolder == true else { throw .notDirectory }
      guard state.nodes[id]?.entries.isEmpty == true else { throw .directoryNotEmpty }
      let parent = try Self.node(folder, state)
      state.nodes[parent]?.entries[name] = nil
    }
  }

  func forget(_ file: Int32) {}

  func lock(_ file: Int32) throws(Errno) { try call("lock") { _ in } }

  func entries(in folder: Int32) throws(Errno) -> [FolderEntry] {
    try call("names") { state throws(Errno) in
      (state.nodes[try Self.node(folder, state)]?.entries ?? [:]).map { name, id in
        FolderEntry(name: name, kind: state.nodes[id]?.isFolder == true ? .folder : .file)
      }
    }
  }

  func status(_ name: String, in folder: Int32) throws(Errno) -> FileStatus {
    try call("status") { state throws(Errno) in
      let id = try Self.entry(name, folder, state)
      let node = state.nodes[id]
      return FileStatus(
        kind: node?.isFolder == true ? .folder : .file, size: node?.content.count ?? 0, modified: 0,
        inode: UInt64(id), mode: node?.mode ?? 0, owner: getuid())
    }
  }
}

extension FakeFileSystem {
  /// Every disk that a loss of power at this moment may leave: each unsynced name there or not, each unsynced file
  /// empty, cut in half, full of zeros or whole.
  /// - Parameter most: of more disks than this so many are taken, evenly.
  func survivors(most: Int = .max) -> [FakeFileSystem] {
    let now = state.withLock { $0 }
    typealias Change = (inout State) -> Void
    var choices: [[Change]] = []
    for (id, node) in now.nodes.sorted(by: { $0.key < $1.key }) {
      if node.isFolder {
        for name in Set(node.entries.keys).union(node.durableEntries.keys).sorted()
        where node.entries[name] != node.durableEntries[name] {
          choices.append(
            [node.entries[name], node.durableEntries[name]].map { target in
              { state in state.nodes[id]?.entries[name] = target }
            })
        }
      } else if node.durable != node.content {
        let half = Array(node.content.prefix(node.content.count / 2))
        let zeros = [UInt8](repeating: 0, count: node.content.count)
        choices.append(
          [[], half, zeros, node.content].map { content in
            { state in state.nodes[id]?.content = content }
          })
      }
    }
    var states = [now]
    for choice in choices {
      states = states.flatMap { state in
        choice.map { change in
          var next = state
          change(&next)
          return next
        }
      }
    }
    let stride = max(1, states.count / most)
    return states.enumerated().filter { $0.offset % stride == 0 }.map { _, state in
      var fresh = State()
      fresh.nodes = state.nodes.mapValues(\.hardened)
      fresh.nextNode = state.nextNode
      return FakeFileSystem(fresh, isLocal: isLocal, hasLinks: hasLinks)
    }
  }
}

extension FakeFileSystem {
  /// Files that can be reached.
  var fileCount: Int {
    state.withLock { state in
      func count(_ id: Int) -> Int {
        (state.nodes[id]?.entries.values ?? [:].values).reduce(state.nodes[id]?.isFolder == false ? 1 : 0) {
          $0 + count($1)
        }
      }
      return count(1)
    }
  }

  /// Descriptors that were not closed.
  var openCount: Int { state.withLock { $0.handles.count } }
}
