import Casework
import Crypto
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// What a pack brings is what was taken along, and whatever is wrong with one is named.
@Suite struct PackTests {
  private func contents(_ pack: UnpackedPack) throws -> TravelList { try pack.withFiles(PackScene.list) }

  @Test func `A pack of a whole store is unpacked as it was, whatever a read gives, and leaves nothing`() throws {
    let scene = try PackScene()
    let events = (0..<3).map { Hexadecimal.sha256([$0]) }
    let previous = Hexadecimal.sha256([9])
    let bytes = try scene.bytes(scene.writer(previous: previous, events: events))
    for portion in [1 << 20, 4096, 7] {
      let fake = FakeFileSystem()
      let disk = try Disk(path: "/", files: fake)
      do {
        let pack = try scene.unpack(bytes, on: disk, portion: portion)
        #expect(try contents(pack) == scene.list)
        #expect(try pack.events() == events.sorted())
        let said = pack.head.statement
        #expect(said.author == "sue" && said.store == scene.office.store.id && said.previous == previous)
        #expect(said.files == scene.list.files.count && said.size == scene.list.size && said.events == 3)
        #expect(pack.head.officers == ["vera"] && pack.head.key == scene.maker.sign)
      }
      #expect(fake.fileCount == 0 && fake.openCount == 1)
    }
  }

  @Test func `Nothing of what goes along can be read in a pack but who made it, for whom and how much`() throws {
    let scene = try PackScene()
    let bytes = try scene.bytes(scene.writer())
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\"at\":\"2026-01-01T08:00:00+08:00\",\"author\":\"sue\",\"bytes\":"))
    for secret in ["cases/", "C01", "齐鲁", "370000", ".event.json"] { #expect(!text.contains(secret), "\(secret)") }
  }

  @Test func `Each of those it is for opens it, and nobody else`() throws {
    let scene = try PackScene(["registry", "store.json"])
    let vito = try scene.office.key("vito")
    let bytes = try scene.bytes(scene.writer(for: [scene.reader, vito]))
    for key in [scene.reader, vito] {
      _ = try scene.unpack(bytes, on: Disk(path: "/", files: FakeFileSystem()), by: key)
    }
    try scene.refuses(bytes, .notForYou(["vera", "vito"]), "another officer's", by: scene.maker)
  }

  @Test func `Random lists come through, of every size around a piece`() throws {
    let scene = try PackScene(["store.json"])
    var random = StoreWalk.Numbers()
    let sizes = [0, 1, 65, PackCipher.pieceSize - 200, PackCipher.pieceSize, PackCipher.pieceSize + 1, 700_000]
    for round in 0..<12 {
      let files = (0..<Int.random(in: 0...6, using: &random)).map { number -> (String, [UInt8]) in
        let size = (sizes.randomElement(using: &random) ?? 0) + Int.random(in: 0...3, using: &random)
        let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
        return ("cases/370000/2025-1/C01/材料/\(number).pdf", content)
      }
      let text = PackScene.text(files)
      let bytes = try scene.forged(text, files: files.count, size: files.reduce(0) { $0 + $1.1.count })
      let pack = try scene.unpack(bytes, on: Disk(path: "/", files: FakeFileSystem()), portion: 300_000)
      for (path, content) in files {
        #expect(try pack.withFiles { try $0.read(path, limit: 1 << 30) } == content, "\(round) \(path)")
      }
    }
    // A last piece that is full is one piece.
    for size in [PackCipher.pieceSize, 2 * PackCipher.pieceSize] {
      let rest =
        size - PackEntry.line(PackScene.file("cases/370000/2025-1/C01/a.pdf", [UInt8](repeating: 7, count: size))).count
      let file = PackScene.file("cases/370000/2025-1/C01/a.pdf", [UInt8](repeating: 7, count: rest))
      scene.office.place.write([UInt8](repeating: 7, count: rest), to: "store/\(file.path)")
      let writer = try scene.writer(TravelList([file]))
      let bytes = try scene.bytes(writer)
      #expect(bytes.count == writer.head.bytes.count + size + size / PackCipher.pieceSize * 20 + 64)
      #expect(try contents(scene.unpack(bytes, on: Disk(path: "/", files: FakeFileSystem()))).files == [file])
    }
  }

  @Test func `A pack is made of nothing but what the list says, and for somebody`() throws {
    let scene = try PackScene(["store.json"])
    #expect(throws: StoreError.self) { try scene.writer(for: []) }
    #expect { try scene.writer(TravelList([PackScene.file("../secret", [])])) } throws: {
      ($0 as? StoreError)?.kind == .unsafePath
    }
    var file = try #require(scene.list.files.first)
    file.sha256 = Hexadecimal.sha256([])
    #expect { try scene.writer(TravelList([file])).write { _ in } } throws: { ($0 as? StoreError)?.kind == .damaged }
  }

  @Test func `One that would not fit FAT is refused before a byte is written, with what to leave out`() throws {
    let scene = try PackScene()
    let list = TravelList(
      (1...5).map {
        TravelFile(path: "cases/370000/2025-1/C0\($0)/a.pdf", size: 1 << 30, sha256: Hexadecimal.sha256([]))
      })
    #expect { try scene.writer(list) } throws: {
      guard let error = $0 as? StoreError else { return false }
      return error.kind == .tooLarge && error.message.zh.contains("cases/370000/2025-1/C01（1024 MiB）")
        && error.message.zh.contains("5120 MiB")
    }
    // The largest that does.
    #expect(try scene.writer(TravelList(Array(list.files.prefix(3)))).size < 1 << 32)
  }

  // MARK: what is refused

  private static let content = Array("x\n".utf8)

  @Test(arguments: [
    "../x", "registry/../../x", "/etc/passwd", "cases//2025-1/C01/x", "", ".", "..", ".git/config",
    "cases/370000/.git/C01/x", ".tidu/tmp/x", "cases/370000/2025-1/C01", "cases/370000/2025-1/C01/..",
    "cases/370000/2025-1/C01/./x", "cases/370000/2025-1/C01/a\u{0}b", "cases/370000/2025-1/C01/a\nb",
    "cases/370000/2025-1/C01/\u{9B}31m", "registry/run.sh", "registry", "store.json/x", "store.JSON", "sealed/zz",
    "settings/../x.yaml", "settings/x.sh", "titles/370000/x/run.sh", "rounds/370000/2025-1/.x.event.json", "x/y",
    "events", "cases/370000/2025-1/C01/" + String(repeating: "x", count: 256),
    "cases/370000/2025-1/C01/" + String(repeating: "x/", count: 40) + "x",
  ])
  func `A name that the program never makes is refused`(_ path: String) throws {
    let scene = try PackScene(["store.json"])
    // After a sound one, which goes with it.
    let text = PackScene.text([("store.json", Self.content), (path, Self.content)])
    try scene.refuses(scene.forged(text, files: 2, size: 4), .name(path), path)
  }

  @Test func `A name that stands there already, or leads through a file, is refused`() throws {
    let scene = try PackScene(["store.json"])
    let folder = "cases/370000/2025-1/C01"
    for (first, second) in [
      ("\(folder)/a", "\(folder)/a"), ("\(folder)/a", "\(folder)/a/b"), ("\(folder)/a/b", "\(folder)/a"),
    ] {
      let text = PackScene.text([(first, Self.content), (second, Self.content)])
      try scene.refuses(scene.forged(text, files: 2, size: 4), .doubled(second), second)
    }
  }

  @Test func `Sizes, hashes, lines and counts that lie are refused`() throws {
    let scene = try PackScene(["store.json"])
    let good = PackScene.file("store.json", Self.content)
    func line(_ change: (inout TravelFile) -> Void) -> [UInt8] {
      var file = good
      change(&file)
      return PackEntry.line(file) + Self.content
    }
    let next = PackScene.text([("registry/0123456789abcdef", Self.content)])
    try scene.refuses(scene.forged(line { $0.size = 1 } + next, files: 2, size: 3), .content(good.path), "short")
    try scene.refuses(scene.forged(line { $0.size = 3 } + next, files: 2, size: 5), .content(good.path), "long")
    try scene.refuses(scene.forged(line { $0.size = 1 << 30 }, size: 1 << 30), .count, "longer than all of it")
    try scene.refuses(scene.forged(line { $0.size = 0 }, size: 0), .content(good.path), "empty")
    try scene.refuses(scene.forged(line { $0.sha256 = Hexadecimal.sha256([]) }, size: 2), .content(good.path), "hash")
    for size in [-1, (1 << 30) + 1, Int.max] {
      try scene.refuses(scene.forged(line { $0.size = size }, size: 2), .line(1), "\(size)")
    }
    for text in [
      "{}", "x", "", "[1]", "{\"path\":\"store.json\"}", "{ \"path\":\"store.json\"}",
      String(repeating: "x", count: 20_000),
    ] {
      try scene.refuses(scene.forged(Array("\(text)\n".utf8)), .line(1), text)
    }
    let long = PackScene.text([("store.json", Self.content)]) + [UInt8](repeating: 0x78, count: 20_000)
    try scene.refuses(scene.forged(long, files: 1, size: 2), .line(2), "a line without end")
    let text = PackScene.text([("store.json", Self.content)])
    try scene.refuses(scene.forged(text, files: 2, size: 2), .count, "fewer files")
    try scene.refuses(scene.forged(text, files: 0, size: 2), .count, "more files")
    try scene.refuses(scene.forged(text, files: 1, size: 3), .count, "other bytes")
    try scene.refuses(scene.forged(text, files: 1, size: 2, events: 1), .count, "no list of events")
    try scene.refuses(scene.forged(Array(text.dropLast()), files: 1, size: 2), .count, "ends within a file")
  }

  @Test func `Who may not have made one, and whom it is not for, is said`() throws {
    let scene = try PackScene(["store.json"])
    let text = PackScene.text([("store.json", Self.content)])
    func refuses(_ fault: PackFault, by key: OfficerKey, author: String? = nil) throws {
      try scene.refuses(scene.forged(text, size: 2, by: key, author: author), fault, "\(fault)")
    }
    try refuses(.keyUnknown("sue"), by: OfficerKey(officer: "sue"))
    try refuses(.keyEnded("ivan"), by: try scene.office.key("ivan"))
    try refuses(.keyEnded("lena"), by: try scene.office.key("lena"))
    try refuses(.notAuthor("sue"), by: try scene.office.key("rita"), author: "sue")
    let other = Hexadecimal.sha256([1])
    try scene.refuses(
      scene.forged(text, size: 2, store: other), .otherStore(theirs: other, ours: scene.office.store.id), "store")
  }

  @Test func `A key that only the pack's own registry knows counts, and one that it ends does not`() throws {
    let scene = try PackScene(["registry", "store.json"])
    let bytes = try scene.bytes(scene.writer())
    // As somebody knows it who has the founding alone.
    let young = Registry(
      scene.registry.entries.map(\.event).filter { $0.id == scene.office.store.id }, store: scene.office.store.id)
    #expect(!young.knows(scene.maker.sign))
    _ = try scene.unpack(bytes, on: Disk(path: "/", files: FakeFileSystem()), registry: young)
    // Without the events that make it known nobody believes it.
    let bare = try scene.forged(PackScene.text([("store.json", Self.content)]), size: 2)
    #expect(throws: PackFault.keyUnknown("sue").error(PackScene.name, called: young.now.name(of:))) {
      try scene.unpack(bare, on: Disk(path: "/", files: FakeFileSystem()), registry: young)
    }
    // One that was in force when we heard last.
    let ivan = try scene.bytes(scene.writer(by: try scene.office.key("ivan")))
    let before = Registry(
      scene.registry.entries.map(\.event).filter { $0.act != .end }, store: scene.office.store.id)
    #expect(before.now.keys[try scene.office.key("ivan").sign] == "ivan")
    #expect(throws: PackFault.keyEnded("ivan").error(PackScene.name, called: scene.registry.now.name(of:))) {
      try scene.unpack(ivan, on: Disk(path: "/", files: FakeFileSystem()), registry: before)
    }
  }

  @Test func `What is no pack, or of a newer program, is called so`() throws {
    let scene = try PackScene(["store.json"])
    let event = try scene.office.store.disk.read(
      "registry/" + (try scene.office.store.disk.names("registry").first ?? ""), limit: 1 << 20)
    let others: [[UInt8]] = [
      Array("PK\u{3}\u{4}".utf8), [0x89, 0x50, 0x4E, 0x47], Array("你好\n再见\n".utf8), Array("{}\n{}\n".utf8), event,
      Array("{\"format\":\"tidu.store/1\"}\n{}\n".utf8), [UInt8](repeating: 0, count: 3 << 20),
    ]
    for (number, bytes) in others.enumerated() { try scene.refuses(bytes, .notAPack, "\(number)") }
    try scene.refuses(Array("{\"format\":\"tidu.pack/2\"}\n{}\n".utf8), .newerFormat("tidu.pack/2"), "newer")
    try scene.refuses([], .cut, "empty")
  }

  @Test func `Pieces left out, doubled, exchanged or of another pack do not open`() throws {
    let scene = try PackScene(["store.json"])
    let file = ("cases/370000/2025-1/C01/a.pdf", [UInt8](repeating: 1, count: 3 * PackCipher.pieceSize))
    let text = PackScene.text([file])
    func forged(_ change: (inout [[UInt8]]) throws -> Void) throws -> [UInt8] {
      try scene.forged(text, size: file.1.count, change: change)
    }
    _ = try scene.unpack(try forged { _ in }, on: Disk(path: "/", files: FakeFileSystem()))
    try scene.refuses(forged { $0.remove(at: 1) }, .piece(2), "left out")
    try scene.refuses(forged { $0.insert($0[1], at: 1) }, .piece(3), "doubled")
    try scene.refuses(forged { $0.swapAt(1, 2) }, .piece(2), "exchanged")
    // What follows is read for a piece, whatever it says.
    try scene.refuses(forged { $0.removeLast() }, nil, "the last one left out")
    try scene.refuses(forged { $0[3][0] &= 0x7F }, .piece(4), "the mark of the last taken off")
    try scene.refuses(forged { $0[0][0] |= 0x80 }, .piece(1), "the mark of the last set")
    try scene.refuses(forged { $0.append($0[3]) }, .trailing, "one more")
    var theirs: [UInt8] = []
    _ = try forged { theirs = $0[1] }
    try scene.refuses(forged { $0[1] = theirs }, .piece(2), "of another pack")
    // The head of one on the body of the other.
    let (one, two) = (try forged { _ in }, try forged { _ in })
    let heads = try (PackScene.head(one), PackScene.head(two))
    try scene.refuses(heads.0.bytes + two[heads.1.bytes.count...], .piece(1), "heads exchanged")
    try scene.refuses(one + [0], .trailing, "something behind it")
    var signature = one
    signature.replaceSubrange((one.count - 64)..., with: two.suffix(64))
    try scene.refuses(signature, .signature, "signatures exchanged")
  }
}

extension PackScene {
  static func head(_ pack: [UInt8]) throws -> PackHead {
    var input = PackInput { pack }
    return try PackHead(reading: try #require(try input.twoLines(limit: PackHead.limit)))
  }
}
