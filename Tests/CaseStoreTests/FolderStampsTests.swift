import Casework
import Glibc
import Testing

@testable import CaseStore

/// What a look at the folders of an open case sees.
@Suite struct FolderStampsTests {
  @Test func `the stamps of a case change with each of its folders and with nothing else`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01") + "\n" + Workplace.application("C02"))
    let case1 = PerformTests.case1
    var before = store.stamps(of: case1)
    #expect(store.stamps(of: case1) == before)
    func changed(_ what: String, _ write: () -> Void) -> [String] {
      write()
      let now = store.stamps(of: case1)
      defer { before = now }
      return [
        now.file != before.file ? "file" : nil, now.batch != before.batch ? "batch" : nil,
        now.registry != before.registry ? "registry" : nil,
      ].compactMap(\.self)
    }
    let batch = case1.path.split(separator: "/").dropLast().joined(separator: "/")
    #expect(changed("event") { place.write("x", to: "store/\(case1.path)/x.event.json") } == ["file"])
    #expect(changed("papers") { mkdir(place.storePath + "/\(case1.path)/materials", 0o755) } == ["file"])
    #expect(changed("paper") { place.write("x", to: "store/\(case1.path)/materials/x.pdf") } == ["file"])
    #expect(changed("another case") { place.write("x", to: "store/\(batch)/C02/x.event.json") } == [])
    #expect(changed("new case") { mkdir(place.storePath + "/\(batch)/C03", 0o755) } == ["batch"])
    #expect(changed("registry") { place.write("x", to: "store/registry/x.event.json") } == ["registry"])
    #expect(changed("away") { unlink(place.storePath + "/\(case1.path)/x.event.json") } == ["file"])
  }
}
