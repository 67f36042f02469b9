/// What experts look at beside R&D: the product, the track, the people.
extension FindingSearch {
  mutating func experts() {
    leadingProduct()
    track()
    if let employees = facts.employees[year], !isExplained(.employees, year), employees <= 5 {
      let text = named(.employees, year)
      note(
        .plausibility, ["facts.employees.\(year)"], Phrase("\(text.zh)，不超过 5 人", "\(text.en), are no more than 5"),
        Phrase("请对照 \(paper(.employees, year).zh)", "see \(paper(.employees, year).en)"))
    }
    if facts.ownBrand == false, facts.qualityItems?.contains(.ownBrand) == true {
      note(
        .plausibility, ["facts.ownBrand", "facts.qualityItems"],
        Phrase("质量管理项目列有自主品牌，拥有自主品牌却填为否", "an own brand is among the quality items, and Own brand says no"),
        Phrase("请核对商标注册证", "see the trademark's certificate"))
    }
  }

  /// The leading product must bring more than half of the revenue of the reference year.
  private mutating func leadingProduct() {
    guard !isExplained(.leadingProductRevenue, year), !isExplained(.revenue, year),
      let product = figure(.leadingProductRevenue, year), let revenue = figure(.revenue, year), 2 * product <= revenue
    else { return }
    let (text, other) = (named(.leadingProductRevenue, year), shown(.revenue, year))
    note(
      .plausibility, ["facts.leadingProductRevenue.\(year)", "facts.revenue.\(year)"],
      Phrase("\(text.zh)，未超过营业收入 \(other.zh)的一半", "\(text.en), is not above half of revenue, \(other.en)"),
      Phrase("请核对主导产品的划分", "ask what is counted as the leading product"))
  }

  /// Letters of the industry code against the sector and the field claimed.
  private mutating func track() {
    let code = application.enterprise.industryCode
    if let sector = facts.sizeSector, let expected = SizeSector(industryCode: code), expected != sector {
      note(
        .track, ["facts.sizeSector", "enterprise.industryCode"],
        Phrase(
          "划型行业填为\(sector.name.zh)，行业代码 \(code) 属\(expected.name.zh)",
          "the sector is stated as \(sector.name.en), and the industry code \(code) is of \(expected.name.en)"),
        Phrase("请对照营业执照的经营范围", "see the business licence"))
    }
    let claims: [(Fact, Bool?, fields: String)] = [
      (.sixBases, facts.sixBases, "CIM"), (.championTitle, facts.championTitle, "C"),
      (.strategicEmerging, facts.strategicEmerging, "ABCDEGILMNOQR"), (.chainResult, facts.chainResult, "ABCDEGIMN"),
      (.keyChainLink, facts.keyChainLink, "ABCDEGILMNOQ"), (.listedField, facts.listedField, "ABCDEGIMN"),
    ]
    let off = claims.filter { claim in
      claim.1 == true && !code.prefix(1).allSatisfy { claim.fields.contains($0) }
    }.map(\.0)
    guard !off.isEmpty else { return }
    let names = off.map(\.name).joined
    note(
      .track, off.map { FactPath.fact($0).description } + ["enterprise.industryCode"],
      Phrase(
        "行业代码 \(code) 与所填领域不在同一赛道：\(names.zh)",
        "the industry code \(code) and what is claimed do not lie on one track: \(names.en)"),
      Phrase("请对照主导产品领域说明", "see the statement on the leading product's field"))
  }
}

extension SizeSector {
  /// The sector that a GB/T 4754-2017 code is measured by (2011 standard, statistics of 2017); `nil` for a code of none.
  init?(industryCode code: String) {
    let digits = code.dropFirst()
    switch code.first {
    case "A": self = .agriculture
    case "B", "C", "D": self = .industry
    case "E": self = .construction
    case "F" where digits.hasPrefix("51"): self = .wholesale
    case "F" where digits.hasPrefix("52"): self = .retail
    case "G" where digits.hasPrefix("59"): self = .warehousing
    case "G" where digits.hasPrefix("60"): self = .post
    case "G": self = .transport
    case "H" where digits.hasPrefix("61"): self = .accommodation
    case "H" where digits.hasPrefix("62"): self = .catering
    case "I" where digits.hasPrefix("65"): self = .software
    case "I": self = .telecom
    case "K" where digits.hasPrefix("701"): self = .realEstate
    case "K" where digits.hasPrefix("702"): self = .property
    case "L": self = .leasing
    case "M", "N", "O", "P", "Q", "R", "S", "T": self = .other
    default: return nil
    }
  }
}
