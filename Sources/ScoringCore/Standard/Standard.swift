import Crypto

/// The standard as it is in force here: editions, notices, sizes, and the overlays an office goes by.
///
/// Nothing is read before it is first asked for; what the program embeds was proved when it was built.
public struct Standard: Sendable, Hashable {
  /// The standard with the overlays that the program embeds.
  public static let shared = Standard(adopted: [:], nil, digest: Embedded.digest)

  /// Version of the scoring core: changes whenever a result could.
  public static let coreVersion = "1.0.0"

  /// By authority key: what an office adopted in place of the embedded overlay.
  private let adopted: [String: Overlay]
  /// Editions and their days in place of the embedded ones; `nil` where those hold.
  private let tried: RuleSet?
  /// SHA-256 over all rule data that results rest on, 64 lower-case hex digits.
  public let digest: String

  private init(adopted: [String: Overlay], _ tried: RuleSet?, digest: String) {
    self.adopted = adopted
    self.tried = tried
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
    return Standard(adopted: all, tried, digest: Hexadecimal.text(hash.finalize()))
  }

  /// The same standard with one more edition: how one is tried before the program embeds it.
  ///
  /// - Parameters:
  ///   - edition: the file's text, and its name, which is that of the edition.
  ///   - days: the whole table of the days of all editions.
  /// - Throws: what is wrong in either file.
  package func adding(edition: (text: String, file: String), days: String) throws(RuleErrors) -> Standard {
    let embedded = Embedded.paths.filter { $0.hasPrefix("editions/") }.map { (text: Embedded.text($0), file: $0) }
    let rules = try RuleSet(editions: embedded + [edition], days: (days, "editions-by-day.yaml"))
    let whole = Array("\(digest)\n\(edition.text)\n\(days)".utf8)
    return Standard(adopted: adopted, rules, digest: Hexadecimal.sha256(whole))
  }

  private var rules: RuleSet { tried ?? Embedded.rules }

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

  /// Ids of the editions that the program embeds, oldest first, read off the names of their files.
  public static var editionNames: [String] {
    Embedded.paths.filter { $0.hasPrefix("editions/") }.map {
      String($0.dropFirst("editions/".count).prefix { $0 != "." })
    }
  }

  /// An edition that the program embeds, by id: what an overlay may fill the slots of.
  public static func edition(_ id: String) -> Edition? { Embedded.rules.edition(id) }

  /// An edition by id; `nil` for another id.
  public func edition(_ id: String) -> Edition? { rules.edition(id) }
  /// All editions, oldest first; not empty.
  public var editions: [Edition] { rules.editions }
  /// Which edition is in force when, by tier and type.
  public var periods: [EditionPeriod] { rules.periods }
  /// The edition in force for new applications of a tier on a day; before the first, that one.
  public func edition(of tier: Tier, on day: Day) -> Edition { rules.edition(of: tier, on: day) }

  /// A tier as officers call it, by an edition; one that does not have the tier leaves it its usual name.
  public func name(of tier: Tier, edition id: String) -> Phrase { edition(id)?[tier]?.name ?? tier.name }

  /// The yearly notices, oldest first.
  public static var circulars: [Circular] { Embedded.circulars }
  /// What the text leaves open, I-1 …, with the readings a province may take.
  public static var interpretations: [Interpretation] { Embedded.interpretations }
  /// The SME size standard of 2011: 16 sectors.
  public static var sizeStandard: SizeStandard { Embedded.sizes }

  /// Every name that an edition gives a tier or its title, in both languages.
  public func names(of tier: Tier) -> Set<String> {
    Set(editions.compactMap { $0[tier] }.flatMap { [$0.name.zh, $0.name.en, $0.title.zh, $0.title.en] })
  }

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
    for period in rules.periods where period.tier == tier && period.types.contains(type) {
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

  /// By the digest of the rules.
  public static func == (a: Standard, b: Standard) -> Bool { a.digest == b.digest }

  /// By the digest of the rules.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
