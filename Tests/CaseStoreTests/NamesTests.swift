import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore
@testable import Office

/// Names that are no text are nothing of ours, and what has gone between a listing and a look is not there.
@Suite struct NamesTests {
  private static let case1 = PerformTests.case1
  /// 报告.pdf as an archive of another system writes it: GBK, no UTF-8.
  private static let foreign: [UInt8] = [0xB1, 0xA8, 0xB8, 0xE6, 0x2E, 0x70, 0x64, 0x66]
  private static let title = "titles/370000/91370100ma3testx0a-specialized-2024-01-01"
  private static let levels = [
    "", "cases", "cases/370000", "cases/370000/2025-1", case1.path, case1.path + "/materials", "titles",
    "titles/370000", title, "rounds", "rounds/370000", "rounds/370000/office", "rounds/370000/2025-1", "registry",
    "settings", "sealed",
  ]

  private func office() throws -> (Workplace, OfficerKey) {
    let (place, store, key) = try Workplace.peopled()
    store.told()
    _ = try place.open().refresh(.shared)
    return (place, key)
  }

  /// Everything that lists a folder goes on, and says what it said before.
  private func expectWhole(_ place: Workplace, _ key: OfficerKey, _ files: HookedFileSystem, _ what: String) throws {
    let store = try place.open(files)
    let changes = try store.refresh(.shared)
    #expect(
      changes.unread.isEmpty && changes.incomplete.isEmpty && changes.unreadable.isEmpty && changes.removed.isEmpty,
      "\(what): \(changes.unread) \(changes.incomplete) \(changes.unreadable)")
    #expect(store.loadSummaries(.shared).map(\.key.id) == ["C01", "C02"], "\(what)")
    #expect(try store.officers().uncounted.isEmpty, "\(what)")
    // An application that no event names is not opened.
    let uncounted = try store.caseFile(Self.case1, today: PerformTests.today)?.uncounted
    #expect(uncounted?.allSatisfy { $0.unmet.code == "foreignApplication" } == true, "\(what)")
    #expect(try store.titles(today: PerformTests.today).records.count == 1 && store.titlesUnread.isEmpty, "\(what)")
    let round = RoundFolder(store: store, authority: "370000", batch: "2025-1")
    #expect(try round.events(.notice).isEmpty, "\(what)")
    #expect(try round.cases(in: [.received], today: PerformTests.today).count == 2, "\(what)")
    _ = try store.perform(
      Action(.note, ["text": "x"]), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
    store.told()
  }

  @Test(arguments: ["file", "folder", "link"])
  func `a name that is no text stops nothing at any level, marks nothing, and is counted as a stray`(kind: String)
    throws
  {
    let (place, key) = try office()
    for level in Self.levels {
      mkdir(place.storePath + "/" + level, 0o755)
      let path = Array("\(place.storePath)/\(level)/".utf8) + Self.foreign + [0]
      path.withUnsafeBytes { raw in
        guard let name = raw.bindMemory(to: CChar.self).baseAddress else { return }
        switch kind {
        case "file": close(open(name, O_CREAT | O_WRONLY, 0o644))
        case "folder": mkdir(name, 0o755)
        default: symlink("/nowhere", name)
        }
      }
    }
    try expectWhole(place, key, HookedFileSystem(), kind)
    var findings: [StoreFinding] = []
    StoreVerifier(try place.open(), today: PerformTests.today) { findings.append($0) }.run()
    #expect(findings.filter { $0.need != .nobody }.isEmpty, "\(findings)")
    let strays = try #require(findings.first { $0.kind == .stray })
    #expect(strays.message.en.contains("store's: \(Self.levels.count) "), "\(strays.message.en)")
    #expect(throws: StoreError.self) {
      try Store.create(
        place.storePath + "/settings", founder: .init(officer: "li.ming", name: "李明"), passphrase: nil,
        at: Workplace.start, environment: place.environment)
    }
  }

  @Test(arguments: [["open", "openFolder"], ["open", "openFolder", "status"]])
  func `what has gone between the listing and the look is not there`(calls: [String]) throws {
    let (place, key) = try office()
    let names = ["~$报告.docx", "20260101-080000-0123456789abcdef.event.json", "application.r2-0123456789abcdef.json"]
    for level in Self.levels {
      mkdir(place.storePath + "/" + level, 0o755)
      for name in names { place.write("x", to: "store/\(level)/\(name)") }
      mkdir(place.storePath + "/" + level + "/C03", 0o755)
    }
    let files = HookedFileSystem()
    files.refuse { made, name in
      calls.contains(made) && (names.contains(name) || name == "C03") ? .noSuchFileOrDirectory : nil
    }
    try expectWhole(place, key, files, "\(calls)")
    var findings: [StoreFinding] = []
    StoreVerifier(try place.open(files), today: PerformTests.today) { findings.append($0) }.run()
    #expect(!findings.contains { $0.message.en.contains("check the name") }, "\(findings)")
    for folder in [Self.case1.path, Self.title] {
      let unread = try place.open(files).reading(folder).uncounted
      #expect(unread.isEmpty, "\(calls) \(folder) \(unread)")
    }
  }

  @Test
  func `an event that counted and has gone between the listing and the look is missing, and is read when it is back`()
    throws
  {
    let (place, key) = try office()
    let before = try place.open()
    _ = try before.perform(
      Action(.hold, ["reason": "等"]), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
    before.told()
    _ = try before.refresh(.shared)
    let truth = before.loadSummaries(.shared)
    _ = try place.admit("wang", ["reviewer"], to: before, by: key)
    _ = try before.officers()
    _ = try before.refresh(.shared)
    for folder in [Self.case1.path, "registry"] {
      for name in try before.disk.names(folder)
      where name.hasSuffix(".event.json") && !name.contains(before.id.prefix(16)) {
        for call in ["open", "status"] {
          let files = HookedFileSystem()
          let store = try place.open(files)
          if let own = store.own { unlink(own.path + "/index") }
          files.refuse { made, gone in made == call && gone == name ? .noSuchFileOrDirectory : nil }
          let changes = try store.refresh(.shared)
          let named = changes.incomplete.flatMap(\.files) + changes.unread
          // Without its receipt a case gives no row.
          let isMissed = changes.unreadable.contains { $0.message.en.contains("is gone") }
          #expect(isMissed || named.contains { $0.kind == .missing }, "\(call) \(name) \(changes)")
          #expect(!named.contains { $0.kind == .unread }, "\(call) \(name) \(named)")
          files.refuse(nil)
          _ = try store.refresh(.shared)
          #expect(store.loadSummaries(.shared) == truth, "\(call) \(name): same run")
          #expect(try store.officers().uncounted.isEmpty, "\(call) \(name): same run")
          let next = try place.open()
          _ = try next.refresh(.shared)
          #expect(next.loadSummaries(.shared) == truth, "\(call) \(name): next run")
        }
      }
    }
  }

  @Test func `a store for trials is one whatever of its registry cannot be read`() throws {
    let place = Workplace()
    let store = try Store.create(
      place.storePath, founder: .init(officer: "li.ming", name: "李明"), passphrase: nil, trial: true,
      at: Workplace.start, environment: place.environment)
    #expect(store.isTrial)
    let files = HookedFileSystem()
    let again = try place.open(files)
    files.refuse { call, _ in call == "names" ? .ioError : nil }
    #expect(throws: StoreError.self) { try again.officers() }
    #expect(again.isTrial)
  }
}

extension NamesTests {
  @Test func `no list of a batch is made without a case that was here and is gone`() throws {
    let (place, _) = try office()
    Workplace.remove(place.storePath + "/" + Self.case1.path)
    let round = RoundFolder(store: try place.open(), authority: "370000", batch: "2025-1")
    #expect(throws: OfficeError.self) { try round.cases(in: [.received], today: PerformTests.today) }
    let (rows, unread) = try place.open().readSummaries(.shared)
    #expect(rows.map(\.key.id) == ["C02"] && unread.map(\.name) == [Self.case1.path])
  }
}
