public import ScoringCore
import StrictJSON

/// Everything a person sees of one case: its revisions, the fold of its events, and what the rules say of it now.
public struct CaseFile: Sendable {
  /// One application as it was received.
  public struct Revision: Sendable, Hashable {
    /// 1 …
    public var number: Int
    /// SHA-256 of its file.
    public var sha: String
    public var application: Application

    public init(number: Int, sha: String, application: Application) {
      self.number = number
      self.sha = sha
      self.application = application
    }
  }

  /// A file that is no event, set aside with its reason.
  public struct Bad: Sendable, Hashable {
    public var name: String
    public var unmet: Unmet

    public init(name: String, _ unmet: Unmet) {
      self.name = name
      self.unmet = unmet
    }
  }

  public let key: CaseKey
  public let history: History
  public let registry: Registry
  public let settings: OfficeSettings
  public let standard: Standard
  /// In the order of their numbers, not empty.
  public let revisions: [Revision]
  public let bad: [Bad]
  /// The revision that counts: the one the newest valid receipt or resubmission names.
  public let revision: Revision
  /// Verified values by path, those of an earlier revision that no longer fit left out.
  public let verified: [String: VerifiedFact]
  /// Paths verified in an earlier revision whose declared value has changed since: to be looked at again.
  public let toVerifyAgain: [String]
  /// The revision that counts with verified values set.
  public let current: Application
  /// `nil` where no edition is in force for it.
  public var assessment: Assessment? { assessing.value }
  public var explanation: Explanation? { explaining.value }
  /// What a machine noticed, and what officers may have to settle.
  public var findings: [Finding] { finding.value }
  /// The papers it needs and has.
  public var papers: [Paper] { checklist.value }

  public var fold: Fold { history.fold }

  // An act that asks none of these reads no rule.
  private let assessing: Once<Assessment?>
  private let explaining: Once<Explanation?>
  private let finding: Once<[Finding]>
  private let checklist: Once<[Paper]>

  /// - Parameter revisions: readable ones, in the order of their numbers.
  /// - Returns: `nil` without a revision.
  public init?(
    key: CaseKey, revisions: [Revision], events: some Sequence<Event>, registry: Registry,
    settings: OfficeSettings, standard: Standard = .shared, bad: [Bad] = []
  ) {
    let history = History(folder: key.path, events, registry: registry)
    let named = history.fold.log.last { $0.event.act == .receive || $0.event.act == .resubmit }?.event.body.text(
      "application")
    guard let revision = revisions.last(where: { $0.sha == named }) ?? revisions.last else { return nil }
    self.key = key
    self.history = history
    self.registry = registry
    self.settings = settings
    self.standard = standard
    self.revisions = revisions
    self.bad = bad
    self.revision = revision
    let facts = VerifiedFact.read(history.fold, revision.application)
    verified = facts.verified
    toVerifyAgain = facts.again
    let current =
      (try? revision.application.setting(
        facts.verified.values.filter { $0.how != .accepted }.map { ($0.path, $0.value) }))
      ?? revision.application
    self.current = current
    let assessing = Once { try? standard.assess(current) }
    let explaining = Once { try? standard.explain(current, verified: Set(facts.verified.keys)) }
    self.assessing = assessing
    self.explaining = explaining
    finding = Once { current.findings(by: standard, explaining.value) }
    checklist = Once {
      let assessment = assessing.value
      return Checklist(
        application: current, edition: assessment?.edition,
        hasRoute: assessment?.conditions.contains { $0.status == .replaced } ?? false, fold: history.fold,
        revisions: Dictionary(revisions.map { ($0.sha, $0.application) }, uniquingKeysWith: { $1 })
      ).papers
    }
  }
}

extension CaseFile {
  /// The same with one more event, and the application it brings.
  func adding(_ event: Event, _ next: Application?) -> CaseFile {
    var revisions = revisions
    if event.act == .resubmit, let next, let sha = event.body.text("application") {
      revisions.append(
        Revision(number: event.body.number("revision") ?? revisions.count + 1, sha: sha, application: next))
    }
    return CaseFile(
      key: key, revisions: revisions, events: history.entries.map(\.event) + [event], registry: registry,
      settings: settings, standard: standard, bad: bad) ?? self
  }
}

/// A verified value of a fact 核实值, beside the declared one for ever.
public struct VerifiedFact: Sendable, Hashable {
  public enum How: String, Sendable, Hashable {
    /// From a paper.
    case read
    /// Seen on a visit.
    case visit
    /// The declared value expressly accepted.
    case accepted
  }

  public var path: FactPath
  /// `nil` strikes an item, or makes the fact not stated.
  public var value: FactValue?
  public var how: How
  /// SHA-256 of the paper it was read from, and the page.
  public var material: String?
  public var page: Int?
  public var text: String?
  public var author: String
  public var on: Day
  public var event: String

  /// What live answers verify of an application, and the paths of which the declared value has changed.
  static func read(_ fold: Fold, _ application: Application) -> (
    verified: [String: VerifiedFact], again: [String]
  ) {
    var verified: [String: VerifiedFact] = [:]
    var again: [String] = []
    for question in fold.live.keys {
      guard case .fact(let text) = question, let event = fold.body(question), let path = FactPath(text) else {
        continue
      }
      let body = event.body
      // An item of an array is an object, and an event has its keys sorted.
      let declared = application.value(at: path)?.json ?? .null
      guard body["declared"]?.canonicalBytes == declared.canonicalBytes else {
        again.append(path.description)
        continue
      }
      let value = body["value"] ?? .null
      let read = value == .null ? nil : try? FactValue(value, at: path)
      guard value == .null || read != nil, let on = event.on,
        let how = body.text("how").flatMap(How.init(rawValue:))
      else { continue }
      verified[path.description] = VerifiedFact(
        path: path, value: read, how: how, material: body["source"]?.text("material"),
        page: body["source"]?.number("page"), text: body.text("text"), author: event.author, on: on,
        event: event.id)
    }
    return (verified, again.sorted())
  }
}
