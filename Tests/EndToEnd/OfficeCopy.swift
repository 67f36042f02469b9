import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// A copy of the demonstration's store with the keys of all its officers, for a test that writes in it.
///
/// The program itself made it: `tidu demo` is opened once and its folder kept.
final class OfficeCopy: WorkingOffice {
  let folder: String

  /// The day of the demonstration.
  static let today = "2026-04-15"

  private static let master = Result { () throws -> String in
    let kept = NSTemporaryDirectory() + "tidu-office-\(ProcessInfo.processInfo.processIdentifier)"
    let session = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"])
    // The office is made before the first drawing, which on a loaded machine takes its time.
    try session.pty.wait(for: "换一块", seconds: 300)
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: session.home) where name.hasPrefix("tidu-demo-") {
      try files.copyItem(atPath: session.home + "/" + name, toPath: kept)
    }
    return kept
  }

  init() throws {
    folder = NSTemporaryDirectory() + "tidu-office-copy-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: try Self.master.get(), toPath: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The console of one officer, on the day of the demonstration.
  func console(
    of officer: String, language: String = "zh", also: [String: String] = [:]
  ) throws -> ConsoleSession {
    try console(of: officer, on: Self.today, language: language, also: also)
  }

  /// The console of an officer with a case opened on its Breakdown, found by its id.
  func console(
    of officer: String, at id: String, on day: String = today, language: String = "zh"
  ) throws -> ConsoleSession {
    let session = try console(of: officer, on: day, language: language)
    try session.open(id, language: language)
    return session
  }

  /// One command of the demonstration's visitor, or of another officer, on its day.
  @discardableResult
  func run(
    _ arguments: [String], as officer: String = "demo", expects statuses: Set<Int32> = [0]
  ) throws -> [JSONValue] {
    try run(arguments, as: officer, on: Self.today, expects: statuses)
  }

  /// Every case of the demonstration's province.
  func rows() throws -> [JSONValue] {
    try run(["queue"]).filter { $0["authority"] == "370000" }
  }

  func row(_ id: String) throws -> JSONValue? { try rows().first { $0["case"]?.string == id } }

  /// The id of a case in a state, of an officer where one is named.
  func find(
    _ state: CaseState, of officer: String? = nil, where fits: (JSONValue) -> Bool = { _ in true }
  ) throws -> String {
    let found = try rows().first {
      $0["state"]?.string == state.rawValue && (officer == nil || $0["assignee"]?.string == officer) && fits($0)
    }
    return try #require(found?["case"]?.string)
  }

  /// Payloads of the events of a case, as `tidu show` gives them.
  func events(_ id: String) throws -> [JSONValue] {
    try run(["show", id]).first?["events"]?.array?.compactMap { $0["payload"] } ?? []
  }

  /// Every file of the store with its length: what a refusal must leave as it was.
  func listing() throws -> [String] {
    let files = FileManager.default
    // The folder with a dot is the program's own, for what it can work out again.
    return try files.subpathsOfDirectory(atPath: store).sorted().filter { !$0.hasPrefix(".tidu") }.map { path in
      let size = try files.attributesOfItem(atPath: store + "/" + path)[.size] as? Int ?? 0
      return "\(path) \(size)"
    }
  }

  /// Payloads of the events that are on disk now and were not in `listing`.
  func events(since listing: [String]) throws -> [JSONValue] {
    let before = Set(listing)
    return try self.listing().filter { !before.contains($0) }.compactMap { line in
      let path = line.split(separator: " ")[0]
      guard path.hasSuffix(".event.json") else { return nil }
      // The payload is the first line, what signs it the second.
      let file = try Data(contentsOf: URL(filePath: store + "/" + path))
      return try JSONValue(parsing: file.prefix { $0 != 0x0A })
    }
  }
}

extension OfficeCopy {
  /// A case on an officer's desk that meets the standard, every paper settled and every fact that decides
  /// accepted: ready to be recommended.
  func settled(for officer: String) throws -> String {
    try settled(find(.inReview, of: officer) { $0["outcome"] == "meets" }, by: officer)
  }

  /// Brings a case of an officer to where nothing is lacking for a recommendation to pass.
  func settled(_ id: String, by officer: String) throws -> String {
    for _ in 0..<20 {
      let answer = try run(["act", id, "recommend", "outcome=pass", "--dry-run"], as: officer, expects: [0, 5])
      let lacking = answer.first?["unmet"]?.array?.flatMap { $0["about"]?.array ?? [] }.compactMap(\.string) ?? []
      guard !lacking.isEmpty else { return id }
      for thing in lacking { try run(["act", id] + Self.settling(thing), as: officer) }
    }
    return id
  }

  /// The act that settles what a refusal is about: a paper `item:year:file`, or the path of a fact.
  private static func settling(_ thing: String) -> [String] {
    let parts = thing.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return ["verify", "path=\(thing)", "how=accepted"] }
    return ["check", "item=\(parts[0])", "state=ok"] + (parts[1].isEmpty ? [] : ["year=\(parts[1])"])
      + (parts[2].isEmpty ? ["--yes", "unattached"] : ["file=\(parts[2])"])
  }
}
