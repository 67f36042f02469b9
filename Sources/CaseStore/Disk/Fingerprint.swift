/// What a look at the files of a folder tells of its content.
enum Fingerprint {
  /// FNV-1a over sorted names, each with what a look at its file tells: hints that its content is as it was.
  static func of(_ files: [(name: String, status: FileStatus)]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01B3 }
    for (name, status) in files {
      for byte in name.utf8 { take(UInt64(byte)) }
      take(0xFF)
      take(UInt64(bitPattern: Int64(status.size)))
      take(UInt64(bitPattern: status.modified &* 1_000_000_000 &+ status.nanoseconds))
      take(status.inode)
      take(status.kind == .file ? 0 : 1)
    }
    return hash
  }
}
