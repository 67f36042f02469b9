package import ScoringCore

/// What the cases of a summary 汇总 are grouped by.
package enum GroupKey: String, Sendable, Hashable, CaseIterable {
  /// `industry` is the letter of the industry's code; `decides` the one thing that tells most of the outcome.
  case tier, type, authority, division, edition, batch, outcome, industry, decides
}

/// A case as a summary counts it.
package struct CountedCase: Sendable, Hashable {
  package var tier: Tier
  package var type: ApplicationType
  package var authority: String
  package var division: String?
  package var batch: String
  /// The letter of its code.
  package var industry: String
  /// Empty where none was in force.
  package var edition: String
  package var outcome: Outcome
  package var score: Points?
  package var pass: Int?
  /// Id of what tells most of the outcome (`indicator.mainShare`); `nil` where nothing does, or nobody asked.
  package var decides: String?
  /// What the rules in force say, where the rest is by others that were asked for.
  package var before: Outcome?

  /// As the queues have it.
  package init(_ row: CaseSummary) {
    tier = row.tier
    type = row.type
    authority = row.key.authority
    division = row.division
    batch = row.key.batch
    industry = String(row.industryCode.prefix(1))
    edition = row.edition
    outcome = row.outcome
    score = row.score
    pass = row.pass
    decides = row.deciding.first
  }

  /// As it is assessed.
  package init(_ application: Application, _ assessment: Assessment, decides: String? = nil, before: Outcome? = nil) {
    tier = assessment.tier
    type = assessment.type
    authority = application.authority
    division = application.division
    batch = application.batch
    industry = String(application.enterprise.industryCode.prefix(1))
    edition = assessment.edition
    outcome = assessment.outcome
    score = assessment.score?.points
    pass = assessment.score?.pass
    self.decides = decides
    self.before = before
  }

  /// What it is grouped under; `nil` where it has none.
  package func value(_ key: GroupKey) -> String? {
    switch key {
    case .tier: tier.rawValue
    case .type: type.rawValue
    case .authority: authority
    case .division: division
    case .edition: edition.isEmpty ? nil : edition
    case .batch: batch
    case .outcome: outcome.rawValue
    case .industry: industry
    case .decides: decides
    }
  }

  /// Where it crosses to: it has another outcome than by the rules in force.
  package var crossing: Outcome? { before.flatMap { $0 == outcome ? nil : outcome } }
}
