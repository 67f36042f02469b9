import ScoringCore
import SystemPackage

/// The bytes of a pack as they come from a file or a pipe, and the digest of those that were taken.
struct PackInput {
  private let read: () throws(StoreError) -> [UInt8]
  private var buffer: [UInt8] = []
  private var place = 0
  private var isDone = false
  private(set) var trailer = PackTrailer()

  /// Bytes asked for at a time.
  static let portion = 1 << 19

  /// - Parameter read: the next bytes, empty at the end.
  init(_ read: @escaping () throws(StoreError) -> [UInt8]) { self.read = read }

  /// - Parameter name: of the pack, as shown.
  init(_ file: Int32, _ files: any FileSystem, name: String) {
    self.init { () throws(StoreError) in
      do throws(Errno) { return try retrying(try files.read(file, Self.portion)) } catch { throw .reading(name, error) }
    }
  }

  private var available: Int { buffer.count - place }

  /// Sees to it that so many bytes are at hand, or all that are left.
  private mutating func fill(_ count: Int) throws(StoreError) {
    guard available < count, !isDone else { return }
    buffer.removeFirst(place)
    place = 0
    while buffer.count < count, !isDone {
      let part = try read()
      isDone = part.isEmpty
      buffer += part
    }
  }

  /// The next bytes, `nil` where there are fewer.
  /// - Parameter isCovered: whether the signature at the end is over them.
  mutating func take(_ count: Int, isCovered: Bool = true) throws(StoreError) -> ArraySlice<UInt8>? {
    try fill(count)
    guard available >= count else { return nil }
    let part = buffer[place..<place + count]
    place += count
    if isCovered { trailer.cover(part) }
    return part
  }

  /// The next bytes up to and with the second end of line; `nil` where there is none within `limit` bytes.
  mutating func twoLines(limit: Int) throws(StoreError) -> [UInt8]? {
    var length = 0
    var ends = 0
    while ends < 2, length < limit {
      try fill(length + 1)
      let rest = buffer[(place + length)...]
      guard !rest.isEmpty else { return nil }
      if let end = rest.firstIndex(of: 0x0A) {
        length = end + 1 - place
        ends += 1
      } else {
        length += rest.count
      }
    }
    guard ends == 2, length <= limit else { return nil }
    return try take(length).map(Array.init)
  }

  /// Whether what is at hand, however little, is the beginning of something that begins so.
  func beginsLike(_ beginning: [UInt8]) -> Bool { beginning.starts(with: buffer[place...].prefix(beginning.count)) }

  /// SHA-256 of all that is left.
  /// - Parameter progress: is told how many bytes were read.
  mutating func digest(_ progress: (Int) -> Void) throws(StoreError) -> String {
    while let part = try take(min(Self.portion, max(available, 1))) {
      _ = part
      progress(trailer.covered)
    }
    return Hexadecimal.text(trailer.digest)
  }

  var isAtEnd: Bool {
    mutating get throws(StoreError) {
      try fill(1)
      return available == 0
    }
  }
}
