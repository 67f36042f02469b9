import Foundation
import StrictJSON
import Testing

/// What is not there, or does not count, in the words and the status of commands.
@Suite struct UncountedCommandTests {
  private struct Office {
    let home = NSTemporaryDirectory() + "tidu-uncounted-\(UUID().uuidString)"
    let id: String

    init() throws {
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      let application = try Command(["generate", "--seed", "349", "--count", "1"], home: home).run()
      try application.write(to: URL(fileURLWithPath: home + "/application.json"))
      id = try #require(try JSONValue(parsing: Array(application.dropLast()))["id"]?.string)
      try Command(["init", "--trial", "store"], home: home).run()
      _ = try run("import --store store application.json")
      _ = try run("act registry officer officer=wang name=王 authority=370000 state=active --store store")
      _ = try run("queue --store store")
    }

    func run(_ line: String, language: String = "zh") throws -> Command.Outcome {
      let words = line.split(separator: " ").map { $0 == "CASE" ? id : String($0) }
      return try Command(words + ["--lang", language], home: home).outcome()
    }

    func names(_ folder: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: home + "/store/" + folder).sorted()
    }
    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: home + "/store/" + path) }
  }

  @Test func `a registry of which an entry is gone is the first thing said, with status 4`() throws {
    let office = try Office()
    let root = try JSONValue(parsing: Array(Data(contentsOf: URL(fileURLWithPath: office.home + "/store/store.json"))))
    let found = try #require(root["id"]?.string).prefix(16)
    let entry = try #require(try office.names("registry").first { !$0.contains(found) && $0.hasSuffix(".event.json") })
    try office.remove("registry/" + entry)
    let show = try office.run("show CASE --store store --format text")
    #expect(show.status == 4 && show.lines.prefix(2).contains { $0.contains("登记册不完整") }, "\(show.text)")
    #expect(show.text.contains("试验库"))
    let whole = try JSONValue(parsing: Array(try office.run("show CASE --store store --format json").output))
    #expect(whole["incomplete"]?.array?.first?["file"]?.string?.hasPrefix("registry/") == true)
    #expect(whole["incomplete"]?.array?.first?["kind"]?.string == "missing")
    let queue = try office.run("queue --store store")
    #expect(queue.status == 4 && queue.errors.hasPrefix("registry/") && !queue.errors.contains("导入"), "\(queue.errors)")
    let asked = try office.run("act CASE note text=x --store store", language: "en")
    #expect(asked.status == 5 && asked.errors.contains("1 file unread, damaged or missing"), "\(asked.errors)")
    #expect(asked.errors.contains("(--yes unread)"))
    let refused = try office.run("act CASE sign --store store")
    #expect(refused.status == 4 && refused.errors.contains("登记册不完整"), "\(refused.errors)")
  }

  @Test func `rounds and titles name what does not count on standard error and in a last line, status 0`() throws {
    let office = try Office()
    let folder = try #require(
      try office.run("show CASE --store store --format json").text.firstMatch(
        of: /"path":"cases\/([0-9]+)\/([^\/"]+)\//))
    let round = "\(folder.1)/\(folder.2)"
    #expect(try office.run("notice status \(round) --store store --format json").output.isEmpty)
    let event = try #require(try office.names("registry").first)
    for place in ["rounds/\(round)", "titles/\(folder.1)/x"] {
      let target = "\(office.home)/store/\(place)"
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: "\(office.home)/store/registry/\(event)", toPath: "\(target)/\(event)")
    }
    for line in ["notice status \(round)", "sample verify \(round)", "titles"] {
      let outcome = try office.run(line + " --store store --format json")
      let last = try JSONValue(parsing: Array(try #require(outcome.lines.last).utf8))
      #expect(outcome.status == 0 && last["uncounted"]?.array?.count == 1, "\(line) \(outcome.text)")
      #expect(
        last["incomplete"]?.array?.isEmpty == true && outcome.errors.contains("没有生效"), "\(line) \(outcome.errors)")
      #expect(try office.run(line + " --store store --format text").text.isEmpty)
    }
    // One that was seen and is gone.
    try office.remove("titles/\(folder.1)")
    try office.remove("rounds")
    #expect(try office.run("titles --store store").status == 0)
  }

  @Test func `a case that is gone is said to be, with status 4`() throws {
    let office = try Office()
    let all = FileManager.default.enumerator(atPath: office.home + "/store")?.compactMap { $0 as? String } ?? []
    try office.remove(try #require(all.first { $0.hasSuffix("/" + office.id) }))
    for line in ["show CASE", "act CASE note text=x"] {
      let outcome = try office.run(line + " --store store")
      #expect(outcome.status == 4 && outcome.errors.contains("不见了"), "\(line) \(outcome.errors)")
    }
    #expect(try office.run("show C99 --store store").status == 3)
  }
}
