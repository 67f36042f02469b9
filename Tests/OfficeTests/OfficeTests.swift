import CaseStore
import Casework
import Foundation
import Office
import ScoringCore
import StrictJSON
import Testing

/// What an office says where it cannot do what it was asked, and by which list an act goes.
@Suite struct OfficeTests {
  /// A founded store without a case, gone when the test is over.
  private final class Workplace {
    let path = NSTemporaryDirectory() + "tidu-office-\(UUID().uuidString)"
    let store: Store

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      store = try Store.create(
        path + "/store", founder: .init(officer: "li.ming", name: "李明"), passphrase: nil,
        at: OfficeTests.moment, environment: ["XDG_DATA_HOME": path + "/own"])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func batch(officer: String? = nil) -> ActBatch {
      ActBatch(
        store, today: OfficeTests.moment.day, now: { OfficeTests.moment }, officer: officer, passphrase: .none)
    }
  }

  private static let moment = Timestamp(seconds: 1_767_225_600)

  @Test(arguments: [
    ("rounds/../x", OfficeError.notAFolder("rounds/../x")), ("titles/", .notAFolder("titles/")),
    ("rounds/370000/2026-1/x", .notAFolder("rounds/370000/2026-1/x")), ("SD-1", .noSuchCase("SD-1")),
    ("cases/370000/2026-1/SD-1", .noSuchCase("cases/370000/2026-1/SD-1")), ("..", .noSuchCase("..")),
    ("cases/../../x", .noSuchCase("cases/../../x")), ("a\0b", .noSuchCase("a\0b")), ("", .noSuchCase("")),
    (String(repeating: "x", count: 300), .noSuchCase(String(repeating: "x", count: 300))),
  ])
  func `A name that leads nowhere is told with what was named`(name: String, error: OfficeError) throws {
    let folders = FolderResolver(try Workplace().store)
    #expect(throws: error) { try folders.folder(name) }
  }

  @Test func `The registry and a round need nothing to be there`() throws {
    let office = try Workplace()
    let folders = FolderResolver(office.store)
    #expect(try folders.folder("registry") == "registry")
    #expect(try folders.folder("rounds/370000/2026-1") == "rounds/370000/2026-1")
    #expect(try RoundFolder(named: "370000/2026-1", in: office.store).path == "rounds/370000/2026-1")
    #expect(throws: OfficeError.notARound("370000")) { try RoundFolder(named: "370000", in: office.store) }
  }

  @Test func `First digits name one event, too few are left as they are`() throws {
    let office = try Workplace()
    let id = office.store.id
    func named(_ digits: String) throws(OfficeError) -> JSONValue? {
      let end = Action(.end, ["of": .string(digits), "why": "left"])
      let acts = office.batch().acts
      return try acts.dryRun(ActRequest("registry", end), by: "li.ming").result.action.fields["of"]
    }
    #expect(try named(String(id.prefix(12))) == .string(id))
    #expect(try named("12345") == "12345")
    let other = String(id.prefix(11)) + (id.dropFirst(11).first == "0" ? "1" : "0")
    #expect(throws: OfficeError.noSuchEvent(other)) { try named(other) }
  }

  @Test func `A round without lists, plans and cases says which of them is missing`() throws {
    let office = try Workplace()
    var round = try RoundBatch("370000/2026-1", office.batch())
    #expect(throws: OfficeError.noPlan("rounds/370000/2026-1")) { try FrozenPlan.find(nil, in: round.round) }
    #expect(throws: OfficeError.noSuchList("abc", "rounds/370000/2026-1")) { try round.round.list("abc", [.notice]) }
    #expect(throws: OfficeError.nothingToDrawFrom) { try round.draw.population(try round.draw.rule()) }
    #expect(throws: OfficeError.noneReady(.notice)) { try round.write(.notice, [], []) }
  }

  @Test func `A batch acts by the only key here and tells what is not met`() throws {
    let office = try Workplace()
    var batch = office.batch()
    #expect(try batch.actor() == "li.ming")
    let wish = ActRequest("registry", .role, ["role": "reviewer"])
    guard case .refused(let unmet) = batch.run(wish, isDry: true).outcome else {
      Issue.record("was permitted")
      return
    }
    #expect(!unmet.isEmpty)
    var stranger = office.batch(officer: "wang.fang")
    guard case .failed(.store(let error)) = stranger.run(wish).outcome else {
      Issue.record("acted without a key")
      return
    }
    #expect(error.kind == .noKey)
  }

  @Test func `An act that names its list already writes none`() throws {
    #expect(ActByList(Action(.enterNotice, ["notice": "x"])) == nil)
    #expect(ActByList(Action(.decide, ["outcome": "refuse"])) == nil)
    let notice = try #require(ActByList(Action(.enterNotice, ["document": "d", "first": "2026-04-15"])))
    #expect(notice.list == .notice)
    let day = try #require(Day("2026-04-15"))
    #expect(notice.entry(in: "id").body(on: day) == ["first": "2026-04-15", "notice": "id", "on": "2026-04-15"])
    let forward = try #require(ActByList(Action(.forward, ["document": "d"])))
    #expect(forward.entry(in: "id").fields == ["document": "d", "list": "id"])
  }
}
