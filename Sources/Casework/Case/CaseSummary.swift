package import ScoringCore

/// One row of a queue: what lists, filters and the overview need of a case, without its file.
package struct CaseSummary: Sendable, Hashable {
  package var key: CaseKey
  package var tier: Tier
  package var type: ApplicationType
  /// Division code, `nil` where the authority has none or none was stated.
  package var division: String?
  /// As in the file, unsafe to draw before it is made safe.
  package var name: String
  /// Other names of the holder, as changes of the title that the case gave say; as unsafe.
  package var otherNames: [String] = []
  package var creditCode: String
  package var industryCode: String
  package var submitted: Day
  /// Number of the newest revision, 1 …
  package var revision: Int

  // The assessment of the newest revision, with verified values where there are any.
  package var edition: String
  package var overlay: String?
  package var outcome: Outcome
  /// `nil` where the edition scores nothing.
  package var score: Points?
  package var pass: Int?
  /// How far it is from its line: points, or conditions where the edition scores nothing; `nil` where it is not short.
  package var shortfall: Points?
  /// Number of facts that are missing or contradictory and touch the outcome.
  package var unsettled: Int
  /// Ids of what decides the outcome, most telling first (`condition.rd`, `indicator.mainGrowth`).
  package var deciding: [String]
  /// What a machine noticed of the application, one kind a finding.
  package var findings: [Finding.Kind] = []
  /// What it has in common with other cases, as of the last look at all of them.
  package var links: [CaseLink] = []

  // The case: the fold of its events.
  package var state: CaseState = .received
  /// Day of receipt (UTC+8), `nil` when no event says it.
  package var received: Day?
  package var assignee: String?
  /// Officer ids who acted as second person here or have a conflict: they may not take it.
  package var seconded: [String] = []
  package var contested: Bool = false
  package var stale: Bool = false
  /// Events that wait for a missing part.
  package var pending: Int = 0
  /// Files without which the folder was not read whole.
  package var incomplete: [String] = []
  package var openObjections: Int = 0
  package var openLeads: Int = 0
  /// The clock as of the day the summary was asked for is computed from these.
  package var stops: [DayRange] = []
  /// Due day of a correction, last day of a notice: what the state waits for.
  package var due: Day?
  /// The first of the working days over which `due` was counted; `nil` where it was stated or all days count.
  package var countedSince: Day?
  /// Why the newest recommendation proposes what it does: `pass`, `refuse` or `nil`.
  package var recommendation: String?
  /// Officers and day of the visit that is going on; none where nobody is sent yet.
  package var visitors: [String] = []
  package var visitDay: Day?
  package var changed: Day?
}

extension CaseSummary {
  /// What was noticed of the application and beside other cases, one kind a finding.
  package var noticed: [Finding.Kind] { findings + links.map(\.kind) }

  /// What the application and its assessment say; the fold of the events is set after.
  package init(
    key: CaseKey, tier: Tier, type: ApplicationType, division: String?, name: String,
    creditCode: String, industryCode: String, submitted: Day, revision: Int, edition: String,
    overlay: String?, outcome: Outcome, score: Points?, pass: Int?, shortfall: Points? = nil, unsettled: Int,
    deciding: [String]
  ) {
    self.key = key
    self.tier = tier
    self.type = type
    self.division = division
    self.name = name
    self.creditCode = creditCode
    self.industryCode = industryCode
    self.submitted = submitted
    self.revision = revision
    self.edition = edition
    self.overlay = overlay
    self.outcome = outcome
    self.score = score
    self.pass = pass
    self.shortfall = shortfall
    self.unsettled = unsettled
    self.deciding = deciding
  }
}
