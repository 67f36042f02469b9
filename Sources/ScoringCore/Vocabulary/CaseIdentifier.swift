/// Ids of cases and batches, which become names of folders.
package enum CaseIdentifier {
  /// Whether a text, as UTF-8, is one: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`, without `..`, not ending in `.` and no name of a
  /// device.
  package static func isWellFormed(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count <= 64, first != 0x2E, first != 0x5F, first != 0x2D else { return false }
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: break
      case 0x2E where previous != 0x2E: break
      default: return false
      }
      previous = byte
    }
    return previous != 0x2E && !DeviceName.isReserved(bytes)
  }
}
