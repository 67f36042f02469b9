package import CaseStore
package import Casework
package import ScoringCore
internal import StrictJSON

/// The one way an act is done, by key, command, batch line, dry run or demonstration: its place is read once, what the
/// program knows is filled in, every requirement is asked, the files it names are kept, and one signed event is written.
package struct ActService: Sendable {
  /// Where it acts.
  package let store: Store
  /// The day of an act that states none, and the latest that one may state.
  package let today: Day
  /// Language of the letters it writes; what goes out to enterprises is Chinese.
  package var letters: Language

  /// Acts in a store on a day.
  package init(store: Store, today: Day, letters: Language = .zh) {
    self.store = store
    self.today = today
    self.letters = letters
  }

  /// Does an act. Nothing is written where a requirement is not met; one that was signed before and not told is told.
  /// - Parameter moment: what the event says of the clock.
  @discardableResult
  package func perform(
    _ request: ActRequest, by key: OfficerKey, at moment: Timestamp
  ) throws(OfficeError) -> ActDone {
    let asked = Store.digest(request.action, in: request.folder, by: key, today: today)
    let isUntold = try withStore { () throws(StoreError) in try store.isUntold(asked, by: key) }
    let request = isUntold ? request : try withList(request, by: key, at: moment)
    let standard = try standard
    var prepared: PreparedAct?
    var before: Situation?
    var notes: [Phrase] = []
    let done: WrittenAct
    do throws(Refusal) {
      done = try store.perform(in: request.folder, by: key, standard, today: today, at: moment, asked: asked) {
        situation throws(Refusal) in
        if let note = finishErasing(in: situation) { notes.append(note) }
        do throws(OfficeError) {
          let ready = try prepare(request, &situation)
          guard ready.unmet.isEmpty else { throw OfficeError.unmet(ready.unmet) }
          prepared = ready
          before = situation
          return try withStore { () throws(StoreError) in try keep(ready, in: situation) }
        } catch { throw error.refusal }
      }
    } catch { throw OfficeError(error) }
    if let note = erase(by: done.event, in: done.situation) { notes.append(note) }
    return ActDone(
      event: done.event, before: before ?? done.situation, situation: done.situation,
      filled: prepared?.filled(request, in: done.situation) ?? [],
      followed: done.followed, withheld: done.withheld, wasRecorded: done.wasRecorded, notes: notes)
  }

  /// The act as it would be written, and every requirement it does not meet, those of its signature included. Nothing is
  /// written.
  package func dryRun(
    _ request: ActRequest, by officer: String
  ) throws(OfficeError) -> (result: DryRunResult, unmet: [UnmetRequirement]) {
    var request = request
    if !request.isListed, let listed = ActByList(request.action) {
      request.action = listed.entry(in: RoundLists.unwritten)
    }
    var situation = try situation(request.folder, of: officer)
    let ready = try prepare(request, &situation)
    let sign = store.ownKey(of: officer)?.sign
    let unmet = ready.unmet.isEmpty ? situation.verdict(of: ready.action, key: sign).unmet : ready.unmet
    var result = DryRunResult(
      action: ready.action, filled: ready.filled(request, in: situation), seen: situation.seen(ready.action))
    result.changes = situation.changes(by: ready.action)
    if let proposal = situation.proposal(of: ready.action) {
      let (said, by) = (situation.officers.said(by: proposal), situation.officers.now.name(of: proposal.author))
      result.notes = [Phrase("\(said.zh)（\(by) 提出）", "\(said.en) (by \(by))")]
    }
    if let document = try document(ready, in: situation) {
      result.changes = document.changes
      result.notes += [document.against] + [document.warning].compactMap(\.self)
    }
    return (result, unmet)
  }

  /// The settings that an act proposes or approves; `nil` for another act.
  private func document(_ ready: PreparedAct, in situation: Situation) throws(OfficeError) -> SettingsDocument? {
    try withStore { () throws(StoreError) in
      if let event = situation.proposal(of: ready.action) {
        return try store.settingsDocument(of: event, today: today)
      }
      guard ready.action.name == .settings, let file = ready.files.first else { return nil }
      let fields = ready.action.fields
      return try store.settingsDraft(
        fields["what"]?.string ?? "", file.bytes, authority: fields["authority"]?.string ?? "",
        from: fields["from"]?.string.flatMap { Day($0) } ?? today, today: today)
    }
  }

  /// A folder as an officer acts in it.
  package func situation(_ folder: String, of officer: String) throws(OfficeError) -> Situation {
    let standard = try standard
    return try withStore { () throws(StoreError) in
      try store.situation(folder, of: officer, standard, today: today)
    }
  }

  /// The case with its events, by the standard of the day; `nil` where it is not in the store.
  package func file(_ key: CaseKey) throws(OfficeError) -> CaseFile? {
    let standard = try standard
    return try withStore { () throws(StoreError) in try store.caseFile(key, standard, today: today) }
  }

  /// The standard with the overlays that offices have put in force by today.
  private var standard: Standard {
    get throws(OfficeError) { try withStore { () throws(StoreError) in try store.standard(on: today) } }
  }

  /// An act that goes by a list of its round, on that list: it is written first, and only where the case can be entered.
  private func withList(
    _ request: ActRequest, by key: OfficerKey, at moment: Timestamp
  ) throws(OfficeError) -> ActRequest {
    guard !request.isListed, let listed = ActByList(request.action), let place = request.key else { return request }
    let unmet = try dryRun(request, by: key.officer).unmet
    guard unmet.isEmpty else { throw .unmet(unmet) }
    let round = RoundFolder(store: store, authority: place.authority, batch: place.batch)
    let list = try writeList(of: listed, [place], in: round, by: key, at: moment, yes: request.yes)
    var entry = request.listed
    entry.action = listed.entry(in: list.id)
    return entry
  }

  /// Writes the list that an act of these cases goes by; one that holds them and was not entered whole is gone on with.
  package func writeList(
    of listed: ActByList, _ keys: [CaseKey], in round: RoundFolder, by officer: OfficerKey, at moment: Timestamp,
    yes: Set<String> = []
  ) throws(OfficeError) -> Event {
    let lists = RoundLists(round: round, today: today)
    guard !keys.isEmpty else { throw .noneReady(listed.list) }
    if let begun = try lists.begun(listed, keys) { return begun }
    var request = try lists.request(listed, keys)
    request.yes = yes
    return try perform(request, by: officer, at: moment).event
  }
}
