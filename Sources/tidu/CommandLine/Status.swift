internal import ArgumentParser

/// What the program leaves with.
enum Status: Int32 {
  case done = 0
  /// The answer is no, where a command documents it.
  case no = 1
  case usage = 2
  case badInput = 3
  case storeTrouble = 4
  case notPermitted = 5

  var code: ExitCode { ExitCode(rawValue) }

  /// The graver of what happened decides how the program leaves.
  mutating func note(_ other: Status) {
    let order: [Status] = [.done, .notPermitted, .usage, .badInput, .storeTrouble]
    if (order.firstIndex(of: other) ?? 0) > (order.firstIndex(of: self) ?? 0) { self = other }
  }
}
