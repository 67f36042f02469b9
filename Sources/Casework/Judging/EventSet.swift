/// A set of events by their places in a history, one bit each.
struct EventSet: Sendable, Hashable {
  private var words: [UInt64] = []
  private(set) var count = 0

  func contains(_ place: Int) -> Bool {
    let word = place >> 6
    return word < words.count && words[word] & (1 << UInt64(place & 63)) != 0
  }

  mutating func insert(_ place: Int) {
    let word = place >> 6
    while words.count <= word { words.append(0) }
    if words[word] & (1 << UInt64(place & 63)) == 0 {
      words[word] |= 1 << UInt64(place & 63)
      count += 1
    }
  }

  mutating func formUnion(_ other: EventSet) {
    while words.count < other.words.count { words.append(0) }
    for (index, word) in other.words.enumerated() { words[index] |= word }
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Whether every place of another set is in this one.
  func isSuperset(of other: EventSet) -> Bool {
    other.words.enumerated().allSatisfy { index, word in word & ~(index < words.count ? words[index] : 0) == 0 }
  }

  static let none = EventSet()

  /// Every place below `count`.
  init(below count: Int = 0) {
    words = Array(repeating: ~0, count: count >> 6)
    if count & 63 != 0 { words.append(1 << UInt64(count & 63) - 1) }
    self.count = count
  }
}
