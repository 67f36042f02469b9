public import Casework
public import ScoringCore

/// Who sits here and whose files these are.
public struct Session: Sendable, Hashable {
  public var officer: String
  public var officerName: String
  /// The officer's function as shown on the first line.
  public var function: Phrase
  /// The authority shown; `nil` where the store holds several and all are shown.
  public var authority: String?
  /// What the registry lets every officer do; `nil` before it was read.
  public var rights: Rights?
  /// What the offices shown count days by.
  public var clocks: OfficeClocks
  /// Read only: no key, or a folder looked at.
  public var isReadOnly: Bool

  public init(
    officer: String, officerName: String, function: Phrase, authority: String?,
    rights: Rights? = nil, clocks: OfficeClocks = OfficeClocks(), isReadOnly: Bool = false
  ) {
    self.officer = officer
    self.officerName = officerName
    self.function = function
    self.authority = authority
    self.rights = rights
    self.clocks = clocks
    self.isReadOnly = isReadOnly
  }
}

/// A line of what happened since the officer last looked, with the cases it speaks of.
public struct News: Sendable, Hashable {
  public var text: Phrase
  public var cases: [CaseKey]

  public init(_ text: Phrase, cases: [CaseKey]) {
    self.text = text
    self.cases = cases
  }
}
