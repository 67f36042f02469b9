package import ScoringCore

/// Why an act was not done, each reason with the field it is about: the form that asked for it shows it there.
package struct RefusedAct: Sendable, Hashable {
  package struct Fault: Sendable, Hashable {
    /// `nil` where no field is wrong, but the time, the place or the person.
    package var field: String?
    package var text: Phrase

    package init(_ field: String? = nil, _ text: Phrase) {
      self.field = field
      self.text = text
    }
  }

  package var faults: [Fault]
  /// The store failed, not the officer.
  package var isFailure: Bool
  /// What a dialog of it would show now, where something shown had changed: whoever reads the refusal has seen it.
  package var seen: [String]?

  package init(_ faults: [Fault], isFailure: Bool = false, seen: [String]? = nil) {
    self.faults = faults
    self.isFailure = isFailure
    self.seen = seen
  }

  /// The same as a line for the foot of the screen, each fault on its own.
  package var toast: Toast {
    let (zh, en) = (faults.map(\.text.zh), faults.map(\.text.en))
    return Toast(isFailure ? .failed : .refused, Phrase(zh.joined(separator: "\n"), en.joined(separator: "\n")))
  }
}
