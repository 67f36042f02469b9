import Crypto

/// The standard as it is in force here: editions, notices, sizes, and the overlays an office goes by.
///
/// Nothing is read before it is first asked for; what the program embeds was proved when it was built.
public struct Standard: Sendable {
  /// The standard with the overlays that the program embeds.
  public static let shared = Standard(adopted: [:], digest: Embedded.digest)

  /// Version of the scoring core: changes whenever a result could.
  public static let coreVersion = "1.0.0"

  /// By authority key: what an office adopted in place of the embedded overlay.
  private let adopted: [String: Overlay]
  /// SHA-256 over all rule data that results rest on, 64 lower-case hex digits.
  public let digest: String

  private init(adopted: [String: Overlay], digest: String) {
    self.adopted = adopted
    self.digest = digest
  }

  /// The same standard with overlays that an office adopted, or that are asked for: each replaces that of its authority as a whole.
  ///
  /// - Parameter adopted: every overlay with the bytes it was read from, which enter the digest.
  public func replacing(_ adopted: [(overlay: Overlay, bytes: [UInt8])]) -> Standard {
    guard !adopted.isEmpty else { return self }
    var all = self.adopted
    var hash = SHA256()
    hash.update(data: Array(digest.utf8))
    for (overlay, bytes) in adopted.sorted(by: { $0.overlay.authority < $1.overlay.authority }) {
      all[overlay.authority] = overlay
      hash.update(data: SHA256.hash(data: bytes).map { $0 })
    }
    return Standard(adopted: all, digest: Hexadecimal.text(hash.finalize()))
  }

  /// Whether the overlay of an authority is one that an office adopted, and not the one that the program embeds.
  public func isAdopted(_ authority: String) -> Bool { adopted[authority] != nil }

  /// The overlay of an authority; `nil` where it is declared to have none.
  public func overlay(authority: String) -> Overlay? { adopted[authority] ?? Embedded.overlay(authority) }

  /// Every overlay in force here, by authority.
  public var overlayList: [Overlay] {
    Set(Embedded.overlaid).union(adopted.keys).sorted().compactMap { overlay(authority: $0) }
  }

  /// Authorities that the program declares to have no overlay.
  public static var declaredWithoutOverlay: Set<String> { Embedded.undeclared.keys }

  /// How public notices are counted where nothing is known.
  public var assumedNotice: PublicNoticeRule { Embedded.undeclared.notice }

  /// How an authority counts its public notices of what was submitted on a day; the assumed rule, marked, where nothing
  /// is known.
  ///
  /// - Parameter byCities: whether a city publishes in its place.
  public func noticeRule(authority: String, submitted: Day, byCities: Bool = false) -> PublicNoticeRule {
    overlay(authority: authority)?.notice(submitted: submitted, byCities: byCities) ?? Embedded.undeclared.notice
  }

  /// Facts that the authority's overlay declares under `local` for an edition and tier on a day of submission.
  public func localFacts(authority: String, edition: String, tier: Tier, submitted: Day) -> [LocalFact] {
    for value in overlay(authority: authority)?.deciding[tier.rank] ?? []
    where value.edition == edition && value.holds(on: submitted) {
      if case .local(let rules) = value.effect { return rules?.indicators.map(\.fact) ?? [] }
    }
    return []
  }

  /// An edition by id: `2022-63`, `2026-2`; `nil` for another id.
  public static func edition(_ id: String) -> Edition? {
    switch id {
    case "2022-63": Embedded.edition2022
    case "2026-2": Embedded.edition2026
    default: nil
    }
  }

  /// All editions, oldest first.
  public static var editions: [Edition] { [Embedded.edition2022, Embedded.edition2026] }
  /// Which edition is in force when, by tier and type.
  public static var periods: [EditionPeriod] { Embedded.periods }
  /// The yearly notices, oldest first.
  public static var circulars: [Circular] { Embedded.circulars }
  /// What the text leaves open, I-1 …, with the readings a province may take.
  public static var interpretations: [Interpretation] { Embedded.interpretations }
  /// The SME size standard of 2011: 16 sectors.
  public static var sizeStandard: SizeStandard { Embedded.sizes }

  /// The edition a case goes by: by tier, type and day of submission; a notice of the round comes first.
  ///
  /// - Throws: when none is in force on that day, which it names together with the nearest.
  public func editionFor(tier: Tier, type: ApplicationType, submitted: Day) throws(EditionError) -> String {
    for notice in Embedded.circulars where notice.applies(tier, submitted) {
      for value in notice.values where value.standing == .confirmed && value.types.contains(type) {
        if case .goesBy(let edition) = value.effect { return edition }
      }
    }
    var nearest: EditionPeriod?
    for period in Embedded.periods where period.tier == tier && period.types.contains(type) {
      if submitted < period.from {
        if nearest.map({ period.from < $0.from }) ?? true { nearest = period }
      } else if period.until.map({ submitted <= $0 }) ?? true {
        return period.edition
      }
    }
    throw EditionError(
      tier: tier, submitted: submitted, nearest: nearest?.edition ?? "",
      nearestFrom: nearest?.from ?? submitted)
  }
}
