import ScoringCore
import SystemPackage

extension Store {
  /// Seals a text to officers and keeps it; an event names what this returns: the SHA-256 of the file.
  /// - Parameters:
  ///   - recipients: public sealing keys from the registry.
  ///   - folder: of the case it is about: it opens for no other, and in no other store.
  package func seal(_ text: [UInt8], to recipients: [String], in folder: String) throws(StoreError) -> String {
    let bytes = try SealedFile.seal(text, to: recipients, .init(store: id, folder: folder))
    let hash = Hexadecimal.sha256(bytes)
    _ = try disk.publish(bytes, in: "sealed", names: [hash], mode: 0o440)
    return hash
  }

  /// The text of a sealed file; `nil` where it was erased or has not arrived.
  /// - Parameter folder: of the case whose event names it.
  package func unseal(_ hash: String, in folder: String, with key: OfficerKey) throws(StoreError) -> [UInt8]? {
    let path = "sealed/\(hash)"
    guard let bytes = try file("sealed", hash, limit: SealedFile.limit) else { return nil }
    return try SealedFile.open(bytes, with: key, .init(store: id, folder: folder), path: path)
  }

  /// The SHA-256 by which events name a file, 64 lower-case hexadecimal digits.
  package static func hash(of bytes: [UInt8]) -> String { Hexadecimal.sha256(bytes) }

  /// Keeps a file by its hash in a folder of a case or round: a paper, a list, a letter, a redacted copy.
  /// - Returns: its SHA-256, which events name.
  package func keep(_ bytes: [UInt8], in folder: String) throws(StoreError) -> String {
    let hash = Hexadecimal.sha256(bytes)
    _ = try disk.publish(bytes, in: folder, names: [hash])
    return hash
  }

  /// Names under which a file is kept by its hash, the whole one first; the shorter ones serve where bad bytes have it.
  static func names(ofFile hash: String) -> [String] { Disk.names(ofHash: hash) { String($0) }.reversed() }

  /// A file kept by its hash; `nil` where it is not there. Bytes that do not fit the hash are never given out.
  /// - Parameter limit: most bytes that it can have by what names it; a larger one is refused unread.
  package func file(_ folder: String, _ hash: String, limit: Int? = nil) throws(StoreError) -> [UInt8]? {
    guard Hexadecimal.isDigest(hash) else { return nil }
    var failure: StoreError?
    for name in Store.names(ofFile: hash) {
      let path = "\(folder)/\(name)"
      do throws(StoreError) {
        guard let bytes = try disk.readIfPresent(path, limit: limit ?? Disk.fileLimit) else { continue }
        if Hexadecimal.sha256(bytes) == hash { return bytes }
        failure =
          failure
          ?? StoreError(.damaged, path, Phrase("\(path)的内容与其哈希不符", "The content of \(path) does not fit its hash"))
      } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    return nil
  }

  /// Deletes files whose erasing an event has recorded, sealed ones and those of the folder; one that is not there is no
  /// error.
  /// - Returns: how many were there.
  package func erase(_ hashes: [String], in folder: String) throws(StoreError) -> Int {
    var count = 0
    for place in ["sealed", folder] {
      _ = try disk.withFolder(place) { handle throws(StoreError) in
        let before = count
        for name in hashes.filter(Hexadecimal.isDigest).flatMap(Store.names(ofFile:)) {
          do throws(Errno) {
            try retrying(try disk.files.remove(name, in: handle))
            count += 1
          } catch {
            if error != .noSuchFileOrDirectory { throw .writing("\(place)/\(name)", error) }
          }
        }
        guard count > before else { return }
        do throws(Errno) { try retrying(try disk.files.sync(handle)) } catch { throw .unknown(place, error) }
      }
    }
    return count
  }
}
