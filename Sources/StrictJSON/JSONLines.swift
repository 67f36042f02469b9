/// The lines of a text of one JSON document a line (NDJSON), without their ends: LF, or CR LF.
///
/// Empty lines are kept, so that the *n*-th element is line *n*; what follows the last LF is a line only if it is
/// not empty. The lines share the memory of the text.
public struct JSONLines: Sequence, IteratorProtocol {
  private let text: UnsafeRawBufferPointer
  private var offset = 0

  /// The lines of a text that must outlive them.
  public init(_ text: UnsafeRawBufferPointer) {
    self.text = text
  }

  /// The next line; `nil` after the last.
  public mutating func next() -> UnsafeRawBufferPointer? {
    guard offset < text.count else { return nil }
    let start = offset
    var end = start
    while end <= text.count &- 32,
      (lineFeeds(at: end) | lineFeeds(at: end &+ 8) | lineFeeds(at: end &+ 16) | lineFeeds(at: end &+ 24)) == 0
    {
      end &+= 32
    }
    while end < text.count, text[end] != 0x0A { end &+= 1 }
    offset = end &+ 1
    if end > start, text[end &- 1] == 0x0D { end &-= 1 }
    return UnsafeRawBufferPointer(rebasing: text[start..<end])
  }

  /// Not zero where one of the eight bytes from a place on is LF.
  @inline(__always)
  private func lineFeeds(at place: Int) -> UInt64 {
    let word = text.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ (JSONReader.ones &* 0x0A)
    return (word &- JSONReader.ones) & ~word & JSONReader.tops
  }
}
