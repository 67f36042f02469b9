/// An application as the rules look at it: its facts, its reference year, its day, and how the text is read.
struct Subject {
  let application: Application
  let counting: IPCounting
  let readings: Readings
  /// Paths of facts that do not count by I-7, their required paper being missing; nearly always none.
  var unevidenced: Set<String> = []
  /// A level of an R&D institution that counts as a higher one, while the route it is for is judged.
  var lift: InstitutionLift?

  /// Y, the reference year 上年度.
  var year: Int { application.referenceYear }
  var submitted: Day { application.submitted }
}
