package import ScoringCore

/// What one valid event says to one question (Casework §3.1).
package struct Answer: Sendable, Hashable {
  /// The event that gave it.
  package var id: String
  /// Place of the event in its history.
  var place: Int
  package var author: String
  package var result: Result
  /// Live answers agree when these are equal: result and compared fields.
  var agreement: String
  /// What stood before, which an undo restores.
  var before: Result

  package indirect enum Result: Sendable, Hashable {
    /// Nothing was answered.
    case nothing
    case stage(Stage)
    /// Who has the case; `nil` is nobody any more.
    case assignee(String?)
    /// The body of this event is the answer.
    case event(String)
    case visit(Visit)
    case title(TitleTerm)
  }
}

/// Where a case stands, and what it needs to go on from there.
package struct Stage: Sendable, Hashable {
  /// `received` is never stored: it is `inReview` of a case that was never assigned.
  package var state: CaseState
  /// Events that brought its applications, the receipt first; the last one's counts. What another branch brought is no
  /// part of it until a settlement keeps it.
  var applications: [String] = []
  /// SHA-256 of the file that the last of them names.
  var application: String?
  /// What a resumption of a hold leads back to.
  package var heldFrom: CaseState?
  /// Ids of the recommendation proposed and of its signature.
  package var recommendation: String?
  package var signature: String?
  /// Id of the order or sample of the visit that the case waits for, and where a confirmed one leads.
  package var visit: String?
  package var afterVisit: CaseState?
  /// Id of the event that entered the notice, and the notice's days.
  package var notice: String?
  package var noticeFirst: Day?
  package var noticeLast: Day?
  /// Due day of a correction as first stated.
  package var due: Day?
  /// Stops of the review clock so far.
  package var stops: [DayRange] = []

  init(_ state: CaseState) { self.state = state }

  /// An application is brought by a receipt, a correction of it or a resubmission.
  mutating func bring(_ event: Event) {
    applications.append(event.id)
    application = event.body.text("application")
  }

  /// Back in review: what was proposed is gone.
  mutating func toReview() {
    var stage = Stage(.inReview)
    (stage.stops, stage.applications, stage.application) = (stops, applications, application)
    self = stage
  }

  mutating func stop(after day: Day?) {
    if let day { stops.append(DayRange(after: day, through: nil)) }
  }

  mutating func goOn(_ day: Day?) {
    if let last = stops.indices.last, stops[last].through == nil { stops[last].through = day }
  }
}

/// A visit of a spot check: ordered, recorded, closed by one officer and then by the other.
package struct Visit: Sendable, Hashable {
  package enum Phase: String, Sendable, Hashable { case open, closing, closed }
  /// Id of its order, or of the sample that drew it.
  package var id: String
  package var phase: Phase
  /// `confirmed`, `differs`, `entryRefused`.
  package var result: String?
  /// Id and author of the closing that waits for the other officer.
  package var closing: String?
  package var closer: String?
  /// The state it was ordered from.
  package var from: CaseState
}

/// One term of a title (Procedure §6.1).
package struct TitleTerm: Sendable, Hashable {
  package enum Phase: String, Sendable, Hashable { case running, inquiry, ended }
  /// Id of the event that gave it.
  package var given: String
  package var phase: Phase
  package var from: Day?
  /// The last day, included.
  package var until: Day?
  package var number: String?
  /// Id of the inquiry that is open.
  package var inquiry: String?
  /// `cancelled`, `revoked`, `merged`, `surrendered`.
  package var ended: String?
  package var endedOn: Day?
  package var barUntil: Day?
  /// Every tier whose title of the enterprise ends with it: all of them for false data.
  package var endedTiers: [Tier] = []
}
