internal import Console
internal import ScoringCore

/// One assessment as a line a person reads: the verdict in a word, the points, what made it.
struct AssessmentLine {
  private let assessment: Assessment
  private let application: Application

  private let tier: Phrase

  init(_ assessment: Assessment, _ application: Application, by standard: Standard) {
    tier = standard.name(of: assessment.tier, edition: assessment.edition)
    self.assessment = assessment
    self.application = application
  }

  func text(in language: Language) -> String {
    var parts = [Self.verdict(assessment, language)]
    parts.append("\(tier(language)) \(assessment.edition)")
    parts.append(shown(application.id))
    parts.append(shown(application.enterprise.name))
    let short = unmet
    if !short.isEmpty { parts.append(short.joined(separator: " ")) }
    return parts.joined(separator: "  ")
  }

  /// The outcome, and the points where there are any.
  static func verdict(_ assessment: Assessment, _ language: Language) -> String {
    let word = assessment.outcome.word(language)
    guard let score = assessment.score else { return word }
    let points = score.points
    let range = points.isDetermined ? "\(points.minimum)" : "\(points.minimum)–\(points.maximum)"
    return "\(word)  \(range) / \(score.pass)"
  }

  /// Ids of what does not meet.
  private var unmet: [String] {
    assessment.basics.filter { $0.outcome != .meets }.map { $0.id + mark($0.outcome) }
      + assessment.conditions.filter { $0.outcome != .meets }.map { $0.id + mark($0.outcome) }
  }

  private func mark(_ outcome: Outcome) -> String { outcome == .undetermined ? "?" : "×" }
}
