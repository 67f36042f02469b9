package import ScoringCore
import StrictJSON

/// Three cases at the bounds that an overlay sets for a tier: one just below, one on them and one well above, so that who
/// writes the overlay sees what it does.
package struct WorkedCase: Sendable {
  package enum Side: String, Sendable, CaseIterable {
    case below, on, above

    package var name: Phrase {
      switch self {
      case .below: Phrase("差一点", "just below")
      case .on: Phrase("恰好", "on the bound")
      case .above: Phrase("有余", "well above")
      }
    }
  }

  package var side: Side
  package var application: Application
  /// The facts that the overlay's values look at, as the case states them.
  package var facts: [(path: String, value: String)]

  /// The cases of every tier and edition that the overlay says something of, in this order; where values hold on days
  /// apart, of each such day; and the values that no application can ever go by.
  /// - Parameter standard: with the overlay in it.
  package static func cases(of overlay: Overlay, by standard: Standard) -> (cases: [WorkedCase], without: [RuleValue]) {
    let values = overlay.values.filter { $0.edition != nil && $0.standing == .confirmed }
    var cases: [WorkedCase] = []
    var used: [RuleValue] = []
    for tier in Tier.allCases {
      for edition in standard.editions {
        let all = values.filter { $0.tiers.contains(tier) && $0.edition == edition.id }
        var left = all
        while let plan = WorkedPlan(all, first: left, overlay.authority, tier, edition.id, standard) {
          cases += Side.allCases.compactMap { plan.worked($0) }
          used += plan.values
          left.removeAll { value in plan.values.contains { $0 === value } }
        }
      }
    }
    return (cases, values.filter { value in !used.contains { $0 === value } })
  }
}

/// Who applies, when, and which values of the overlay hold for it.
struct WorkedPlan {
  private let authority: String
  private let tier: Tier
  private let type: ApplicationType
  private let batch: String
  private let submitted: Day
  let values: [RuleValue]
  private let standard: Standard

  /// The newest day on which most of the values that come first hold; `nil` where none of them ever does.
  init?(
    _ all: [RuleValue], first: [RuleValue], _ authority: String, _ tier: Tier, _ edition: String, _ standard: Standard
  ) {
    var best: (day: Day, type: ApplicationType, count: Int)?
    let periods = standard.periods.filter { $0.tier == tier && $0.edition == edition }
    let days = (all.flatMap { [$0.from, $0.until] } + periods.flatMap { [$0.from, $0.until] }).compactMap(\.self)
    for type in ApplicationType.allCases {
      for day in days.sorted(by: >) where (try? standard.editionFor(tier: tier, type: type, submitted: day)) == edition
      {
        let count = first.count { $0.types.contains(type) && $0.holds(on: day) }
        if count > best?.count ?? 0 { best = (day, type, count) }
      }
    }
    guard let best else { return nil }
    self.authority = authority
    self.tier = tier
    self.standard = standard
    (submitted, type) = (best.day, best.type)
    let held = all.filter { $0.types.contains(best.type) && $0.holds(on: best.day) }
    let round = held.lazy.compactMap(\.batch).first
    batch = round ?? "\(best.day.year)-1"
    values = held.filter { $0.batch.map { $0 == round } ?? true }
  }

  /// The case of one side; where the overlay sets a pass line, with the other facts chosen so that the total comes to
  /// lie on that side of it, as near as it can.
  func worked(_ side: WorkedCase.Side) -> WorkedCase? {
    let facts = self.facts(side)
    let best = made(side, facts, spare: WorkedFacts.best)
    let setsScore = values.contains { value in
      switch value.effect {
      case .passLine, .local: true
      default: false
      }
    }
    guard setsScore, side != .above, let line = best.flatMap({ try? standard.assess($0.application) })?.score?.pass
    else { return best }
    var found: (distance: Int, worked: WorkedCase)?
    for spare in WorkedFacts.spares {
      guard let worked = made(side, facts, spare: spare),
        let score = (try? standard.assess(worked.application))?.score, score.points.isDetermined
      else { continue }
      let total = score.points.minimum
      let distance = side == .below ? line - 1 - total : total - line
      if distance >= 0, distance < found?.distance ?? .max { found = (distance, worked) }
    }
    return found?.worked ?? best
  }

  /// Of the reference year, in 万元: that which an added condition asks, or as good as any.
  private func revenue(_ side: WorkedCase.Side) -> Int {
    let asked = values.compactMap { value -> Int? in
      guard case .adds(let condition) = value.effect, case .measure(_, _, let bound) = condition.test else {
        return nil
      }
      return Int(bound.numerator / bound.denominator)
    }
    return asked.max().map { side == .above ? 2 * $0 : $0 } ?? 12_000
  }

  /// What the values look at, by path, as JSON.
  private func facts(_ side: WorkedCase.Side) -> [(path: String, value: String)] {
    var facts: [(path: String, value: String)] = []
    for value in values {
      switch value.effect {
      case .local(let rules?):
        facts += rules.indicators.map { ("local." + $0.fact.key, WorkedFacts.answer($0, side)) }
      case .adds(let condition): facts += WorkedFacts.facts(condition.test, side, year: submitted.year - 1, submitted)
      case .waives("lowerTier"), .waives("ownTier"): facts.append(("facts.titles", "[]"))
      case .lifts(let level, let higher, _):
        let stated: InstitutionLevel? = side == .above ? higher : side == .on ? level : nil
        let items = stated.map { "{\"level\":\"\($0.rawValue)\",\"joint\":false}" } ?? ""
        facts.append(("facts.rdInstitutions", "[\(items)]"))
      default: break
      }
    }
    var taken: Set<String> = []
    return facts.filter { taken.insert($0.path).inserted }
  }

  private func made(
    _ side: WorkedCase.Side, _ facts: [(path: String, value: String)], spare: [(String, String)]
  ) -> WorkedCase? {
    var members = WorkedFacts.base(tier: tier, type: type, submitted: submitted, revenue: revenue(side))
    for (key, value) in spare { members["facts." + key] = value }
    var industry = "C3521"
    for (path, value) in facts {
      if path == "enterprise.industryCode" { industry = value } else { members[path] = value }
    }
    let stated = WorkedFacts.object(members, under: "facts")
    let local = WorkedFacts.object(members, under: "local")
    let text = """
      {"format":"tidu.application/1","id":"\(authority)-\(tier.rawValue)-\(side.rawValue)","tier":"\(tier.rawValue)",
      "type":"\(type.rawValue)","authority":"\(authority)","batch":"\(batch)","submitted":"\(submitted)",
      "referenceYear":\(submitted.year - 1),"enterprise":{"name":"示例企业","creditCode":"91370100MA3XXXXXXX",
      "industryCode":"\(industry)","registered":"2010-01-01"},"facts":{\(stated)},"local":{\(local)},"materials":[]}
      """
    guard let application = try? ApplicationReader(standard: standard).read(Array(text.utf8)) else { return nil }
    return WorkedCase(side: side, application: application, facts: facts)
  }
}
