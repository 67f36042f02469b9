import Foundation
import StrictJSON
import Testing

/// `tidu verify`: one finding a line to a program, by what is to be done to a person, and the status that says whether
/// anybody has to look.
@Suite struct VerifyCommandTests {
  private let home = NSTemporaryDirectory() + "tidu-verify-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let applications = try Command(["generate", "--count", "30", "--authority", "370000"], home: home).run()
    try Command(["init", "store", "--trial"], home: home).run()
    try Command(["import", "--store", "store", "-"], home: home).run(input: applications)
    try FileManager.default.copyItem(atPath: home + "/store", toPath: home + "/copy")
  }

  private func run(_ line: String, store: String = "store") throws -> Command.Outcome {
    let words = line.split(separator: " ").map(String.init)
    // Reading needs neither a key nor a home that can be written.
    let environment = line.contains("checkpoint") ? [:] : ["HOME": "/nowhere"]
    return try Command(
      ["verify", "--store", store, "--lang", "en"] + words, home: home, environment: environment
    ).outcome()
  }

  private func objects(_ line: String = "") throws -> (status: Int32, [JSONValue]) {
    let outcome = try run("--format json " + line)
    return (outcome.status, try outcome.lines.map { try JSONValue(parsing: Array($0.utf8)) })
  }

  private func receipts() throws -> [String] {
    let root = URL(fileURLWithPath: home + "/store/cases")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return names.filter { $0.hasSuffix(".event.json") }.sorted().map { "cases/\($0)" }
  }

  private func damage(_ path: String) throws {
    try FileManager.default.removeItem(atPath: home + "/store/" + path)
    try Data("{".utf8).write(to: URL(fileURLWithPath: home + "/store/" + path))
  }

  @Test func `A store in order, one with a stray, one with damage, and one brought back`() throws {
    defer { try? FileManager.default.removeItem(atPath: home) }
    #expect(try run("").status == 0)
    try Data([1]).write(to: URL(fileURLWithPath: home + "/store/cases/.DS_Store"))
    let (status, strays) = try objects()
    #expect(status == 0 && strays.contains { $0["kind"] == "stray" && $0["file"] == .null && $0["effect"] == "none" })

    let path = try receipts()[0]
    try damage(path)
    let (broken, findings) = try objects()
    #expect(broken == 4)
    let finding = try #require(findings.first { $0["file"] == .string(path) })
    #expect(finding["kind"] == "damagedEvent" && finding["effect"] == "unknown")
    #expect(finding.members?.map(\.key) == ["effect", "file", "kind", "message", "remedy"])
    #expect(finding["remedy"]?.string?.contains("--from") == true)
    let parts = path.split(separator: "/")
    #expect(try run(String(parts[3])).status == 4)
    #expect(try run("--checkpoint 370000").errors.contains("no checkpoint was written"))

    let (mended, told) = try objects("--from copy")
    #expect(mended == 0 && told.filter { $0["kind"] == "broughtBack" }.count == 1)
    #expect(told.contains { $0["kind"] == "replaced" && $0["file"] == .string(path) })
    #expect(try run("--checkpoint 370000").status == 0)
    try FileManager.default.removeItem(atPath: home + "/store/" + receipts()[3])
    let (missing, gone) = try objects()
    #expect(missing == 1 && gone.contains { $0["kind"] == "gone" })
  }

  @Test func `To a person: what is to be done, then where, at most twenty lines and a count`() throws {
    defer { try? FileManager.default.removeItem(atPath: home) }
    for path in try receipts().prefix(25) { try damage(path) }
    let outcome = try run("")
    let lines = outcome.lines
    #expect(outcome.status == 4 && outcome.errors.isEmpty)
    #expect(lines.first?.hasSuffix("--from COPY:") == true)
    #expect(lines.filter { $0.contains("two lines") }.count == 20 && lines.contains("  and 5 more"))
    #expect(lines.last?.contains("25 damaged") == true)
  }

  @Test func `A copy of another store is refused with both ids`() throws {
    defer { try? FileManager.default.removeItem(atPath: home) }
    try Command(["init", "other", "--trial"], home: home).run()
    let outcome = try run("--from other")
    let ids = outcome.errors.matches(of: #/[0-9a-f]{64}/#).map { String($0.output) }
    #expect(outcome.status == 5 && Set(ids).count == 2, "\(outcome.errors)")
    try Data("{}".utf8).write(to: URL(fileURLWithPath: home + "/store/store.json"))
    let (status, findings) = try objects()
    #expect(status == 4 && findings.map { $0["kind"] } == ["store"])
  }
}
