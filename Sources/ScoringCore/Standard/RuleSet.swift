import Yams

/// The editions with the table that says which is in force when, proved as one.
final class RuleSet: Sendable {
  /// Oldest first; not empty.
  let editions: [Edition]
  /// Which edition is in force when, by tier and type; no two rows of one tier and type share a day.
  let periods: [EditionPeriod]
  /// The oldest edition of each tier, by rank.
  private let oldest: [Edition]

  /// - Throws: what is wrong in any of the files.
  init(
    editions texts: [(text: String, file: String)], days: (text: String, file: String)
  ) throws(RuleErrors) {
    var editions: [Edition] = []
    for (text, file) in texts {
      let edition = try Edition.load(text: text, file: file)
      guard !editions.contains(where: { $0.id == edition.id }) else {
        throw RuleErrors(file, Phrase("版本 \(edition.id) 重复", "edition \(edition.id) is duplicated"))
      }
      editions.append(edition)
    }
    editions.sort { $0.number < $1.number }
    var oldest: [Edition] = []
    for tier in Tier.allCases {
      guard let edition = editions.first(where: { $0[tier] != nil }) else {
        throw RuleErrors(
          days.file, Phrase("没有版本写明 \(tier.rawValue) 层级", "no edition has the tier \(tier.rawValue)"))
      }
      oldest.append(edition)
    }
    self.editions = editions
    self.oldest = oldest
    periods = try Tables.periods(text: days.text, file: days.file, of: editions)
  }

  /// An edition by id.
  func edition(_ id: String) -> Edition? {
    for edition in editions where edition.id == id { return edition }
    return nil
  }

  /// The edition in force for new applications of a tier on a day; before the first, that one.
  func edition(of tier: Tier, on day: Day) -> Edition {
    let period = periods.first {
      $0.tier == tier && $0.types.contains(.new) && $0.from <= day && $0.until.map { day <= $0 } ?? true
    }
    return period.flatMap { edition($0.edition) } ?? oldest[tier.rank]
  }
}

extension Edition {
  /// Year and number of its document, by which editions are ordered.
  fileprivate var number: (Int, Int) {
    let parts = id.split(separator: "-").map { Int($0) ?? 0 }
    return (parts.first ?? 0, parts.last ?? 0)
  }
}

extension RuleErrors {
  /// One thing that is wrong with a file as a whole.
  init(_ file: String, _ message: Phrase) {
    self.init(errors: [RuleError(file: file, line: 1, column: 1, message: message)])
  }
}
