import ScoringCore

/// What the officer had begun to write and not sent; it may be lost without harm to any file of the store.
extension OfficerFolder {
  private static let folder = "drafts"
  private static let limit = 16 << 20

  static func name(of place: String) -> String { String(Hexadecimal.sha256(Array(place.utf8)).prefix(32)) }

  /// Other names are what a program that was ended left behind.
  private func isDraft(_ name: String) -> Bool { name.utf8.count == 32 && Hexadecimal.bytes(name) != nil }

  /// What was kept for a place; the bytes are the writer's own.
  /// - Throws: `damaged` where they are not those that were kept.
  package func draft(_ place: String) throws(StoreError) -> [UInt8]? {
    try kept("\(Self.folder)/\(Self.name(of: place))", limit: Self.limit)
  }

  /// Keeps a draft; `nil` throws it away.
  /// - Parameter sync: whether it has to outlive a loss of power, not the program alone.
  package func saveDraft(_ bytes: [UInt8]?, for place: String, sync: Bool = true) throws(StoreError) {
    let path = "\(Self.folder)/\(Self.name(of: place))"
    if let bytes { return try keep(bytes, path, sync: sync) }
    _ = try disk.withFolder(Self.folder) { folder in
      try? disk.files.remove(Self.name(of: place), in: folder)
    }
  }

  /// Every draft that can be read, and how many cannot.
  package func drafts() throws(StoreError) -> (whole: [[UInt8]], damaged: Int) {
    var (whole, damaged) = ([[UInt8]](), 0)
    for name in try disk.names(Self.folder) where isDraft(name) {
      do throws(StoreError) {
        if let bytes = try kept("\(Self.folder)/\(name)", limit: Self.limit) { whole.append(bytes) }
      } catch { damaged += 1 }
    }
    return (whole, damaged)
  }

  /// Seals what only the holder of a key of this folder shall read again.
  package func seal(_ text: [UInt8], to officer: String) throws(StoreError) -> [UInt8] {
    let keys = try keys().filter { $0.officer == officer }.map(\.seal)
    return try SealedFile.seal(text, to: keys, binding)
  }

  package func unseal(_ bytes: [UInt8], with key: OfficerKey) throws(StoreError) -> [UInt8] {
    try SealedFile.open(bytes, with: key, binding, path: disk.shown(Self.folder))
  }

  private var binding: SealedFile.Binding { SealedFile.Binding(store: split(path).name, folder: Self.folder) }
}
