import Foundation
import Testing

/// The status every command leaves with: 0 done, 2 usage, 3 bad input, 4 store trouble, 5 not permitted; and one clear
/// sentence where something is wrong.
@Suite struct StatusTests {
  /// A folder with a store and files of every sort, made once.
  struct Place: Sendable {
    static let made = Result { try Place() }
    let home = NSTemporaryDirectory() + "tidu-status-\(ProcessInfo.processInfo.processIdentifier)"
    let id: String

    init() throws {
      try FileManager.default.createDirectory(atPath: home + "/folder", withIntermediateDirectories: true)
      let application = try Command(["generate", "--count", "1"], home: home).run()
      let text = String(decoding: application, as: UTF8.self)
      let key = try #require(text.firstMatch(of: #/"id":"([^"]*)"/#))
      id = String(key.output.1)
      func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: home + "/" + name))
      }
      try write("good.json", text)
      try write("bad.json", String(text.dropLast(5)))
      try write("empty.json", "")
      try write("bom.json", "\u{FEFF}" + text)
      try write("crlf.json", text.replacing(",\"", with: ",\r\n\""))
      try write(
        "early.json",
        text.replacing(#/"submitted":"[0-9-]*"/#, with: "\"submitted\":\"2022-07-31\"")
          .replacing(#/"referenceYear":[0-9]*/#, with: "\"referenceYear\":2021"))
      try write(
        "long.json",
        text.replacing(#/"name":"[^"]*"/#, with: "\"name\":\"\(String(repeating: "长", count: 3_500_000))\""))
      try write("innovative.json", text.replacing(#/"tier":"[a-z-]*"/#, with: "\"tier\":\"innovative\""))
      let overlay = "authority: '370000'\nname: {zh: 试, en: Draft}\ndocument: {zh: 试, en: Draft}\n"
      let line = "values:\n  - {pass: 70, edition: 2022-63, tier: specialized, cite: 一}\n"
      try write("right.yaml", overlay + "checked: 2026-01-01\n" + line)
      try write("wrong.yaml", "authority: '370000'\nkind: x\n")
      try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: home + "/binary.yaml"))
      mkfifo(home + "/pipe", 0o600)
      try Command(["init", "--trial", "store"], home: home).run()
      try Command(["import", "--store", "store", "good.json"], home: home).run()
      try FileManager.default.copyItem(atPath: home + "/store", toPath: home + "/newer")
      let stated = try String(contentsOfFile: home + "/store/store.json", encoding: .utf8)
      try write("newer/store.json", stated.replacing("tidu.store/1", with: "tidu.store/9"))
    }

    func run(_ line: String, streams: String = "", elsewhere: Bool = false) throws -> Command.Outcome {
      let words = line.split(separator: " ").map { $0 == "CASE" ? id : String($0) }
      let other = home + "/folder"
      return try Command(words + ["--lang", "en"], home: elsewhere ? other : home, in: home, streams: streams).outcome()
    }
  }

  /// Command, status, and what the sentence must say.
  static let table: [(String, Int32, String)] = [
    ("check good.json crlf.json", 0, ""), ("check bad.json good.json", 3, "bad.json"),
    ("check nothere.json", 3, "there is no such file"), ("check folder", 3, "name a file"),
    ("check pipe", 3, "pipe into -"), ("check /dev/zero", 3, "device"), ("check empty.json", 3, "empty"),
    ("check bom.json", 3, "byte-order mark"), ("check long.json", 3, "3500000"), ("check early.json", 3, "2022-08-01"),
    ("check", 2, "<file>"), ("check - -", 2, "once"),
    ("score good.json", 0, ""), ("score bad.json good.json", 3, "bad.json"), ("score early.json", 3, "2022-08-01"),
    ("score early.json --as-of 2022-08-01", 0, ""), ("score good.json --as-of 2022-07-31", 3, "reference year"),
    ("score good.json --as-of 2022-02-30", 2, "2022-02-30"), ("score", 2, "--store"),
    ("score good.json --edition 2099-1", 2, "2026-2"),
    ("score innovative.json --edition 2026-2", 3, "no tier innovative"),
    ("score early.json --edition 2022-63", 0, ""), ("score good.json --overlay nothere", 3, "check the name"),
    ("score good.json --overlay wrong.yaml", 3, "wrong.yaml:2:1"),
    ("score good.json --overlay right.yaml", 0, "digest"),
    ("score --store store --overlay right.yaml --edition 2022-63", 0, ""),
    ("score --store store --overlay binary.yaml", 3, "UTF-8"),
    ("score --store store", 0, ""), ("score --store store CASE", 0, ""), ("score --store store nope", 3, "tidu queue"),
    ("score --store newer", 4, "tidu.store/9"), ("score --store folder good.json", 4, "tidu init"),
    ("explain good.json", 0, ""), ("explain CASE --store store", 0, ""), ("explain bad.json", 3, "bad.json"),
    ("explain CASE", 3, "--store"), ("explain CASE --store newer", 4, "newer tidu"), ("explain", 2, "<case>"),
    ("verify --store store", 0, ""), ("verify --store store CASE", 0, ""),
    ("verify --store store nope", 3, "tidu queue"), ("verify --store newer", 4, "newer tidu"),
    ("verify --store nothere", 4, "tidu init"), ("verify", 2, "--store"),
    ("verify --store store --checkpoint x", 2, "authority"),
    ("verify CASE --store store --checkpoint 370000", 2, "whole store"),
    ("show good.json", 0, ""), ("show CASE --store store", 0, ""), ("show empty.json", 3, "empty"),
    ("show CASE --store nothere", 4, "tidu init"), ("show", 2, "<case>"),
    ("compare good.json --tier specialized", 0, ""), ("compare CASE --declared --store store", 0, ""),
    ("compare good.json", 2, "--declared"), ("compare good.json bad.json", 3, "bad.json"),
    ("compare good.json --edition 2099-1", 2, "2026-2"), ("compare CASE good.json --store newer", 4, "tidu.store/9"),
    ("rules", 0, ""), ("rules nope", 3, "tidu rules"), ("rules a b", 2, "b"),
    ("queue --store store", 0, ""), ("queue", 2, "TIDU_STORE"), ("queue --store store --filter score<x", 2, "--filter"),
    ("queue --store folder", 4, "tidu init"), ("queue --store newer", 4, "Nothing was touched"),
    ("import --store store good.json", 0, ""), ("import --store store bad.json", 3, "bad.json"),
    ("import --store store nothere", 3, "check the name"), ("import --store newer good.json", 4, "tidu.store/9"),
    ("import --store store", 2, "name files"), ("import --template", 0, ""),
    ("import --titles --template", 0, "creditCode"),
    ("import --store store --titles good.json", 3, "--titles --template"),
    ("init", 2, "<dir>"), ("init store", 4, "not an empty folder"), ("init good.json", 4, "not a plain file or folder"),
    ("init /proc/nothere", 4, "could not be written"), ("init fresh --officer A*", 3, "lower-case"),
    ("generate --count 0", 0, ""), ("generate --count x", 2, "x"), ("generate --authority 1", 2, "1"),
    ("keys --store store", 0, ""), ("keys", 2, "TIDU_STORE"), ("keys --store newer", 4, "tidu.store/9"),
    ("keys protect --store store", 5, "--to-file"), ("demo --pace x", 2, "x"), ("--version", 0, ""),
    ("nope", 2, "nope"),
    ("--store nothere", 4, "tidu init"),
  ]

  @Test(arguments: table)
  func `Each command leaves with the documented status and says what, where and what to do`(
    line: String, status: Int32, says: String
  ) throws {
    let outcome = try Place.made.get().run(line)
    #expect(outcome.status == status, "\(outcome.errors)\(outcome.text.prefix(500))")
    let said = outcome.errors + outcome.text
    #expect(says.isEmpty || said.contains(says), "\(said.prefix(1000))")
    #expect(!said.contains("Fatal") && !said.contains("crashed"))
  }

  @Test func `Without a key of the officer nothing is written`() throws {
    let outcome = try Place.made.get().run("import --store store good.json", elsewhere: true)
    #expect(outcome.status == 5 && !outcome.errors.isEmpty)
  }

  @Test(arguments: [
    "check good.json", "score good.json", "explain good.json", "rules", "queue --store store", "--help",
  ])
  func `A full disk and a closed output are told in a sentence`(line: String) throws {
    for streams in [">/dev/full", ">&-"] {
      let outcome = try Place.made.get().run(line, streams: streams)
      #expect(outcome.status == 4 && outcome.errors.contains("could not be written"), "\(streams) \(outcome.errors)")
    }
  }

  @Test(arguments: ["check -", "score -", "explain -", "import --store store -"])
  func `A closed input is told in a sentence`(line: String) throws {
    let outcome = try Place.made.get().run(line, streams: "<&-")
    #expect(outcome.status == 3 && outcome.errors.contains("standard input"), "\(outcome.errors)")
  }

  @Test func `A closed output is not written over a file of the store`() throws {
    let place = try Place.made.get()
    try Command(["init", "--trial", "closed"], home: place.home).run()
    _ = try place.run("import --store closed good.json", streams: ">&- 2>&-")
    let queue = try place.run("queue --store closed")
    #expect(queue.status == 0 && queue.errors.isEmpty && queue.text.contains(place.id), "\(queue.errors)")
  }

  @Test func `A program gets a line for every file it names, in their order`() throws {
    let outcome = try Place.made.get().run("check good.json nothere.json bad.json folder")
    #expect(outcome.lines.count == 4)
    #expect(outcome.lines.map { $0.contains("\"ok\":true") } == [true, false, false, false])
    #expect(outcome.lines[1].hasPrefix("{\"file\":\"nothere.json\""))
  }

  @Test(arguments: ["score<", "tier:", "\"", "-tier:", "name:\"\"", "edition:,", "山东 submitted>="])
  func `An unfinished filter is refused, and nothing is exported`(filter: String) throws {
    let store = try SharedStore.made.get()
    for words in [["export", "cases"], ["queue"]] {
      let done = try Command(words + ["--store", store.path, "--filter", filter, "--lang", "en"], home: store.home)
        .outcome()
      #expect(done.status == 2 && done.output.isEmpty && done.errors.contains("--filter"), "\(done.errors)")
    }
  }
}
