internal import ScoringCore

/// Photographs of a visit or a hearing lose what a camera wrote beside the picture – place, time, device – before they are
/// hashed (Casework §8.3).
package enum Photograph {
  /// The picture alone, of JPEG and PNG; any other file is as it was, and a picture of which what was written beside it
  /// cannot be taken away is refused.
  /// - Parameter name: names it in the refusal.
  package static func cleaned(_ bytes: [UInt8], _ name: String) throws(StoreError) -> [UInt8] {
    if let clean = jpeg(bytes) ?? png(bytes) { return clean }
    guard isPicture(bytes) else { return bytes }
    throw StoreError(
      .badInput, name,
      Phrase(
        "\(name)：这张照片损坏，或不是 JPEG、PNG，去不掉其中的拍摄地点和时间；请另存为 JPEG 再添",
        "\(name): damaged, or neither JPEG nor PNG: place and time cannot be taken out of it; save it as JPEG and add that"
      ))
  }

  /// Whether a file is a picture of a sort that cameras make, by how it begins.
  package static func isPicture(_ bytes: [UInt8]) -> Bool { suffix(bytes) != nil && suffix(bytes) != "pdf" }

  /// A name for a file that is kept by its hash.
  package static func name(of bytes: [UInt8], _ hash: String) -> String {
    hash.prefix(12) + "." + (suffix(bytes) ?? "txt")
  }

  private static func suffix(_ bytes: [UInt8]) -> String? {
    func begins(_ text: String, at place: Int = 0) -> Bool { bytes.dropFirst(place).starts(with: Array(text.utf8)) }
    if bytes.starts(with: [0xFF, 0xD8]) { return "jpg" }
    if bytes.starts(with: signature) { return "png" }
    if begins("II*\0") || begins("MM\0*") { return "tif" }
    if begins("RIFF"), begins("WEBP", at: 8) { return "webp" }
    if begins("ftyp", at: 4) { return "heic" }
    return begins("%PDF") ? "pdf" : nil
  }

  /// Segments that say nothing of the picture itself: EXIF, XMP, comments and the like. JFIF, the colour profile and
  /// Adobe's are kept.
  private static func isMetadata(_ marker: UInt8) -> Bool {
    marker == 0xFE || ((0xE1...0xEF).contains(marker) && marker != 0xE2 && marker != 0xEE)
  }

  /// What stands behind the end of the picture goes too: other pictures with metadata of their own.
  private static func jpeg(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var result: [UInt8] = [0xFF, 0xD8]
    var index = 2
    while index + 1 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      if marker == 0xD9 { return result + [0xFF, 0xD9] }
      guard index + 3 < bytes.count else { return nil }
      let end = index + 2 + Int(bytes[index + 2]) << 8 + Int(bytes[index + 3])
      guard end >= index + 4, end <= bytes.count else { return nil }
      if !isMetadata(marker) { result += bytes[index..<end] }
      index = end
      guard marker == 0xDA else { continue }
      // The picture's own data, to the next marker that is none of its restarts.
      let start = index
      while index + 1 < bytes.count, bytes[index] != 0xFF || bytes[index + 1] == 0 || (bytes[index + 1] & 0xF8) == 0xD0
      {
        index += 1
      }
      result += bytes[start..<index]
    }
    return nil
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func png(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: signature) else { return nil }
    var result = signature
    var index = signature.count
    while index + 12 <= bytes.count {
      let length = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - index - 12 else { return nil }
      let end = index + 12 + length
      let name = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
      if !["eXIf", "tEXt", "zTXt", "iTXt", "tIME"].contains(name) { result += bytes[index..<end] }
      if name == "IEND" { return result }
      index = end
    }
    return nil
  }
}
