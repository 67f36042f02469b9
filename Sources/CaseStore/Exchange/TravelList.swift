/// A file of a store that goes along to another place 随行文件.
package struct TravelFile: Sendable, Hashable {
  /// From the store's root.
  package var path: String
  /// Bytes.
  package var size: Int
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  package var sha256: String

  package init(path: String, size: Int, sha256: String) {
    self.path = path
    self.size = size
    self.sha256 = sha256
  }
}

/// What goes along to another place, in an order in which what is named comes before what names it: `store.json` and the
/// registry, settings, sealed files, papers, applications and lists, then the events.
package struct TravelList: Sendable, Hashable {
  package var files: [TravelFile]

  package init(_ files: [TravelFile] = []) { self.files = files }

  /// Bytes of all files together.
  package var size: Int { files.reduce(0) { $0 + $1.size } }
}
