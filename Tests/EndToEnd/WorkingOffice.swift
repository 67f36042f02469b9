import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// A store that a test writes in, with the keys of all its officers on one computer.
protocol WorkingOffice {
  /// Folder of the store and of the officers' own folders.
  var folder: String { get }
}

extension WorkingOffice {
  var store: String { folder + "/store" }

  private func environment(_ officer: String, _ day: String) -> [String: String] {
    ["XDG_DATA_HOME": folder + "/own", "TIDU_OFFICER": officer, "TIDU_TODAY": day]
  }

  /// The console of one officer on a day, on its Overview with all cases read.
  func console(
    of officer: String, on day: String, columns: Int = 120, rows: Int = 40, language: String = "zh",
    also: [String: String] = [:]
  ) throws -> ConsoleSession {
    let session = try ConsoleSession(
      ["--store", store, "--lang", language], columns: columns, rows: rows,
      environment: environment(officer, day).merging(also) { _, new in new })
    try session.pty.wait(for: "the Overview with all cases") {
      $0.lines[0].contains(day) && !$0.lines[0].contains(language == "zh" ? "载入" : "loading")
    }
    session.pty.settle(milliseconds: 150)
    return session
  }

  /// One command as an officer; its lines of JSON.
  /// - Parameter statuses: it may leave with one of these.
  @discardableResult
  func run(
    _ arguments: [String], as officer: String, on day: String, expects statuses: Set<Int32> = [0]
  ) throws -> [JSONValue] {
    let outcome = try Command(
      arguments + ["--store", store, "--format", "json", "--lang", "zh"], home: folder,
      environment: environment(officer, day)
    ).outcome()
    #expect(statuses.contains(outcome.status), "\(arguments): \(outcome.errors)")
    return try outcome.lines.map { try JSONValue(parsing: $0.utf8) }
  }
}
