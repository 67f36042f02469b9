import Crypto
import Synchronization

/// The embedded rule files, each read and proved on first use.
extension Embedded {
  /// Every edition under `editions`, and the table of their days.
  static let rules: RuleSet = {
    let files = paths.filter { $0.hasPrefix("editions/") }
    return proved("editions-by-day.yaml") { days, file throws(RuleErrors) in
      try RuleSet(editions: files.map { (text($0), $0) }, days: (days, file))
    }
  }()
  static let circulars = proved("notices.yaml", Tables.circulars)
  static let interpretations = proved("interpretations.yaml", Tables.interpretations)
  static let sizes = proved("size-standard.yaml", Tables.sizes)
  static let undeclared = proved("overlays/none.yaml", Tables.undeclared)
  /// Authorities with an overlay: a file is named for its own.
  static let overlaid = Set(
    paths.filter { $0.hasPrefix("overlays/") && $0 != "overlays/none.yaml" }
      .map { String($0.dropFirst("overlays/".count).prefix { $0 != "." }) })

  /// The embedded overlay of an authority; `nil` where there is none.
  static func overlay(_ authority: String) -> Overlay? {
    guard overlaid.contains(authority) else { return nil }
    return overlays.withLock { read in
      if let overlay = read[authority] { return overlay }
      let overlay = proved("overlays/\(authority).yaml", Overlay.load)
      read[authority] = overlay
      return overlay
    }
  }

  private static let overlays = Mutex<[String: Overlay]>([:])

  /// SHA-256 over every embedded rule file: its path, its length and its bytes, in the order of their paths.
  static let digest: String = {
    var hash = SHA256()
    for path in paths.sorted() where path.hasSuffix(".yaml") {
      let bytes = bytes(path)
      hash.update(data: Array("\(path) \(bytes.count)\n".utf8))
      hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
    }
    return Hexadecimal.text(hash.finalize())
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
