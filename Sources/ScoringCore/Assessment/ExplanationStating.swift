/// What a test found of the facts stated: so many, of which so many count, and which part fails.
struct Stated {
  var text: Phrase
  /// The same in a few characters, where the facts are a list.
  var short: Phrase?

  init(_ zh: String, _ en: String, short: Phrase? = nil) {
    text = Phrase(zh, en)
    self.short = short
  }
}

extension Subject {
  /// What is stated of the facts that a plain test asks for; `nil` where nothing is, or its parts say it.
  func stated(_ test: Test) -> Stated? {
    switch test {
    case .title(let kinds): titles(kinds, wanted: true)
    case .noTitle(let kinds): titles(kinds, wanted: false)
    case .award(let national, let provincial, let years): awards(national, provincial, years)
    case .makerChina(let rank, let years): places(rank, years)
    case .institution(let level): institutions(level)
    case .flag(let fact, _):
      stated(fact).map { Stated("\(fact.name.zh)：\($0 ? "是" : "否")", "\(fact.name.en): \($0 ? "yes" : "no")") }
    case .industryOutside(let codes): industry(codes, wanted: false)
    case .industryInside(let codes): industry(codes, wanted: true)
    case .measure(let measure, let relation, let bound): amount(measure, relation, bound)
    case .all, .any, .branches, .sme, .scoreOrRoute: nil
    }
  }

  private func titles(_ kinds: [TitleKind], wanted: Bool) -> Stated? {
    guard let titles = application.facts.titles else { return nil }
    let ofKind = titles.filter { kinds.contains($0.kind) }
    let valid = ofKind.filter { $0.validFrom <= submitted && submitted <= $0.validUntil }
    var text = Phrase(
      "申报称号 \(titles.count) 项，其中该类 \(ofKind.count) 项", "titles stated: \(titles.count), of that kind \(ofKind.count)")
    if !ofKind.isEmpty {
      let told = (valid.isEmpty ? ofKind : valid).map { "\($0.validFrom) – \($0.validUntil)" }
      text = Phrase(
        "\(text.zh)，申报日有效 \(valid.count) 项（\(told.joined(separator: "、"))）",
        "\(text.en), valid on the day of submission \(valid.count) (\(told.joined(separator: ", ")))")
    }
    return Stated(
      text.zh, text.en, short: Self.share(valid.count, titles.count, wanted ? "符合" : "有效", wanted ? "fit" : "valid"))
  }

  private func awards(_ national: Int?, _ provincial: Int?, _ years: Int) -> Stated? {
    guard let awards = application.facts.awards else { return nil }
    let window = window(years: years)
    let ranked = awards.filter { award in
      award.rank <= (award.level == .national ? max(national ?? 0, provincial ?? 0) : provincial ?? 0)
    }
    return listed(awards.count, ranked.count, ranked.count { window.contains($0.date) }, "科技奖励", "prizes", years)
  }

  private func places(_ rank: Int, _ years: Int) -> Stated? {
    guard let places = application.facts.makerChina else { return nil }
    let window = window(years: years)
    let ranked = places.filter { $0.rank <= rank }
    return listed(
      places.count, ranked.count, ranked.count { window.contains($0.date) }, "创客中国名次", "Maker China places", years)
  }

  private func listed(_ all: Int, _ ranked: Int, _ counting: Int, _ zh: String, _ en: String, _ years: Int) -> Stated {
    let short = Self.share(counting, all, "符合", "fit")
    guard all > 0 else { return Stated("申报\(zh) 0 项", "\(en) stated: 0", short: short) }
    let (zh, en) = ("申报\(zh) \(all) 项，其中级别和名次符合 \(ranked) 项", "\(en) stated: \(all), of that level and place \(ranked)")
    guard ranked > 0 else { return Stated(zh, en, short: short) }
    return Stated(zh + "，在近 \(years) 年内 \(counting) 项", en + ", of them in \(years) years \(counting)", short: short)
  }

  private func institutions(_ level: InstitutionLevel?) -> Stated? {
    guard let institutions = application.facts.rdInstitutions else { return nil }
    let fit = institutions.count { institution in
      let counted = lift.flatMap { $0.level == institution.level ? $0.to : nil } ?? institution.level
      return counted.rank >= (level?.rank ?? 0)
    }
    let short = Self.share(fit, institutions.count, "符合", "fit")
    guard let best = institutions.map(\.level).max(by: { $0.rank < $1.rank }) else {
      return Stated("申报研发机构 0 个", "institutions stated: 0", short: short)
    }
    return Stated(
      "申报研发机构 \(institutions.count) 个，最高为\(best.name.zh)，达到要求 \(fit) 个",
      "institutions stated: \(institutions.count), the highest \(best.name.en.lowercased()), reaching it \(fit)",
      short: short)
  }

  private func industry(_ codes: [String], wanted: Bool) -> Stated {
    let own = application.enterprise.industryCode
    let prefix = codes.first { own.hasPrefix($0) }
    return prefix.map { Stated("行业代码 \(own)，属于 \($0)", "industry code \(own), one of \($0)") }
      ?? Stated("行业代码 \(own)，不在其中", "industry code \(own), none of them")
  }

  private func amount(_ measure: Measure, _ relation: Comparison.Relation, _ bound: Bound) -> Stated? {
    guard let value = shown(value(of: measure), measure) else { return nil }
    let text = value.text
    guard let gap = Distance(of: value, relation: relation, bounds: [(bound, 0)]).gap else {
      return Stated("为 \(text.zh)", "is \(text.en)")
    }
    return Stated("为 \(text.zh)，差 \(gap.text.zh)", "is \(text.en), \(gap.text.en) short")
  }

  /// `符合 0/1 项`.
  private static func share(_ counting: Int, _ all: Int, _ zh: String, _ en: String) -> Phrase {
    all == 0 ? Phrase("0 项", "none") : Phrase("\(zh) \(counting)/\(all) 项", "\(counting) of \(all) \(en)")
  }
}

extension Explanation {
  /// What was found of a test; of several tests, which of them fail.
  mutating func state(_ stated: Stated?, of test: Test) {
    switch test {
    case .all, .any: stateParts()
    default:
      // Of branches that nothing chooses between the parts say it.
      guard let stated else { return found == nil ? stateParts() : () }
      found = stated.text
      if let short = stated.short, valueText == nil { valueText = short }
    }
  }

  /// Which of the parts do not meet.
  mutating func stateParts() {
    let failing = children.filter { $0.outcome == .fails }
    guard outcome == .fails, !failing.isEmpty else { return }
    let told = failing.map { part in
      part.found.map { Phrase("\(part.name.zh)（\($0.zh)）", "\(part.name.en) (\($0.en))") } ?? part.name
    }
    found =
      isAnyOf && failing.count == children.count
      ? Phrase("各项均不符：\(told.joined.zh)", "none is met: \(told.joined.en)")
      : Phrase("不符的是：\(told.joined.zh)", "what fails: \(told.joined.en)")
  }

  /// Whether the upper limits of the sector are reached.
  mutating func stateSize() {
    guard !children.isEmpty else { return }
    let told = children.map { part in
      part.found.map { Phrase("\(part.name.zh)：\($0.zh)", "\(part.name.en): \($0.en)") } ?? part.name
    }
    let sector = facts.first?.value ?? Phrase("", "")
    asked = Phrase("\(sector.zh)：以下不全部达到", "\(sector.en): not all of these are reached")
    found = told.joined
  }
}
