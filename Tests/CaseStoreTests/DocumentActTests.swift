import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// Nothing is recorded of a paper that is not the one on file, whichever way it is asked for.
@Suite struct DocumentActTests {
  static let case1 = CaseKey(authority: "370000", batch: "2025-1", id: "C01")
  static let paper = Array("营业执照".utf8)
  private let place = Workplace()
  private let store: Store
  private let key: OfficerKey

  init() throws {
    (store, key) = try place.found()
    let sha = Store.hash(of: Self.paper)
    let materials = """
      ,"materials":[{"item":"business-licence","file":"materials/a.txt","sha256":"\(sha)"},\
      {"item":"commitment","file":"materials/b.txt"}]
      """
    _ = place.receive(store, key, Workplace.application("C01", extra: materials))
    mkdir("\(place.storePath)/\(Self.case1.path)/materials", 0o755)
    _ = try ActService(store: store, today: Workplace.start.day).perform(
      ActRequest(Self.case1.path, .assign), by: key, at: Workplace.start)
  }

  private func lay(_ bytes: [UInt8]?, _ name: String = "a.txt") {
    let path = "store/\(Self.case1.path)/materials/\(name)"
    if let bytes { place.write(bytes, to: path) } else { unlink("\(place.path)/\(path)") }
  }

  private enum Way: CaseIterable { case act, dryRun, batch }

  /// Codes of what is not met; empty where it was done or would be permitted.
  private func ask(_ way: Way, _ name: ActName, _ fields: JSONValue) throws -> [String] {
    let acts = ActService(store: store, today: Workplace.start.day)
    var request = ActRequest(Self.case1.path, name, fields)
    // What an earlier check says is no matter here.
    request.yes = [ActQuestion.changes.rawValue]
    do throws(OfficeError) {
      switch way {
      case .act: _ = try acts.perform(request, by: key, at: Workplace.start)
      case .dryRun: return try acts.dryRun(request, by: "li.ming").unmet.map(\.code)
      case .batch:
        var batch = ActBatch(
          store, today: Workplace.start.day, now: { Workplace.start }, officer: nil, passphrase: .none)
        if case .refused(let unmet) = batch.run(request).outcome { return unmet.map(\.code) }
      }
      return []
    } catch {
      guard case .unmet(let unmet) = error else { throw error }
      return unmet.map(\.code)
    }
  }

  /// Of the paper that is named; `nil` names none.
  private static func check(
    _ state: String, _ item: String = "business-licence", file: String? = Store.hash(of: paper)
  ) -> JSONValue {
    var members: [JSONValue.Member] = [.init("item", .string(item)), .init("state", .string(state))]
    if let file, item == "business-licence" { members.append(.init("file", .string(file))) }
    if state == "defective" { members.append(.init("defects", ["illegible"])) }
    if state == "notRequired" { members.append(.init("reason", "平台已核")) }
    return .object(members)
  }

  private static let verify: JSONValue = [
    "path": "facts.revenue.2024", "how": "read", "value": "6100",
    "source": ["material": .string(Store.hash(of: paper)), "page": 1],
  ]

  @Test func `By act, dry run and batch the paper in the store decides`() throws {
    let sha = Store.hash(of: Self.paper)
    for way in Way.allCases {
      // The one on file, named whole or by its beginning; unnamed it would be of a paper that nobody has.
      lay(Self.paper)
      for file in [sha, String(sha.prefix(12))] {
        #expect(try ask(way, .check, Self.check("ok", file: file)) == [], "\(way)")
      }
      #expect(try ask(way, .check, Self.check("ok", file: nil)) == ["whichPaper"], "\(way)")
      #expect(try ask(way, .verify, Self.verify) == [])
      // Another: nothing at all.
      lay(Self.paper + [0x0A])
      for state in ["ok", "missing", "defective", "notRequired"] {
        #expect(try ask(way, .check, Self.check(state)) == ["paperReplaced"], "\(way) \(state)")
      }
      #expect(try ask(way, .verify, Self.verify) == ["paperReplaced"])
      // None: it is not in order.
      lay(nil)
      #expect(try ask(way, .check, Self.check("ok")) == ["paperAbsent"])
      for state in ["missing", "defective", "notRequired"] {
        #expect(try ask(way, .check, Self.check(state)) == [], "\(way) \(state)")
      }
      // One that cannot be read.
      mkdir("\(place.storePath)/\(Self.case1.path)/materials/a.txt", 0o755)
      for state in ["ok", "missing"] { #expect(try ask(way, .check, Self.check(state)) == ["paperUnread"]) }
      #expect(try ask(way, .verify, Self.verify) == ["paperUnread"])
      rmdir("\(place.storePath)/\(Self.case1.path)/materials/a.txt")
    }
  }

  @Test func `One without a hash binds nothing, and one that is not there is not in order`() throws {
    lay(Array("承诺".utf8), "b.txt")
    for way in Way.allCases { #expect(try ask(way, .check, Self.check("ok", "commitment")) == []) }
    lay(nil, "b.txt")
    for way in Way.allCases { #expect(try ask(way, .check, Self.check("ok", "commitment")) == ["paperAbsent"]) }
    for state in ["missing", "notRequired"] { #expect(try ask(.act, .check, Self.check(state, "commitment")) == []) }
  }

  @Test func `A paper that nobody handed in is asked for nothing on disk`() throws {
    for state in ["missing", "notRequired"] {
      #expect(try ask(.act, .check, Self.check(state, "application-form")) == [])
    }
    for way in Way.allCases { #expect(try ask(way, .check, Self.check("ok", "application-form")) == ["unattached"]) }
    #expect(
      try ask(.act, .verify, ["path": "facts.revenue.2024", "how": "accepted"]) == [])
  }
}
