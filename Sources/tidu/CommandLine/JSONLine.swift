internal import StrictJSON

/// One line of NDJSON made of a value.
struct JSONLine {
  private(set) var bytes: [UInt8] = []

  mutating func object(_ value: JSONValue) {
    bytes += value.canonicalBytes + [0x0A]
  }

  mutating func object(_ members: KeyValuePairs<String, String>) {
    object(.object(members.map { JSONValue.Member($0.key, .string($0.value)) }))
  }
}
