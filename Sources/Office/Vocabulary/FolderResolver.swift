package import CaseStore
package import Casework
internal import ScoringCore

/// The folders of a store as a person names them: `registry`, `rounds/…`, `titles/…`, or a case by its id or folder.
package struct FolderResolver {
  private let store: Store

  /// Resolves names in a store.
  package init(_ store: Store) { self.store = store }

  /// The folder of that name, as events name it.
  package func folder(_ name: String) throws(OfficeError) -> String {
    if name == "registry" { return name }
    if name.hasPrefix("rounds/") || name.hasPrefix("titles/") {
      guard Self.isFolder(name) else { throw .notAFolder(name) }
      return name
    }
    return try key(name).path
  }

  /// The case of that id, or of that folder where an id stands in two batches.
  package func key(_ name: String) throws(OfficeError) -> CaseKey {
    let found = try withStore { () throws(StoreError) in
      if let key = CaseKey(path: name.hasPrefix("cases/") ? name : "cases/" + name) {
        return try store.holds(key) ? [key] : []
      }
      return try store.caseKeys(id: name)
    }
    guard let key = found.first else {
      if let gone = store.gone(name) { throw .store(gone) }
      throw .noSuchCase(name)
    }
    guard found.count == 1 else { throw .severalCases(name, found) }
    return key
  }

  /// Names that the program may make: two or three parts of letters, digits, dots and hyphens.
  private static func isFolder(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.first != "." && !DeviceName.isReserved(part.utf8)
          && part.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
              || byte == 0x2D || byte == 0x2E || byte == 0x5F
          }
      }
  }
}
