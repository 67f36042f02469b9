/// The acts of officers 办理 (Casework §5.1), in the order of the standard's table; each by its name in an event.
public enum ActName: String, Sendable, Hashable, CaseIterable {
  // Review and correction.
  case receive, assign, release, conflict, verify, check, judge
  case `return`, extend, resubmit, lapse, hold, resume, withdraw
  // Decision and spot check.
  case recommend, sign, challenge, sampled, order, plan, finding, closeVisit, cosign
  // Notice and objections.
  case enterNotice, extendNotice, lodge, redact, acknowledge, told, investigate, answer, pull, closeNotice
  // Decision and what is noted anywhere.
  case decide, forward, ministry, reopen, undo, settle, note, letter, view, erase, countersign
  // Titles.
  case registerTitle, update, change, inquiry, heard, drop, endTitle
  // Rounds.
  case openRound, planDraw, draw, notice, announce, forwardList, export
  // The registry.
  case found, officer, key, role, end, root, approve, settings, checkpoint

  private static let byWireName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The act of this name in an event or on a command line; `nil` for one that this program does not know.
  public init?(wire: String) {
    guard let name = ActName.byWireName[wire] else { return nil }
    self = name
  }
}
