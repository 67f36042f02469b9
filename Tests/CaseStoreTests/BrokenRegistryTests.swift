import Casework
import Glibc
import ScoringCore
import Testing

@testable import CaseStore
@testable import Office

/// A registry that is not whole is the cause that is told first.
@Suite struct BrokenRegistryTests {
  @Test func `nobody is told that a case has no receipt where the registry is not whole`() throws {
    let office = try ForgedOffice.copy()
    let registry = office.place.storePath + "/registry/"
    let key = try office.key("li.ming")
    let names = try office.store.disk.names("registry").filter {
      $0.hasSuffix(".event.json") && !$0.contains(office.store.id.prefix(16))
    }
    for name in names {
      try #require(rename(registry + name, office.place.path + "/away") == 0)
      defer { rename(office.place.path + "/away", registry + name) }
      let store = try office.reopen()
      let changes = try store.refresh(.shared)
      #expect(changes.sentences.first?.zh.hasPrefix("registry/") == true, "\(name) \(changes.sentences)")
      #expect(!changes.sentences.contains { $0.zh.contains("重新导入") }, "\(name)")
      #expect(changes.sentences.count < 8, "\(name) \(changes.sentences.map(\.zh))")
      for id in ForgedOffice.cases {
        let file = try store.caseFile(ForgedOffice.key(id), today: ForgedOffice.today)
        #expect(file?.allIncomplete.first?.name.hasPrefix("registry/") == true, "\(name) \(id)")
        #expect(file?.uncountedSorts.first?.names.zh.hasPrefix("registry/") == true, "\(name) \(id)")
      }
      do throws(OfficeError) {
        _ = try ActService(store: store, today: ForgedOffice.today).perform(
          ActRequest(ForgedOffice.path("C01"), .sign), by: key, at: Workplace.start)
      } catch {
        guard case .store(let trouble) = error else {
          Issue.record("\(name) \(error)")
          continue
        }
        #expect(trouble.path.hasPrefix("registry/") && trouble.message.zh.contains("登记册不完整"), "\(trouble)")
      }
    }
  }

  @Test func `what is left of a store is called one, and says what it lacks`() throws {
    for (lost, word) in [("store.json", "lacks store.json"), ("registry", "lacks its registry")] {
      let place = Workplace()
      _ = try place.found()
      Workplace.remove(place.storePath + "/" + lost)
      #expect { try place.open() } throws: {
        guard let error = $0 as? StoreError else { return false }
        return error.kind == .damaged && error.message.en.contains(word) && !error.message.zh.contains("tidu init")
      }
    }
  }
}
