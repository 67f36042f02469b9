import ScoringCore

@testable import Casework

/// What the casework says of every state that can be reached, whatever officers do.
enum WalkRules {
  private static let table = try? TableFile("states.csv")
  private static let listed = Set(TableTests.actions)

  /// Whether the table of states (Casework §5.2) lets an act lead there.
  static func allows(_ move: Walk.Move) -> Bool {
    let stays = move.before == move.after
    // The acts of titles and receipt are no rows of it; `lodge` has three rows and moves nothing.
    guard move.before != "–" else { return move.kind == "receive" && move.after == "RC" }
    guard listed.contains(move.kind) else { return stays }
    let cell = (table?[move.kind, move.before] ?? "").split(separator: " ").map(String.init)
    if cell.contains(move.after) || cell.contains("←") || (stays && cell.contains("=")) { return true }
    // RC is RV that was never assigned: one stage to the rules, and what leads to review may lead to either.
    let review: Set = ["RC", "RV"]
    if move.after == "RC", cell.contains("RV") { return true }
    // An assignment or a value undone moves no stage; an assignment undone shows RC where RV was.
    if move.kind == "undo" { return stays || review.isSuperset(of: [move.before, move.after]) }
    // A visit ordered inside a notice may still be open when another is under way: its end moves nothing.
    return move.kind == "cosign" && stays
  }

  /// What must hold in every state; the first sentence that does not.
  static func fault(_ fold: Fold) -> String? {
    guard let stage = fold.stage, let state = fold.state else {
      return fold.log.isEmpty ? nil : "a case with events has a state"
    }
    let tier = fold.receipt?.body.text("tier")
    let code = state.code
    let giants: Set = ["RR", "RM", "MO"]
    if giants.contains(code), tier != "little-giant" { return "\(code) is of little giants" }
    if code == "DE", tier == "little-giant" { return "the ministry decides a little giant" }
    let proposed: Set = ["TS", "AD", "RN", "RR", "IN", "NC", "RM", "DE", "MO"]
    let recommender = stage.recommendation.flatMap(fold.event)?.author
    if proposed.contains(code), recommender == nil { return "\(code) rests on a recommendation" }
    if proposed.contains(code), code != "TS" {
      guard let signer = stage.signature.flatMap(fold.event)?.author else { return "\(code) rests on a signature" }
      if signer == recommender { return "another person signs" }
    }
    if code == "IN", stage.noticeFirst == nil || stage.noticeLast == nil { return "a notice has its days" }
    if code == "SC", stage.visit.flatMap(fold.visit)?.phase == .closed { return "SC waits for a visit" }
    if code == "RT", fold.due == nil { return "a return has a due day" }
    if stage.stops.filter({ $0.through == nil }).count != (code == "RT" || code == "HD" ? 1 : 0) {
      return "the clock stops in RT and HD alone"
    }
    if let title = fold.title, title.phase != .ended, code != "DE", code != "MO" {
      return "a title runs only after a decision"
    }
    return nil
  }
}
