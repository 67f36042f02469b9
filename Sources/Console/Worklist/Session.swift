package import Casework
package import ScoringCore

/// An officer whose key lies on this computer, and who may sit at it.
package struct Seat: Sendable, Hashable {
  package var officer: String
  package var name: String
  /// All roles he holds; empty where he holds none.
  package var roles: Phrase
  /// Who sat here last.
  package var isLast: Bool

  package init(officer: String, name: String, roles: Phrase, isLast: Bool = false) {
    self.officer = officer
    self.name = name
    self.roles = roles
    self.isLast = isLast
  }
}

/// Who sits here and whose files these are.
package struct Session: Sendable, Hashable {
  /// Empty while nobody has said who sits here.
  package var officer: String
  package var officerName: String
  /// The officer's function as shown on the first line.
  package var function: Phrase
  /// The authority shown; `nil` where the store holds several and all are shown.
  package var authority: String?
  /// What the registry lets every officer do; `nil` before it was read.
  package var rights: Rights?
  /// What the offices shown count days by.
  package var clocks: OfficeClocks
  /// What the offices shown judge by.
  package var standard: Standard
  /// Read only: no key, or a folder looked at.
  package var isReadOnly: Bool
  /// What the officer waits for before he can sign, and who has to do what; `nil` where his key is in force.
  package var awaited: Phrase?
  /// The store is for trials 试验库.
  package var isTrial: Bool
  /// It is a copy that was taken along 副本; `nil` elsewhere.
  package var copy: TakenCopy?
  /// What the officer should know of the registry; `nil` before it was read.
  package var notices: RegistryNotices?
  /// Who may sit here, in the order of their ids: everybody keeps his number.
  package var seats: [Seat]

  /// What a trial store is called wherever it is shown.
  package static let trialStore = Phrase("试验库", "Trial store")

  package init(
    officer: String, officerName: String, function: Phrase, authority: String?,
    rights: Rights? = nil, clocks: OfficeClocks = OfficeClocks(), standard: Standard = .shared,
    isReadOnly: Bool = false, awaited: Phrase? = nil,
    isTrial: Bool = false, copy: TakenCopy? = nil, notices: RegistryNotices? = nil, seats: [Seat] = []
  ) {
    self.officer = officer
    self.officerName = officerName
    self.function = function
    self.authority = authority
    self.rights = rights
    self.clocks = clocks
    self.standard = standard
    self.isReadOnly = isReadOnly
    self.awaited = awaited
    self.isTrial = isTrial
    self.copy = copy
    self.notices = notices
    self.seats = seats
  }

  /// What an officer is called on screens.
  package func name(of officer: String) -> String {
    SafeText.clean(rights?.name(of: officer) ?? officer, limit: 60)
  }
}

/// A copy of a store that was taken along, as its first line tells it.
package struct TakenCopy: Sendable, Hashable {
  /// When it was taken; `nil` where nobody can tell any more.
  package var day: Day?
  /// Not everything that was to go along is here.
  package var isWhole: Bool
  /// Acts that are not yet where it was taken from; `nil` where nobody can tell.
  package var open: Int?

  package init(day: Day?, isWhole: Bool, open: Int?) {
    self.day = day
    self.isWhole = isWhole
    self.open = open
  }

  package var text: Phrase {
    guard let day else { return Phrase("副本，带出记录读不出", "A copy; when it was taken cannot be read") }
    guard isWhole else { return Phrase("副本，\(day) 没有带全", "A copy, not whole, of \(day)") }
    guard let open else { return Phrase("副本，\(day) 带出", "A copy, taken on \(day)") }
    return Phrase(
      "副本，\(day) 带出，\(open) 项未带回", "A copy, taken on \(day), \(open) act\(open == 1 ? "" : "s") not yet brought back")
  }

  /// The same where there is little room.
  package var short: Phrase {
    guard let day, isWhole, let open else { return Phrase("副本", "Copy") }
    return Phrase("副本 \(day)，\(open) 项未带回", "Copy \(day), \(open) to bring back")
  }
}

/// A line of what happened since the officer last looked, with the cases it speaks of.
package struct News: Sendable, Hashable {
  package var text: Phrase
  package var cases: [CaseKey]

  package init(_ text: Phrase, cases: [CaseKey]) {
    self.text = text
    self.cases = cases
  }
}
