import Crypto

/// The embedded rule files, each read and proved on first use.
extension Embedded {
  static let edition2022 = proved("editions/2022-63.yaml", Edition.load)
  static let edition2026 = proved("editions/2026-2.yaml", Edition.load)
  static let periods = proved("editions-by-day.yaml", Tables.periods)
  static let notices = proved("notices.yaml", Tables.notices)
  static let interpretations = proved("interpretations.yaml", Tables.interpretations)
  static let sizes = proved("size-standard.yaml", Tables.sizes)
  static let undeclared = proved("overlays/none.yaml", Tables.undeclared)
  static let overlays = Dictionary(
    uniqueKeysWithValues: overlayPaths.map { path in
      let overlay = proved(path, Overlay.load)
      return (overlay.authority, overlay)
    })

  static var overlayPaths: [String] {
    paths.filter { $0.hasPrefix("overlays/") && $0 != "overlays/none.yaml" }
  }

  /// SHA-256 over every embedded rule file: its path, its length and its bytes, in the order of their paths.
  static let digest: String = {
    var hash = SHA256()
    for path in paths.sorted() where path.hasSuffix(".yaml") {
      let bytes = bytes(path)
      hash.update(data: Array("\(path) \(bytes.count)\n".utf8))
      hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
    }
    return hexadecimal(hash.finalize())
  }()

  /// A file that does not hold its own proofs cannot be in a program that passed its tests: there is no way on.
  private static func proved<Value>(
    _ path: String, _ load: (_ text: String, _ file: String) throws(RuleErrors) -> Value
  ) -> Value {
    do {
      return try load(text(path), path)
    } catch {
      fatalError(error.errors.map { $0.description(.en) }.joined(separator: "\n"))
    }
  }
}
