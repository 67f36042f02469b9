internal import ScoringCore

/// What a sample holds and has won: IP, prizes, titles, institutions, equity.
struct SampleClaims {
  private let sample: SampleFacts

  init(_ sample: SampleFacts) {
    self.sample = sample
  }

  func add(to facts: inout Facts, _ random: inout SplitMix) {
    facts.intellectualProperty = items(&random)
    facts.titles = titles(&random)
    facts.rdInstitutions = institutions(&random)
    let single = sample.profile == .single
    facts.awards =
      random.chance(single ? 55 : 5)
      ? [
        Award(
          level: random.chance(30) ? .national : .provincial, rank: random.int(1, 6), date: back(random.int(60, 1300)))
      ] : []
    facts.makerChina =
      random.chance(single ? 25 : 2) ? [MakerChinaPlace(rank: random.int(8, 620), date: back(400))] : []
    let amount = single ? random.int(5_000, 12_000) : sample.profile == .threshold ? 500 : random.int(200, 3_000)
    facts.equityFinancing =
      random.chance(single ? 60 : sample.profile == .threshold ? 40 : 16)
      ? [
        EquityFinancing(
          date: back(random.int(30, 1000)), amount: Money(wan: Int64(amount)), qualifiedInvestor: random.chance(92),
          paidIn: random.chance(94))
      ] : []
  }

  private func back(_ days: Int) -> Day { sample.submitted.adding(days: -days) }

  private func items(_ random: inout SplitMix) -> [IntellectualProperty] {
    let maximum = sample.profile == .weak ? 2 : sample.tier == .innovative ? 6 : 12
    return (0..<random.int(sample.profile == .strong ? 2 : 0, maximum)).map { index in
      let kind: IPKind =
        index < 4 && random.chance(sample.profile.goodness - 40)
        ? .inventionPatent : random.pick([.utilityModel, .utilityModel, .softwareCopyright, .design, .icLayout])
      let granted = random.chance(92)
      let transferred = random.chance(3)
      return IntellectualProperty(
        kind: kind, status: granted ? .granted : .applied, granted: granted ? back(random.int(90, 3200)) : nil,
        source: transferred ? .transferred : .original,
        transferred: transferred ? back(random.pick([120, 365, 366, 800])) : nil, ownerRank: random.chance(90) ? 1 : 2,
        highValue: kind == .inventionPatent && random.chance(sample.profile == .strong ? 22 : 5)
          ? [random.pick(HighValue.allCases)] : [],
        related: random.chance(93), inUse: random.chance(90))
    }
  }

  private func titles(_ random: inout SplitMix) -> [HeldTitle] {
    var kinds: [TitleKind] = []
    switch sample.tier {
    case .innovative: kinds = sample.type == .review ? [.innovativeSME] : []
    case .specialized: kinds = [.innovativeSME] + (sample.type == .review ? [.specializedSME] : [])
    case .littleGiant: kinds = [.innovativeSME, .specializedSME] + (sample.type == .review ? [.littleGiant] : [])
    }
    if sample.profile == .weak, random.chance(40) { kinds = [] }
    if random.chance(45) { kinds.append(.technologySME) }
    if random.chance(sample.tier == .innovative ? 35 : 60) { kinds.append(.highTech) }
    if random.chance(4) { kinds.append(.ipAdvantage) }
    return kinds.map { kind in
      let from = back(random.int(200, 1000))
      return HeldTitle(kind: kind, validFrom: from, validUntil: from.adding(years: 3))
    }
  }

  private func institutions(_ random: inout SplitMix) -> [ResearchInstitution] {
    guard random.chance(sample.profile == .weak ? 40 : 88) else { return [] }
    let level: InstitutionLevel =
      random.chance(sample.profile == .strong ? 8 : 2)
      ? .national
      : random.chance(sample.profile == .strong ? 55 : 15)
        ? .provincial : random.pick([.municipal, .municipal, .belowMunicipal, .own])
    return [ResearchInstitution(level: level, joint: random.chance(12))]
  }
}
