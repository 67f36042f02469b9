import Casework
import Glibc
import Testing

@testable import CaseStore

@Suite struct Papers {
  private let key = CaseKey(authority: "370000", batch: "2026-1", id: "C1")

  /// A store with a case folder that holds these files.
  private func store(_ place: Workplace, _ files: [String: [UInt8]]) throws -> Store {
    let (store, _) = try place.found()
    var folder = place.storePath
    for name in ["cases", "370000", "2026-1", "C1", "materials"] {
      folder += "/" + name
      mkdir(folder, 0o755)
    }
    for (name, bytes) in files { place.write(bytes, to: "store/\(key.path)/\(name)") }
    return store
  }

  @Test func `a paper is read as text in either encoding, and what is no text is none`() throws {
    let place = Workplace()
    let store = try store(
      place,
      [
        "materials/a.txt": Array("审计报告".utf8), "materials/b.txt": [0xEF, 0xBB, 0xBF] + Array("审计".utf8),
        "materials/c.txt": [0xC9, 0xF3, 0xBC, 0xC6], "materials/d.pdf": Array("%PDF-1.7 text".utf8),
        "materials/e.bin": [0x41, 0x00, 0x42],
      ])
    #expect(try store.paperText(key, "materials/a.txt")?.text == "审计报告")
    #expect(try store.paperText(key, "materials/b.txt")?.text == "审计")
    #expect(try store.paperText(key, "materials/c.txt")?.text == "审计")
    #expect(try store.paperText(key, "materials/d.pdf") == nil)
    #expect(try store.paperText(key, "materials/e.bin") == nil)
  }

  @Test(arguments: ["../C2/application.json", "../../../../../own", "/etc/passwd", "materials//a.txt", "./a.txt", ""])
  func `a name that leads out of the case's folder is refused`(_ name: String) throws {
    let place = Workplace()
    let store = try store(place, [:])
    for open in [{ (name: String) in _ = try store.paperText(key, name) }, { _ = try store.paperFile(key, $0) }] {
      #expect { try open(name) } throws: { ($0 as? StoreError)?.kind == .unsafePath }
    }
  }

  @Test func `a link is not followed, and a file that is not there is missing`() throws {
    let place = Workplace()
    let store = try store(place, ["materials/a.txt": Array("x".utf8)])
    let folder = "\(place.storePath)/\(key.path)/materials"
    symlink("/etc/hostname", folder + "/link.txt")
    #expect(throws: StoreError.self) { try store.paperFile(key, "materials/link.txt") }
    #expect(throws: StoreError.self) { try store.paperText(key, "materials/link.txt") }
    #expect { try store.paperFile(key, "materials/none.txt") } throws: { ($0 as? StoreError)?.kind == .missing }
    #expect(try store.paperFile(key, "materials/a.txt") == folder + "/a.txt")
  }
}
