import ScoringCore
import Synchronization

/// Ids of events whose signatures were checked before. An id is the hash of the whole file, signature included, so
/// what was true of it once is true for ever; kept in the officer's own folder, where nobody else can add to it.
final class VerifiedEvents: Sendable {
  private typealias ID = SIMD4<UInt64>
  private static let magic = Array("tidu.verified/1\n".utf8)
  private static let name = "verified"

  private struct State: Sendable {
    var ids: Set<ID> = []
    var isChanged = false
  }
  /// Read when it is first asked for.
  private let state = Mutex<State?>(nil)
  private let own: OfficerFolder?

  /// - Parameter own: where the ids are kept; `nil` keeps them in memory alone.
  init(_ own: OfficerFolder?) { self.own = own }

  private func withState<T>(_ body: (inout State) -> T) -> T {
    state.withLock { state in
      var known = state ?? read()
      state = nil  // so that the set is changed where it is
      defer { state = known }
      return body(&known)
    }
  }

  private func read() -> State {
    var state = State()
    let bytes = (try? own?.disk.readIfPresent(VerifiedEvents.name, limit: 1 << 30)) ?? nil
    let start = VerifiedEvents.magic.count + 64
    if let bytes, bytes.count >= start, bytes.starts(with: VerifiedEvents.magic),
      Hexadecimal.sha256(bytes[start...]).utf8.elementsEqual(bytes[(start - 64)..<start])
    {
      bytes.withUnsafeBytes { raw in
        state.ids.reserveCapacity((raw.count - start) / 32)
        for offset in stride(from: start, to: raw.count - 31, by: 32) {
          state.ids.insert(raw.loadUnaligned(fromByteOffset: offset, as: ID.self))
        }
      }
    }
    return state
  }

  private static func id(_ hex: String) -> ID? {
    guard let bytes = Hexadecimal.bytes(hex), bytes.count == 32 else { return nil }
    return bytes.withUnsafeBytes { $0.loadUnaligned(as: ID.self) }
  }

  /// Whether the event is signed by the key it names.
  func isSigned(_ event: EventFile) -> Bool {
    guard let id = VerifiedEvents.id(event.id) else { return false }
    if withState({ $0.ids.contains(id) }) { return true }
    guard event.isSigned else { return false }
    add(event.id)
    return true
  }

  func add(_ hex: String) {
    guard let id = VerifiedEvents.id(hex) else { return }
    withState { state in
      if state.ids.insert(id).inserted { state.isChanged = true }
    }
  }

  /// Keeps what is known; a failure costs time and nothing else.
  func save() {
    guard let own else { return }
    let ids = withState { state -> Set<ID>? in
      defer { state.isChanged = false }
      return state.isChanged ? state.ids : nil
    }
    guard let ids else { return }
    var body: [UInt8] = []
    body.reserveCapacity(ids.count * 32)
    for id in ids { withUnsafeBytes(of: id) { body.append(contentsOf: $0) } }
    try? own.write(
      VerifiedEvents.magic + Array(Hexadecimal.sha256(body).utf8) + body, name: VerifiedEvents.name)
  }
}
