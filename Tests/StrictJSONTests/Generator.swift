import StrictJSON

/// Random trees from a seed.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func string() -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\u{0}", "é", "好", "😀", "\u{7F}", "\u{2028}", "z", "/",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<below(13) { text.append(scalars[below(scalars.count)]) }
    return String(text)
  }

  mutating func value(depth: Int) -> JSONValue {
    switch below(depth > 0 ? 7 : 5) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2: return .integer(Int64(below(2_000_001)) - 1_000_000)
    case 3, 4: return .string(string())
    case 5:
      var items: [JSONValue] = []
      for _ in 0..<below(5) { items.append(value(depth: depth - 1)) }
      return .array(items)
    default:
      var keys: Set<String> = []
      for _ in 0..<below(5) { keys.insert(string()) }
      var members: [JSONValue.Member] = []
      for key in keys.sorted() { members.append(JSONValue.Member(key, value(depth: depth - 1))) }
      return .object(members)
    }
  }
}
