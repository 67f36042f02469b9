extension Subject {
  /// An R&D institution 研发机构 at the level or above; `nil` asks for any, own or joint.
  func hasInstitution(atLeast level: InstitutionLevel?) -> Outcome {
    guard let institutions = application.facts.rdInstitutions else { return .undetermined }
    let meets = institutions.contains { institution in
      let counted = lift.flatMap { $0.level == institution.level ? $0.to : nil } ?? institution.level
      return counted.rank >= (level?.rank ?? 0)
    }
    return meets ? .meets : .fails
  }

  /// The best level stated; `.some(nil)` says that there is none, `nil` that nothing is stated.
  func bestInstitution() -> InstitutionLevel?? {
    guard let institutions = application.facts.rdInstitutions else { return nil }
    return .some(institutions.max { $0.level.rank < $1.level.rank }?.level)
  }
}
