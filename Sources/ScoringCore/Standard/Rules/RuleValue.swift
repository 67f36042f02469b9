/// One value that a province's overlay or a yearly notice fills into a slot of an edition, with the days of submission
/// that it holds for and how sure its source is (Overlays §1).
public final class RuleValue: Sendable {
  /// What it fills, and with what.
  public enum Effect: Sendable {
    /// The total that passes the score.
    case passLine(Int)
    /// The province's own indicators; `nil` declares that they are not known here.
    case local(LocalRules?)
    /// The reading of one interpretation: its id and the key of the reading.
    case reading(String, key: String)
    /// One more condition, after those of the edition.
    case adds(Condition)
    /// Id of a condition that is waived.
    case waives(String)
    /// Id of a condition that does not apply: of a notice alone.
    case setsAside(String)
    /// An R&D institution of one level counts as of a higher one, for one route.
    case lifts(InstitutionLevel, to: InstitutionLevel, route: String)
    /// Id of the edition of the round: of a notice alone.
    case goesBy(String)
    /// How public notices are counted.
    case notice(PublicNoticeRule)
  }

  /// How sure a value is: an unconfirmed one decides nothing and is a finding at each case that it would touch.
  public enum Standing: String, Sendable, CaseIterable {
    /// It decides.
    case confirmed
    /// One source alone says so.
    case unconfirmed
  }

  /// What it fills, and with what.
  public let effect: Effect
  /// Id of the edition; `nil` where the slot is of none: a public notice, the edition of a round.
  public let edition: String?
  /// The tiers it is for.
  public let tiers: [Tier]
  /// New, review, or both.
  public let types: [ApplicationType]
  /// The one round it is for; `nil` for all.
  public let batch: String?
  /// The first day of submission; `nil` without one.
  public let from: Day?
  /// The last day of submission, included; `nil` while it lasts.
  public let until: Day?
  /// How sure its source is.
  public let standing: Standing
  /// What its source leaves open; `nil` where nothing.
  public let note: Phrase?
  /// Where it stands.
  public let citation: Citation
  /// Who supplied it.
  public let layer: Layer
  /// Its line in the file, from 1.
  public let line: Int

  init(
    _ effect: Effect, edition: String?, tiers: [Tier], types: [ApplicationType], batch: String?, from: Day?,
    until: Day?, standing: Standing, note: Phrase?, citation: Citation, layer: Layer, line: Int
  ) {
    self.effect = effect
    self.edition = edition
    self.tiers = tiers
    self.types = types
    self.batch = batch
    self.from = from
    self.until = until
    self.standing = standing
    self.note = note
    self.citation = citation
    self.layer = layer
    self.line = line
  }

  /// Whether it holds on a day of submission.
  public func holds(on day: Day) -> Bool {
    from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
  }

  /// Whether it holds for an application that goes by an edition.
  func applies(edition: String, tier: Tier, type: ApplicationType, batch: String, submitted: Day) -> Bool {
    tiers.contains(tier) && types.contains(type) && self.edition == edition && holds(on: submitted)
      && (self.batch.map { $0 == batch } ?? true)
  }

  /// Whether it says something of the scoring: a public notice says nothing of it, and neither do indicators that are
  /// declared and not known.
  var scores: Bool {
    switch effect {
    case .passLine, .reading, .adds, .waives, .setsAside, .lifts: true
    case .local(let rules): rules != nil
    case .goesBy, .notice: false
    }
  }

  /// The slot it fills, as far as another value could fill the same: two of one slot may not hold on one day.
  var slot: String {
    switch effect {
    case .passLine: "pass"
    case .local: "local"
    case .reading(let id, _): "reading \(id)"
    case .adds(let condition): "adds \(condition.id)"
    case .waives(let id), .setsAside(let id): "waives \(id)"
    case .lifts(let level, _, let route): "counts \(level.rawValue) \(route)"
    case .goesBy: "goesBy"
    case .notice(let rule): rule.byCities ? "notice of cities" : "notice"
    }
  }

  /// Whether both fill one slot for one application on one day.
  func collides(with other: RuleValue) -> Bool {
    slot == other.slot && edition == other.edition && tiers.contains(where: other.tiers.contains)
      && types.contains(where: other.types.contains) && (batch == nil || other.batch == nil || batch == other.batch)
      && (until.flatMap { end in other.from.map { $0 <= end } } ?? true)
      && (other.until.flatMap { end in from.map { $0 <= end } } ?? true)
  }
}

/// A level of R&D institution that counts as a higher one, and the value that says so.
struct InstitutionLift {
  var level: InstitutionLevel
  var to: InstitutionLevel
  var by: RuleValue
}

/// How an authority counts its public notices 公示.
public struct PublicNoticeRule: Sendable, Hashable {
  /// Days, at least 1.
  public var length: Int
  /// Working days or calendar days.
  public var kind: DayKind
  /// The day of publication counts as the first.
  public var firstCounted: Bool
  /// It is that of cities that publish in the authority's place.
  public var byCities: Bool
  /// True where no source says it.
  public var assumed: Bool
  /// What its source leaves open; `nil` where nothing.
  public var note: Phrase?
  /// Where it stands.
  public var citation: Citation
}
