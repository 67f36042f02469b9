import ScoringCore
import Synchronization

/// Ids of events whose signatures were checked before, by the folder they were seen in. An id is the hash of the whole
/// file, signature included, so what was true of it once is true for ever; kept in the officer's own folder, where nobody
/// else can add to it.
///
/// Of those that counted, one that is no longer in its folder is missed (Casework §9.7).
final class VerifiedEvents: Sendable {
  private typealias ID = SIMD4<UInt64>
  private static let magic = Array("tidu.verified/3\n".utf8)
  private static let name = "verified"
  private static let idLength = 32

  private struct Folder: Sendable {
    /// Signed by the key they name.
    var signed: Set<ID> = []
    /// Those of them that counted when the folder was read.
    var held: Set<ID> = []
  }

  /// A folder as the file has it: how many ids from a place on, those that counted first.
  private struct Record {
    var name: Range<Int>
    var held: Int
    var count: Int
    var ids: Int { name.upperBound }
    var end: Int { ids + count * VerifiedEvents.idLength }
  }

  private struct State: Sendable {
    var bytes: [UInt8] = []
    /// Where in `bytes` the folders' records begin, by the bytes of their names.
    var places: [Int] = []
    /// Folders that were looked at: what the file has of them holds no longer.
    var folders: [String: Folder] = [:]
    var isChanged = false
    /// Why what was known before is not known now.
    var trouble: Phrase?
    /// It could not be read, and may be another time: it is not written over.
    var isUnread = false

    /// The record that begins at a place; `nil` where none is whole.
    func record(at place: Int) -> Record? {
      bytes.withUnsafeBytes { raw in
        guard place + 12 <= raw.count else { return nil }
        let number = { (offset: Int) in
          Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: place + offset, as: UInt32.self)))
        }
        let start = place + 12
        let record = Record(name: start..<(start + number(0)), held: number(4), count: number(8))
        return record.held <= record.count && record.end <= raw.count ? record : nil
      }
    }

    func name(_ record: Record) -> String { String(decoding: bytes[record.name], as: UTF8.self) }

    /// What the file has of a folder.
    func record(of folder: String) -> Record? {
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        guard let record = record(at: places[middle]) else { return nil }
        let name = bytes[record.name]
        if name.elementsEqual(folder.utf8) { return record }
        if name.lexicographicallyPrecedes(folder.utf8) { low = middle + 1 } else { high = middle }
      }
      return nil
    }

    /// Changes a folder where it is.
    mutating func withFolder<T>(_ name: String, _ body: (inout Folder) -> T) -> T {
      if folders[name] == nil, let record = record(of: name) {
        let ids = ids(record)
        folders[name] = Folder(signed: Set(ids), held: Set(ids.prefix(record.held)))
      }
      return body(&folders[name, default: Folder()])
    }

    private func ids(_ record: Record) -> [ID] {
      bytes.withUnsafeBytes { raw in
        (0..<record.count).map { raw.loadUnaligned(fromByteOffset: record.ids + $0 * idLength, as: ID.self) }
      }
    }

    /// Records of folders that were not looked at, in order.
    var untouched: [Record] {
      places.compactMap { record(at: $0) }.filter { folders.isEmpty || folders[name($0)] == nil }
    }
  }

  /// Read when it is first asked for.
  private let state = Mutex<State?>(nil)
  private let own: OfficerFolder?
  private let place: String

  /// - Parameters:
  ///   - own: where the ids are kept; `nil` keeps them in memory alone.
  ///   - folder: in it.
  init(_ own: OfficerFolder?, in folder: String = "") {
    self.own = own
    place = folder
  }

  private func withState<T>(_ body: (inout State) -> T) -> T {
    state.withLock { state in
      var known = state ?? VerifiedEvents.read(own, place)
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
      guard state.folders[folder] != nil || state.record(of: folder) != nil else { return [ID]() }
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
        state.untouched.filter { $0.held > 0 }.map(state.name)
        + state.folders.filter { !$0.value.held.isEmpty }.map(\.key)
      return folders.filter { $0.hasPrefix(path + "/") }.sorted()
    }
  }
}

// MARK: on disk

extension VerifiedEvents {
  private static func read(_ own: OfficerFolder?, _ folder: String) -> State {
    var state = State()
    guard let own else { return state }
    let name = folder.isEmpty ? name : "\(folder)/\(name)"
    let bytes: [UInt8]?
    do throws(StoreError) { bytes = try own.disk.readIfPresent(name, limit: 1 << 30) } catch {
      state.isUnread = true
      state.trouble = Phrase(
        "\(error.message.zh)；其中记着本人见过哪些记录，这一次见过而不见了的看不出来",
        "\(error.message.en). It says what this officer has seen: what is gone since cannot be told now")
      return state
    }
    guard let bytes else { return state }
    let start = magic.count + 64
    guard bytes.count >= start, bytes.starts(with: magic),
      Hexadecimal.sha256(bytes[start...]).utf8.elementsEqual(bytes[(start - 64)..<start])
    else {
      let path = own.disk.shown(name)
      state.trouble = Phrase(
        "\(path)已损坏，已重新记起；此前见过而不见了的记录从它看不出来，请用 tidu verify 对照存证",
        "\(path) was damaged and is begun anew; what is gone of what was seen before it cannot tell: tidu verify goes by the checkpoints"
      )
      return state
    }
    state.bytes = bytes
    var place = start
    while let record = state.record(at: place) {
      state.places.append(place)
      place = record.end
    }
    return state
  }

  /// Why it does not know what it knew before; told once.
  func takeTrouble() -> Phrase? {
    withState { state in
      defer { state.trouble = nil }
      return state.trouble
    }
  }

  /// Keeps what is known; a failure costs time, and what it would have missed.
  func save() {
    guard let own else { return }
    let body = withState { state -> [UInt8]? in
      defer { state.isChanged = false }
      return state.isChanged && !state.isUnread ? VerifiedEvents.encoded(state) : nil
    }
    guard let body else { return }
    try? own.write(
      VerifiedEvents.magic + Array(Hexadecimal.sha256(body).utf8) + body, in: place, name: VerifiedEvents.name)
  }

  private static func encoded(_ state: State) -> [UInt8] {
    var body: [UInt8] = []
    func begin(_ name: String, held: Int, count: Int) {
      for number in [name.utf8.count, held, count] {
        withUnsafeBytes(of: UInt32(number).littleEndian) { body.append(contentsOf: $0) }
      }
      body += name.utf8
    }
    func take(_ name: String) {
      guard let folder = state.folders[name], !folder.signed.isEmpty else { return }
      begin(name, held: folder.held.count, count: folder.signed.count)
      for id in folder.held { withUnsafeBytes(of: id) { body.append(contentsOf: $0) } }
      for id in folder.signed where !folder.held.contains(id) {
        withUnsafeBytes(of: id) { body.append(contentsOf: $0) }
      }
    }
    var looked = state.folders.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }[...]
    for record in state.untouched {
      while let name = looked.first, name.utf8.lexicographicallyPrecedes(state.bytes[record.name]) {
        take(name)
        looked.removeFirst()
      }
      body += state.bytes[(record.name.lowerBound - 12)..<record.end]
    }
    looked.forEach(take)
    return body
  }
}
