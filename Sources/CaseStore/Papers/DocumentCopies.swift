package import Casework
import Glibc
import ScoringCore
import Synchronization
import SystemPackage

/// Copies of papers for other programs to open: in a folder for their reader alone, gone with this value.
///
/// A viewer never gets the file itself: what it shows is what was checked, whoever writes to the store meanwhile.
package final class DocumentCopies: Sendable {
  private let place: String
  private let disk: Disk
  private let made = Mutex<[String]>([])

  /// A day; folders older than this were left by a program that was killed.
  private static let leftover: Int64 = 86_400

  /// Makes the folder, in the officer's own where he has one.
  package init(_ store: Store, at moment: Timestamp) throws(StoreError) {
    let above = store.own?.path ?? "/tmp"
    var template = Array("\(above)/viewed-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .writing("\(above)/viewed", Errno(rawValue: errno)) }
    place = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    disk = try Disk(path: place)
    if let own = store.own { Self.sweep(own.disk, before: moment.seconds - Self.leftover) }
  }

  deinit { removeAll() }

  /// Copies a paper and checks what was copied.
  ///
  /// - Parameter hashes: those that applications of the case declare of this file; none binds nothing.
  /// - Returns: the path of the copy.
  /// - Throws: `damaged` where its bytes have none of the hashes; `missing` where it is not in the store; `unsafe` for a
  ///   link, a folder or a name that leads out of the case.
  package func copy(_ store: Store, _ key: CaseKey, _ file: String, as hashes: [String]) throws(StoreError) -> String {
    let path = try store.paperPath(key, file)
    let made = try make(split(file).name)
    defer { try? disk.files.close(made.file) }
    let sha = try store.digest(key, try store.paperPlace(key, file, as: hashes)) { part throws(StoreError) in
      try write(part, to: made.file)
    }
    guard hashes.isEmpty || hashes.contains(sha) else {
      unlink(made.path)
      let (zh, en) = (DocumentOnDisk.other.name.zh, DocumentOnDisk.other.name.en)
      throw StoreError(
        .damaged, path,
        Phrase(
          "\(path)\(zh)：SHA-256 与申报时不符，没有打开", "\(path) is \(en): its SHA-256 is not the one declared; it was not opened"
        ))
    }
    return made.path
  }

  /// Copies bytes that were checked already.
  /// - Returns: the path of the copy.
  package func copy(_ bytes: [UInt8], named name: String) throws(StoreError) -> String {
    let made = try make(name)
    defer { try? disk.files.close(made.file) }
    try write(bytes, to: made.file)
    return made.path
  }

  /// Makes a file of that name in a folder of its own, open to be written.
  private func make(_ name: String) throws(StoreError) -> (path: String, file: Int32) {
    let folder = String(UInt64.random(in: .min ... .max), radix: 16)
    let target: Int32
    do { target = try disk.make(folder, mode: 0o700, durable: false) } catch { throw .writing(place, error) }
    defer { try? disk.files.close(target) }
    made.withLock { $0.append("\(folder)/\(name)") }
    do {
      return ("\(place)/\(folder)/\(name)", try retrying(try disk.files.create(name, in: target, mode: 0o400)))
    } catch { throw .writing(place, error) }
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws(StoreError) {
    var rest = bytes[...]
    do throws(Errno) {
      while !rest.isEmpty { rest = rest.dropFirst(try retrying(try disk.files.write(file, rest))) }
    } catch { throw .writing(place, error) }
  }

  /// Takes all of them away.
  package func removeAll() {
    made.withLock { made in
      for path in made {
        unlink("\(place)/\(path)")
        rmdir("\(place)/\(split(path).folder)")
      }
      made = []
    }
    rmdir(place)
  }

  private static func sweep(_ own: Disk, before moment: Int64) {
    for old in (try? own.names("")) ?? [] where old.hasPrefix("viewed-") {
      _ = try? own.withFolder(old) { folder throws(StoreError) in
        guard let status = try? own.files.status(folder), status.modified < moment else { return }
        for inner in try own.names(old) {
          _ = try own.withFolder("\(old)/\(inner)") { deepest throws(StoreError) in
            for file in try own.names("\(old)/\(inner)") { try? own.files.remove(file, in: deepest) }
          }
          rmdir("\(own.path)/\(old)/\(inner)")
        }
        rmdir("\(own.path)/\(old)")
      }
    }
  }
}
