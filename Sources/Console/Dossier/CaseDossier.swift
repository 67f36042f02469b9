package import ScoringCore

/// What the case screens draw from: worked out when a case is opened or changes, never while drawing.
package struct CaseDossier: Sendable, Hashable {
  package var caseID: String
  /// As in the file; made safe only when drawn.
  package var name: String
  package var tier: Tier
  package var type: ApplicationType
  package var edition: String
  /// The overlay that supplied a number of the scoring, by its authority's name.
  package var overlay: Phrase?
  package var division: Phrase
  /// The result that counts: with verified values where there are any.
  package var current: Explanation
  /// What can stand in the right column, in the order of their digits.
  package var columns: [RightColumn]
  /// What is not known in this tier, and what it would change.
  package var missing: [MissingFact] = []
  /// Single changes that would bring this tier nearer.
  package var moves: [Move] = []
  /// The same for the tier above; empty where there is none.
  package var nextTierMoves: [Move] = []
  /// The papers that prove a fact, by the fact's path.
  package var evidence: [String: [Phrase]]
  /// What a verified value was read from, by the fact's path, e.g. "审计报告 2024 p.12".
  package var sources: [String: Phrase]
  /// What was declared where a verified value differs from it, by the fact's path.
  package var differing: [String: Phrase] = [:]

  package init(
    caseID: String, name: String, tier: Tier, type: ApplicationType, edition: String, overlay: Phrase? = nil,
    division: Phrase = Phrase("", ""), current: Explanation, columns: [RightColumn] = [],
    evidence: [String: [Phrase]] = [:], sources: [String: Phrase] = [:]
  ) {
    self.caseID = caseID
    self.name = name
    self.tier = tier
    self.type = type
    self.edition = edition
    self.overlay = overlay
    self.division = division
    self.current = current
    self.columns = columns
    self.evidence = evidence
    self.sources = sources
  }
}

extension CaseDossier {
  /// What a verified value was read from, and what was declared where it differs.
  var sourcesInFull: [String: Phrase] {
    sources.merging(differing) { source, declared in
      source.joined(Phrase("；申报 \(declared.zh)", "; declared \(declared.en)"))
    }
  }
}

/// One choice of the breakdown's right column.
package struct RightColumn: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The verified value beside the declared one; `explanation` is the result as declared.
    case verified
    case nextTier(Tier, edition: String)
    case otherEdition(String)
    case previousRevision(Int)
    case anotherCase(String)

    var isNextTier: Bool { if case .nextTier = self { true } else { false } }
    var isAnotherCase: Bool { if case .anotherCase = self { true } else { false } }
  }
  package var kind: Kind
  /// `nil` where it does not exist: `absence` says why.
  package var explanation: Explanation?
  package var absence: Phrase?
  /// What differs from this case's own result and why: with another edition or an earlier revision.
  package var changes: [AssessmentChange] = []

  package init(_ kind: Kind, _ explanation: Explanation?, absence: Phrase? = nil) {
    self.kind = kind
    self.explanation = explanation
    self.absence = absence
  }

  /// The column's head.
  package var title: Phrase {
    switch kind {
    case .verified: Phrase("核实", "verified")
    case .nextTier(let tier, _): explanation?.name ?? tier.name
    case .otherEdition(let id): RuleWords.edition(id)
    case .previousRevision(let n): Phrase("第 \(n) 版", "revision \(n)")
    case .anotherCase(let name): Phrase(name, name)
    }
  }
}
