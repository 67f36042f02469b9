internal import CaseStore
internal import Casework
internal import ScoringCore
internal import StrictJSON

/// A plan with the population it froze.
struct FrozenPlan {
  var event: Event
  var draw: Draw

  /// The cases it froze, in its order.
  var keys: [CaseKey] { draw.population.compactMap { CaseKey(path: $0.path) } }

  static func find(_ id: String?, in round: RoundFolder) throws -> FrozenPlan {
    let event = try id.map { try round.list($0, ["planDraw"]) } ?? round.events("planDraw").last
    guard let event else {
      throw Complaint(.notPermitted, say("\(round.path) 还没有抽签方案", "\(round.path) has no plan of a draw"))
    }
    let bytes = try round.file(event.body["population"]?["sha"]?.string ?? "")
    let rule = event.body["rule"]
    guard
      let draw = Draw(
        file: bytes, rate: Int(rule?["rate"]?.integer ?? -1), least: Int(rule?["least"]?.integer ?? -1))
    else {
      throw Complaint(.storeTrouble, say("抽签名单已损坏", "the population file is damaged"))
    }
    return FrozenPlan(event: event, draw: draw)
  }
}

extension Draw.Chosen {
  var text: String {
    let id = CaseKey(path: path)?.id ?? path
    return shown(id) + (by == .ground ? say("  必抽", "  certain") : say("  抽中", "  drawn"))
  }
}
