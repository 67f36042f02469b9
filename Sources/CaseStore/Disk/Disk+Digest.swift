import Crypto
import ScoringCore
import SystemPackage

extension Disk {
  /// Most bytes of a file that the store reads piece by piece or whole for its hash: 1 GiB.
  static let fileLimit = 1 << 30

  /// SHA-256 of a plain file of at most `fileLimit` bytes, read piece by piece, 64 hexadecimal digits.
  /// - Parameter each: is given every piece.
  func digest(_ path: String, _ each: ([UInt8]) throws(StoreError) -> Void = { _ in }) throws(StoreError) -> String {
    let (parent, name) = split(path)
    let sha = try withFolder(parent) { folder throws(StoreError) -> String in
      let file: Int32
      do throws(Errno) { file = try retrying(try files.open(name, in: folder)) } catch {
        throw .reading(shown(path), error)
      }
      defer { try? files.close(file) }
      let status: FileStatus
      do throws(Errno) { status = try files.status(file) } catch { throw .reading(shown(path), error) }
      guard status.kind == .file else { throw .unsafe(shown(path)) }
      // Refused before it is read: a hole of any size costs nothing to make.
      guard status.size <= Self.fileLimit else { throw .tooLarge(shown(path), limit: Self.fileLimit) }
      var rest = Self.fileLimit
      var hash = SHA256()
      while true {
        let part: [UInt8]
        do throws(Errno) { part = try retrying(try files.read(file, 1 << 20)) } catch {
          throw .reading(shown(path), error)
        }
        rest -= part.count
        guard rest >= 0 else { throw .tooLarge(shown(path), limit: Self.fileLimit) }
        if part.isEmpty { return Hexadecimal.text(hash.finalize()) }
        hash.update(data: part)
        try each(part)
      }
    }
    guard let sha else { throw .reading(shown(path), .noSuchFileOrDirectory) }
    return sha
  }
}
