package import ScoringCore
import StrictJSON

/// A title in the register 称号登记: who holds what, until when, and what falls due.
package struct TitleRecord: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable {
    case running, inquiry, cancelled, revoked, merged, surrendered, expired, succeeded
    /// Filed for review in time and undecided at its end: no longer valid for `lowerTier`.
    case reviewPending

    package var name: Phrase {
      switch self {
      case .running: Phrase("有效", "Running")
      case .inquiry: Phrase("核查中", "Under inquiry")
      case .cancelled: Phrase("已取消", "Cancelled")
      case .revoked: Phrase("已撤销", "Revoked")
      case .merged: Phrase("已合并", "Merged")
      case .surrendered: Phrase("已放弃", "Surrendered")
      case .expired: Phrase("已到期", "Expired")
      case .succeeded: Phrase("已续期", "Succeeded")
      case .reviewPending: Phrase("到期，复核中", "Expired, review pending")
      }
    }
  }

  package struct YearlyUpdate: Sendable, Hashable {
    package var year: Int
    package var due: Day?
    /// `done`, `missed`; `nil` while nobody has said.
    package var state: String?
  }

  /// Folder of the case that gave it, or its own under `titles/`.
  package var folder: String
  package var authority: String
  package var division: String?
  package var tier: Tier
  package var creditCode: String
  /// Unsafe to draw before it is made safe.
  package var name: String
  package var number: String?
  package var from: Day
  /// The last day, included.
  package var until: Day
  package var status: Status
  /// The term of a title under 2026-2 is taken to be three years.
  package var isAssumed: Bool
  package var updates: [YearlyUpdate]
  package var barUntil: Day?
  /// The day from which it ended, and every tier whose title of the enterprise ended with it.
  package var endedOn: Day?
  package var endedTiers: [Tier] = []
  /// Major changes reported more than three months after they occurred.
  package var lateChanges = 0

  /// Updates that are due by a day and that nobody has recorded.
  package func updatesDue(today: Day) -> [YearlyUpdate] {
    guard status == .running || status == .inquiry else { return [] }
    return updates.filter { $0.state == nil && $0.year <= today.year }
  }

  /// Whether its review comes up: it ends within `days`.
  package func reviewComesUp(today: Day, within days: Int) -> Bool {
    status == .running && until <= today.adding(days: days)
  }
}

extension TitleRecord {
  /// The title that a folder gave; `nil` where it gave none.
  ///
  /// - Parameters:
  ///   - name: the enterprise's name where the folder's own events do not say it.
  init?(_ fold: Fold, folder: String, name: String, edition: String?, today: Day) {
    guard let term = fold.title, let from = term.from, let until = term.until,
      let origin = fold.receipt ?? fold.event(term.given),
      let tier = origin.body.text("tier").flatMap(Tier.init(rawValue:))
    else { return nil }
    self.folder = folder
    authority = folder.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    division = origin.body.text("division")
    self.tier = tier
    let changes = fold.log.filter { $0.event.act == .change }.map(\.event.body)
    creditCode = changes.compactMap { $0.text("creditCode") }.last ?? origin.body.text("creditCode") ?? ""
    self.name = changes.compactMap { $0.text("name") }.last ?? origin.body.text("name") ?? name
    lateChanges = changes.count { change in
      guard let occurred = change.day("occurred"), let reported = change.day("reported") else { return false }
      return reported > TitleRules.reportDue(occurred)
    }
    number = term.number
    self.from = from
    self.until = until
    isAssumed = edition == "2026-2"
    barUntil = term.barUntil
    endedOn = term.endedOn
    endedTiers = term.endedTiers
    switch term.phase {
    case .inquiry: status = .inquiry
    // Revoked is as if never given; otherwise it runs to the day from which it ended.
    case .ended where term.ended == "revoked" || term.endedOn.map { $0 <= today } ?? true:
      status = term.ended.flatMap(Status.init(rawValue:)) ?? .cancelled
    case .running, .ended: status = until < today ? .expired : .running
    }
    updates = (from.year + 1...max(from.year + 1, until.year)).map { year in
      YearlyUpdate(
        year: year, due: TitleRules.updateDue(year, tier), state: fold.body(.update(year))?.body.text("state"))
    }
  }
}

extension CaseFile {
  /// The title that the case gave; `nil` where it gave none.
  package func title(today: Day) -> TitleRecord? {
    TitleRecord(
      fold, folder: key.path, name: revision.application.enterprise.name, edition: assessment?.edition, today: today)
  }
}

extension History {
  /// The title that a folder under `titles/` gave would lie in another by what was entered of it.
  package var isElsewhere: Bool {
    guard let term = fold.title, let given = fold.event(term.given)?.body, let code = given.text("creditCode"),
      let tier = given.text("tier").flatMap(Tier.init(rawValue:)), let from = given.day("from")
    else { return false }
    let authority = folder.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    return folder != TitleRules.folder(authority: authority, creditCode: code, tier: tier, from: from)
  }

  /// The title of a folder under `titles/`.
  package func title(today: Day) -> TitleRecord? {
    TitleRecord(fold, folder: folder, name: "", edition: nil, today: today)
  }
}
