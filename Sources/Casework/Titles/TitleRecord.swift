package import ScoringCore
import StrictJSON

/// A title in the register 称号登记: who holds what, until when, and what falls due.
package struct TitleRecord: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable {
    case running, inquiry, cancelled, revoked, merged, surrendered, expired, succeeded
    /// Filed for review in time and undecided at its end: no longer valid for `lowerTier`.
    case reviewPending
    /// Its term has not begun.
    case upcoming

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
      case .upcoming: Phrase("尚未生效", "Not yet in force")
      }
    }
  }

  /// A new name, as it was reported.
  package struct Rename: Sendable, Hashable {
    package var former: String
    package var name: String
    package var occurred: Day?
    /// The title stays as it is; otherwise an inquiry follows.
    package var keeps: Bool
  }

  package struct YearlyUpdate: Sendable, Hashable {
    package var year: Int
    /// By the edition in force on 1 April of the year.
    package var due: Day?
    /// What so many misses in one term lead to, by that edition.
    package var rule: TitleTerms.YearlyUpdate?
    /// `done`, `missed`; `nil` while nobody has said.
    package var state: String?
  }

  /// Folder of the case that gave it, or its own under `titles/`.
  package var folder: String
  package var authority: String
  package var division: String?
  package var tier: Tier
  /// The tier as officers call it, by the edition that gave the title.
  package var tierName: Phrase
  package var creditCode: String
  /// Unsafe to draw before it is made safe.
  package var name: String
  /// Names before that one, as changes entered here say, oldest first; as unsafe.
  package var formerNames: [String] = []
  /// Changes of the name alone 简单更名, oldest first.
  package var renames: [Rename] = []
  package var number: String?
  package var from: Day
  /// The last day, included.
  package var until: Day
  package var status: Status
  /// The edition does not say how long a title runs, and the term is the one that is taken.
  package var isAssumed: Bool
  package var updates: [YearlyUpdate]
  package var barUntil: Day?
  /// The day from which it ended, and every tier whose title of the enterprise ended with it.
  package var endedOn: Day?
  package var endedTiers: [Tier] = []
  /// Major changes reported more than three months after they occurred.
  package var lateChanges = 0

  /// What missed updates lead to: by the rule of the year of the miss that was one too many; `nil` while none was.
  package var missed: TitleTerms.MissOutcome? {
    var count = 0
    for update in updates where update.state == "missed" {
      count += 1
      if let rule = update.rule, count >= rule.misses { return rule.outcome }
    }
    return nil
  }

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
  ///   - edition: id of the one that the case went by; `nil` takes the one in force on the first day of the term.
  init?(_ fold: Fold, folder: String, name: String, edition: String?, _ standard: Standard, today: Day) {
    guard let term = fold.title, let from = term.from, let until = term.until,
      let origin = fold.receipt ?? fold.event(term.given),
      let tier = origin.body.text("tier").flatMap(Tier.init(rawValue:))
    else { return nil }
    self.folder = folder
    authority = folder.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    division = origin.body.text("division")
    self.tier = tier
    let edition = edition.flatMap(standard.edition) ?? standard.edition(of: tier, on: from)
    let terms = edition.titles
    tierName = standard.name(of: tier, edition: edition.id)
    let changes = fold.log.filter { $0.event.act == .change }.map(\.event.body)
    creditCode = changes.compactMap { $0.text("creditCode") }.last ?? origin.body.text("creditCode") ?? ""
    let names = [origin.body.text("name") ?? name] + changes.compactMap { $0.text("name") }
    self.name = names.last ?? name
    for former in names.dropLast() where former != self.name && !former.isEmpty && !formerNames.contains(former) {
      formerNames.append(former)
    }
    var held = names[0]
    for change in changes {
      guard let new = change.text("name") else { continue }
      if change.text("what") == "name", new != held {
        renames.append(
          Rename(former: held, name: new, occurred: change.day("occurred"), keeps: change.text("effect") == "keeps"))
      }
      held = new
    }
    lateChanges = changes.count { change in
      guard let occurred = change.day("occurred"), let reported = change.day("reported") else { return false }
      let rule = standard.edition(of: tier, on: occurred).titles
      return reported > rule.reportDue(occurred, isRename: change.isSimpleRename)
    }
    number = term.number
    self.from = from
    self.until = until
    isAssumed = terms.isAssumed && until == terms.until(from)
    barUntil = term.barUntil
    endedOn = term.endedOn
    endedTiers = term.endedTiers
    switch term.phase {
    case .inquiry: status = .inquiry
    // Revoked is as if never given; otherwise it runs to the day from which it ended.
    case .ended where term.ended == "revoked" || term.endedOn.map { $0 <= today } ?? true:
      status = term.ended.flatMap(Status.init(rawValue:)) ?? .cancelled
    case .running, .ended: status = until < today ? .expired : today < from ? .upcoming : .running
    }
    updates = TitleRules.updateYears(from: from, until: until).map { year in
      let rule = TitleRules.update(year, tier, by: standard)
      return YearlyUpdate(
        year: year, due: rule?.due(in: year), rule: rule, state: fold.body(.update(year))?.body.text("state"))
    }
  }
}

extension JSONValue {
  /// Whether a change is a simple rename 简单更名: only the name, and the title stays as it is.
  var isSimpleRename: Bool { text("what") == "name" && text("effect") == "keeps" }
}

extension CaseFile {
  /// The title that the case gave; `nil` where it gave none.
  package func title(today: Day) -> TitleRecord? {
    TitleRecord(
      fold, folder: key.path, name: revision.application.enterprise.name, edition: assessment?.edition, standard,
      today: today)
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
  package func title(_ standard: Standard = .shared, today: Day) -> TitleRecord? {
    TitleRecord(fold, folder: folder, name: "", edition: nil, standard, today: today)
  }
}
