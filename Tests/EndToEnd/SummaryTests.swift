import Foundation
import StrictJSON
import Testing

/// `tidu summary` against `tidu score`, which says the same of each application.
@Suite struct SummaryTests {
  private struct Place {
    let home = NSTemporaryDirectory() + "tidu-summary-\(UUID().uuidString)"
    let text: String

    init(_ count: Int = 150) throws {
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      text = String(decoding: try Command(["generate", "--count", "\(count)"], home: home).run(), as: UTF8.self)
      try write("all.ndjson", text)
    }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: home + "/" + name))
    }

    func run(_ line: String, input: String = "") throws -> Command.Outcome {
      try Command(line.split(separator: " ").map(String.init) + ["--lang", "en"], home: home)
        .outcome(input: Data(input.utf8))
    }

    func objects(_ line: String, input: String = "") throws -> [JSONValue] {
      try run(line, input: input).lines.map { try JSONValue(parsing: Array($0.utf8)) }
    }
  }

  /// The groups that the lines of `score` come to, with those by the rules in force beside them.
  private static func expected(
    _ scores: [JSONValue], before: [JSONValue]?, by key: (JSONValue) -> JSONValue
  ) -> [JSONValue: [String: Int]] {
    var groups: [JSONValue: [String: Int]] = [:]
    for (index, score) in scores.enumerated() where score["outcome"] != nil {
      let outcome = score["outcome"]?.string ?? ""
      var group = groups[key(score)] ?? [:]
      group["count", default: 0] += 1
      group[outcome, default: 0] += 1
      if let least = score["score"]?["least"]?.integer { group["bin \(least / 10 * 10)", default: 0] += 1 }
      if let before, before[index]["outcome"]?.string != outcome { group["to " + outcome, default: 0] += 1 }
      groups[key(score)] = group
    }
    return groups
  }

  private static func found(_ group: JSONValue) -> [String: Int] {
    var found: [String: Int] = [:]
    func take(_ name: String, _ value: JSONValue?) { if let n = value?.integer, n > 0 { found[name] = Int(n) } }
    take("count", group["count"])
    for outcome in ["meets", "fails", "undetermined"] {
      take(outcome, group[outcome])
      let name = "to" + outcome.prefix(1).uppercased() + outcome.dropFirst()
      take("to " + outcome, group["crossing"]?[name])
    }
    for bin in group["histogram"]?.array ?? [] { take("bin \(bin["from"]?.integer ?? -1)", bin["count"]) }
    return found
  }

  @Test(
    arguments: ["", " --edition 2022-63", " --edition 2026-2"],
    ["tier", "type", "authority", "division", "edition", "outcome"])
  func `It counts what score says, file by file`(rules: String, key: String) throws {
    let place = try Place()
    let scores = try place.objects("score all.ndjson" + rules)
    let before = rules.isEmpty ? nil : try place.objects("score all.ndjson")
    let groups = try place.objects("summary all.ndjson --by \(key)" + rules)
    let expected = Self.expected(scores, before: before) { $0[key] ?? .null }
    #expect(Set(groups.map { $0["by"]?[key] ?? .null }).count == groups.count)
    #expect(Dictionary(uniqueKeysWithValues: groups.map { ($0["by"]?[key] ?? .null, Self.found($0)) }) == expected)
    #expect(groups.allSatisfy { ($0["crossing"] == .null) == rules.isEmpty })
    #expect(groups.allSatisfy { ($0["histogram"]?.array?.isEmpty == true) || $0["histogram"]?.array?.count == 11 })
  }

  @Test func `What is read by a pipe and from several files counts the same`() throws {
    let place = try Place(60)
    let lines = place.text.split(separator: "\n").map(String.init)
    try place.write("one.json", lines[0])
    try place.write("rest.ndjson", lines.dropFirst().joined(separator: "\r\n"))
    let whole = try place.run("summary all.ndjson --by authority,tier,industry,batch").text
    #expect(try place.run("summary - --by authority,tier,industry,batch", input: place.text).text == whole)
    #expect(try place.run("summary one.json rest.ndjson --by authority,tier,industry,batch").text == whole)
  }

  @Test func `A bad document is told with its place and left out, and the rest counts`() throws {
    let place = try Place(20)
    var lines = place.text.split(separator: "\n").map(String.init)
    lines.insert("{\"id\": }", at: 3)
    lines.append("nonsense\u{1B}[31m")
    try place.write("bad.ndjson", lines.joined(separator: "\n"))
    let outcome = try place.run("summary bad.ndjson nothere.ndjson --format text")
    #expect(
      outcome.status == 3 && outcome.errors.contains("bad.ndjson:4:8") && outcome.errors.contains("bad.ndjson:22:"))
    #expect(outcome.errors.contains("nothere.ndjson") && !outcome.errors.contains("\u{1B}"))
    #expect(outcome.text.contains("3 could not be read and are not counted"))
    let counts = try place.objects("summary bad.ndjson").compactMap { $0["count"]?.integer }
    #expect(counts.reduce(0, +) == 20)
  }

  @Test func `Memory does not grow with the input`() throws {
    let place = try Place(40)
    // Beside the good ones 20 bad ones of 1 MB each: read at once they would not fit.
    let bad = String(repeating: String(repeating: " ", count: 1 << 20) + "x\n", count: 20)
    try place.write("long.ndjson", place.text + bad)
    for streams in ["long.ndjson", "- <long.ndjson"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.currentDirectoryURL = URL(fileURLWithPath: place.home)
      process.arguments = ["-c", "ulimit -d 40000; \(Program.path) summary \(streams) >out 2>err"]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 3, "\(streams)")
      let lines = try String(contentsOfFile: place.home + "/out", encoding: .utf8).split(separator: "\n")
      let counts = try lines.compactMap { try JSONValue(parsing: Array($0.utf8))["count"]?.integer }
      #expect(counts.reduce(0, +) == 40, "\(streams)")
      let errors = try String(contentsOfFile: place.home + "/err", encoding: .utf8).split(separator: "\n")
      #expect(errors.count == 20 && errors.last?.contains(":60:") == true, "\(errors.last ?? "")")
    }
  }

  @Test func `A store's cases count by verified values, and one that is not whole in no count`() throws {
    let place = try Place(12)
    for line in ["init --trial store", "import --store store all.ndjson"] { #expect(try place.run(line).status == 0) }
    #expect(
      try place.run("summary --store store --by tier,batch").text
        == place.run("summary all.ndjson --by tier,batch").text)
    #expect(
      try place.run("summary --store store --by decides --edition 2022-63").text
        == place.run("summary all.ndjson --by decides --edition 2022-63").text)
    let cases = place.home + "/store/cases"
    let files = try #require(FileManager.default.enumerator(atPath: cases)).compactMap { $0 as? String }
    let event = try #require(files.first { $0.hasSuffix(".event.json") })
    try Data("x".utf8).write(to: URL(fileURLWithPath: cases + "/" + event))
    for rules in ["", " --edition 2022-63"] {
      let outcome = try place.run("summary --store store --format text" + rules)
      #expect(outcome.status == 4 && outcome.errors.contains(event.split(separator: "/")[2]))
      #expect(outcome.text.contains("1 could not be read"))
      let counts = try place.objects("summary --store store" + rules).compactMap { $0["count"]?.integer }
      #expect(counts.reduce(0, +) == 11, "\(rules) \(outcome.text)")
    }
  }

  @Test func `A table opens in a spreadsheet, and only where it is one`() throws {
    let place = try Place(5)
    let table = try place.run("summary all.ndjson --by industry --format csv --edition 2022-63")
    #expect(table.output.starts(with: [0xEF, 0xBB, 0xBF]) && table.text.contains("To meets"))
    #expect(try place.run("score all.ndjson --format csv").status == 2)
    #expect(try place.run("queue --store nothere --format csv").status == 2)
    for by in ["nope", "tier,tier", "", "tier,"] {
      let outcome = try place.run("summary all.ndjson --by=\(by)")
      #expect(outcome.status == 2, "\(by)")
    }
    #expect(try place.run("summary").status == 2)
  }
}
