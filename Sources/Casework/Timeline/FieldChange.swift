package import ScoringCore

/// A value that a proposal changes, brings or takes away, in words.
package struct FieldChange: Sendable, Hashable {
  package var name: String
  package var label: Phrase
  /// What stands; `nil` where nothing does.
  package var before: Phrase?
  /// What will stand; `nil` where it goes.
  package var after: Phrase?

  package init(name: String, label: Phrase, before: Phrase?, after: Phrase?) {
    self.name = name
    self.label = label
    self.before = before
    self.after = after
  }

  /// What differs between two readings of one thing: what changes and what is new, in the order of the new one, then
  /// what goes.
  package static func between(_ before: [FieldText], _ after: [FieldText]) -> [FieldChange] {
    let known = Dictionary(before.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(after.map(\.name))
    let changed = after.filter { known[$0.name] != $0.text }.map {
      FieldChange(name: $0.name, label: $0.label, before: known[$0.name], after: $0.text)
    }
    let gone = before.filter { !kept.contains($0.name) }.map {
      FieldChange(name: $0.name, label: $0.label, before: $0.text, after: nil)
    }
    return changed + gone
  }

  /// It in lines: `审核时限：20 个工作日 → 15 个工作日`; texts of several lines stand below each other.
  package func lines(_ language: Language) -> [String] {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let name = label(language) + say("：", ": ")
    switch (before?(language), after?(language)) {
    case (let before?, let after?):
      guard before.contains("\n") || after.contains("\n") else { return ["\(name)\(before) → \(after)"] }
      return [name + say("改动", "changed")] + Self.block(say("原：", "was: "), before)
        + Self.block(say("改为：", "becomes: "), after)
    case (nil, let after?):
      guard after.contains("\n") else { return [name + say("新增 ", "new: ") + after] }
      return [name + say("新增", "new")] + Self.block("", after)
    case (let before?, nil):
      guard before.contains("\n") else { return [name + say("取消，原为 ", "goes, was ") + before] }
      return [name + say("取消", "goes")] + Self.block("", before)
    case (nil, nil): return []
    }
  }

  private static func block(_ head: String, _ text: String) -> [String] {
    (head.isEmpty ? [] : ["  " + head])
      + text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
  }
}
