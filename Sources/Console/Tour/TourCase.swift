package import Casework
import ScoringCore
import StrictJSON

/// The case that a tour walks from receipt to recognition, and what the keys of the walk need to know of it.
package struct TourCase: Sendable, Hashable {
  package var id: String
  /// Papers that wait to be settled, from the audit report on and round again; `true` where nothing was attached, which
  /// is asked about.
  var papers: [Bool]
  /// Place of the audit report of the last year in the list of papers.
  var audit: Int
  /// Facts that decide and that the reviewer accepts as declared.
  var facts: Int
  /// Items that a plan of a visit proposes, the fact that decides first before the others.
  var visited: Int
  /// What is found on the visit for the first fact of its list, in place of what was declared.
  var found: String
}

extension TourCase {
  /// The most that a case may ask of the visitor's patience.
  private static let maximum = (papers: 16, facts: 9)

  /// Whether a case does for the walk: it meets the standard, and with the figure that decides first somewhat lower
  /// it has fewer points and still does.
  ///
  /// - Returns: `nil` where it does not, or would take too many keys.
  package init?(_ file: CaseFile) {
    let facts = file.unverified
    let required = file.papers.filter { $0.need == .required }
    guard file.outcome == .meets, file.findings.isEmpty, (1...Self.maximum.facts).contains(facts.count),
      file.papers.count <= Self.maximum.papers, required.allSatisfy({ $0.state == .open }),
      let audit = file.papers.firstIndex(where: { $0.item == .auditReport && $0.file != nil }),
      case let visited = file.proposals(for: "").filter({ $0.why != nil }), visited.count <= Self.maximum.facts,
      let path = visited.first?.path, facts.contains(path), let lower = Self.lower(path, file),
      Set(lower.deciding).isSubset(of: visited.compactMap(\.path))
    else { return nil }
    let papers = (file.papers[audit...] + file.papers[..<audit]).filter { $0.state == .open }
    self.init(
      id: file.key.id, papers: papers.map { $0.file == nil && $0.sha == nil }, audit: audit, facts: facts.count,
      visited: visited.count, found: lower.found)
  }

  /// A figure somewhat lower than declared that costs points and not the outcome, and what decides with it.
  private static func lower(_ path: FactPath, _ file: CaseFile) -> (found: String, deciding: [FactPath])? {
    guard let declared = file.revision.application.value(at: path), let before = file.assessment?.score?.points.minimum
    else { return nil }
    for percent in [95, 90, 85, 80, 75, 70] as [Int64] {
      guard let found = part(percent, of: declared),
        let value = try? FactValue(FactEntry.value(.string(found), at: path), at: path),
        let other = try? file.revision.application.setting([(path, value)]),
        let assessment = try? file.standard.assess(other), assessment.outcome == .meets,
        let after = assessment.score?.points.minimum, after < before,
        let explanation = try? file.standard.explain(other, verified: [path.description])
      else { continue }
      return (found, explanation.decidingFacts)
    }
    return nil
  }

  /// So much of a figure, rounded down, as an officer types it: heads, or whole 万元.
  private static func part(_ percent: Int64, of value: FactValue) -> String? {
    switch value {
    case .integer(let number): "\(Int64(number) * percent / 100)"
    case .money(let money): "\(money.fen / 100 * percent / 1_000_000)"
    default: nil
    }
  }
}
