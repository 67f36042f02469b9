import ScoringCore

extension Registry {
  /// The valid event that brought a key; `nil` for the founder's, which came with the store.
  package func keyEvent(_ sign: String) -> Event? {
    entries.last { $0.verdict.isValid && $0.event.act == .key && $0.event.body.text("sign") == sign }?.event
  }

  /// The valid event that last said something of an officer; `nil` for the founder until another speaks of him.
  package func officerEvent(_ officer: String) -> Event? {
    entries.last { $0.verdict.isValid && $0.event.act == .officer && $0.event.body.text("officer") == officer }?
      .event
  }
}
