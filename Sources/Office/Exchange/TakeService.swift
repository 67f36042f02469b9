package import CaseStore
package import Casework
package import ScoringCore

/// Which cases go along.
package enum TakeChoice: Sendable, Hashable {
  /// By their ids or folders.
  case cases([String])
  /// Those that the officer has.
  case assigned
  /// Those of his visits of a day.
  case visits(Day)
  /// Of which anything is new since a day.
  case since(Day)
  /// Of which anything is new since the copy at this path was taken.
  case sinceCopy(String)
}

/// Taking along 带出: some cases with all that work on them asks for.
package struct TakeService: Sendable {
  package let store: Store
  package let today: Day
  /// Whose cases and visits are meant; `nil` is nobody named.
  package let officer: String?
  /// Whom it is for: the sealed files that they can open go along, and a pack is sealed to them.
  package let recipients: [String]

  /// - Parameter recipients: left out, it is for the officer.
  package init(store: Store, today: Day, officer: String?, for recipients: [String] = []) {
    self.store = store
    self.today = today
    self.officer = officer
    self.recipients = recipients.isEmpty ? [officer].compactMap(\.self) : recipients
  }

  /// What goes along for a choice. Acts that were signed and not told of are finished first.
  /// - Parameter outbox: is told how many were and how many wait still, whatever comes of the rest.
  /// - Returns: what is to be taken, and of which cases.
  package func prepare(
    _ choice: TakeChoice, outbox: (_ finished: Int, _ waiting: Int) -> Void = { _, _ in }
  ) throws(OfficeError) -> (along: TakeAlong, cases: [CaseKey]) {
    let (finished, waiting) = try withStore { () throws(StoreError) in try store.finishOutbox(today: today) }
    outbox(finished, waiting)
    let cases = try cases(of: choice)
    let along = try withStore { () throws(StoreError) in
      TakeAlong(store, cases, recipients: try store.officers().sealingKeys(of: Set(recipients)))
    }
    return (along, cases)
  }

  /// The cases of a choice, in order, at least one.
  /// - Throws: `nothingToTake`, which says why.
  package func cases(of choice: TakeChoice) throws(OfficeError) -> [CaseKey] {
    switch choice {
    case .cases(let names):
      let folders = FolderResolver(store)
      var keys: [CaseKey] = []
      for name in names { keys.append(try folders.key(name)) }
      return keys
    case .assigned:
      let officer = try someone
      let keys = try rows.filter { $0.assignee == officer && $0.state.isOpen }.map(\.key)
      return try some(keys, "没有由\(officer)办理的申报件", "\(officer) has no case")
    case .visits(let day):
      let officer = try someone
      let rows = try rows.filter { $0.visitDay == day }
      let keys = rows.filter { $0.visitors.contains(officer) }.map(\.key)
      return try some(
        keys, "\(day) 没有安排\(officer)抽查\(rows.isEmpty ? "" : "（安排别人的有 \(rows.count) 件）")",
        "\(officer) has no visit on \(day)\(rows.isEmpty ? "" : " (others have \(rows.count))")")
    case .since(let day):
      let keys = try withStore { () throws(StoreError) in try store.cases(since: day) }
      return try some(keys, "\(day) 以来没有新的记录", "nothing is new since \(day)")
    case .sinceCopy(let path):
      let keys = try withStore { () throws(StoreError) in try store.cases(since: path) }
      return try some(keys, "\(path)里都有了，没有新的记录", "nothing is new that \(path) does not have")
    }
  }

  private func some(_ keys: [CaseKey], _ zh: String, _ en: String) throws(OfficeError) -> [CaseKey] {
    guard !keys.isEmpty else { throw .nothingToTake(Phrase(zh, en)) }
    return keys
  }

  private var someone: String {
    get throws(OfficeError) {
      if let officer { return officer }
      throw .nothingToTake(Phrase("没有指明人员", "no officer is named"))
    }
  }

  private var rows: [CaseSummary] {
    get throws(OfficeError) {
      try withStore { () throws(StoreError) in
        let standard = try store.standard(on: today)
        _ = try store.refresh(standard)
        return store.loadSummaries(standard)
      }
    }
  }
}
