/// An application as the rules look at it: its facts, its reference year, its day, and how the text is read.
struct Subject {
  let application: Application
  let counting: IPCounting
  let readings: Readings

  /// Y, the reference year 上年度.
  var year: Int { application.referenceYear }
  var submitted: Day { application.submitted }
}
