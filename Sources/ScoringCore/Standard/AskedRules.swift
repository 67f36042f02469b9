/// Rules that are asked for in place of those in force: another edition, another overlay, or both.
///
/// The application stays as it is: its own day of submission settles windows, titles and notices.
public struct AskedRules: Sendable {
  /// With the overlays that are asked for.
  public var standard: Standard
  /// `nil` where it is the edition in force on the application's own day.
  public var edition: String?

  /// What is left out is what is in force.
  public init(standard: Standard, edition: String? = nil) {
    self.standard = standard
    self.edition = edition
  }

  /// Local facts that may stand in a file for these rules.
  func localFacts(of authority: String, _ tier: Tier, _ type: ApplicationType, submitted: Day) -> [LocalFact] {
    guard let edition = edition ?? (try? standard.editionFor(tier: tier, type: type, submitted: submitted)) else {
      return []
    }
    return standard.localFacts(authority: authority, edition: edition, tier: tier, submitted: submitted)
  }

  /// An answer that these rules do not list says nothing about them: the local fact is then not stated.
  func fitted(_ application: Application) -> Application {
    guard !application.local.isEmpty else { return application }
    let facts = localFacts(
      of: application.authority, application.tier, application.type, submitted: application.submitted)
    var fitted = application
    fitted.local.removeAll { value in
      guard let fact = facts.first(where: { $0.key == value.key }), fact.isSet == value.isSet else { return true }
      return !value.values.allSatisfy { key in fact.choices.contains { $0.key == key } }
    }
    return fitted
  }
}

extension [LocalFact] {
  /// What may stand in a file where either rules may be asked.
  func joined(with others: [LocalFact]) -> [LocalFact] {
    var facts = self
    for other in others {
      guard let place = facts.firstIndex(where: { $0.key == other.key }) else {
        facts.append(other)
        continue
      }
      guard facts[place].isSet == other.isSet else { continue }
      facts[place].choices += other.choices.filter { choice in
        !facts[place].choices.contains { $0.key == choice.key }
      }
    }
    return facts
  }
}
