package import ScoringCore
import StrictJSON

/// Everything a person sees of one case: its revisions, the fold of its events, and what the rules say of it now.
package struct CaseFile: Sendable {
  /// One application as it was received.
  package struct Revision: Sendable, Hashable {
    /// 1 …
    package var number: Int
    /// SHA-256 of its file.
    package var sha: String
    var name: String { "application.r\(number)-\(sha.prefix(16)).json" }
    package var application: Application

    package init(number: Int, sha: String, application: Application) {
      self.number = number
      self.sha = sha
      self.application = application
    }
  }

  package let key: CaseKey
  package let history: History
  package let registry: Registry
  package let settings: OfficeSettings
  package let standard: Standard
  /// Those that receipt, corrections of it and resubmissions name by their whole hash, in the order of their numbers; of a
  /// case that was not received, all there are. Not empty.
  package let revisions: [Revision]
  package private(set) var unreadable: [UncountedFile]
  /// Those of them without which the folder was not read whole.
  package var incomplete: [UncountedFile] { unreadable.filter { $0.kind != .setAside } }
  /// The revision that counts: the one that the newest of them names. While that one is missing, the newest there is.
  package let revision: Revision
  /// The application that counts is not in the folder.
  package let lacksApplication: Bool
  /// Verified values by path, those of an earlier revision that no longer fit left out.
  package let verified: [String: VerifiedFact]
  /// Paths verified in an earlier revision whose declared value has changed since: to be looked at again.
  package let toVerifyAgain: [String]
  /// The revision that counts with verified values set.
  package let current: Application
  /// `nil` where no edition is in force for it.
  package var assessment: Assessment? { assessing.value }
  package var explanation: Explanation? { explaining.value }
  /// What a machine noticed, and what officers may have to settle.
  package var findings: [Finding] { finding.value }
  /// The papers it needs and has.
  package var papers: [SupportingDocument] { checklist.value }

  package var fold: Fold { history.fold }

  // An act that asks none of these reads no rule.
  private let assessing: Once<Assessment?>
  private let explaining: Once<Explanation?>
  private let finding: Once<[Finding]>
  private let checklist: Once<[SupportingDocument]>

  /// - Parameter revisions: readable ones, in the order of their numbers.
  /// - Returns: `nil` without a revision that counts.
  package init?(
    key: CaseKey, revisions: [Revision], events: some Sequence<Event>, registry: Registry,
    settings: OfficeSettings, standard: Standard = .shared, unreadable: [UncountedFile] = []
  ) {
    let history = History(folder: key.path, events, registry: registry)
    let brought = Brought(history.fold, key, revisions)
    let named = brought.named
    let foreign = named.isEmpty ? [] : revisions.filter { !named.contains($0.sha) }
    let revisions = named.isEmpty ? revisions : revisions.filter { named.contains($0.sha) }
    let newest = named.reversed().lazy.compactMap { sha in revisions.first { $0.sha == sha } }.first
    guard let revision = newest ?? revisions.first else { return nil }
    let missing = named.filter { sha in !revisions.contains { $0.sha == sha } }
    lacksApplication = named.last.map { $0 != revision.sha } ?? false
    self.key = key
    self.history = history
    self.registry = registry
    self.settings = settings
    self.standard = standard
    self.revisions = revisions
    // A file that no application can be read from matters where a receipt names it.
    func isForeign(_ file: UncountedFile) -> Bool {
      guard !named.isEmpty, file.unmet.ground == .schema, file.name.hasPrefix("application.r"),
        let hash = file.name.split(separator: "-").last?.dropLast(".json".count)
      else { return false }
      return !named.contains { $0.hasPrefix(hash) }
    }
    self.unreadable =
      unreadable.map { isForeign($0) ? UncountedFile(name: $0.name, .foreignApplication, .setAside) : $0 }
      + foreign.filter { file in !brought.unfit.contains { $0.name == file.name } }
      .map { UncountedFile(name: $0.name, .foreignApplication, .setAside) } + brought.unfit
      + missing.map { UncountedFile(name: "application", .missingApplication($0), .missing) }
    self.revision = revision
    let facts = VerifiedFact.read(
      history.fold, revision.application,
      Dictionary(revisions.map { ($0.sha, $0.application) }, uniquingKeysWith: { $1 }))
    verified = facts.verified
    toVerifyAgain = facts.again
    let current =
      (try? revision.application.setting(
        facts.verified.values.filter { $0.how != .accepted }.map { ($0.path, $0.value) }))
      ?? revision.application
    self.current = current
    let asDeclared = Once { try? standard.assess(current) }
    let checklist = Once {
      let assessment = asDeclared.value
      return Checklist(
        application: current, rules: assessment.flatMap { standard.edition($0.edition)?[$0.tier] },
        hasRoute: assessment?.conditions.contains { $0.status == .replaced } ?? false, fold: history.fold,
        revisions: Dictionary(revisions.map { ($0.sha, $0.application) }, uniquingKeysWith: { $1 })
      ).papers
    }
    let unevidenced = Once {
      standard.mayAskEvidence(authority: current.authority) ? checklist.value.unevidenced : []
    }
    self.checklist = checklist
    assessing = Once {
      unevidenced.value.isEmpty
        ? asDeclared.value : try? standard.assess(current, AssessmentOptions(unevidenced: unevidenced.value))
    }
    let explaining = Once {
      try? standard.explain(
        current, verified: Set(facts.verified.keys), AssessmentOptions(unevidenced: unevidenced.value))
    }
    self.explaining = explaining
    finding = Once {
      current.findings(by: standard, explaining.value, AssessmentOptions(unevidenced: unevidenced.value))
    }
  }
}

extension CaseFile {
  /// The same with other files named that do not count.
  package func with(unreadable: [UncountedFile]) -> CaseFile {
    var file = self
    file.unreadable = unreadable
    return file
  }

  /// The same with one more event, and the application it brings.
  func adding(_ event: Event, _ next: Application?) -> CaseFile {
    var revisions = revisions
    if event.act == .resubmit || event.act == .amend, let next, let sha = event.body.text("application") {
      revisions.append(
        Revision(number: event.body.number("revision") ?? revisions.count + 1, sha: sha, application: next))
    }
    return CaseFile(
      key: key, revisions: revisions, events: history.entries.map(\.event) + [event], registry: registry,
      settings: settings, standard: standard, unreadable: unreadable) ?? self
  }
}

/// A verified value of a fact 核实值, beside the declared one for ever.
package struct VerifiedFact: Sendable, Hashable {
  package enum How: String, Sendable, Hashable {
    /// From a paper.
    case read
    /// Seen on a visit.
    case visit
    /// The declared value expressly accepted.
    case accepted
  }

  package var path: FactPath
  /// `nil` strikes an item, or makes the fact not stated.
  package var value: FactValue?
  package var how: How
  /// SHA-256 of the paper it was read from, and the page.
  package var material: String?
  package var page: Int?
  package var text: String?
  package var author: String
  package var on: Day
  package var event: String

  /// What live answers verify of an application, and the paths of which the declared value has changed.
  ///
  /// - Parameter revisions: by the hash of their files.
  static func read(_ fold: Fold, _ application: Application, _ revisions: [String: Application]) -> (
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
      guard declaredThen(event, path, fold, revisions)?.canonicalBytes == declared.canonicalBytes else {
        again.append(path.description)
        continue
      }
      let value = event.statedFact == Event.declaredFact ? declared : body["value"] ?? .null
      let read = value == .null ? nil : try? FactValue(value, at: path)
      guard value == .null || read != nil, let on = event.on,
        let how = event.act == .finding ? .visit : body.text("how").flatMap(How.init(rawValue:))
      else { continue }
      verified[path.description] = VerifiedFact(
        path: path, value: read, how: how, material: body["source"]?.text("material"),
        page: body["source"]?.number("page"), text: body.text("text"), author: event.author, on: on,
        event: event.id)
    }
    return (verified, again.sorted())
  }

  /// What was declared of a fact when an event verified it; a finding says it by the application it was about.
  private static func declaredThen(
    _ event: Event, _ path: FactPath, _ fold: Fold, _ revisions: [String: Application]
  ) -> JSONValue? {
    guard event.act == .finding else { return event.body["declared"] }
    let about = fold.applications.last { fold.saw(event.id, $0.id) }?.body.text("application")
    return about.flatMap { revisions[$0] }.map { $0.value(at: path)?.json ?? .null }
  }
}
