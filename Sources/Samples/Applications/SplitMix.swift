/// The SplitMix64 generator (Steele, Lea, Flood 2014): small, fast, the same on every machine.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, index: UInt64) {
    state = seed &* 0xD134_2543_DE82_EF95 &+ index &* 0x9E37_79B9_7F4A_7C15
    // Mixed, or each index would go on with the numbers of the one before it.
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }

  /// From `low` to `high`, both included.
  mutating func int(_ low: Int, _ high: Int) -> Int {
    low + Int(next() % UInt64(high - low + 1))
  }

  /// True in `percent` of 100.
  mutating func chance(_ percent: Int) -> Bool { int(1, 100) <= percent }

  mutating func pick<T>(_ choices: [T]) -> T { choices[int(0, choices.count - 1)] }

  /// Near the middle of the range more often than at its ends.
  mutating func middling(_ low: Int, _ high: Int) -> Int {
    (int(low, high) + int(low, high) + int(low, high)) / 3
  }
}
