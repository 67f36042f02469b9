package import ScoringCore

extension TitleRecord {
  /// Whether a title that ended was still valid on a day: before its end, unless it counts as never given.
  fileprivate func held(on day: Day) -> Bool {
    [.cancelled, .merged, .surrendered].contains(status) && endedOn.map { day < $0 } ?? false
  }
}

/// All titles of an office, with what one title says about another (Procedure §6.5).
package struct TitleRegister: Sendable {
  /// A review under way 复核: what it extends.
  package struct Review: Sendable, Hashable {
    package var creditCode: String
    package var tier: Tier
    package var submitted: Day

    package init(creditCode: String, tier: Tier, submitted: Day) {
      self.creditCode = creditCode
      self.tier = tier
      self.submitted = submitted
    }
  }

  private struct Holding: Hashable {
    var creditCode: String
    var tier: Tier
  }

  /// By authority, tier, and last day.
  package let records: [TitleRecord]

  /// - Parameter reviews: open cases of type `review`.
  package init(_ records: [TitleRecord], reviews: [Review] = []) {
    var records = records
    // An ending that names other tiers ends the enterprise's titles of those tiers too.
    for ending in records where ending.status == .cancelled || ending.status == .revoked {
      for index in records.indices
      where records[index].creditCode == ending.creditCode && records[index].tier != ending.tier
        && ending.endedTiers.contains(records[index].tier)
        && [.running, .inquiry].contains(records[index].status)
        && ending.endedOn.map({ records[index].from <= $0 }) ?? true
      {
        records[index].status = ending.status
        records[index].endedOn = ending.endedOn
        records[index].barUntil = ending.barUntil
      }
    }
    // The newest term of each holder and tier that has begun: what began before it is succeeded.
    var newest: [Holding: Day] = [:]
    for record in records where record.status != .revoked && record.status != .upcoming {
      let holding = Holding(creditCode: record.creditCode, tier: record.tier)
      newest[holding] = max(newest[holding] ?? record.from, record.from)
    }
    for index in records.indices {
      let record = records[index]
      guard record.status == .running || record.status == .expired else { continue }
      let holding = Holding(creditCode: record.creditCode, tier: record.tier)
      let isSucceeded = newest[holding].map { record.from < $0 } ?? false
      if isSucceeded {
        records[index].status = .succeeded
      } else if record.status == .expired,
        reviews.contains(where: {
          $0.creditCode == record.creditCode && $0.tier == record.tier && $0.submitted <= record.until
        })
      {
        records[index].status = .reviewPending
      }
    }
    self.records = records.sorted {
      ($0.authority, $0.tier, $0.until, $0.folder) < ($1.authority, $1.tier, $1.until, $1.folder)
    }
  }

  /// The day until which a credit code may not apply, in every authority's register; `nil` where it may.
  package func bar(_ creditCode: String, today: Day) -> Day? {
    records.filter { $0.creditCode == creditCode }.compactMap(\.barUntil).filter { today <= $0 }.max()
  }

  /// The title that a review 复核 would extend: the newest of the holder and tier that has not ended otherwise.
  package func extended(by application: Application) -> TitleRecord? {
    records.filter {
      $0.creditCode == application.enterprise.creditCode && $0.tier == application.tier
        && [.running, .inquiry, .expired, .reviewPending].contains($0.status)
    }.max { $0.from < $1.from }
  }

  /// Whether a credit code holds a valid title of a tier on a day.
  package func holds(_ creditCode: String, _ tier: Tier, on day: Day) -> Bool {
    records.contains {
      $0.creditCode == creditCode && $0.tier == tier && $0.from <= day && day <= $0.until
        && ($0.status == .running || $0.status == .inquiry || $0.status == .succeeded || $0.held(on: day))
    }
  }
}
