/// What an edition says of a title once it is given (Procedure §6): how long it runs, what is due, what ends it.
public final class TitleTerms: Sendable {
  /// What follows from updates that were missed.
  public enum MissOutcome: String, Sendable, Hashable, CaseIterable {
    /// The title runs to its end and is not reviewed.
    case noReview
    /// The title is cancelled.
    case cancelled

    /// As a sentence about a title says it.
    public var name: Phrase {
      switch self {
      case .noReview: Phrase("失去复核资格", "the right to review is lost")
      case .cancelled: Phrase("应取消称号", "the title is to be cancelled")
      }
    }
  }

  /// The yearly update 年度更新.
  public struct YearlyUpdate: Sendable, Hashable {
    /// The last day in each year: a month and a day that every year has.
    public var month: Int
    /// 1 … 31.
    public var day: Int
    /// So many misses in one term have the outcome, 1 or more.
    public var misses: Int
    /// What they lead to.
    public var outcome: MissOutcome
    /// The rule in a sentence.
    public var text: Phrase

    /// The day by which the update of a year is due.
    public func due(in year: Int) -> Day? { Day(year: year, month: month, day: day) }
  }

  /// Something to be reported or applied for in time.
  public struct Report: Sendable, Hashable {
    /// Months after it occurred, 1 or more.
    public var months: Int
    /// The rule in a sentence.
    public var text: Phrase
  }

  /// An ending that bars the enterprise 不得申报.
  public struct Bar: Sendable, Hashable {
    /// Years from the day on which the title ends, 1 or more: the least that the text states.
    public var years: Int
    /// Causes of an inquiry for which a title ends with a bar.
    public var causes: Set<TitleCause>
    /// Those of them that end the enterprise's titles of every tier.
    public var everyTier: Set<TitleCause>
    /// The rule in a sentence.
    public var text: Phrase
  }

  /// Where all of this stands.
  public let citation: Citation
  /// The term where the announcement prints none, in years.
  public let years: Int
  /// The text does not say how long a title runs: the term is taken to be that long.
  public let isAssumed: Bool
  /// What is due each year.
  public let update: YearlyUpdate
  /// A major change 重大变更.
  public let change: Report
  /// A change of the name alone 简单更名.
  public let rename: Report
  /// How an inquiry goes, in a sentence.
  public let inquiry: Phrase
  /// What bars an enterprise, and for how long.
  public let bar: Bar

  init(
    citation: Citation, years: Int, isAssumed: Bool, update: YearlyUpdate, change: Report, rename: Report,
    inquiry: Phrase, bar: Bar
  ) {
    self.citation = citation
    self.years = years
    self.isAssumed = isAssumed
    self.update = update
    self.change = change
    self.rename = rename
    self.inquiry = inquiry
    self.bar = bar
  }
}
