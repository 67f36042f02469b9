internal import CaseStore
internal import Casework
internal import Samples
internal import ScoringCore
internal import StrictJSON

/// Titles given in earlier years, entered by hand: updates that fall due, terms that end, an inquiry, one that ended.
struct DemoTitles {
  private let store: Store
  private var office: DemoOffice

  init(_ store: Store, _ office: DemoOffice) {
    self.store = store
    self.office = office
  }

  mutating func run(_ day: (Int) -> Day) throws {
    let holders = SampleApplications(seed: 77, count: 18, authorities: ["370000"])
    for (index, holder) in holders.enumerated() {
      let from = index < 6 ? Day("2023-04-20") : index == 16 ? Day("2023-02-01") : Day("2024-06-03")
      guard let from = from?.adding(days: index < 6 ? index * 13 : index) else { continue }
      let folder = TitleRules.folder(
        authority: "370000", creditCode: holder.enterprise.creditCode, tier: holder.tier, from: from)
      try enter(holder, from: from, number: index + 1, in: folder, on: day(1))
      try update(folder, from: from, index, on: day(2))
      if index == 14 || index == 15 { try inquire(folder, tier: holder.tier, ends: index == 15, day) }
    }
  }

  private mutating func enter(
    _ holder: Application, from: Day, number: Int, in folder: String, on day: Day
  ) throws {
    let document = Array(localized("认定公告（示例）", "Announcement (sample)").utf8)
    let source = try StoreAccess.withStore { () throws(StoreError) in try store.keep(document, in: folder) }
    try office.act(
      .registerTitle,
      [
        "tier": .string(holder.tier.rawValue), "creditCode": .string(holder.enterprise.creditCode),
        "name": .string(holder.enterprise.name),
        "number": .string(localized("鲁示〔\(from.year)〕\(number) 号", "SD-\(from.year)-\(number)")),
        "from": .string(from.description),
        "until": .string(Standard.shared.edition(of: holder.tier, on: from).titles.until(from).description),
        "source": .string(source),
      ], in: folder, by: "signer", on: day)
  }

  /// Updates of the years before this one; one was missed. Some of this year's are done.
  private mutating func update(_ folder: String, from: Day, _ index: Int, on day: Day) throws {
    for year in from.year + 1...2026 where year < 2026 || index % 3 == 0 {
      let isMissed = year == 2025 && index == 7
      try office.act(
        .update, ["year": .integer(Int64(year)), "state": isMissed ? "missed" : "done"], in: folder, by: "reviewer-a",
        on: day)
    }
  }

  private mutating func inquire(_ folder: String, tier: Tier, ends: Bool, _ day: (Int) -> Day) throws {
    let inquiry = try office.act(
      .inquiry,
      [
        "cause": "falseData",
        "text": .string(localized("举报称社保人数与申报不符", "A report says the headcount was not as declared")),
      ], in: folder, by: "signer", on: day(10))
    try office.act(
      .recordHearing,
      ["text": .string(localized("企业提交书面说明", "The enterprise has explained in writing")), "files": []], in: folder,
      by: "reviewer-a", on: day(14))
    guard ends else { return }
    try office.act(
      .endTitle,
      [
        "of": .string(inquiry.id), "how": "cancelled", "from": .string(day(20).description),
        "barUntil": .string(Standard.shared.edition(of: tier, on: day(20)).titles.bar(from: day(20)).description),
        "tiers": [.string(tier.rawValue)],
        "text": .string(localized("经查实，取消称号", "Found to be so; the title is cancelled")),
      ], in: folder, by: "signer-b", on: day(20))
  }
}
