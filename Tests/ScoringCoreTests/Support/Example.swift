// The example of the documentation, as it stands there.
import ScoringCore

func verdict(on file: [UInt8]) throws -> String {
  let standard = Standard.shared
  let application = try ApplicationReader(standard: standard).read(file)
  let assessment = try standard.assess(application)
  let deciding = try standard.explain(application).deciding.map { $0.name(.en) }
  let points = assessment.score.map { "\($0.points.minimum)–\($0.points.maximum) of \($0.outOf)" } ?? "no score"
  return "\(assessment.caseID): \(assessment.outcome), \(points); decided by \(deciding)"
}
