package import Casework
internal import StrictJSON

/// A plan with the population it froze.
package struct FrozenPlan: Sendable {
  /// The round's event that froze it.
  package var event: Event
  /// The draw it prepared.
  package var draw: Lottery

  /// The cases it froze, in its order.
  package var keys: [CaseKey] { draw.population.compactMap { CaseKey(path: $0.path) } }

  /// The plan of a round that begins with these digits; `nil` takes the newest.
  package static func find(_ digits: String?, in round: RoundFolder) throws(OfficeError) -> FrozenPlan {
    let event = if let digits { try round.list(digits, [.planDraw]) } else { try round.events(.planDraw).last }
    guard let event else { throw .noPlan(round.path) }
    let bytes = try round.file(event.body["population"]?["sha"]?.string ?? "")
    let rule = event.body["rule"]
    guard
      let draw = Lottery(
        file: bytes, rate: Int(rule?["rate"]?.integer ?? -1), minimum: Int(rule?["least"]?.integer ?? -1))
    else { throw .damagedPopulation(round.path) }
    return FrozenPlan(event: event, draw: draw)
  }
}
