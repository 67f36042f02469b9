import Foundation
import StrictJSON
import Testing

/// A case of a store by command: verified values count, declared ones stay beside them.
@Suite struct VerifiedTests {
  /// A store with one case, whose R&D expense of the reference year was declared too small and verified as 9,000.
  private struct Office {
    let home = NSTemporaryDirectory() + "tidu-verified-\(UUID().uuidString)"
    let id: String

    init() throws {
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      let application = try Command(["generate", "--seed", "349", "--count", "1"], home: home).run()
      try application.write(to: URL(fileURLWithPath: home + "/application.json"))
      let value = try JSONValue(parsing: Array(application.dropLast()))
      id = try #require(value["id"]?.string)
      let paper = try #require(value["materials"]?.array?.lazy.compactMap { $0["sha256"]?.string }.first)
      try Command(["init", "--trial", "store"], home: home).run()
      _ = try run("import --store store application.json")
      _ = try run("act CASE assign --store store")
      _ = try run(
        "act CASE verify --store store path=facts.rdExpense.2024 how=read value=9000 source={\"material\":\"\(paper)\",\"page\":3} --yes magnitude"
      )
    }

    func run(_ line: String) throws -> String {
      let words = line.split(separator: " ").map { $0 == "CASE" ? id : String($0) }
      return String(decoding: try Command(words + ["--lang", "en"], home: home).run(), as: UTF8.self)
    }

    func object(_ line: String) throws -> JSONValue { try JSONValue(parsing: Array(try run(line).utf8.dropLast())) }
  }

  @Test func `score, explain, compare and show go by verified values and show the declared ones`() throws {
    let office = try Office()
    let scored = try office.object("score application.json")
    // The line says who applied once, beside both results.
    let declared = JSONValue.object(
      (scored.members ?? []).filter { !["authority", "division", "name"].contains($0.key) })
    for line in ["score --store store", "score --store store CASE", "explain CASE --store store --format json"] {
      let object = try office.object(line)
      #expect(object["outcome"]?.string == "meets" && declared["outcome"]?.string == "fails")
      #expect(object["declared"]?.canonicalBytes == declared.canonicalBytes)
      let fact = object["verified"]?.array?.first
      #expect(fact?["path"]?.string == "facts.rdExpense.2024" && fact?["value"]?.string == "9000")
      #expect(fact?["declared"]?.string == "232.19" && fact?["page"]?.integer == 3)
    }
    let explained = try office.run("explain CASE --store store")
    #expect(explained.contains("232.19 wan → 9,000 wan") && explained.contains("by declared values"))
    let compared = try office.run("compare CASE --declared --store store")
    #expect(compared.contains("Fails  42–57 / 60") && compared.contains("Meets  48–63 / 60"))
    #expect(try office.run("score --store store --format text").contains("(1 verified; as declared Fails  42–57 / 60)"))
  }

  @Test func `show gives state, clock, papers, letters and what happened`() throws {
    let whole = try Office().object("show CASE --store store --format json")
    #expect(whole["state"]?.string == "inReview" && whole["assignee"]?.string == "supervisor")
    #expect(whole["eventCount"]?.integer == 3 && whole["events"]?.array?.count == 3)
    #expect(whole["timeline"]?.array?.map { $0["kind"]?.string } == ["receive", "assign", "verify"])
    #expect(whole["clock"]?["limit"]?.integer == 20 && whole["clock"]?["overdue"]?.bool == false)
    #expect(
      whole["papers"]?.array?.isEmpty == false && whole["findings"]?.array != nil && whole["letters"]?.array != nil)
    #expect(whole["assessment"]?["outcome"]?.string == "meets" && whole["declared"]?["outcome"]?.string == "fails")
  }
}
