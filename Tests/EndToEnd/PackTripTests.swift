import Foundation
import StrictJSON
import TerminalModel
import Testing

/// Cases go along in packs between two computers that never see each other, by commands.
@Suite struct PackTripTests {
  private static let visitDay = "2026-04-14"

  /// An office, and a laptop with a home and a key of its own and a copy of its officer's visits.
  private struct Place {
    let office: OfficeCopy
    var laptop: String { office.folder + "/laptop" }
    var pack: String { office.folder + "/u.pack" }

    init() throws {
      office = try OfficeCopy()
      let officers = try office.run(["officers"])
      let name = try #require(officers.first { $0["officer"] == "visitor-a" }?["name"]?.string)
      let asked = try last(run(["join", office.store, "--as", name, "--device", "laptop"], in: office.store))
      let file = office.folder + "/request.txt"
      try Data((asked["request"]?.string ?? "").utf8).write(to: URL(filePath: file))
      try office.run(["officers", "add", "--request", file])
      try office.run(["officers", "approve", "visitor-a"], as: "supervisor")
      try office.run(["take", "--visits", PackTripTests.visitDay, "--to", laptop], as: "visitor-a")
    }

    /// One command on the laptop.
    @discardableResult
    func run(
      _ arguments: [String], in store: String? = nil, format: String = "json", input: Data = Data(),
      expects status: Int32 = 0
    ) throws -> Command.Outcome {
      let outcome = try Command(
        arguments + ["--store", store ?? laptop, "--format", format, "--lang", "en"], home: office.folder,
        environment: [
          "XDG_DATA_HOME": office.folder + "/laptop-home", "TIDU_OFFICER": "visitor-a", "TIDU_TODAY": OfficeCopy.today,
        ]
      ).outcome(input: input)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      return outcome
    }

    func last(_ outcome: Command.Outcome) throws -> JSONValue {
      try JSONValue(parsing: try #require(outcome.lines.last).utf8)
    }

    /// What stands at the beginning of a pack.
    func head(_ pack: String) throws -> JSONValue {
      let line = try #require(try Data(contentsOf: URL(filePath: pack)).split(separator: 0x0A).first)
      return try JSONValue(parsing: Array(line))
    }

    var someCase: String {
      get throws { try #require(try last(run(["queue"]))["case"]?.string) }
    }

    /// Whether an unpacked pack is left on either side.
    var leavesNothing: Bool {
      [office.store, laptop].allSatisfy {
        ((try? FileManager.default.contentsOfDirectory(atPath: $0 + "/.tidu/tmp")) ?? []).isEmpty
      }
    }

    func files(_ store: String) throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: store).filter { !$0.hasPrefix(".tidu") }.sorted()
    }
  }

  @Test func `What is done on either side goes to the other in a pack, once`() throws {
    let place = try Place()
    let id = try place.someCase
    try place.office.run(["act", id, "note", "text=office"], as: "visitor-a")
    let said = try place.office.run(["take", id, "--to", place.pack], as: "visitor-a").last
    #expect(said?["refused"] == 0 && (said?["new"]?.integer ?? 0) > 5 && said?["sha256"]?.string?.utf8.count == 64)
    // The preview says it, and writes nothing.
    let before = try place.files(place.laptop)
    #expect(try place.last(place.run(["merge", place.pack, "--dry-run"]))["acts"] == 1)
    #expect(try place.files(place.laptop) == before)
    #expect(try place.last(place.run(["merge", place.pack]))["acts"] == 1)
    let again = try place.last(place.run(["merge", place.pack]))
    #expect(again["new"] == 0 && again["acts"] == 0 && again["refused"] == 0)

    try place.run(["act", id, "note", "text=laptop"])
    let back = place.office.folder + "/back.pack"
    try place.run(["take", id, "--to", back])
    let brought = try place.office.run(["merge", back], as: "visitor-a").last
    #expect(brought?["acts"] == 1 && brought?["contested"] == 0)
    #expect(try place.head(back)["copy"] == true && place.head(place.pack)["copy"] == nil)
    // An older one again changes nothing.
    #expect(try place.office.run(["merge", place.pack], as: "visitor-a").last?["new"] == 0)
    let notes = try place.office.events(id).filter { $0["kind"] == "note" }.compactMap { $0["body"]?["text"]?.string }
    #expect(notes.filter { $0 == "office" || $0 == "laptop" } == ["office", "laptop"])
    #expect(try place.office.run(["verify"], expects: [0, 1]).allSatisfy { $0["kind"] != "seqDoubled" })
    #expect(place.leavesNothing)
  }

  @Test func `A file is called safe to remove, a pipe never, and both bring the same`() throws {
    let place = try Place()
    let id = try place.someCase
    let file = try place.run(["take", id, "--to", place.pack], format: "text")
    #expect(file.text.contains("safe to remove") && file.errors.isEmpty)
    let kept = try Data(contentsOf: URL(filePath: place.pack))
    // What is there stays as it is.
    let taken = try place.run(["take", id, "--to", place.pack], expects: 4)
    #expect(taken.errors.contains("exists and was not changed"))
    #expect(try Data(contentsOf: URL(filePath: place.pack)) == kept)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.office.folder).allSatisfy { !$0.hasPrefix(".new-") })

    let pipe = try place.run(["take", id, "--to", "-"])
    #expect(!pipe.errors.contains("safe to remove") && pipe.errors.contains("Nothing was read again"))
    #expect(pipe.output.starts(with: Data("{\"at\":".utf8)))
    #expect(try place.last(place.run(["merge", "-"], input: pipe.output))["new"] == 0)
  }

  @Test func `A pack that is damaged, cut, another's or no pack is refused as a whole, with its reason`() throws {
    let place = try Place()
    let id = try place.someCase
    try place.office.run(["act", id, "note", "text=office"], as: "visitor-a")
    try place.office.run(["take", id, "--to", place.pack], as: "visitor-a")
    let sound = try Data(contentsOf: URL(filePath: place.pack))
    let before = try place.files(place.laptop)
    let spoilt = place.office.folder + "/spoilt.pack"
    func refuses(_ bytes: Data, _ status: Int32, _ words: String) throws {
      try bytes.write(to: URL(filePath: spoilt))
      let outcome = try place.run(["merge", spoilt], expects: status)
      #expect(outcome.errors.contains(words) && outcome.output.isEmpty, "\(outcome.errors)")
      #expect(try place.files(place.laptop) == before && place.leavesNothing)
    }
    try refuses(sound.dropLast(), 4, "cut short")
    try refuses(sound.prefix(sound.count / 2), 4, "cut short")
    try refuses(Data(), 4, "cut short")
    try refuses(sound + Data([0]), 4, "something follows its end")
    var flipped = sound
    flipped[sound.count / 2] ^= 1
    try refuses(flipped, 4, "piece 1 is damaged")
    try refuses(Data("no pack\nat all\n".utf8), 3, "no pack of tidu")
    let theirs = place.office.folder + "/theirs.pack"
    try place.office.run(["take", id, "--to", theirs, "--for", "supervisor"], as: "visitor-a")
    try refuses(Data(contentsOf: URL(filePath: theirs)), 5, "it is for")
    #expect(try place.run(["merge", place.office.folder + "/none.pack"], expects: 4).errors.contains("is not there"))

    // Another store's, made by its founder for himself.
    let other = place.office.folder + "/other"
    let application = try Command(["generate", "--count", "1"], home: place.office.folder).run()
    try place.run(["init", "--trial", other, "--officer", "visitor-a"], in: other)
    try place.run(["import", "-"], in: other, input: application)
    let number = try JSONValue(parsing: Array(application))["id"]?.string ?? ""
    try place.run(["take", number, "--to", place.office.folder + "/other.pack"], in: other)
    try refuses(Data(contentsOf: URL(filePath: place.office.folder + "/other.pack")), 5, "another store")
    #expect(try place.last(place.run(["merge", place.pack]))["acts"] == 1)
  }

  @Test func `Whom a pack is for has to be said, and to be somebody who can open it`() throws {
    let place = try Place()
    let id = try place.someCase
    func fails(_ arguments: [String], _ status: Int32, _ words: String) throws {
      let outcome = try place.run(["take", id, "--to", place.pack] + arguments, expects: status)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: place.pack))
    }
    try fails(["--for", "nobody"], 5, "nobody")
    try fails(["--for", "990000"], 5, "990000")
    try place.run(["take", id, "--to", place.laptop + "/x.pack"], expects: 3)
    try place.run(["take", id, "--to", place.office.folder + "/none/x.pack"], expects: 4)
    // All of an authority's officers with a key.
    #expect(try place.last(place.run(["take", id, "--to", place.pack, "--for", "370000"]))["refused"] == 0)
    let officers = try place.head(place.pack)["for"]?.array?.compactMap { $0["officer"]?.string } ?? []
    #expect(Set(officers).isSuperset(of: ["visitor-a", "supervisor"]) && officers.count == 1 + Set(officers).count)
  }
}
