import Casework

/// Tests of the store write acts by their wire names.
extension ActName: ExpressibleByStringLiteral {
  package init(stringLiteral name: String) {
    guard let act = ActName(wire: name) else { preconditionFailure("there is no act \(name)") }
    self = act
  }
}
