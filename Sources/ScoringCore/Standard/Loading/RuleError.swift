/// One thing that is wrong in a rule file, with its place.
public struct RuleError: Error, Sendable, Hashable {
  /// The file's name, as it was given.
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1.
  public var column: Int
  /// What is wrong, in a sentence; the place is not in it.
  public var message: Phrase

  /// `overlays/370000.yaml:12:9: …`
  public func description(_ language: Language) -> String {
    "\(file):\(line):\(column): \(message(language))"
  }
}

/// Everything that is wrong in a rule file, in the order of the file. Never empty.
public struct RuleErrors: Error, Sendable, Hashable {
  /// Never empty.
  public var errors: [RuleError]
}
