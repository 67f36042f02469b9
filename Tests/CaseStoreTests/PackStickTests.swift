import Glibc
import ScoringCore
import Testing

@testable import CaseStore

/// Packs on a stick of 32 MB as they are sold, FAT and exFAT: only where the tests run as root, have loop devices and can make
/// and mount such a file system, in the kernel or by fusefat and exfat-fuse.
@Suite(
  .serialized,
  .enabled(if: !Stick.kinds.isEmpty, "needs root, loop devices, mkfs.vfat or mkfs.exfat, and vfat, exfat or FUSE"))
struct PackStickTests {
  /// A pack of some 10 MB.
  private func writer(_ scene: PackScene, papers: Int = 5) throws -> PackWriter {
    let folder = ForgedOffice.path("C01")
    let files = (0..<papers).map { number in
      PackScene.file("\(folder)/\(number).pdf", [UInt8](repeating: UInt8(number), count: 2 << 20))
    }
    for (number, file) in files.enumerated() {
      scene.office.place.write([UInt8](repeating: UInt8(number), count: file.size), to: "store/\(file.path)")
    }
    return try scene.writer(TravelList(scene.list.files + files))
  }

  private func unpack(_ scene: PackScene, _ stick: Stick) throws -> Int {
    let reader = PackReader(store: scene.office.store.id, registry: scene.registry, key: { _ in scene.reader })
    return try reader.unpack(stick.pack, on: scene.office.store.disk).withFiles(PackScene.list).files.count
  }

  @Test(arguments: Stick.kinds)
  fileprivate func `A pack is written, read again and unpacked after the stick was elsewhere`(_ kind: Stick.Kind) throws
  {
    let (scene, stick) = (try PackScene(["store.json", "registry"]), try Stick(kind))
    let writer = try writer(scene)
    var (written, read) = (0, 0)
    _ = try PackFile.write(writer, to: stick.pack) { (written, read) = ($0, $1) }
    #expect(written == writer.size && read == writer.size)
    try stick.unmount()
    try stick.mount()
    #expect(try stick.names == ["u.pack"])
    #expect(try unpack(scene, stick) == writer.head.statement.files)
    #expect { try PackFile.write(writer, to: stick.pack) } throws: { ($0 as? StoreError)?.kind == .exists }
  }

  @Test(arguments: Stick.kinds, [0.0, 0.5, 1.0])
  fileprivate func `A stick that is unmounted halfway is not told as safe, and the next time it is`(
    _ kind: Stick.Kind, _ part: Double
  ) throws {
    let (scene, stick) = (try PackScene(["store.json", "registry"]), try Stick(kind))
    let writer = try writer(scene)
    var isThere = true
    #expect {
      try PackFile.write(writer, to: stick.pack) { written, _ in
        guard isThere, Double(written) >= part * Double(writer.size) else { return }
        isThere = false
        try? stick.unmount(lazily: true)
      }
    } throws: {
      guard let error = $0 as? StoreError else { return false }
      return error.kind == .disk && error.message.zh.contains("卸下或拔出")
    }
    #expect(try Disk(path: stick.folder).names("") == [])
    try stick.mount()
    #expect(try stick.names == [])
    _ = try PackFile.write(writer, to: stick.pack)
    #expect(try unpack(scene, stick) == writer.head.statement.files)
  }

  @Test(arguments: Stick.kinds)
  fileprivate func `A stick that is pulled out halfway is not told as safe, and another is`(_ kind: Stick.Kind) throws {
    let (scene, stick) = (try PackScene(["store.json", "registry"]), try Stick(kind))
    let writer = try writer(scene)
    var isThere = true
    #expect {
      try PackFile.write(writer, to: stick.pack) { written, _ in
        guard isThere, written >= writer.size / 2 else { return }
        isThere = false
        try? stick.pull()
      }
    } throws: { ($0 as? StoreError)?.message.zh.isEmpty == false }
    let another = try Stick(kind)
    _ = try PackFile.write(writer, to: another.pack)
    #expect(try unpack(scene, another) == writer.head.statement.files)
  }

  @Test(arguments: Stick.kinds)
  fileprivate func `A stick that is too small is told as full, with what the pack needs, and is left as it was`(
    _ kind: Stick.Kind
  ) throws {
    let (scene, stick) = (try PackScene(["store.json", "registry"]), try Stick(kind))
    let writer = try writer(scene, papers: 20)
    #expect { try PackFile.write(writer, to: stick.pack) } throws: {
      guard let error = $0 as? StoreError else { return false }
      return error.kind == .noRoom && error.message.zh.contains("41 MiB") || !stick.saysFull
    }
    #expect(try stick.names == [])
    _ = try PackFile.write(try self.writer(scene), to: stick.pack)
  }
}

/// An image on a loop device, mounted; gone with the test.
private final class Stick {
  enum Kind: String, CaseIterable { case vfat, exfat }

  let folder: String
  private let kind: Kind
  private let image: String
  private let device: String
  var pack: String { folder + "/u.pack" }

  /// What can be made and mounted here.
  static let kinds = getuid() == 0 ? Kind.allCases.filter { (try? Stick($0)) != nil } : []

  init(_ kind: Kind) throws {
    self.kind = kind
    // On a disk, so that the image can be cut short.
    folder = "/tmp/tidu-stick-" + String(UInt64.random(in: .min ... .max), radix: 36)
    image = folder + ".img"
    mkdir(folder, 0o755)
    try Self.run("truncate", "-s", "32M", image)
    do {
      try Self.run("mkfs.\(kind)", image)
      device = try Self.run("losetup", "-f", "--show", image)
    } catch {
      unlink(image)
      rmdir(folder)
      throw error
    }
    try mount()
  }

  deinit {
    try? unmount(lazily: true)
    _ = try? Self.run("losetup", "-d", device)
    unlink(image)
    rmdir(folder)
  }

  var names: [String] { get throws { try Disk(path: folder).names("") } }

  /// fusefat answers that it may not where there is no room.
  private(set) var saysFull = true

  func mount() throws {
    if (try? Self.run("mount", "-t", "\(kind)", device, folder)) != nil { return }
    switch kind {
    case .vfat:
      saysFull = false
      try Self.run("fusefat", "-o", "rw+", device, folder)
    case .exfat: try Self.run("mount.exfat-fuse", device, folder)
    }
  }

  func unmount(lazily: Bool = false) throws {
    if lazily { try Self.run("umount", "-l", folder) } else { try Self.run("umount", folder) }
  }

  /// From here on the device has no byte.
  func pull() throws {
    try Self.run("truncate", "-s", "0", image)
    try Self.run("losetup", "-c", device)
  }

  private struct Failed: Error { var what: String }

  /// Runs a program that may lie where only root looks; it may leave another behind, which serves the mount.
  @discardableResult
  private static func run(_ arguments: String...) throws -> String {
    let output = "/tmp/tidu-said-" + String(UInt64.random(in: .min ... .max), radix: 36)
    defer { unlink(output) }
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let pipe = popen("PATH=$PATH:/usr/sbin:/sbin \(words) >\(output) 2>&1 </dev/null", "r")
    guard let pipe, pclose(pipe) == 0 else { throw Failed(what: words) }
    let said = try Disk(path: "/tmp").read(split(output).name, limit: 1 << 20)
    return String(decoding: said, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
  }
}
