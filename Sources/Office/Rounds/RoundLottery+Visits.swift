internal import Casework
package import ScoringCore
internal import StrictJSON

/// The officers of a draw.
extension RoundLottery {
  /// Two officers, drawn by the same seed, for each case drawn that nobody is sent to yet.
  package func visits(on day: Day) throws(OfficeError) -> [ActRequest] {
    var visits: [ActRequest] = []
    for event in try round.events(.draw) {
      for key in try round.keys(of: event) {
        let file = try round.caseFile(key, today: today)
        guard let visit = file.fold.openVisits.first, file.fold.visitors(visit.id).isEmpty else { continue }
        let officers = Lottery.officers(
          file.visitCandidates, folder: key.path, plan: event.body["of"]?.string ?? "",
          seed: event.body["seed"]?.string ?? "")
        visits.append(
          ActRequest(
            key.path, .plan,
            [
              "day": .string(day.description), "drawn": .string(event.id),
              "officers": .array(officers.map { .string($0) }), "visit": .string(visit.id),
            ]))
      }
    }
    return visits
  }
}
