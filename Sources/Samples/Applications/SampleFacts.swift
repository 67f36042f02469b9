internal import ScoringCore

/// The figures and facts of one sample, shaped by its profile.
struct SampleFacts {
  let profile: SampleProfile
  let tier: Tier
  let type: ApplicationType
  let submitted: Day
  let year: Int
  let trade: SampleTrade
  let registered: Day

  func facts(_ random: inout SplitMix) -> Facts {
    var facts = Facts()
    let good = profile.goodness
    facts.registeredInChina = true
    facts.independentLegalPerson = true
    facts.sizeSector = trade.sector
    facts.abnormalOperationListed = random.chance(1)
    facts.seriousDishonestyListed = random.chance(1)
    facts.prohibitedProducts = false
    facts.majorIncident = random.chance(1)
    facts.taxEvasion = random.chance(1)
    money(&facts, &random)
    people(&facts, &random)
    facts.segmentEntered = registered.adding(days: random.pick([0, 180, 180, 400, 400, 400, 900, 900]))
    SampleClaims(self).add(to: &facts, &random)
    facts.strategicEmerging = random.chance(60)
    facts.chainResult = random.chance(good - 45)
    facts.sixBases = random.chance(35)
    facts.timeHonoured = random.chance(2)
    facts.servesChainLeader = random.chance(40)
    facts.digitalLevel = min(4, max(1, random.middling(1, 4) + (profile == .strong ? 1 : 0)))
    facts.qualityItems = QualityItem.allCases.filter { _ in random.chance(good - 40) }
    facts.goodGovernance = random.chance(good)
    facts.coreInformationSystem = random.chance(good)
    facts.managementCertified = random.chance(good)
    facts.productCertified = random.chance(good - 20)
    facts.ownBrand = random.chance(good)
    let share = profile == .threshold ? 100_000 : random.middling(30_000, 420_000) / 100 * 100
    facts.nationalShare = Percent(tenThousandths: share)
    facts.segmentShare = Percent(tenThousandths: share)
    facts.nationalRank = random.int(1, 12)
    facts.reputation = random.chance(good)
    facts.marketPositionHigh = random.chance(good)
    facts.keyChainLink = random.chance(good)
    facts.listedField = random.chance(good)
    for back in 0...1 {
      let score =
        profile == .threshold
        ? (tier == .littleGiant ? 6000 : 5000) + back * random.int(50, 400) : random.middling(3800, 9000)
      facts.platformScore[year - back] = PlatformScore(hundredths: score)
    }
    standing(&facts)
    return facts
  }

  /// What the ministry's form of 2025 asks of little giants alone.
  private func standing(_ facts: inout Facts) {
    guard tier == .littleGiant, submitted.year >= 2025 else { return }
    facts.championTitle = profile == .strong && (facts.nationalShare?.tenThousandths ?? 0) > 320_000
    facts.controlLink = profile == .weak && facts.nationalRank == 1
    facts.groupSimilarProduct = profile == .incomplete ? nil : false
  }

  /// Four years of figures, worked back from the reference year so that growth is what it should be.
  private func money(_ facts: inout Facts, _ random: inout SplitMix) {
    let lakhs = tier == .innovative ? random.middling(300, 9_000) : random.middling(1_100, 26_000)
    // In units of 100 yuan, so that every figure has at most two decimals of 万元.
    var revenue = Int64(profile == .threshold ? (lakhs / 1000 + 1) * 1000 : lakhs) * 100 + Int64(random.int(0, 99))
    if profile == .threshold { revenue -= revenue % 10_000 }
    let mainShare =
      profile == .threshold
      ? random.pick([70, 80, 90]) : random.middling(profile == .weak ? 42 : profile == .close ? 58 : 70, 99)
    // What a firm spends, owes and earns moves a little from year to year.
    let product = random.int(62, 92)
    let research =
      random.middling(profile == .weak ? 4 : profile == .close ? 14 : 25, profile == .strong ? 115 : 80)
    let margin = random.pick([-7, -4, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18])
    let assetShare = random.int(100, 190)
    let debt = random.middling(22, 76)
    for back in 0...3 {
      let y = year - back
      let main = revenue * Int64(mainShare) / 100
      facts.revenue[y] = hundreds(revenue)
      facts.mainRevenue[y] = hundreds(profile == .contradictory && back == 0 ? revenue + 5_000 : main)
      facts.leadingProductRevenue[y] = hundreds(main * Int64(product + random.int(-3, 3)) / 100)
      let perMille =
        profile == .threshold ? random.pick([30, 60, 100]) : max(2, research * random.int(88, 112) / 100)
      facts.rdExpense[y] = hundreds(revenue * Int64(perMille) / 1000)
      let percent =
        profile == .threshold ? 8 : margin < 0 ? margin + random.int(-2, 2) : max(1, margin + random.int(-2, 3))
      facts.netProfit[y] = hundreds(revenue * Int64(percent) / 100)
      let assets = revenue * Int64(assetShare + random.int(-12, 12)) / 100 / 100 * 100
      facts.totalAssets[y] = hundreds(assets)
      let percentOwed = profile == .threshold ? random.pick([50, 55, 70]) : debt + random.int(-6, 6)
      facts.totalLiabilities[y] = hundreds(assets * Int64(percentOwed) / 100)
      let growth =
        profile == .threshold
        ? random.pick([5, 10])
        : random.middling(profile == .weak ? -18 : profile == .close ? -6 : -2, profile == .strong ? 38 : 22)
      revenue = revenue * 100 / Int64(100 + growth)
    }
  }

  private func hundreds(_ value: Int64) -> Money { Money(fen: value * 10_000) }

  private func people(_ facts: inout Facts, _ random: inout SplitMix) {
    var staff = random.middling(18, tier == .innovative ? 180 : 420)
    if profile == .threshold { staff = (staff / 20 + 1) * 20 }
    let share = random.middling(6, 40)
    for back in 0...2 {
      let percent = profile == .threshold ? random.pick([5, 10, 20]) : share + random.int(-2, 2)
      facts.employees[year - back] = staff
      facts.rdStaff[year - back] = profile == .contradictory && back == 0 ? staff + 3 : staff * percent / 100
      staff = max(10, staff - random.int(-6, 14))
    }
  }

  /// One to four facts that the applicant did not state.
  static func leaveOut(_ facts: inout Facts, year: Int, _ random: inout SplitMix) {
    for _ in 0..<random.int(1, 4) {
      switch random.int(1, 11) {
      case 1: facts.rdStaff[year] = nil
      case 2: facts.digitalLevel = nil
      case 3: facts.mainRevenue[year - 1] = nil
      case 4: facts.rdExpense[year - 1] = nil
      case 5: facts.intellectualProperty = nil
      case 6: facts.rdInstitutions = nil
      case 7: facts.equityFinancing = nil
      case 8: facts.titles = nil
      case 9: facts.totalLiabilities[year] = nil
      case 10: facts.qualityItems = nil
      default: facts.segmentEntered = nil
      }
    }
  }

  /// Answers to the province's own indicators.
  static func local(
    _ declared: [LocalFact], _ profile: SampleProfile, _ random: inout SplitMix
  ) -> [Application.LocalValue] {
    declared.compactMap { fact in
      if profile == .incomplete, random.chance(30) { return nil }
      let keys = fact.choices.map(\.key)
      let values = fact.isSet ? keys.filter { _ in random.chance(profile.goodness / 2) } : [random.pick(keys)]
      return Application.LocalValue(key: fact.key, values: values, isSet: fact.isSet)
    }
  }
}
