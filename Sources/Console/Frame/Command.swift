package import ScoringCore

/// A line of the one table that feeds footer, help, palette, guide and plain mode.
package struct Command: Sendable, Identifiable {
  /// `queue.sort`; the part before the dot is its scope.
  package struct ID: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }
  }

  /// What it takes back.
  package enum Undo: Sendable, Hashable {
    /// It changes nothing that is kept.
    case nothingToUndo
    /// `u` takes it back.
    case undoable
    /// Never taken back; asks once more before it is done.
    case final
  }

  package var id: ID
  package var scope: Scope
  /// Two to four characters in Chinese, one or two words in English: what the footer prints.
  package var name: Phrase
  /// A sentence that says what it does: help and guide.
  package var summary: Phrase
  /// The keys that run it, the one to print first. Every command can be reached without a letter: by the palette's and
  /// menu's arrows and Enter.
  package var keys: [Key]
  /// True for those the footer leaves to the help.
  package var isQuiet: Bool
  package var undo: Undo

  package init(
    _ id: ID, _ scope: Scope, _ name: Phrase, keys: [Key] = [], quiet: Bool = false,
    undo: Undo = .nothingToUndo, _ summary: Phrase
  ) {
    self.id = id
    self.scope = scope
    self.name = name
    self.summary = summary
    self.keys = keys
    isQuiet = quiet
    self.undo = undo
  }

  /// Where a command can be given.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    case everywhere, overview, queue, summary
    case caseFile, breakdown, explanation, compare, rules
    case materials, paper, objections, spotCheck, files, timeline, event, letters, titles, title, officers
  }
}

/// Whether a command can be given now, and if not, why.
package enum Availability: Sendable, Hashable {
  case yes
  /// Greyed, with the reason.
  case no(Phrase)
  /// Makes no sense here; not listed.
  case hidden
}

extension Availability {
  /// The officer has no key here, or one that is not admitted yet.
  static func readOnly(_ session: Session) -> Availability {
    .no(session.awaited ?? Phrase("只读：这里没有你的密钥", "read only: no key of yours is here"))
  }
  /// The case has no record of what was done about it.
  static let onlyLooked = no(Phrase("这里只能查看", "read-only here"))

  /// What the requirements not met make of it: each of them is a reason, on a line of its own.
  static func unmet(_ requirements: [Phrase]?) -> Availability {
    guard let requirements, !requirements.isEmpty else { return .yes }
    return .no(requirements.joined("\n", "\n"))
  }
}
