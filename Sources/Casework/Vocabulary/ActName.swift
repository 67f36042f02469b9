/// The acts of officers 办理 (Casework §5.1), in the order of the standard's table; each by its name in an event.
package enum ActName: String, Sendable, Hashable, CaseIterable {
  // Review and correction.
  case receive, assign, release, conflict, verify, check, judge, amend
  case `return`, extend, resubmit, lapse, hold, resume, withdraw
  // Decision and spot check.
  case recommend, sign, challenge
  case drawResult = "sampled"
  case order, plan, finding, closeVisit
  case coSignVisit = "cosign"
  // Notice and objections.
  case enterNotice, extendNotice, lodge, redact, acknowledge
  case notifyOutcome = "told"
  case investigate, answer
  case pullFromNotice = "pull"
  case closeNotice
  // Decision and what is noted anywhere.
  case decide, forward, ministry, reopen, undo, settle, note, letter, view, erase
  case ratify = "countersign"
  // Titles.
  case registerTitle, update, change, inquiry
  case recordHearing = "heard"
  case drop, endTitle
  // Rounds.
  case openRound, planDraw, draw, notice, announce, forwardList, export
  // The registry.
  case found, officer, key, role, end, root, approve, settings, checkpoint

  private static let byWireName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The act of this name in an event or on a command line; `nil` for one that this program does not know.
  package init?(wire: String) {
    guard let name = ActName.byWireName[wire] else { return nil }
    self = name
  }
}
