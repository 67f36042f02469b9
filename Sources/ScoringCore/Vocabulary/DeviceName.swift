/// Names that Windows keeps for devices: a folder or file of one cannot be made there, or is none.
package enum DeviceName {
  private static let names: Set<String> = Set(
    ["con", "prn", "aux", "nul", "conin$", "conout$"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// Whether a name, as UTF-8, is one of them: in letters of either case, and whatever ending it has.
  package static func isReserved(_ name: some Collection<UInt8>) -> Bool {
    let stem = name.prefix { $0 != 0x2E }
    guard (3...7).contains(stem.count) else { return false }
    return names.contains(String(decoding: stem, as: UTF8.self).lowercased())
  }
}
