package import ScoringCore

extension Scope {
  /// Where a role holds, in words: 山东  济南、青岛  创新型中小企业.
  package var name: Phrase {
    var parts = [
      authority == Self.everywhere
        ? Phrase("全部机关", "every authority") : Authorities.shared[authority]?.short ?? Phrase(authority, authority)
    ]
    if let divisions {
      let names = divisions.map { Divisions.shared[$0]?.short ?? $0 }
      parts.append(Phrase(names.joined(separator: "、"), names.joined(separator: ", ")))
    }
    if let tiers {
      let names = tiers.map(\.name)
      parts.append(Phrase(names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", ")))
    }
    if let cases { parts.append(Phrase("只限 \(cases.count) 件", "\(cases.count) cases only")) }
    return Phrase(parts.map(\.zh).joined(separator: "  "), parts.map(\.en).joined(separator: "  "))
  }
}

extension Rights.Grant {
  /// The role with where it holds.
  package var name: Phrase { Phrase("\(role.name.zh) \(scope.name.zh)", "\(role.name.en) \(scope.name.en)") }
}
