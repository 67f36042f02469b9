import ScoringCore
import Synchronization

/// Ids of events whose signatures were checked before, by the folder they were seen in. An id is the hash of the whole
/// file, signature included, so what was true of it once is true for ever; kept in the officer's own folder, where nobody
/// else can add to it.
///
/// Of those that counted, one that is no longer in its folder is missed (Casework §9.7).
final class VerifiedEvents: Sendable {
  private typealias ID = SIMD4<UInt64>
  private static let magic = Array("tidu.verified/2\n".utf8)
  private static let name = "verified"
  private static let idLength = 32

  private struct Folder: Sendable {
    /// Signed by the key they name.
    var signed: Set<ID> = []
    /// Those of them that counted when the folder was read.
    var held: Set<ID> = []
  }

  /// A folder as the file has it, not looked at yet: how many ids from a place on, those that counted first.
  private struct Packed: Sendable {
    var start: Int
    var held: Int
    var count: Int
  }

  private struct State: Sendable {
    var bytes: [UInt8] = []
    var packed: [String: Packed] = [:]
    var folders: [String: Folder] = [:]
    var isChanged = false

    /// Changes a folder where it is.
    mutating func withFolder<T>(_ name: String, _ body: (inout Folder) -> T) -> T {
      if let packed = packed.removeValue(forKey: name) {
        let ids = ids(packed)
        folders[name] = Folder(signed: Set(ids), held: Set(ids.prefix(packed.held)))
      }
      return body(&folders[name, default: Folder()])
    }

    private func ids(_ packed: Packed) -> [ID] {
      bytes.withUnsafeBytes { raw in
        (0..<packed.count).map { raw.loadUnaligned(fromByteOffset: packed.start + $0 * idLength, as: ID.self) }
      }
    }
  }

  /// Read when it is first asked for.
  private let state = Mutex<State?>(nil)
  private let own: OfficerFolder?

  /// - Parameter own: where the ids are kept; `nil` keeps them in memory alone.
  init(_ own: OfficerFolder?) { self.own = own }

  private func withState<T>(_ body: (inout State) -> T) -> T {
    state.withLock { state in
      var known = state ?? VerifiedEvents.read(own)
      state = nil  // so that the sets are changed where they are
      defer { state = known }
      return body(&known)
    }
  }

  private static func id(_ hex: String) -> ID? {
    guard let bytes = Hexadecimal.bytes(hex), bytes.count == idLength else { return nil }
    return bytes.withUnsafeBytes { $0.loadUnaligned(as: ID.self) }
  }

  /// Whether the event is signed by the key it names.
  /// - Parameter folder: where it lies.
  func isSigned(_ event: EventFile, in folder: String) -> Bool {
    guard let id = VerifiedEvents.id(event.id) else { return false }
    if withState({ $0.withFolder(folder) { $0.signed.contains(id) } }) { return true }
    guard event.isSigned else { return false }
    withState { state in
      state.isChanged = true
      state.withFolder(folder) { _ = $0.signed.insert(id) }
    }
    return true
  }

  /// Events of a folder that count: one that is gone later is missed.
  func hold(_ ids: some Sequence<String>, in folder: String) {
    let ids = ids.compactMap(VerifiedEvents.id)
    withState { state in
      let isNew = state.withFolder(folder) { folder in
        let new = ids.filter { !folder.held.contains($0) }
        folder.held.formUnion(new)
        folder.signed.formUnion(new)
        return !new.isEmpty
      }
      if isNew { state.isChanged = true }
    }
  }

  /// Ids of events that counted in a folder and are not there, sorted.
  /// - Parameter present: ids of those that are.
  func missing(in folder: String, present: some Sequence<String>) -> [String] {
    let gone = withState { state in
      guard state.packed[folder] != nil || state.folders[folder] != nil else { return [ID]() }
      return state.withFolder(folder) { folder in
        folder.held.isEmpty ? [] : Array(folder.held.subtracting(present.compactMap(VerifiedEvents.id)))
      }
    }
    return gone.map { id in withUnsafeBytes(of: id) { Hexadecimal.text(Array($0)) } }.sorted()
  }

  /// Folders below a path of which something counted, sorted.
  func folders(below path: String) -> [String] {
    withState { state in
      let folders =
        state.packed.filter { $0.value.held > 0 }.map(\.key)
        + state.folders.filter { !$0.value.held.isEmpty }.map(\.key)
      return folders.filter { $0.hasPrefix(path + "/") }.sorted()
    }
  }
}

// MARK: on disk

extension VerifiedEvents {
  private static func read(_ own: OfficerFolder?) -> State {
    var state = State()
    let bytes = (try? own?.disk.readIfPresent(name, limit: 1 << 30)) ?? nil
    let start = magic.count + 64
    guard let bytes, bytes.count >= start, bytes.starts(with: magic),
      Hexadecimal.sha256(bytes[start...]).utf8.elementsEqual(bytes[(start - 64)..<start])
    else { return state }
    state.bytes = bytes
    bytes.withUnsafeBytes { raw in
      var place = start
      while place + 12 <= raw.count {
        let number = { (offset: Int) in
          Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: place + offset, as: UInt32.self)))
        }
        let (length, held, count) = (number(0), number(4), number(8))
        let first = place + 12 + length
        guard held <= count, first + count * idLength <= raw.count else { return }
        let name = String(decoding: raw[(place + 12)..<first], as: UTF8.self)
        state.packed[name] = Packed(start: first, held: held, count: count)
        place = first + count * idLength
      }
    }
    return state
  }

  /// Keeps what is known; a failure costs time, and what it would have missed.
  func save() {
    guard let own else { return }
    let body = withState { state -> [UInt8]? in
      defer { state.isChanged = false }
      return state.isChanged ? VerifiedEvents.encoded(state) : nil
    }
    guard let body else { return }
    try? own.write(
      VerifiedEvents.magic + Array(Hexadecimal.sha256(body).utf8) + body, name: VerifiedEvents.name)
  }

  private static func encoded(_ state: State) -> [UInt8] {
    var body: [UInt8] = []
    func begin(_ name: String, held: Int, count: Int) {
      for number in [name.utf8.count, held, count] {
        withUnsafeBytes(of: UInt32(number).littleEndian) { body.append(contentsOf: $0) }
      }
      body += name.utf8
    }
    for (name, packed) in state.packed {
      begin(name, held: packed.held, count: packed.count)
      body += state.bytes[packed.start..<(packed.start + packed.count * idLength)]
    }
    for (name, folder) in state.folders {
      begin(name, held: folder.held.count, count: folder.signed.count)
      for id in folder.held { withUnsafeBytes(of: id) { body.append(contentsOf: $0) } }
      for id in folder.signed where !folder.held.contains(id) {
        withUnsafeBytes(of: id) { body.append(contentsOf: $0) }
      }
    }
    return body
  }
}
