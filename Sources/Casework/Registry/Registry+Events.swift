import ScoringCore
import StrictJSON

extension Registry {
  /// Its store was founded for trials 试验库: only there a program may pretend a day.
  package var isTrial: Bool { entries.first { $0.id == store }?.event.body["trial"]?.bool == true }

  /// The event that gave a key, in force or ended since; the founder's came with the store. What is only proposed gives
  /// none.
  package func keyEvent(_ sign: String) -> Event? {
    let found = fold.event(store)
    return counting(.key(sign)) ?? (found?.body["key"]?.text("sign") == sign ? found : nil)
  }

  /// The event by which an officer is known, or was until his office ended; `nil` for the founder until an entry speaks
  /// of him. What is only proposed does not count.
  package func officerEvent(_ officer: String) -> Event? { counting(.officer(officer)) }

  private func counting(_ question: Question) -> Event? {
    let event = fold.body(question)
    return event?.act == .end ? fold.event(event?.body.text("of") ?? "") : event
  }
}

extension Registry {
  /// Questions of it that are contested, sorted.
  package var contested: [Question] { fold.contested }
}
