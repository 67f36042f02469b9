public import Casework
public import ScoringCore

/// What happened in a case and what may be done next: what the tabs beside the breakdown draw from.
public struct CaseRecord: Sendable, Hashable {
  public var state: CaseState
  public var assignee: String?
  public var papers: [PaperRow] = []
  public var objects: [LodgedObject] = []
  public var visits: [VisitRecord] = []
  /// Oldest first.
  public var timeline: [TimelineRow] = []
  public var letters: [LetterRecord] = []
  /// What the officer finds under the name of the case: what receipt flagged, days that count otherwise now, local facts
  /// set aside.
  public var remarks: [Phrase] = []
  public var recommendation: Proposal?
  /// For each kind of act what is not met for this officer today; nothing for an act that is permitted.
  public var unmet: [ActName: [Phrase]] = [:]
  /// Paths of facts that decide and are neither verified nor accepted, with their names.
  public var unsettled: [Form.Option] = []
  /// By kind of act, what is asked about once more before it is done.
  public var warnings: [ActName: [Phrase]] = [:]
  /// What a recommendation to pass still lacks.
  public var checks: [Phrase] = []
  /// What the office counts days by.
  public var settings = OfficeSettings()

  /// What acts can be about where there is a choice.
  public var choices = ActChoices()

  public init(state: CaseState) { self.state = state }

  /// Events of others since this officer last looked.
  public var news: Int { timeline.count(where: \.isNew) }

  /// Papers settled, of those on the list.
  public var count: (settled: Int, asked: Int) {
    (papers.filter { $0.state == .ok || $0.state == .notRequired }.count, papers.count)
  }
}
