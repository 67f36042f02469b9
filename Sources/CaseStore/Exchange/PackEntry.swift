import ScoringCore
import StrictJSON

/// The line before a file in a pack: its path from the store's root, its size and its hash.
enum PackEntry {
  /// Most bytes of a line with its end.
  static let limit = 16_384
  /// The path of the list of events, which is no file of the store.
  static let events = "events"
  /// Bytes of an id in that list: 64 digits and an end of line.
  static let idSize = 65

  /// The line with its end.
  static func line(_ file: TravelFile) -> [UInt8] {
    let value: JSONValue = [
      "path": .string(file.path), "sha256": .string(file.sha256), "size": .integer(Int64(file.size)),
    ]
    return value.canonicalBytes + [0x0A]
  }

  /// `nil` where the line is not in its one form.
  /// - Parameter line: without its end.
  static func file(_ line: [UInt8]) -> TravelFile? {
    guard let value = try? JSONValue(parsing: line), let path = value["path"]?.string,
      let sha = value["sha256"]?.string, Hexadecimal.isDigest(sha),
      let size = value["size"]?.integer.flatMap({ Int(exactly: $0) }), (0...Disk.fileLimit).contains(size)
    else { return nil }
    let file = TravelFile(path: path, size: size, sha256: sha)
    return Self.line(file).dropLast().elementsEqual(line) ? file : nil
  }
}

extension TravelFile {
  /// Whether the program could have made this name (Casework §9.1): whatever a pack says else leads nowhere.
  var hasOwnName: Bool {
    let parts = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard path.utf8.count <= 4096, parts.allSatisfy(Self.isName), let name = parts.last else { return false }
    let isKept = EventFile.isName(name) || Store.isNameOfHash(name)
    // A folder that begins with a dot is nobody's case, office or batch; a paper may be called so.
    let isVisible = !parts.prefix(4).contains { $0.hasPrefix(".") }
    switch (parts[0], parts.count) {
    case (Store.storeName, 1): return true
    case (_, 1): return Store.outside[name] != nil
    case ("registry", 2): return isKept
    case ("sealed", 2): return Store.isNameOfHash(name)
    case ("settings", 2): return name.hasSuffix(".yaml") && isVisible
    case ("cases", 5...32): return isVisible
    case ("titles", 3...4), ("rounds", 3...4): return isKept && isVisible
    default: return false
    }
  }

  private static func isName(_ part: String) -> Bool {
    (1...255).contains(part.utf8.count) && part != "." && part != ".."
      && !part.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
  }
}
