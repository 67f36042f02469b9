import ScoringCore
import StrictJSON

extension Registry {
  /// Its store was founded for trials 试验库: only there a program may pretend a day.
  package var isTrial: Bool { entries.first { $0.id == store }?.event.body["trial"]?.bool == true }

  /// The valid event that brought a key: the founder's came with the store.
  package func keyEvent(_ sign: String) -> Event? {
    entries.last { entry in
      let body = entry.event.body
      guard entry.verdict.isValid else { return false }
      return entry.event.act == .key
        ? body.text("sign") == sign : entry.event.act == .found && body["key"]?.text("sign") == sign
    }?.event
  }

  /// The valid event that last said something of an officer; `nil` for the founder until another speaks of him.
  package func officerEvent(_ officer: String) -> Event? {
    entries.last { $0.verdict.isValid && $0.event.act == .officer && $0.event.body.text("officer") == officer }?
      .event
  }
}
