internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// One act on several cases.
extension HostActs {
  /// Whether each case permits an act, without doing it.
  func foresee(_ keys: [CaseKey], _ kind: String, _ fields: JSONValue) -> [Prospect] {
    let whole = ListedAct(kind, fields)?.entry(in: RoundLists.foreseen) ?? fields
    return keys.map { key in
      do throws(OfficeError) {
        let unmet = try foresee(ActRequest(key.path, kind, whole), by: officer ?? "")
        return Prospect(key, refusals: unmet.map(\.message))
      } catch {
        if case .unmet(let unmet) = error { return Prospect(key, refusals: unmet.map(\.message)) }
        return Prospect(key, refusals: [error.message])
      }
    }
  }

  /// Does an act on each case, one by one, and reports of each whether it was done or why not.
  func performAll(_ keys: [CaseKey], _ kind: String, _ fields: JSONValue, _ post: (Message) -> Void) {
    var report: [Prospect] = []
    var wanted = keys
    let listed = ListedAct(kind, fields)
    if listed != nil {
      let foreseen = foresee(keys, kind, fields)
      report += foreseen.filter { !$0.refusals.isEmpty }
      wanted = foreseen.filter(\.refusals.isEmpty).map(\.key)
    }
    for round in Dictionary(grouping: wanted, by: { [$0.authority, $0.batch] }).values {
      do throws(OfficeError) {
        let officer = try own()
        var whole = fields
        if let listed, let first = round.first {
          let list = try lists(of: first).write(listed, round, by: officer, at: clock.now)
          whole = listed.entry(in: list.id)
        }
        for key in round { report.append(performOne(key, ActRequest(key.path, kind, whole), officer, post)) }
      } catch { report += round.map { Prospect($0, refusals: [error.message.onOneLine]) } }
    }
    let order = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    post(.reported(kind: kind, report.sorted { (order[$0.key] ?? 0) < (order[$1.key] ?? 0) }))
  }

  /// Does an act on a case and tells its new row.
  func performOne(
    _ key: CaseKey, _ request: ActRequest, _ officer: OfficerKey, _ post: (Message) -> Void
  ) -> Prospect {
    do throws(OfficeError) {
      try write(request, by: officer)
      if let row = try refresh(key) { post(.changed([row], gone: [])) }
      return Prospect(key, refusals: [])
    } catch { return Prospect(key, refusals: [error.message.onOneLine]) }
  }
}
