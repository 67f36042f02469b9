extension AskedRules {
  private var options: AssessmentOptions { AssessmentOptions(edition: edition) }

  /// What these rules say of an application.
  ///
  /// - Throws: where the edition asked for has no such tier, or none is asked for and none in force.
  public func assess(_ application: Application) throws(EditionError) -> Assessment {
    try standard.assess(fitted(application), options)
  }

  /// The same with its reasons.
  public func explain(_ application: Application, verified: Set<String> = []) throws(EditionError) -> Explanation {
    try standard.explain(fitted(application), verified: verified, options)
  }
}

extension Standard {
  /// What the rules asked for say of an application, or these where none are.
  ///
  /// - Throws: as either does.
  public func assess(_ application: Application, by asked: AskedRules?) throws(EditionError) -> Assessment {
    guard let asked else { return try assess(application) }
    return try asked.assess(application)
  }
}
