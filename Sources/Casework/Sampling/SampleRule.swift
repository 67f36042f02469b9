import ScoringCore
package import StrictJSON

/// The rule of a draw as its plan freezes it 抽查方案 (Procedure §5): how many, in which strata, and who is always included.
package struct SampleRule: Sendable, Hashable {
  /// What orders the list, so that every part of it is drawn from.
  package enum Stratum: String, Sendable, Hashable, CaseIterable { case division, tier, industry }

  /// Why a case is always included.
  package enum Ground: String, Sendable, Hashable, CaseIterable {
    /// Facts that contradict each other.
    case contradiction
    /// An officer doubts a claim and names the case.
    case doubt
    /// The score lies within the margin of the pass line.
    case margin
    /// A report or a lead is open.
    case report
    /// A review of a title is always visited.
    case review
  }

  /// Ten-thousandths of the cases without a ground.
  package var rate: Int
  package var minimum: Int
  package var strata: [Stratum]
  package var grounds: [Ground]
  /// Points about the pass line; `nil` where `margin` is no ground.
  package var margin: Int?

  package init(
    rate: Int, minimum: Int, strata: [Stratum] = [.division, .tier],
    grounds: [Ground] = [.contradiction, .doubt, .report, .review], margin: Int? = nil
  ) {
    self.rate = rate
    self.minimum = minimum
    self.strata = strata
    self.grounds = (margin == nil ? grounds : grounds + [.margin]).sorted { $0.rawValue < $1.rawValue }
    self.margin = margin
  }

  /// As `planDraw` states it.
  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("grounds", .array(grounds.map { .string($0.rawValue) })), .init("least", .integer(Int64(minimum))),
      .init("rate", .integer(Int64(rate))), .init("strata", .array(strata.map { .string($0.rawValue) })),
    ]
    if let margin { members.append(.init("margin", .string(String(margin)))) }
    return .object(members)
  }

  /// The line of a case in the population.
  /// - Parameter isDoubted: an officer named it.
  package func line(of file: CaseFile, isDoubted: Bool = false) -> Lottery.Line {
    let application = file.revision.application
    let stratum = strata.map { stratum in
      switch stratum {
      case .division: application.division ?? ""
      case .tier: application.tier.rawValue
      case .industry: String(application.enterprise.industryCode.prefix(2))
      }
    }
    let held = grounds.filter { ground in
      switch ground {
      case .contradiction: file.isContradictory
      case .doubt: isDoubted
      case .margin: isClose(file)
      case .review: application.type == .review
      case .report: !file.fold.open("report").isEmpty || !file.fold.open("lead").isEmpty
      }
    }
    return Lottery.Line(path: file.key.path, grounds: held.map(\.rawValue), stratum: stratum)
  }

  private func isClose(_ file: CaseFile) -> Bool {
    guard let margin, let score = file.assessment?.score else { return false }
    return score.points.minimum <= score.pass + margin && score.pass - margin <= score.points.maximum
  }
}

extension CaseFile {
  /// Whether facts of the case contradict each other: those the rules cannot read, or findings of the cross-checks.
  var isContradictory: Bool {
    let parts = [Fact.mainRevenue, .leadingProductRevenue, .rdStaff].map { "facts.\($0.rawValue)." }
    return findings.contains { finding in
      switch finding.kind {
      case .exchanged, .days: true
      case .whole: parts.contains { finding.path?.hasPrefix($0) == true }
      default: false
      }
    }
      || assessment?.indicators.contains { $0.reasons.contains(.contradictory) } == true
  }

  /// Officers of whom two can be drawn for a visit: spot-check officers with jurisdiction, who have done nothing here
  /// but notes and have no conflict of interest.
  package var visitCandidates: [String] {
    let place = Jurisdiction(
      folder: key.path, authority: key.authority, division: revision.application.division,
      tiers: [revision.application.tier])
    let acted = Set(history.entries.filter { $0.verdict.isValid && $0.event.act != .note }.map(\.event.author))
    return Set(registry.now.grants.map(\.officer)).filter { officer in
      registry.now.holds(officer, [.spotCheck], in: place) && !acted.contains(officer) && !fold.isBarred(officer)
    }.sorted()
  }
}

extension Lottery {
  /// Reads a population file.
  /// - Returns: `nil` where a line is not one as `file` writes it.
  package init?(file bytes: [UInt8], rate: Int, minimum: Int) {
    var lines: [Line] = []
    for row in bytes.split(separator: 0x0A) {
      guard let value = try? JSONValue(parsing: row), let path = value.text("case") else { return nil }
      lines.append(Line(path: path, grounds: value.texts("grounds"), stratum: value.texts("stratum")))
    }
    self.init(lines, rate: rate, minimum: minimum)
    guard file == bytes else { return nil }
  }
}
