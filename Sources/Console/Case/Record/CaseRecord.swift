package import Casework
package import ScoringCore

/// What happened in a case and what may be done next: what the tabs beside the breakdown draw from.
package struct CaseRecord: Sendable, Hashable {
  package var state: CaseState
  package var assignee: String?
  package var papers: [DocumentRow] = []
  package var objections: [Objection] = []
  package var visits: [VisitRecord] = []
  /// Oldest first.
  package var timeline: [TimelineRow] = []
  package var letters: [LetterRecord] = []
  /// What a machine noticed of the application.
  package var findings: [Finding] = []
  /// The application that counts; what is noticed beside other cases is said of it.
  package var application: Application?
  /// What the officer finds under the name of the case: what receipt flagged, days that count otherwise now.
  package var remarks: [Phrase] = []
  /// What lies in the case's folder or the registry and does not count: of each reason one, the worst first.
  package var uncounted: [CaseFile.UncountedSort] = []
  /// The same file by file.
  package var uncountedFiles: [UncountedFile] = []
  /// The last return for correction while it matters: who, when and until when, then its reasons; empty elsewhere.
  package var returned: [Phrase] = []
  package var recommendation: Proposal?
  /// For each kind of act what is not met for this officer today; nothing for an act that is permitted.
  package var unmet: [ActName: [Phrase]] = [:]
  /// Paths of facts that decide and are neither verified nor accepted, with their names.
  package var unsettled: [Form.Option] = []
  /// By kind of act, what is asked about once more before it is done.
  package var warnings: [ActName: [Phrase]] = [:]
  /// What a recommendation to pass still lacks.
  package var checks: [Phrase] = []
  /// What the office counts days by.
  package var settings = OfficeSettings()

  /// What acts can be about where there is a choice.
  package var choices = ActChoices()

  /// What the newest visit found otherwise than declared, or did not see, while it matters.
  package var exceptions: [Phrase] {
    state.isOver ? [] : visits.last { !$0.exceptions.isEmpty }?.exceptions ?? []
  }

  /// Events of others since this officer last looked.
  package var news: Int { timeline.count(where: \.isNew) }

  /// Papers settled, of those on the list.
  package var count: (settled: Int, asked: Int) {
    (papers.filter { $0.state == .ok || $0.state == .notRequired }.count, papers.count)
  }
}
