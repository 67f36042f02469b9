import ScoringCore

/// The mark of a folder that is being made a store by `tidu join` and has not everything yet: the store's id, in `.tidu`.
enum JoinMark {
  private static let folder = ".tidu"
  private static let name = "join"

  /// Id of the store that is being brought; `nil` where none is.
  static func read(_ disk: Disk) throws(StoreError) -> String? {
    let bytes = try disk.readIfPresent("\(folder)/\(name)", limit: 128)
    guard let text = bytes.map({ String(decoding: $0, as: UTF8.self) }), text.hasSuffix("\n") else { return nil }
    let id = String(text.dropLast())
    return Hexadecimal.isDigest(id) ? id : nil
  }

  static func write(_ id: String, _ disk: Disk) throws(StoreError) {
    try disk.replace(Array("\(id)\n".utf8), in: folder, name: name, mode: 0o644)
  }

  /// Everything is there.
  static func remove(_ disk: Disk) { _ = try? disk.withFolder(folder) { try? disk.files.remove(name, in: $0) } }
}

extension StoreError {
  /// A place that is being joined and where not everything has arrived: it is no store yet.
  static func unfinishedJoin(_ path: String) -> StoreError {
    StoreError(
      .damaged, path,
      Phrase(
        "\(path)还没有取全：照原样再运行一次 tidu join，会接着取",
        "\(path) has not everything yet: run the same tidu join once more, and it goes on"))
  }
}
