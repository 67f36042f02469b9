import ScoringCore

extension CaseDossier {
  /// Works out everything the screens show of a case.
  ///
  /// - Throws: when no edition is in force for it.
  /// - Parameter standard: `nil` takes what the case is judged by.
  init(_ opened: OpenedCase, by standard: Standard? = nil) throws(EditionError) {
    let standard = standard ?? opened.standard
    let file = opened.declared
    let edition = try standard.editionFor(tier: file.tier, type: file.type, submitted: file.submitted)
    let assessment = try standard.assess(opened.current)
    self.init(
      caseID: file.id, name: file.enterprise.name, tier: file.tier, type: file.type, edition: edition,
      overlay: assessment.overlay.flatMap { Authorities.shared[$0] }.map {
        $0.short.joined(Phrase("细则", " rules"))
      },
      division: file.division.flatMap { Divisions.shared[$0] }.map { Phrase($0.short, $0.short) }
        ?? Authorities.shared[file.authority]?.short ?? Phrase(file.authority, file.authority),
      current: try standard.explain(opened.current, verified: opened.verified),
      columns: try Self.columns(opened, edition, standard), sources: opened.sources)
    differing = opened.differing
    missing = try standard.whatIsMissing(opened.current)
    moves = try standard.cheapestMoves(opened.current)
    if let next = file.tier.next {
      nextTierMoves = (try? standard.cheapestMoves(opened.current, AssessmentOptions(tier: next))) ?? []
    }
    for index in columns.indices {
      guard let other = columns[index].explanation else { continue }
      switch columns[index].kind {
      case .verified, .previousRevision: columns[index].changes = Standard.compare(other, current)
      case .otherEdition, .nextTier: columns[index].changes = Standard.compare(current, other)
      case .anotherCase: break
      }
    }
  }

  private static func columns(_ opened: OpenedCase, _ edition: String, _ standard: Standard)
    throws(EditionError) -> [RightColumn]
  {
    let file = opened.declared
    func explain(_ options: AssessmentOptions) -> Explanation? {
      try? standard.explain(opened.current, verified: opened.verified, options)
    }
    var columns = [RightColumn(.verified, try standard.explain(file))]
    if let next = file.tier.next,
      let rules = try? standard.editionFor(tier: next, type: .new, submitted: file.submitted)
    {
      columns.append(
        RightColumn(.nextTier(next, edition: rules), explain(AssessmentOptions(tier: next))))
    }
    for other in standard.editions where other.id != edition && other[file.tier] != nil {
      columns.append(
        RightColumn(.otherEdition(other.id), explain(AssessmentOptions(edition: other.id))))
    }
    if let earlier = opened.earlier {
      columns.append(
        RightColumn(.previousRevision(opened.revision - 1), try? standard.explain(earlier)))
    }
    return columns
  }
}
