import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore
@testable import Office

/// What of rounds and titles is not there, or does not count, is named where rounds and titles are looked at.
@Suite struct UncountedTests {
  private static let round = ForgedOffice.round

  private func uncounted(_ store: Store) throws -> [UncountedFile] {
    try RoundFolder(store: store, authority: "370000", batch: "2025-1").uncounted()
  }

  private func titles(_ store: Store) throws -> (records: [TitleRecord], uncounted: [UncountedFile]) {
    (try store.titles(today: ForgedOffice.today).records, store.titlesUncounted)
  }

  @Test func `what counts for nothing in a round, or waits, asks nobody who acts there; what is damaged does`() throws {
    let office = try ForgedOffice.copy()
    func asked() throws -> [UncountedFile.Kind] {
      try office.reopen().situation(Self.round, of: "sue", today: ForgedOffice.today).unread.map(\.kind)
    }
    #expect(try asked().isEmpty)
    let note: JSONValue = ["text": "x"]
    try office.write("note", note, in: Self.round, by: "sue", key: OfficerKey(officer: "sue"))
    try office.write("draw", note, in: Self.round, by: "rita")
    try office.write("note", note, in: Self.round, by: "rita", parents: [ForgedOffice.ones])
    #expect(try asked().isEmpty)
    #expect(try Set(uncounted(office.reopen()).map(\.kind)).isSuperset(of: [.setAside, .missing]))
    office.place.write([1], to: "store/\(Self.round)/20260101-080000-\(ForgedOffice.ones.prefix(16)).event.json")
    #expect(try asked() == [.damaged])
  }

  @Test
  func `a round of which something has gone is not whole, for whoever saw it and by the cases for whoever did not`()
    throws
  {
    let office = try ForgedOffice.copy()
    // The cases of this office were entered by a list that never was.
    let never = try uncounted(office.reopen()).filter { !$0.kind.isWhole }
    #expect(never.map(\.unmet.code) == ["missingList"] && never[0].unmet.message.en.contains("by which C04"))
    let lists = try office.store.history(Self.round).entries.filter { $0.verdict.isValid }.map(\.event)
    #expect(lists.count == 2)
    var gone = ["rounds", "rounds/370000", Self.round]
    for event in lists {
      let name = try #require(try office.store.disk.names(Self.round).first { $0.contains(event.id.prefix(16)) })
      gone.append("\(Self.round)/\(name)")
    }
    for path in gone {
      let away = office.place.path + "/away"
      try #require(rename(office.place.storePath + "/" + path, away) == 0)
      defer { rename(away, office.place.storePath + "/" + path) }
      for isSeen in [true, false] {
        let store =
          isSeen
          ? try office.reopen()
          : try Store.open(office.place.storePath, environment: ["XDG_DATA_HOME": office.place.path + "/other"])
        let missing = try uncounted(store).filter { !$0.kind.isWhole }
        let seen = missing.filter { !never.map(\.name).contains($0.name) }
        // Whoever did not see it learns of it by what waits for it alone.
        #expect(!isSeen || !seen.isEmpty, "\(path): \(missing.map(\.name))")
        #expect(missing.count == seen.count + 1, "\(path) \(isSeen): \(missing.map(\.name))")
        #expect(Set(missing.map(\.name)).count == missing.count, "\(path): named once")
        #expect(missing.allSatisfy { $0.name.hasPrefix(Self.round + "/") })
      }
    }
    #expect(try uncounted(office.reopen()).filter { !$0.kind.isWhole } == never)
    // The file of a list.
    let sha = try office.mark("list")
    unlink("\(office.place.storePath)/\(Self.round)/\(sha)")
    #expect(try uncounted(office.reopen()).contains { $0.name.hasSuffix(sha) && $0.kind == .missing })
  }

  @Test func `events that do not count are named in rounds and titles, and take nothing away`() throws {
    let office = try ForgedOffice.copy()
    let title = TitleRules.folder(
      authority: "370000", creditCode: "91370100MA3TESTX0B", tier: .specialized, from: ForgedOffice.today)
    let store = try office.reopen()
    let (before, known) = (try titles(store).records, store.titlesUncounted.count)
    let lists: JSONValue = [
      "document": "x", "list": ["count": 0, "sha": .string(Store.hash(of: []))], "on": "2026-01-01",
    ]
    let term: JSONValue = [
      "creditCode": "91370100MA3TESTX0B", "from": .string(ForgedOffice.today.description), "name": "假",
      "on": "2026-01-01",
      "source": .string(Store.hash(of: [])), "tier": "specialized", "until": "2029-01-01",
    ]
    func lay(_ act: ActName, _ body: JSONValue, _ folder: String, _ key: OfficerKey) throws {
      let heads = try store.officers().heads
      let event = try store.sign(
        act, body: body, in: folder, parents: [], registry: heads, number: 900, by: key, at: Workplace.start)
      _ = try store.disk.publish(event.bytes, in: folder, names: event.names)
    }
    let reviewer = try office.key("rita")
    for key in [OfficerKey(officer: "mallory"), reviewer] {
      try lay(.notice, lists, Self.round, key)
      try lay(.registerTitle, term, title, key)
    }
    // An event of a case, copied here.
    let folder = ForgedOffice.path("C01")
    let name = try #require(try store.disk.names(folder).first { $0.hasSuffix(".event.json") })
    for target in [Self.round, title] {
      try #require(
        link("\(office.place.storePath)/\(folder)/\(name)", "\(office.place.storePath)/\(target)/\(name)") == 0)
    }
    let again = try office.reopen()
    for _ in 0..<2 {
      let (records, found) = try titles(again)
      #expect(records == before && again.titlesUnread.isEmpty, "\(again.titlesUnread)")
      #expect(
        found.count == known + 3 && found.filter { $0.name.hasPrefix(title) }.count == 3, "\(found.map(\.sentence.zh))")
    }
    let found = try uncounted(again)
    #expect(found.count == 4 && found.count { !$0.kind.isWhole } == 1, "\(found.map(\.sentence.zh))")
    #expect(Set(found.map(\.unmet.code)).isSuperset(of: ["unknownKey", "schema"]), "\(found.map(\.unmet.code))")
  }

  @Test
  func `a title that is gone, became a link or lies elsewhere is named, and a new folder of somebody's is nothing`()
    throws
  {
    let place = Workplace()
    let (store, key) = try place.found()
    let table = """
      authority,tier,creditCode,name,number,from,until
      370000,specialized,91370100MA3TESTX0A,齐鲁,1,2024-01-01,
      370000,innovative,91370100MA3TESTX0A,齐鲁,1,2024-01-01,

      """
    _ = store.enterTitles([(Array(table.utf8), "t.csv")], by: key, today: PerformTests.today, at: Workplace.start)
    store.told()
    func titles() throws -> (count: Int, uncounted: [UncountedFile], isWhole: Bool) {
      let store = try place.open()
      let records = try store.titles(today: PerformTests.today).records
      return (records.count, store.titlesUncounted, store.titlesUnread.isEmpty)
    }
    #expect(try titles().count == 2 && titles().uncounted.isEmpty)
    let name = try #require(try store.disk.names("titles/370000").first)
    let (path, away) = (place.storePath + "/titles/370000/" + name, place.path + "/away")
    for change in ["gone", "link", "office", "root"] {
      let moved =
        change == "root" ? place.storePath + "/titles" : change == "office" ? place.storePath + "/titles/370000" : path
      try #require(rename(moved, away) == 0)
      if change == "link" || change == "office" { symlink(away, moved) }
      let found = try titles()
      #expect(
        !found.isWhole && found.uncounted.contains { $0.sentence.zh.contains("titles/370000") }, "\(change) \(found)")
      if change == "link" {
        var findings: [StoreFinding] = []
        StoreVerifier(try place.open(), today: PerformTests.today) { findings.append($0) }.run()
        #expect(findings.contains { $0.kind == .notPlain && $0.file?.contains(name) == true }, "\(findings)")
      }
      unlink(moved)
      try #require(rename(away, moved) == 0)
    }
    #expect(try titles().count == 2 && titles().isWhole)
    mkdir(place.storePath + "/titles/370000/新建文件夹", 0o755)
    #expect(try titles().uncounted.isEmpty)
    _ = try store.perform(
      Action(
        .registerTitle,
        [
          "tier": "innovative", "creditCode": "91370100MA3TESTX0C", "name": "示例", "from": "2024-05-04",
          "until": "2027-05-03", "source": .string(Store.hash(of: [])),
        ]), in: "titles/370000/" + name.replacing("0a-", with: "0b-"), by: key, today: PerformTests.today,
      at: Workplace.start)
    let found = try titles()
    #expect(found.count == 3 && found.isWhole && found.uncounted.map(\.unmet.code) == ["otherTitle"])
  }

  @Test func `a case that was here is said to be gone, one that never was is not, and a failed read is neither`() throws
  {
    let office = try ForgedOffice.copy()
    let folders = FolderResolver(try office.reopen())
    let path = ForgedOffice.path("C02")
    Workplace.remove(office.place.storePath + "/" + path)
    for name in ["C02", path, String(path.dropFirst("cases/".count))] {
      #expect(throws: OfficeError.store(.gone(path))) { try folders.key(name) }
    }
    #expect(throws: OfficeError.noSuchCase("C99")) { try folders.key("C99") }
    #expect(throws: OfficeError.noSuchCase("02")) { try folders.key("02") }
    let files = HookedFileSystem()
    let store = try office.place.open(files)
    files.refuse { call, name in call == "openFolder" && name == "2025-1" ? .permissionDenied : nil }
    let changes = try store.refresh(.shared)
    #expect(changes.unreadable.isEmpty && changes.unread.contains { $0.name == "cases/370000/2025-1" }, "\(changes)")
  }

  @Test func `somebody's empty folder among cases is a stray, and one that could be a case's is named`() throws {
    for (name, isNamed) in [("新建文件夹", false), ("New folder", false), ("C77", true)] {
      let office = try ForgedOffice.copy()
      mkdir(office.place.storePath + "/cases/370000/2025-1/" + name, 0o755)
      let store = try office.reopen()
      let changes = try store.refresh(.shared)
      #expect(changes.unreadable.map(\.key.id) == (isNamed ? [name] : []), "\(name)")
      var findings: [StoreFinding] = []
      StoreVerifier(store, today: ForgedOffice.today) { findings.append($0) }.run()
      let stray = findings.first { $0.kind == .stray }?.message.en.contains(name) ?? false
      #expect(stray != isNamed, "\(name)")
    }
  }
}
