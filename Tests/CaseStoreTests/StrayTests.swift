import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore
@testable import Office

/// One odd thing stops nothing else.
@Suite struct StrayTests {
  private static let case1 = PerformTests.case1

  private func office() throws -> (Workplace, OfficerKey) {
    let (place, _, key) = try Workplace.peopled()
    return (place, key)
  }

  private func note(_ store: Store, _ key: OfficerKey, in folder: String = StrayTests.case1.path) throws {
    _ = try store.perform(
      Action(.note, ["text": "x"]), in: folder, by: key, today: PerformTests.today, at: Workplace.start)
  }

  @Test func `strays at every level stop nothing and mark nothing`() throws {
    let (place, key) = try office()
    let before = try place.open()
    _ = try before.refresh(.shared)
    let truth = before.loadSummaries(.shared)
    let levels = [
      "", "cases", "cases/370000", "cases/370000/2025-1", Self.case1.path, "titles", "titles/370000",
      "titles/370000/91370100MA3TESTX0A-specialized-2024-01-01", "rounds", "rounds/370000", "rounds/370000/office",
      "registry", "settings", "sealed", ".tidu", ".tidu/tmp",
    ]
    for level in levels {
      let folder = place.storePath + "/" + level
      mkdir(folder, 0o755)
      for name in [".DS_Store", "Thumbs.db", "desktop.ini", "note.txt~", "~$审查.docx"] {
        place.write("x", to: "store/\(level)/\(name)")
      }
      symlink("/nowhere", folder + "/.dead")
      symlink("/nowhere", folder + "/._20260101-080000-0000000000000000.event.json")
      mkfifo(folder + "/.pipe", 0o644)
      mkdir(folder + "/.Trash", 0o755)
    }
    let store = try place.open()
    let changes = try store.refresh(.shared)
    let rows = store.loadSummaries(.shared)
    #expect(
      rows.count == truth.count && zip(rows, truth).allSatisfy { $0 == $1 },
      "\(rows.map(\.key.path)) \(truth.map(\.key.path))")
    #expect(changes.unreadable.isEmpty && changes.incomplete.isEmpty && changes.unread.isEmpty, "\(changes)")
    try note(store, key)
    #expect(place.receive(store, key, Workplace.application("C03")).received.count == 1)
    #expect(try store.titles(today: PerformTests.today).records.count == 1 && store.titlesUnread.isEmpty)
    #expect(try store.keepCutoff(of: store.id)?["count"]?.integer == 6)
    #expect(try store.caseKeys().count == 3 && store.caseKeys(id: "C03").count == 1)
    #expect(try store.settingsUnread(on: PerformTests.today).isEmpty && store.officers().unreadable.isEmpty)
  }

  @Test func `a register of titles that is not whole says so`() throws {
    let (place, _) = try office()
    let store = try place.open()
    #expect(try store.titles(today: PerformTests.today).records.count == 1 && store.titlesUnread.isEmpty)
    let folder = "titles/370000/" + (try #require(try store.disk.names("titles/370000").first))
    let name = try #require(try store.disk.names(folder).first { $0.hasSuffix(".event.json") })
    unlink(place.storePath + "/\(folder)/\(name)")
    for content in ["", "{"] {
      place.write(content, to: "store/\(folder)/\(name)")
      let again = try place.open()
      _ = try? again.titles(today: PerformTests.today)
      #expect(again.titlesUnread.contains { $0.name.hasPrefix(folder) }, "\(content) \(again.titlesUnread)")
    }
    // A case that is in no row any more may have given a title.
    let receipt = try #require(try store.disk.names(Self.case1.path).first { $0.hasSuffix(".event.json") })
    unlink(place.storePath + "/\(Self.case1.path)/\(receipt)")
    place.write("{", to: "store/\(Self.case1.path)/\(receipt)")
    let again = try place.open()
    _ = try again.titles(today: PerformTests.today)
    #expect(again.titlesUnread.contains { $0.name.hasPrefix(Self.case1.path) })
  }

  @Test func `a case, batch or office that became a link, or an empty case, is named and the others go on`() throws {
    for path in ["cases/370000/2025-1/C02", "cases/370000/2025-2", "cases/330000"] {
      for isLink in [true, false] {
        let (place, key) = try office()
        _ = try place.open().refresh(.shared)
        Workplace.remove(place.storePath + "/" + path)
        if isLink { symlink("/tmp", place.storePath + "/" + path) } else { mkdir(place.storePath + "/" + path, 0o755) }
        let store = try place.open()
        let changes = try store.refresh(.shared)
        let named = changes.unreadable.map(\.key.path) + changes.unread.map(\.name)
        #expect(named == (isLink || path.hasSuffix("C02") ? [path] : []), "\(path) \(named)")
        #expect(store.loadSummaries(.shared).contains { $0.key == Self.case1 })
        try note(store, key)
        #expect(place.receive(store, key, Workplace.application("C03")).received.count == 1)
      }
    }
  }

  @Test func `settings that are missing stop only what needs them`() throws {
    let (place, key) = try office()
    let store = try place.open()
    let wang = try place.admit("wang", ["supervisor"], to: store, by: key)
    _ = place.receive(store, key, Workplace.application("N01", authority: "330000"))
    let event = try store.propose(
      "settings", Array("reviewDays: 33\n".utf8), authority: "370000", from: PerformTests.today, by: key,
      today: PerformTests.today, at: Workplace.start)
    _ = try store.perform(
      Action(.approve, ["of": .string(event.id)]), in: "registry", by: wang, today: PerformTests.today,
      at: Workplace.start)
    #expect(try store.settingsUnread(on: PerformTests.today).isEmpty)
    let name = try #require(try store.disk.names("settings").first)
    unlink(place.storePath + "/settings/" + name)

    let again = try place.open()
    #expect(try again.refresh(.shared).unreadable.isEmpty)
    #expect(try again.settings(on: PerformTests.today).isEmpty)
    #expect(try again.settingsUnread(on: PerformTests.today).map(\.name) == ["settings/\(name)"])
    let file = try #require(try again.caseFile(Self.case1, today: PerformTests.today))
    #expect(file.unreadable.map(\.name) == ["settings/\(name)"])
    try note(again, key)
    #expect {
      try again.perform(
        Action(.hold, ["reason": "x"]), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
    } throws: {
      if case Refusal.store(let error) = $0 { error.path == "settings/\(name)" } else { false }
    }
    _ = try again.perform(
      Action(.hold, ["reason": "x"]), in: "cases/330000/2025-1/N01", by: key, today: PerformTests.today,
      at: Workplace.start)
  }

  @Test(arguments: ["settings", "letters", "calendar", "overlay"])
  func `a file larger than the limit is refused when it is proposed`(what: String) throws {
    let (place, _) = try office()
    let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: SettingsFile.limit + 1)
    #expect { try place.open().checkSettings(what, bytes, authority: "370000") } throws: {
      ($0 as? StoreError)?.kind == .tooLarge
    }
  }
}
