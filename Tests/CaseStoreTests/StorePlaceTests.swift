import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// Which store was last opened at a path.
@Suite struct StorePlaceTests {
  @Test func `another store at a path opens read-only and says so, until what is remembered is deleted`() throws {
    let place = Workplace()
    let (first, _) = try place.found()
    #expect(first.isAnother == nil)
    #expect(try place.open().isAnother == nil)
    rename(place.storePath, place.path + "/away")
    let other = try Store.create(
      place.path + "/new", founder: .init(officer: "wu", name: "吴"), passphrase: nil, at: Workplace.start,
      environment: place.environment)
    #expect(other.isAnother == nil)
    rename(place.path + "/new", place.storePath)
    let exchanged = try place.open()
    let said = try #require(exchanged.isAnother)
    #expect(said.message.zh.contains("只能查看") && said.message.en.contains("read-only"))
    let own = try #require(exchanged.own)
    let its = try own.open(PassphraseSource.none)
    let action = Action(.officer, ["officer": "b", "name": "b", "authority": "370000", "state": "active"])
    do throws(Refusal) {
      _ = try exchanged.perform(
        action, in: "registry", by: its, today: Workplace.start.day, at: Workplace.start)
      Issue.record("it was signed")
    } catch {
      guard case .store(said) = error else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(try exchanged.disk.names("registry").count == 1)
    // It is no less another the second time.
    #expect(try place.open().isAnother == said)
    let file = try #require(said.message.en.split(separator: " ").first { $0.contains("/places/") })
    unlink(String(file))
    #expect(try place.open().isAnother == nil)
  }
}
