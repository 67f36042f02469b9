internal import StrictJSON

/// The list of materials that came with the application.
extension FieldReader {
  private static let materialKeys = JSONKeys(["item", "year", "file", "sha256", "pages"])
  private static let items = CodeTable<MaterialItem>()

  mutating func materials() throws(JSONFault) -> [Application.DeclaredDocument] {
    try array(orNull: true) { fields throws(JSONFault) in
      var item: MaterialItem?
      var year: Int?
      var file: JSONString?
      var sha256: JSONString?
      var pages: Int?
      _ = try fields.object(FieldReader.materialKeys, required: 1) { fields, index throws(JSONFault) in
        switch index {
        case 0: item = try fields.code(FieldReader.items)
        case 1: year = try fields.integer(FieldReader.integers, orNull: true)
        case 2: file = try fields.file()
        case 3:
          sha256 = try fields.valid(orNull: true, otherwise: ApplicationProblem.sha256, Hexadecimal.isDigest)
        default: pages = try fields.integer(FieldReader.ranks, orNull: true)
        }
      }
      guard let item, fields.keepsMaterials else { return nil }
      return Application.DeclaredDocument(
        item: item, year: year, file: file.map { fields.reader.text($0) },
        sha256: sha256.map { fields.reader.text($0) }, pages: pages)
    } ?? []
  }

  /// A relative path inside the case folder: not empty, no leading `/`, no part `..`, no control character.
  private mutating func file() throws(JSONFault) -> JSONString? {
    guard let string = try string(orNull: true) else { return nil }
    if withBytes(of: string, { FieldReader.hasControl($0) }) {
      note(.controlCharacter, at: string)
      return nil
    }
    guard withBytes(of: string, FieldReader.isInside) else {
      note(.file(reader.text(string)), at: string)
      return nil
    }
    return string
  }

  /// Whether UTF-8 holds a character below U+0020, but line feed, carriage return and tab where they may stand, or from
  /// U+007F to U+009F.
  static func hasControl(_ bytes: UnsafeRawBufferPointer, butBreaks: Bool = false) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if butBreaks, byte == 0x0A || byte == 0x0D || byte == 0x09 { continue }
      if byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte < 0xA0) { return true }
      previous = byte
    }
    return false
  }

  private static func isInside(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, first != 0x2F else { return false }
    /// Points at the beginning of the part; -1 when something else is in it.
    var points = 0
    for byte in bytes {
      switch byte {
      case 0x2F:
        if points == 2 { return false }
        points = 0
      case 0x2E where points >= 0: points &+= 1
      default: points = -1
      }
    }
    return points != 2
  }
}
