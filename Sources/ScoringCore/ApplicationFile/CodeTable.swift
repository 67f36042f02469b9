internal import StrictJSON

/// A set of codes, each standing for a value.
struct CodeTable<Value: Sendable>: Sendable {
  let keys: JSONKeys
  let values: [Value]

  init(_ pairs: [(String, Value)]) {
    keys = JSONKeys(pairs.map(\.0))
    values = pairs.map(\.1)
  }
}

extension CodeTable where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  init() {
    self.init(Value.allCases.map { ($0.rawValue, $0) })
  }
}
