internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// One act on several cases, and several acts in turn.
extension HostActs {
  /// Does acts one after another and says once what was done and what not. Where the first is not done nothing is; where
  /// one asks, it and those after it wait for the answer; any other that is refused stops none of the rest.
  /// - Returns: whether anything was done.
  func performInTurn(_ turns: [FolderIntent], _ post: (Message) -> Void) -> Bool {
    var done: [ActDone] = []
    var refused: [Phrase] = []
    for (place, turn) in turns.enumerated() {
      do throws(OfficeError) {
        let one = try write(try request(turn.folder, turn.intent))
        if let file = one.situation.file { post(.changed([try row(file)], gone: [])) }
        done.append(one)
      } catch {
        guard place == 0 || error.isQuestion else {
          let name = CaseKey(path: turn.folder)?.id ?? turn.folder
          let why = error.message.onOneLine
          refused.append(Phrase("\(name)：\(why.zh)", "\(name): \(why.en)"))
          continue
        }
        if let last = done.last { tell(last, post) }
        refuse(error, turn.folder, turn.intent, post) { intent in
          .actInTurn([FolderIntent(turn.folder, intent)] + turns.dropFirst(place + 1))
        }
        return !done.isEmpty
      }
    }
    guard refused.isEmpty else {
      post(.told(Toast(.refused, Self.told(done, refused))))
      return true
    }
    guard done.count > 1 || done.contains(where: { !$0.withheld.isEmpty }) else {
      if let only = done.first { tell(only, post) }
      return true
    }
    if let withheld = done.first(where: { !$0.withheld.isEmpty }) {
      tell(withheld, post)
      return true
    }
    post(.told(Toast(.done, Self.told(done, []))))
    return true
  }

  /// What was done, by the verbs of the acts, and what was not, a line each.
  private static func told(_ done: [ActDone], _ refused: [Phrase]) -> Phrase {
    var verbs: [Phrase] = []
    for one in done {
      let verb = one.event.act?.verb ?? one.event.title
      if !verbs.contains(verb) { verbs.append(verb) }
    }
    let (zh, en) = (verbs.map(\.zh).joined(separator: "、"), verbs.map(\.en).joined(separator: ", "))
    let head = Phrase("已记录 \(done.count) 项：\(zh)", "Recorded \(done.count): \(en)")
    guard !refused.isEmpty else { return head }
    return Phrase(
      "\(head.zh)；没有办的 \(refused.count) 项：\n" + refused.map(\.zh).joined(separator: "\n"),
      "\(head.en); not done, \(refused.count):\n" + refused.map(\.en).joined(separator: "\n"))
  }

  /// Whether each case permits an act, and what it would be, without doing it.
  func dryRun(_ keys: [CaseKey], _ intent: ActIntent) -> [CaseDryRun] {
    keys.map { key in
      do throws(OfficeError) {
        let (result, unmet) = try dryRun(ActRequest(key.path, intent.action))
        return CaseDryRun(key, refusals: unmet.map(\.message), seen: result.seen, filled: result.filled)
      } catch {
        if case .unmet(let unmet) = error { return CaseDryRun(key, refusals: unmet.map(\.message)) }
        return CaseDryRun(key, refusals: [error.message])
      }
    }
  }

  /// Does an act on each case as it was foreseen, one by one, and reports of each whether it was done or why not.
  func performAll(_ dryRunResults: [CaseDryRun], _ intent: ActIntent, _ post: (Message) -> Void) {
    var report: [CaseDryRun] = []
    for round in Dictionary(grouping: dryRunResults, by: { [$0.key.authority, $0.key.batch] }).values {
      do throws(OfficeError) {
        let (action, entered, refused) = try listed(round, intent)
        report += refused
        for one in entered {
          report.append(performOne(one.key, request(one, action, isListed: action != intent.action), post))
        }
      } catch { report += round.map { CaseDryRun($0.key, refusals: [error.message.onOneLine]) } }
    }
    let order = Dictionary(dryRunResults.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { a, _ in a })
    post(.reported(intent.action.name, report.sorted { (order[$0.key] ?? 0) < (order[$1.key] ?? 0) }))
  }

  private func request(_ one: CaseDryRun, _ action: Action, isListed: Bool) -> ActRequest {
    var request = ActRequest(one.key.path, action, seen: one.seen)
    request.isListed = isListed
    return request
  }

  /// The act on the list of its round, where it goes by one: no list holds a case that cannot be entered.
  private func listed(
    _ round: [CaseDryRun], _ intent: ActIntent
  ) throws(OfficeError) -> (action: Action, entered: [CaseDryRun], refused: [CaseDryRun]) {
    guard let listed = ActByList(intent.action) else { return (intent.action, round, []) }
    var (ready, refused): ([CaseDryRun], [CaseDryRun]) = ([], [])
    for one in round {
      let unmet = try dryRun(ActRequest(one.key.path, intent.action, seen: one.seen)).unmet
      if unmet.isEmpty {
        ready.append(one)
      } else {
        refused.append(CaseDryRun(one.key, refusals: unmet.map(\.message)))
      }
    }
    guard let first = ready.first else { return (intent.action, [], refused) }
    let list = try writeList(of: listed, ready.map(\.key), in: lists(of: first.key).round)
    return (listed.entry(in: list.id), ready, refused)
  }

  /// Does an act on a case and tells its new row.
  func performOne(_ key: CaseKey, _ request: ActRequest, _ post: (Message) -> Void) -> CaseDryRun {
    do throws(OfficeError) {
      let done = try write(request)
      if let file = done.situation.file { post(.changed([try row(file)], gone: [])) }
      return CaseDryRun(key, refusals: [])
    } catch { return CaseDryRun(key, refusals: [error.message.onOneLine]) }
  }
}
