import Crypto
import Foundation
import ScoringCore
import SystemPackage

/// Makes a pack (Casework §11.5) out of files of a store, piece by piece: whatever the size of the pack or of a file in it,
/// a few pieces are in memory.
package struct PackWriter {
  package let head: PackHead
  /// Bytes that the whole pack will have.
  package let size: Int
  private let list: TravelList
  private let events: [UInt8]
  private let disk: Disk
  private let key: OfficerKey
  private let content: SymmetricKey

  /// - Parameters:
  ///   - list: what goes along, in its order.
  ///   - disk: where its paths begin.
  ///   - store: id of the store.
  ///   - isFromCopy: the store is a copy that was taken along.
  ///   - previous: id of the pack it follows.
  ///   - events: ids of the events since then, 64 hexadecimal digits each.
  /// - Throws: `badInput` where it is for nobody; `tooLarge` where it would have 4 GiB or more, with what to leave out;
  ///   `unsafePath` for a name that no pack takes.
  init(
    _ list: TravelList, on disk: Disk, store: String, by key: OfficerKey, for recipients: [PackRecipient],
    at moment: Timestamp, isFromCopy: Bool = false, previous: String? = nil, events: [String] = []
  ) throws(StoreError) {
    for file in list.files where !file.hasOwnName { throw .unsafe(file.path) }
    for file in list.files where file.size > Disk.fileLimit { throw .tooLarge(file.path, limit: Disk.fileLimit) }
    guard list.size <= PackHead.packLimit else { throw Self.tooLarge(list.size, list) }
    content = SymmetricKey(size: .bits256)
    let statement = PackHead.Statement(
      store: store, author: key.officer, at: moment.text, previous: previous, isFromCopy: isFromCopy,
      files: list.files.count, size: list.size, events: events.count)
    head = try PackHead(statement, for: recipients, content, by: key)
    self.list = list
    self.disk = disk
    self.key = key
    self.events = events.sorted().flatMap { Array($0.utf8) + [0x0A] }
    size = Self.size(head, list, events: self.events)
    guard size <= PackHead.packLimit else { throw Self.tooLarge(size, list) }
  }

  private static func eventsFile(_ events: [UInt8]) -> TravelFile? {
    guard !events.isEmpty else { return nil }
    return TravelFile(path: PackEntry.events, size: events.count, sha256: Hexadecimal.sha256(events))
  }

  private static func size(_ head: PackHead, _ list: TravelList, events: [UInt8]) -> Int {
    let files = list.files + (eventsFile(events).map { [$0] } ?? [])
    let text = files.reduce(0) { $0 + PackEntry.line($1).count + $1.size }
    let pieces = max((text + PackCipher.pieceSize - 1) / PackCipher.pieceSize, 1)
    return head.bytes.count + text + pieces * (PackCipher.frameSize + PackCipher.tagSize) + PackTrailer.size
  }

  /// Names the folders that take most of it.
  private static func tooLarge(_ size: Int, _ list: TravelList) -> StoreError {
    var folders: [String: Int] = [:]
    for file in list.files {
      let folder = components(file.path).prefix(4).joined(separator: "/")
      folders[folder, default: 0] += file.size
    }
    let most = folders.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(3)
    func mebibytes(_ size: Int) -> String { "\((size + (1 << 20) - 1) >> 20) MiB" }
    let zh = most.map { "\($0.key)（\(mebibytes($0.value))）" }.joined(separator: "、")
    let en = most.map { "\($0.key) (\(mebibytes($0.value)))" }.joined(separator: ", ")
    return StoreError(
      .tooLarge, "",
      Phrase(
        "整包要 \(mebibytes(size))，一个包须小于 4 GiB（4096 MiB，U 盘的 FAT 格式放不下更大的文件）：请少带几件、分几包带。最大的是\(zh)",
        "The pack would have \(mebibytes(size)); one has to be smaller than 4 GiB (4096 MiB, for FAT holds no larger file): leave some cases out and take them in another pack. The largest: \(en)"
      ))
  }

  /// Writes the whole pack.
  /// - Parameters:
  ///   - progress: is told how many bytes of `size` there are so far.
  ///   - output: takes the bytes, in order.
  /// - Returns: SHA-256 of the whole file.
  /// - Throws: what `output` throws; `damaged` where a file is not what the list says; what cannot be read.
  func write(
    progress: (Int) -> Void = { _ in }, _ output: (ArraySlice<UInt8>) throws(StoreError) -> Void
  ) throws(StoreError) -> String {
    var trailer = PackTrailer()
    var cipher = PackCipher(content, bindingTo: head.id)
    var text: [UInt8] = []
    func put(_ bytes: ArraySlice<UInt8>) throws(StoreError) {
      trailer.cover(bytes)
      try output(bytes)
      progress(trailer.covered)
    }
    func seal(_ part: ArraySlice<UInt8>, isLast: Bool) throws(StoreError) {
      let piece: [UInt8]
      do { piece = try cipher.seal(part, isLast: isLast) } catch {
        throw StoreError(.badInput, "", Phrase("加密失败", "The pack could not be sealed"))
      }
      try put(piece[...])
    }
    /// Takes more text; a piece is sealed when it is known not to be the last.
    func add(_ bytes: some Collection<UInt8>) throws(StoreError) {
      text += bytes
      var done = 0
      while text.count - done > PackCipher.pieceSize {
        try seal(text[done..<done + PackCipher.pieceSize], isLast: false)
        done += PackCipher.pieceSize
      }
      text.removeFirst(done)
    }
    try put(head.bytes[...])
    if let file = Self.eventsFile(events) {
      try add(PackEntry.line(file))
      try add(events)
    }
    for file in list.files {
      try add(PackEntry.line(file))
      var size = 0
      let sha = try disk.digest(file.path) { part throws(StoreError) in
        size += part.count
        try add(part)
      }
      guard sha == file.sha256, size == file.size else { throw Self.changed(file.path) }
    }
    try seal(text[...], isLast: true)
    let end = try trailer.signed(by: key)
    try output(end[...])
    progress(size)
    return trailer.whole(end)
  }

  private static func changed(_ path: String) -> StoreError {
    StoreError(
      .damaged, path,
      Phrase(
        "\(path)的内容与其哈希不符，或刚刚变了，没有制成包；用 tidu verify 查明后重做",
        "The content of \(path) does not fit its hash, or has changed just now; no pack was made. See tidu verify, then repeat"
      ))
  }
}

/// The end of a pack: the maker's signature over the digest of everything before it, 64 bytes.
struct PackTrailer {
  static let size = 64
  private var sha = SHA256()
  /// Bytes before it so far.
  private(set) var covered = 0

  mutating func cover(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { sha.update(bufferPointer: $0) }
    covered += bytes.count
  }

  var digest: SHA256.Digest { sha.finalize() }

  func signed(by key: OfficerKey) throws(StoreError) -> [UInt8] {
    Hexadecimal.bytes(try key.signature(of: PackHead.signedEnd(digest))) ?? []
  }

  /// SHA-256 of the whole file with this end.
  func whole(_ end: [UInt8]) -> String {
    var whole = sha
    whole.update(data: end)
    return Hexadecimal.text(whole.finalize())
  }
}
