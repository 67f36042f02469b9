package import CaseStore
package import Casework
package import ScoringCore
internal import StrictJSON

/// The one way an act is done. What it names by hash is written first – texts that are sealed, copies, letters – then
/// what the program knows is filled in, and one signed event is written.
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

  /// Does an act. Nothing is written where a requirement is not met.
  /// - Parameter moment: what the event says of the clock.
  @discardableResult
  package func perform(
    _ request: ActRequest, by key: OfficerKey, at moment: Moment
  ) throws(OfficeError) -> Event {
    if request.kind == "resubmit" {
      let (bytes, place, standard) = (try application(of: request), try caseKey(of: request), try standard)
      return try permitted { () throws(Refusal) in
        try store.resubmit(bytes, on: place, by: key, standard, today: today, at: moment)
      }
    }
    if request.kind == "settings", let file = request.files.values.first {
      return try propose(request, file, by: key, at: moment)
    }
    if writesFiles(request) {
      let unmet = try foresee(request, by: key.officer).unmet
      guard unmet.isEmpty else { throw .unmet(unmet) }
    }
    let whole = try withStore { () throws(StoreError) in try named(request, isKept: true) }
    let standard = try standard
    let event = try permitted { () throws(Refusal) in
      try store.perform(
        Action(whole.kind, whole.fields), in: whole.folder, by: key, standard, today: today, at: moment)
    }
    try withStore { () throws(StoreError) in try follow(event) }
    return event
  }

  /// The act completed, and every requirement it does not meet. Nothing is written.
  package func foresee(
    _ request: ActRequest, by officer: String
  ) throws(OfficeError) -> (action: Action, unmet: [Unmet]) {
    if request.kind == "resubmit", !request.files.isEmpty {
      let (bytes, key, standard) = (try application(of: request), try caseKey(of: request), try standard)
      return try permitted { () throws(Refusal) in
        try store.foreseeResubmission(bytes, on: key, by: officer, standard, today: today)
      }
    }
    return try withStore { () throws(StoreError) in
      let whole = try named(request, isKept: false)
      return try store.foresee(
        Action(whole.kind, whole.fields), in: whole.folder, by: officer, try store.standard(on: today), today: today)
    }
  }

  /// The case with its events, by the standard of the day; `nil` where it is not in the store.
  package func file(_ key: CaseKey) throws(OfficeError) -> CaseFile? {
    try withStore { () throws(StoreError) in try caseFile(key) }
  }

  func caseFile(_ key: CaseKey) throws(StoreError) -> CaseFile? {
    try store.caseFile(key, try store.standard(on: today), today: today)
  }

  /// The standard with the overlays that offices have put in force by today.
  private var standard: Standard {
    get throws(OfficeError) { try withStore { () throws(StoreError) in try store.standard(on: today) } }
  }

  // MARK: Settings and resubmission

  /// A settings file is checked and kept where settings are before it is proposed.
  private func propose(
    _ request: ActRequest, _ file: [UInt8], by key: OfficerKey, at moment: Moment
  ) throws(OfficeError) -> Event {
    func text(_ name: String) throws(OfficeError) -> String {
      guard let text = request.fields[name]?.string else { throw .unmet([.missing(name)]) }
      return text
    }
    guard let from = Day(try text("from")) else { throw .unmet([.missing("from")]) }
    let (what, authority) = (try text("what"), try text("authority"))
    return try permitted { () throws(Refusal) in
      try store.propose(what, file, authority: authority, from: from, by: key, today: today, at: moment)
    }
  }

  private func application(of request: ActRequest) throws(OfficeError) -> [UInt8] {
    guard let bytes = request.files.values.first else {
      throw .store(
        StoreError(
          .badInput, request.folder,
          Phrase("更正后重报要给出新的申报文件", "A resubmission needs the new application's file")))
    }
    return bytes
  }

  private func caseKey(of request: ActRequest) throws(OfficeError) -> CaseKey {
    guard let key = request.key else { throw .unmet([.wrongFolder]) }
    return key
  }

  private func permitted<T>(_ work: () throws(Refusal) -> T) throws(OfficeError) -> T {
    do throws(Refusal) { return try work() } catch { throw OfficeError(error) }
  }
}

extension Unmet {
  fileprivate static let wrongFolder = Unmet(
    .requirement, "wrongFolder", Phrase("这里没有这种办理", "There is no such act in this place"))
}
