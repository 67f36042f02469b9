package import ScoringCore

/// What an event counts for: a function of the set of events, never of their arrival (Casework §2.1).
package enum Verdict: Sendable, Hashable {
  case valid
  case pending(Pending)
  /// No effect; stays on disk and is shown with its reasons.
  case rejected([UnmetRequirement])

  /// What an event waits for. It has no effect until then.
  package enum Pending: Sendable, Hashable {
    /// An event it rests on has not arrived.
    case parent(String)
    /// A head of the registry it went by has not arrived.
    case registry(String)
    /// Its kind or format is of a newer program.
    case newerProgram
    /// Its author's right ended and nobody has countersigned it.
    case ratify
    /// It gives an officer something on one supervisor's word beside another whom he did not ask (Casework §6.4).
    case approval

    package var message: Phrase {
      switch self {
      case .parent(let id):
        Phrase("等待前一事件 \(id.prefix(16))", "Waits for the event before it, \(id.prefix(16))")
      case .registry(let id):
        Phrase("等待登记册事件 \(id.prefix(16))", "Waits for the registry event \(id.prefix(16))")
      case .newerProgram: Phrase("由更新的程序写成", "Written by a newer program")
      case .ratify: Phrase("等待主管补签", "Waits to be countersigned by a supervisor")
      case .approval: Phrase("等待另一名主管批准", "Waits for another supervisor's approval")
      }
    }
  }

  package var isValid: Bool { self == .valid }

  /// What an event counts for because of those that it names as its parents; `nil` where they do not stand in its way.
  /// Taking away what never counted so changes nothing that does.
  /// - Parameter verdict: of an event as its author could have taken it; `nil` for one that is not here.
  static func fault(ofParents event: Event, _ verdict: (String) -> Verdict?) -> Verdict? {
    var waiting: Verdict?
    for parent in event.parents {
      switch verdict(parent) {
      case .rejected:
        return .rejected([
          .requirement(
            "parent", "它接在一条不算数的记录之后", "It names an event that does not count as what came before it")
        ])
      case .pending(.registry(let id)): waiting = .pending(.registry(id))
      case .pending(.parent(let id)): waiting = .pending(.parent(id))
      default: continue
      }
    }
    return waiting
  }

  /// What keeps an act from counting; nothing for a valid one.
  package var unmet: [UnmetRequirement] {
    switch self {
    case .valid: []
    case .rejected(let unmet): unmet
    case .pending(let pending): [UnmetRequirement(.requirement, "pending", pending.message)]
    }
  }
}

/// An event with what it counts for.
package struct JudgedEvent: Sendable, Hashable, Identifiable {
  package var event: Event
  package var verdict: Verdict
  /// Longest way from an event without parents, 0 …
  package var depth: Int

  package var id: String { event.id }
}
