/// Where a rule or a number stands: the document and the place in it 依据.
public struct Citation: Sendable, Hashable {
  /// Short name of the document, e.g. 工信部企业〔2022〕63号.
  public var document: Phrase
  /// The place in it as printed on a screen, e.g. 附件2 二(5); never a guessed article number.
  public var place: Phrase
}

/// The layer that supplied a number.
public enum Layer: Sendable, Hashable {
  /// Id of the edition, as its file is called.
  case edition(String)
  /// Id of the notice: `2025-190`.
  case notice(String)
  /// Authority key.
  case province(String)
}
