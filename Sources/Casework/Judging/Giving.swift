import ScoringCore
package import StrictJSON

/// What an entry of the registry gives an officer, and what whoever gives it must cover.
package struct Giving: Sendable, Hashable {
  package var officer: String
  package var scopes: [Scope]
  /// It counts once another supervisor has approved it.
  package var needsTwo: Bool
  package var isKey = false
  /// It says that the officer has left.
  package var isLeaving = false
  /// Only members of the root give it.
  package var isRoots = false
}

extension Scope {
  /// The scope of a `role`.
  package init(role body: JSONValue) {
    self.init(
      authority: body.text("authority") ?? "", divisions: body["divisions"] == nil ? nil : body.texts("divisions"),
      tiers: body["tiers"] == nil ? nil : body.texts("tiers").compactMap(Tier.init(rawValue:)),
      cases: body["cases"] == nil ? nil : body.texts("cases"))
  }
}
