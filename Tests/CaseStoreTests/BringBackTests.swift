import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

@Suite struct BringBackTests {
  private func bringBack(_ scene: VerifyScene, from path: String) throws -> [String] {
    var found: [String] = []
    let merge = try Merge(to: Store.open(scene.place.storePath, environment: [:]), from: path, readsBytes: true)
    _ = try merge.run(came: { found.append($0) })
    return found
  }

  private static let never = ["store.json", ".gitattributes", ".gitignore", "materials/b.txt"]

  @Test func `whatever file is gone or damaged, another copy has it, and reading goes by the good one`() throws {
    let scene = try VerifyScene()
    let whole = try Workplace.contents(scene.place.storePath)
    let other = scene.place.path + "/copy"
    Workplace.lay(whole, in: other)
    let before = try #require(try scene.place.open().caseFile(scene.case1, today: VerifyScene.today))
    for path in whole.keys.sorted() where !Self.never.contains(where: path.hasSuffix) {
      // Without its founding event no store opens.
      if try path.hasPrefix("registry/") && EventFile(reading: whole[path] ?? []).kind == ActName.found.rawValue {
        continue
      }
      for damage in ["gone", "damaged"] {
        if damage == "gone" { unlink(scene.path(path)) } else { scene.write(Array("{".utf8), to: path) }
        let found = try bringBack(scene, from: other)
        #expect(found.count == 1, "\(damage) \(path): \(found)")
        // What would replace a case's application before the case is read has the plain name.
        if damage == "gone" { #expect(found == [path]) }
        #expect(Hexadecimal.sha256(try scene.read(found[0])) == Hexadecimal.sha256(whole[path] ?? []))
        let after = scene.findings()
        #expect(after.allSatisfy { $0.need == .nobody }, "\(damage) \(path): \(after.filter { $0.need != .nobody })")
        #expect(after.contains { $0.kind == .replaced && $0.file == path } == (damage == "damaged"))
        let store = try scene.place.open()
        let file = try #require(try store.caseFile(scene.case1, today: VerifyScene.today))
        #expect(file.unreadable.isEmpty && file.history.entries == before.history.entries, "\(damage) \(path)")
        #expect(file.revision == before.revision && file.settings == before.settings)
        let events = before.history.entries.map(\.event)
        for named in events.flatMap(\.namedFiles) where named.sha != Store.hash(of: scene.paper) {
          #expect(try store.file(named.place == .sealed ? "sealed" : scene.case1.path, named.sha) != nil)
        }
        let sha = Store.hash(of: scene.paper)
        #expect(store.documentOnDisk(scene.case1, .init(file: "materials/a.txt", sha: sha)) == .onFile)
        #expect(try store.paperText(scene.case1, "materials/a.txt", as: [sha])?.sha256 == sha)
        #expect(try bringBack(scene, from: other).isEmpty)
        if found[0] != path { unlink(scene.path(found[0])) }
        scene.write(whole[path] ?? [], to: path)
      }
    }
    #expect(try Workplace.contents(scene.place.storePath) == whole)
  }

  @Test func `junk, foreign files, what was erased and another store's files stay where they are`() throws {
    let scene = try VerifyScene()
    let other = scene.place.path + "/copy"
    let copied = try Workplace.contents(scene.place.storePath)
    Workplace.lay(copied, in: other)
    let stranger = try VerifyScene()
    let (place, store) = (scene.place, try Store.open(other, environment: [:]))
    // What lies in the copy and counts for nothing.
    let key = OfficerKey(officer: "li.ming")
    let note = try store.sign(
      .note, body: ["on": "2026-01-01", "text": "x"], in: scene.case1.path, parents: [], registry: [store.id],
      number: 1,
      by: key, at: Workplace.start)
    _ = try store.disk.publish(note.bytes, in: scene.case1.path, names: note.names)
    let foreign = Array(Workplace.application("C01", name: "别的公司").utf8)
    _ = try store.disk.publish(
      foreign, in: scene.case1.path, names: Store.names(ofRevision: 1, Store.hash(of: foreign)))
    _ = try store.keep(Array("没有人提到".utf8), in: scene.case1.path)
    _ = try store.disk.publish([1], in: scene.case1.path, names: ["x.txt"])
    try scene.eraseCopy(by: "otto")
    // A key that nobody knows may be known tomorrow: its event comes along and is set aside.
    #expect(try bringBack(scene, from: other) == ["\(scene.case1.path)/\(note.names[0])"])
    #expect(scene.findings().contains { $0.kind == .keyUnknown })
    #expect(throws: StoreError.self) { try bringBack(scene, from: stranger.place.storePath) }
    // The copy lacks what came since, and gets it.
    let home = try place.open()
    var found: [String] = []
    _ = try Merge(to: store, from: home.path, readsBytes: true).run(came: { found.append($0) })
    #expect(found.count == 2 && found.allSatisfy { $0.hasSuffix(".event.json") }, "\(found)")
  }

  @Test func `a checkpoint names what is gone since, and the next one names the one before`() throws {
    let scene = try VerifyScene()
    try scene.checkpoint()
    let first = try scene.event(.checkpoint, "registry").event
    let root = try #require(first.payload["body"]?["root"]?.string)
    let list = try #require(try scene.store.file("registry", root))
    let lines = String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
    var all: [String] = []
    for folder in [scene.case1.path, scene.case2.path, "registry"] {
      for (_, event) in try scene.events(folder) where event.id != first.id { all.append("\(event.id) \(folder)") }
    }
    #expect(lines == all.sorted())
    let gone = try scene.event(.redact)
    let other = scene.place.path + "/copy"
    Workplace.lay(try Workplace.contents(scene.place.storePath), in: other)
    unlink(scene.path(gone.path))
    let finding = scene.findings().first { $0.kind == .gone }
    #expect(
      finding?.file == scene.case1.path && finding?.message.en.contains(gone.event.id) == true,
      "\(finding.debugDescription)")
    #expect(scene.findings([scene.case2]).allSatisfy { $0.kind != .gone })
    #expect(try bringBack(scene, from: other) == [gone.path])
    #expect(scene.findings().allSatisfy { $0.need == .nobody })
  }
}
