/// The lines of a text of one JSON document a line (NDJSON), without their ends: LF, or CR LF.
///
/// Empty lines are kept, so that the *n*-th element is line *n*; what follows the last LF is a line only if it is
/// not empty. The lines share the memory of the text.
public struct JSONLines: Sequence, IteratorProtocol {
  private let text: UnsafeRawBufferPointer
  private var offset = 0

  public init(_ text: UnsafeRawBufferPointer) {
    self.text = text
  }

  public mutating func next() -> UnsafeRawBufferPointer? {
    guard offset < text.count else { return nil }
    let start = offset
    var end = start
    while let word = word(at: end) {
      let lines = word ^ (JSONReader.ones &* 0x0A)
      let marks = (lines &- JSONReader.ones) & ~lines & JSONReader.tops
      if marks != 0 {
        end &+= marks.trailingZeroBitCount &>> 3
        break
      }
      end &+= 8
    }
    while end < text.count, text[end] != 0x0A { end &+= 1 }
    offset = end &+ 1
    if end > start, text[end &- 1] == 0x0D { end &-= 1 }
    return UnsafeRawBufferPointer(rebasing: text[start..<end])
  }

  private func word(at place: Int) -> UInt64? {
    place <= text.count &- 8
      ? UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self)) : nil
  }
}
