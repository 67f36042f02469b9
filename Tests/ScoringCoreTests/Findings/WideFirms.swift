import Samples
import ScoringCore

/// Firms without slips of a wider range than the samples: from three people to a thousand, of nine trades, some that
/// only spend, with figures that move from year to year as they do.
enum WideFirms {
  private static let trades: [(code: String, sector: SizeSector, least: Int, most: Int)] = [
    ("C3451", .industry, 25, 150), ("I6513", .software, 20, 120), ("C2770", .industry, 10, 90),
    ("M7452", .other, 15, 70), ("E5010", .construction, 30, 200), ("C3029", .industry, 40, 300),
    ("L7259", .leasing, 15, 80), ("A0190", .agriculture, 20, 150), ("F5199", .wholesale, 80, 1_500),
  ]

  /// - Parameter base: gives all but the figures.
  static func firm(_ base: Application, _ random: inout SlipRandom) -> Application {
    var firm = base
    let trade = trades[random.below(trades.count)]
    let year = base.referenceYear
    firm.enterprise.industryCode = trade.code
    firm.facts.sizeSector = trade.sector
    for fact in Fact.allCases where fact.isYearly && fact != .platformScore {
      for past in base.factPaths.filter({ $0.fact == fact }) {
        firm = (try? firm.setting([(path: past, value: nil)])) ?? firm
      }
    }
    func around(_ middle: Int, _ spread: Int) -> Int {
      middle - spread + (random.below(2 * spread + 1) + random.below(2 * spread + 1)) / 2
    }
    // 3 … 1,000 people, each decade as often.
    var heads = [3, 8, 20, 45, 90, 180, 350, 700][random.below(8)] + random.below(9)
    let spends = random.below(100) < 5
    // In yuan.
    var revenue = heads * (trade.least + random.below(trade.most - trade.least)) * 10_000
    if spends { revenue = revenue * (3 + random.below(27)) / 100 }
    let main = 600 + random.below(400)
    let product = 520 + random.below(480)
    let research = spends ? 300 + random.below(900) : [8, 22, 31, 38, 45, 60, 90, 150, 320][random.below(9)]
    let margin = spends ? -300 - random.below(1_000) : around(70, 130)
    let assets = spends ? 2_000 + random.below(12_000) : 600 + random.below(1_900)
    let debt = 80 + random.below(760)
    let staff = 40 + random.below(650)
    for back in 0..<(2 + random.below(3)) {
      func amount(_ perMille: Int) -> Money { Money(fen: Int64(revenue) * Int64(perMille) / 1_000 * 100) }
      func share(_ perMille: Int, _ spread: Int) -> Int { max(1, perMille * around(1_000, spread) / 1_000) }
      let ofMain = min(1_000, share(main, 40))
      let ofAssets = share(assets, 150)
      firm.facts.revenue[year - back] = amount(1_000)
      firm.facts.mainRevenue[year - back] = amount(ofMain)
      firm.facts.leadingProductRevenue[year - back] = amount(ofMain * min(1_000, share(product, 80)) / 1_000)
      firm.facts.rdExpense[year - back] = amount(share(research, 250))
      firm.facts.netProfit[year - back] = amount(around(margin, 40))
      firm.facts.totalAssets[year - back] = amount(ofAssets)
      firm.facts.totalLiabilities[year - back] = amount(ofAssets * min(1_050, share(debt, 150)) / 1_000)
      if back < 3 {
        firm.facts.employees[year - back] = heads
        firm.facts.rdStaff[year - back] = max(1, heads * share(staff, 120) / 1_000)
      }
      let growth = spends ? around(500, 700) : around(110, 360)
      revenue = revenue * 1_000 / (1_000 + max(-450, growth))
      heads = max(3, heads * 1_000 / (1_000 + around(50, 160)))
    }
    let percent = random.below(100) == 0 ? 3_000 : (10 + random.below(320)) * 1_000
    firm.facts.nationalShare = Percent(tenThousandths: percent)
    firm.facts.segmentShare = Percent(tenThousandths: percent)
    return firm
  }
}
