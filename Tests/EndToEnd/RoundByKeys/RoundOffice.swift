import Foundation
import StrictJSON
import Testing

/// The office of a round: two provinces in one store, an officer at every post, 40 applications received.
///
/// `Scripts/round-office` founds it by commands and `Scripts/round-checks` looks it over at the end, as for the round by
/// commands. What moves a case in between is done at the officers' consoles.
final class RoundOffice: WorkingOffice, Sendable {
  let folder = NSTemporaryDirectory() + "tidu-round-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try script("round-office")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Every case as the queue has it, in the order of the ids.
  func rows() throws -> [JSONValue] { try run(["queue"], as: "supervisor", on: "2026-03-24") }

  /// A file that somebody has brought along.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    return folder + "/" + name
  }

  /// The application of a case as it was received, under another name where one is given.
  func application(_ id: String, renamed: Bool = false) throws -> String {
    let all = try String(contentsOfFile: folder + "/applications.ndjson", encoding: .utf8).split(separator: "\n")
    let line = String(try #require(all.first { $0.contains("\"id\":\"\(id)\"") }))
    let text = renamed ? line.replacing("\"name\":\"示例", with: "\"name\":\"示例更正") : line
    return try file(id + ".json", text + "\n")
  }

  /// Runs a script of the round in its folder; what it prints.
  func script(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let process = Process()
    let pipe = Pipe()
    process.executableURL = root.appending(path: "Scripts/" + name)
    process.arguments = [Program.path, folder]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(output)")
    return output
  }
}

/// One of the two provinces of the round, with its officers.
enum Province: String, CaseIterable, Sendable {
  case shandong = "37"
  case zhejiang = "33"

  func has(_ id: String) -> Bool { id.hasPrefix(rawValue) }

  /// As a filter of the queue has it.
  var word: String { self == .shandong ? "山东" : "浙江" }

  var reviewer: String { "reviewer-" + rawValue }
  var signer: String { "signer-" + rawValue }
  var secondSigner: String { "signer-b-" + rawValue }
  var objectionOfficer: String { "objections-" + rawValue }
  var supervisor: String { self == .shandong ? "supervisor-b" : "supervisor" }
}

/// Which case goes which way; all others go as the rules find them.
struct RoundCast: Sendable {
  /// Withdrawn at the enterprise's request, and by a supervisor on two other grounds.
  let asked, misdirected, duplicate: String
  /// Sent back and never corrected.
  let lapsed: String
  /// Corrected under a new name, and as it was.
  let corrected: [String]
  let resent: String
  let held, challenged: String

  init(_ rows: [JSONValue]) {
    func ids(_ outcome: String, where fits: (String?) -> Bool) -> [String] {
      rows.filter { $0["outcome"]?.string == outcome && fits($0["tier"]?.string) }.compactMap { $0["case"]?.string }
    }
    let weak = ids("fails") { $0 != "little-giant" }
    (asked, misdirected, duplicate, lapsed) = (weak[0], weak[1], weak[2], weak[3])
    let strong = ids("meets") { $0 == "innovative" }
    corrected = Array(strong[0...1])
    (held, resent, challenged) = (strong[2], strong[4], strong[5])
  }
}
