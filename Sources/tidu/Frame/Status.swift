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
}

/// A sentence for the person at the keyboard and the status to leave with.
struct Complaint: Error {
  var status: Status
  var sentence: String

  init(_ status: Status, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }
}
