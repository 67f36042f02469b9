import Casework
import Glibc
import ScoringCore
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
    let copies = try DocumentCopies(store, at: Workplace.start)
    for open in [
      { (name: String) in _ = try store.paperText(key, name) }, { _ = try copies.copy(store, key, $0, as: []) },
    ] {
      #expect { try open(name) } throws: { ($0 as? StoreError)?.kind == .unsafePath }
    }
    #expect(store.documentOnDisk(key, .init(file: name, sha: nil)) == .unread)
  }

  @Test func `a link is not followed, and a file that is not there is missing`() throws {
    let place = Workplace()
    let store = try store(place, ["materials/a.txt": Array("x".utf8)])
    let folder = "\(place.storePath)/\(key.path)/materials"
    symlink("/etc/hostname", folder + "/link.txt")
    let copies = try DocumentCopies(store, at: Workplace.start)
    func copy(_ name: String) throws -> String { try copies.copy(store, key, "materials/\(name)", as: []) }
    #expect(throws: StoreError.self) { try copy("link.txt") }
    #expect(throws: StoreError.self) { try store.paperText(key, "materials/link.txt") }
    #expect { try copy("none.txt") } throws: { ($0 as? StoreError)?.kind == .missing }
    #expect(try !copy("a.txt").hasPrefix(place.storePath))
  }

  @Test func `what lies in a paper's place is told by its bytes`() throws {
    let place = Workplace()
    let bytes = Array("审计报告".utf8)
    let sha = Store.hash(of: bytes)
    let kept = Array("按摘要存的".utf8)
    let keptHash = Store.hash(of: kept)
    let store = try store(place, ["materials/a.txt": bytes, "materials/b.txt": Array("换过的".utf8), keptHash: kept])
    mkdir("\(place.storePath)/\(key.path)/materials/folder", 0o755)
    symlink("a.txt", "\(place.storePath)/\(key.path)/materials/link.txt")
    mkfifo("\(place.storePath)/\(key.path)/materials/pipe", 0o644)
    let table: [(file: String?, sha: String?, DocumentOnDisk)] = [
      ("materials/a.txt", sha, .onFile), ("materials/b.txt", sha, .other), ("materials/a.txt", nil, .unhashed),
      ("materials/none.txt", sha, .absent), ("materials/none.txt", nil, .absent), ("nowhere/a.txt", sha, .absent),
      (nil, keptHash, .onFile), ("materials/b.txt", keptHash, .onFile), (nil, Store.hash(of: []), .absent),
      ("materials/folder", sha, .unread),
      ("materials/link.txt", sha, .unread), ("materials/pipe", sha, .unread), ("materials/a.txt/x", sha, .unread),
    ]
    for (file, sha, state) in table {
      #expect(store.documentOnDisk(key, .init(file: file, sha: sha)) == state, "\(file ?? "") \(sha ?? "")")
    }
  }

  @Test func `another program gets a copy for its reader alone whose bytes were checked, and none of another paper`()
    throws
  {
    let place = Workplace()
    // More than one piece.
    let bytes = [UInt8](repeating: 7, count: 3 << 20)
    let store = try store(place, ["materials/a.pdf": bytes, "materials/b.pdf": bytes + [1]])
    var copies: DocumentCopies? = try DocumentCopies(store, at: Workplace.start)
    let path = try #require(try copies?.copy(store, key, "materials/a.pdf", as: [Store.hash(of: bytes)]))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o400 && path.hasSuffix("/a.pdf"))
    #expect(stat(split(split(path).folder).folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
    // What is written to the store from here on is not what is shown.
    place.write([9], to: "store/\(key.path)/materials/a.pdf")
    #expect(try Disk(path: split(path).folder).read("a.pdf", limit: 1 << 30) == bytes)
    #expect { try copies?.copy(store, key, "materials/b.pdf", as: [Store.hash(of: bytes)]) } throws: { error in
      let error = error as? StoreError
      return error?.kind == .damaged && error?.message.zh.contains("不是在案的那份材料") == true
    }
    let own = try #require(store.own)
    #expect(try own.disk.names("").contains { $0.hasPrefix("viewed-") })
    copies = nil
    #expect(try !own.disk.names("").contains { $0.hasPrefix("viewed-") })
  }

  @Test func `copies that a killed program left go a day later`() throws {
    let place = Workplace()
    let store = try store(place, ["materials/a.txt": Array("x".utf8)])
    let own = try #require(store.own)
    mkdir("\(own.path)/viewed-abc", 0o700)
    mkdir("\(own.path)/viewed-abc/1", 0o700)
    place.write("x", to: String("\(own.path)/viewed-abc/1/a.txt".dropFirst(place.path.count + 1)))
    _ = try DocumentCopies(store, at: .now())
    #expect(try own.disk.names("").contains("viewed-abc"))
    _ = try DocumentCopies(store, at: Timestamp(seconds: Timestamp.now().seconds + 100_000))
    #expect(try !own.disk.names("").contains("viewed-abc"))
  }
}
