import ScoringCore
import StrictJSON

extension CaseFile {
  /// Paths whose declared value was expressly accepted.
  var acceptedPaths: [String] { verified.values.filter { $0.how == .accepted }.map(\.path.description).sorted() }

  /// The assessment as a recommendation states it.
  var assessed: JSONValue? {
    guard let assessment else { return nil }
    var members: [JSONValue.Member] = [
      .init("digest", .string(standard.digest)), .init("edition", .string(assessment.edition)),
      .init("core", .string(Standard.coreVersion)), .init("outcome", .string(assessment.outcome.rawValue)),
    ]
    if let overlay = assessment.overlay { members.append(.init("overlay", .string(overlay))) }
    if let score = assessment.score {
      members.append(.init("least", .string(String(score.points.minimum))))
      members.append(.init("most", .string(String(score.points.maximum))))
    }
    return .object(members)
  }
}
