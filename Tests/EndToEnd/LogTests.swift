import Casework
import Foundation
import StrictJSON
import Testing

/// Who did what, over the whole store.
@Suite struct LogTests {
  @Test func `Every act on file is there once, in an order in which none stands before what it had seen`() throws {
    let office = try OfficeCopy()
    let lines = try office.run(["log"])
    let files = try office.listing().filter { $0.contains(".event.json") }
    #expect(lines.count == files.count)
    let places = Dictionary(lines.enumerated().map { ($1["id"]?.string ?? "", $0) }, uniquingKeysWith: { a, _ in a })
    #expect(places.count == lines.count)
    for (place, line) in lines.enumerated() where line["case"] != nil {
      let path = try #require(line["place"]?.string)
      #expect(path.hasSuffix("/" + (line["case"]?.string ?? "?")), "\(place)")
    }
    let id = try office.find(.inReview, of: "demo")
    let shown = try office.run(["show", id]).first?["timeline"]?.array ?? []
    let logged = lines.filter { $0["case"]?.string == id }
    #expect(logged.map { $0["text"] } == shown.map { $0["text"] } && logged.map { $0["id"] } == shown.map { $0["id"] })
    let clocks = lines.compactMap { $0["at"]?.string }
    #expect(clocks == clocks.sorted())
    #expect(lines.contains { $0["kind"] == "approve" && $0["text"]?.string?.contains("审核员甲") == true })
  }

  @Test func `It is asked for by officer and day, and an officer whom nobody knows is refused`() throws {
    let office = try OfficeCopy()
    let all = try office.run(["log"])
    for name in ["signer", "签批人甲"] {
      let own = try office.run(["log", "--officer", name])
      #expect(!own.isEmpty && own.count == all.count { $0["by"] == "signer" } && own[0]["name"] == "签批人甲")
    }
    let days = all.compactMap { $0["on"]?.string }.sorted()
    let (since, until) = (days[days.count / 3], days[days.count / 2])
    let some = try office.run(["log", "--since", since, "--until", until])
    #expect(some.count == days.count { $0 >= since && $0 <= until } && some.count < all.count)
    let outcome = try Command(
      ["log", "--officer", "nobody", "--store", office.store, "--lang", "zh"], home: office.folder,
      environment: ["XDG_DATA_HOME": office.folder + "/own", "TIDU_TODAY": OfficeCopy.today]
    ).outcome()
    #expect(outcome.status == 5 && outcome.errors.contains("signer 签批人甲"), "\(outcome.errors)")
  }

  @Test func `What is damaged or has no effect is said`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "demo")
    let path = try #require(try office.row(id)?["path"]?.string)
    let name = try #require(
      try office.listing().first { $0.hasPrefix(path + "/") && $0.contains(".event.json") }?.split(separator: " ").first
    )
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: office.store + "/\(name)")
    try Data("x".utf8).write(to: URL(filePath: office.store + "/\(name)"))
    let outcome = try Command(
      ["log", "--store", office.store, "--lang", "zh", "--format", "json"], home: office.folder,
      environment: ["XDG_DATA_HOME": office.folder + "/own", "TIDU_TODAY": OfficeCopy.today]
    ).outcome()
    #expect(outcome.status == 4)
    let last = try JSONValue(parsing: try #require(outcome.lines.last).utf8)
    #expect(last["incomplete"]?.array?.isEmpty == false)
  }

  @Test func `Every key that is printed is on the page of lines`() throws {
    let office = try OfficeCopy()
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Documentation/Lines.md"), encoding: .utf8)
    func keys(_ value: JSONValue) -> Set<String> {
      Set((value.members ?? []).flatMap { [$0.key] + keys($0.value) } + (value.array ?? []).flatMap { keys($0) })
    }
    for command in [
      ["log"], ["officers"], ["settings"], ["settings", "show", "370000", "settings"],
      ["settings", "diff", "370000", "settings"],
    ] {
      let found = try office.run(command).reduce(into: Set<String>()) { $0.formUnion(keys($1)) }
      #expect(!found.isEmpty)
      for key in found { #expect(page.contains("`\(key)`"), "\(command) \(key)") }
    }
  }
}
