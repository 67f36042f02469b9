import Foundation
import Glibc

/// Counts the faults that a test makes. `make faults` sets `FAULTS=all`, so that every call has its turn, and adds up
/// what `FAULTS_REPORT` names; else only every so many calls have one, that `make test` stays short.
final class FaultTally {
  private let what: String
  /// So far.
  private(set) var count = 0

  init(_ what: String) { self.what = what }

  /// From one call that has its turn to the next.
  /// - Parameter stride: in `make test`.
  static func step(_ stride: Int) -> Int { isWhole ? 1 : stride }

  private static let isWhole = ProcessInfo.processInfo.environment["FAULTS"] == "all"

  func tried(_ count: Int = 1) { self.count += count }

  deinit {
    guard let report = ProcessInfo.processInfo.environment["FAULTS_REPORT"] else { return }
    let line = Array("\(what): \(count) tried\n".utf8)
    let file = open(report, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    guard file >= 0 else { return }
    // One write a line: tests run beside each other.
    _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
  }
}
