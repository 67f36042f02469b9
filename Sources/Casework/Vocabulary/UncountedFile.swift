package import ScoringCore

/// A file or folder of ours that does not count as what its name says, with its reason.
package struct UncountedFile: Sendable, Hashable {
  /// Why it does not count (Casework §9.6).
  package enum Kind: String, Sendable, Hashable {
    /// It was read, and is not what its name says.
    case damaged
    /// It could not be read: what it says is not known.
    case unread
    /// It was here and is gone.
    case missing
    /// It belongs in another folder.
    case misplaced
    /// It is what its name says, and nobody whom the registry knows signed or named it: it counts for nothing and
    /// takes nothing away.
    case setAside
  }

  package var name: String
  package var unmet: UnmetRequirement
  package var kind: Kind

  package init(name: String, _ unmet: UnmetRequirement, _ kind: Kind = .damaged) {
    self.name = name
    self.unmet = unmet
    self.kind = kind
  }

  /// What it is and why it does not count; a reason that names the file says it once.
  package var sentence: Phrase {
    let why = unmet.message
    return why.zh.contains(name) ? why : Phrase("\(name)：\(why.zh)", "\(name): \(why.en)")
  }

  /// Settings of an office: they stop only what goes by them.
  package var isOfSettings: Bool { name.hasPrefix("settings/") }

  /// The same by its path from a folder above.
  package func below(_ folder: String) -> UncountedFile { UncountedFile(name: "\(folder)/\(name)", unmet, kind) }
}
