public import Casework
import ScoringCore
import StrictJSON

/// The case that a tour walks from receipt to recognition, and what the keys of the walk need to know of it.
public struct TourCase: Sendable, Hashable {
  public var id: String
  /// Papers that have to be settled.
  var papers: Int
  /// Facts that decide and that the reviewer accepts as declared; as many as there are digits at most.
  var facts: Int
  /// Items of the visit's list before the one found otherwise.
  var line: Int
  /// What is found there in place of what was declared.
  var found: String

  /// Whether a case does for the walk: it meets the standard, and still does where a visit finds one figure lower.
  ///
  /// - Returns: `nil` where it does not, or would take too many keys.
  public init?(_ file: CaseFile) {
    let facts = file.unverified.count
    guard file.outcome == .meets, (1...9).contains(facts), (1...14).contains(file.papers.count) else { return nil }
    let list = FactTexts(file).deciding.prefix(6)
    for (line, path) in list.enumerated() {
      guard let found = Self.lower(path, file) else { continue }
      self.init(id: file.key.id, papers: file.papers.count, facts: facts, line: line, found: found)
      return
    }
    return nil
  }

  init(id: String, papers: Int, facts: Int, line: Int, found: String) {
    self.id = id
    self.papers = papers
    self.facts = facts
    self.line = line
    self.found = found
  }

  /// A figure somewhat lower than declared, with which the case scores less and still meets the standard.
  private static func lower(_ path: FactPath, _ file: CaseFile) -> String? {
    guard let declared = file.revision.application.value(at: path)?.json.integer else { return nil }
    for part in [95, 90, 85, 80] as [Int64] where declared * part / 100 < declared {
      let text = "\(declared * part / 100)"
      guard let json = VerifiedValue.parse(text, at: path.description), let value = try? FactValue(json, at: path),
        let other = try? file.revision.application.setting([(path, value)]),
        let assessment = try? file.standard.assess(other), assessment.outcome == .meets
      else { continue }
      if assessment.score?.points.least != file.assessment?.score?.points.least { return text }
    }
    return nil
  }
}
