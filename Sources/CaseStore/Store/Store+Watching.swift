package import Casework
import Glibc
import SystemPackage

/// What a look at a few folders tells, to see that something in them has changed. A look costs one call a folder and
/// sees what other computers write to a shared one, which a notice of the system does not.
package struct FolderStamps: Sendable, Hashable {
  /// Of the case's folder and its papers.
  package var file: UInt64
  package var batch: UInt64
  package var registry: UInt64
}

extension Store {
  /// Stamps of the folders that an open case lives by; 0 for one that is not there or cannot be looked at.
  package func stamps(of key: CaseKey) -> FolderStamps {
    let parts = key.path.split(separator: "/").dropLast()
    return FolderStamps(
      file: stamp(key.path) &* 31 &+ stamp(key.path + "/materials"), batch: stamp(parts.joined(separator: "/")),
      registry: stamp("registry"))
  }

  /// Seconds within which a folder may change twice and show one time: what file systems round to.
  private static let coarseness: Int64 = 3

  private func stamp(_ folder: String) -> UInt64 {
    let found = try? disk.withFolder(folder) { descriptor -> UInt64 in
      guard let status = try? retrying(try disk.files.status(descriptor)) else { return 0 }
      var hash = Fingerprint.of([("", status)])
      // Changed a moment ago: the time alone would miss what comes within the same one.
      if Int64(time(nil)) - status.modified < Self.coarseness, let names = try? disk.files.names(in: descriptor) {
        for name in names.sorted() { for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
      }
      return hash
    }
    return (found ?? nil) ?? 0
  }
}
