import Foundation
import StrictJSON
import Testing

/// Settings, letters, calendars and overlays by commands that name them by authority and sort.
@Suite struct SettingsCommandTests {
  private func write(_ text: String, _ office: OfficeCopy) throws -> String {
    let file = office.folder + "/file-\(UUID().uuidString).yaml"
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  @Test func `What waits is shown as a difference, approved by name, and shown whole once in force`() throws {
    let office = try OfficeCopy()
    let diff = try office.run(["settings", "diff", "370000", "settings"]).first
    #expect(diff?["changes"]?.array?.map { $0["name"] } == ["correctionDays"])
    #expect(diff?["changes"]?.array?.first?["before"] == "10 个工作日")
    #expect(diff?["changes"]?.array?.first?["after"] == "15 个工作日")
    let before = try office.listing()
    let dry = try office.run(["settings", "approve", "370000", "settings", "--dry-run"]).first
    #expect(dry?["changes"] == diff?["changes"] && dry?["permitted"] == true)
    // The same through `tidu act`, which approves the newest that waits.
    let act = try office.run(["act", "registry", "approve", "--dry-run"]).first
    #expect(act?["changes"] == diff?["changes"])
    #expect(try office.listing() == before)
    try office.run(["settings", "approve", "370000", "settings"])
    let shown = try office.run(["settings", "show", "370000", "settings", "--from", "2027-01-01"]).first
    #expect(shown?["values"]?.array?.contains { $0["name"] == "correctionDays" && $0["text"] == "15 个工作日" } == true)
    let today = try office.run(["settings", "show", "370000", "settings"]).first
    #expect(today?["values"]?.array?.contains { $0["name"] == "correctionDays" && $0["text"] == "10 个工作日" } == true)
  }

  @Test(arguments: [false, true])
  func `A proposal is withdrawn by who made it, declined by another, and not approved afterwards`(declines: Bool) throws
  {
    let office = try OfficeCopy()
    let waiting = try #require(
      try office.run(["settings"]).first { $0["state"] == "waits" })
    #expect(waiting["by"] == "registrar" && waiting["authority"] == "370000")
    let before = try office.listing()
    try office.run(["settings", "withdraw", "370000", "settings"], as: declines ? "demo" : "registrar")
    let event = try #require(try office.events(since: before).first)
    #expect(event["body"]?["why"] == (declines ? "declined" : "withdrawn"))
    let id = try #require(event["body"]?["of"]?.string)
    #expect(try office.run(["settings"]).isEmpty)
    try office.run(["settings", "approve", "370000", "settings"], expects: [5])
    let refused = try office.run(["act", "registry", "approve", "of=\(id)"], expects: [5]).first
    #expect(refused?["unmet"]?.array?.isEmpty == false)
  }

  @Test func `A dry run refuses a file exactly where the act does, and lists what a good one changes`() throws {
    let office = try OfficeCopy()
    let files = [
      ("settings", "foo: 1\n"), ("settings", "reviewDays: 0\n"), ("letters", "return:\n  zh: x\n"),
      ("letters", "nosuch:\n  zh: x\n  en: x\n"), ("calendar", "{}"), ("calendar", "not json"),
      ("overlay", "authority: '370000'\n"), ("overlay", "{"),
    ]
    let before = try office.listing()
    for (what, text) in files {
      let file = try write(text, office)
      for dry in [true, false] {
        let arguments = ["settings", "propose", "370000", what, file] + (dry ? ["--dry-run"] : [])
        let answer = try office.run(arguments, as: "registrar", expects: [3]).first
        #expect(answer?["error"]?.string?.isEmpty == false, "\(what) \(text)")
        let act = ["act", "registry", "settings", "authority=370000", "what=\(what)", "file=@\(file)"]
        try office.run(act + (dry ? ["--dry-run"] : []), as: "registrar", expects: [3])
      }
    }
    #expect(try office.listing() == before)
    let good = try write("reviewDays: 33\n", office)
    let answer = try office.run(["settings", "propose", "370000", "settings", good, "--dry-run"], as: "registrar").first
    #expect(answer?["changes"]?.array?.first?["after"] == "33 个工作日")
    #expect(try office.listing() == before)
  }

  @Test(arguments: ["zh", "en"])
  func `A sample of each sort is in order as it is written, and every line that it offers can be taken`(
    language: String
  )
    throws
  {
    let office = try OfficeCopy()
    for what in ["settings", "letters", "calendar", "overlay"] {
      let file = office.folder + "/\(what).yaml"
      try Command(
        ["settings", "--template", what, "--authority", "370000", "--out", file, "--lang", language],
        home: office.folder
      ).run()
      try office.run(["settings", "propose", "370000", what, file, "--dry-run"], as: "registrar")
      guard what == "settings" else { continue }
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let taken = text.split(separator: "\n").map { line in
        line.contains(/^# ( |[a-zA-Z]+:)/) ? String(line.dropFirst(2)) : String(line)
      }
      let whole = try write(taken.joined(separator: "\n") + "\n", office)
      let answer = try office.run(["settings", "diff", "370000", what, whole]).first
      // Only what goes by the authority's own rule or name is stated otherwise than it stands.
      let names = answer?["changes"]?.array?.compactMap { $0["name"]?.string } ?? []
      let others = ["noticeLength", "noticeKind", "noticeFirstCounted", "signature", "objectionsTo"]
      #expect(Set(names) == Set(others), "\(names)")
    }
  }
}
