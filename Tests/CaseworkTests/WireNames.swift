@testable import Casework

/// Tests of the standard's tables write acts and questions by their wire names.
extension ActName: ExpressibleByStringLiteral {
  package init(stringLiteral name: String) {
    guard let act = ActName(wire: name) else { preconditionFailure("there is no act \(name)") }
    self = act
  }
}

extension Question: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let question = Question(text) else { preconditionFailure("\(text) names no question") }
    self = question
  }
}
