extension FactItem {
  /// Every field of the item by its name, in the order of the application file; one that is not stated is left out.
  public var fields: [(name: Phrase, value: Phrase)] {
    switch self {
    case .equity(let round):
      [
        (Phrase("日期", "Day"), Self.day(round.date)),
        (Phrase("金额", "Amount"), Quantity(Int128(round.amount.fen), over: 1_000_000, .money).text),
        (Phrase("合格投资者", "Qualified investor"), Self.flag(round.qualifiedInvestor)),
        (Phrase("已到账", "Paid in"), Self.flag(round.paidIn)),
      ]
    case .property(let item): Self.fields(item)
    case .award(let award):
      [
        (Phrase("级别", "Level"), award.level.name), (Phrase("名次", "Place"), Self.number(award.rank)),
        (Phrase("日期", "Day"), Self.day(award.date)),
      ]
    case .maker(let place):
      [(Phrase("名次", "Place"), Self.number(place.rank)), (Phrase("日期", "Day"), Self.day(place.date))]
    case .title(let title):
      [
        (Phrase("称号", "Title"), title.kind.name), (Phrase("有效期起", "Valid from"), Self.day(title.validFrom)),
        (Phrase("有效期止", "Valid until"), Self.day(title.validUntil)),
      ]
    case .institution(let institution):
      [
        (Phrase("级别", "Level"), institution.level.name),
        (Phrase("共建", "Joint"), Self.flag(institution.joint)),
      ]
    }
  }

  private static func fields(_ item: IntellectualProperty) -> [(name: Phrase, value: Phrase)] {
    let stated: [(name: Phrase, value: Phrase?)] = [
      (Phrase("种类", "Kind"), item.kind.name), (Phrase("状态", "Status"), item.status.name),
      (Phrase("授权日期", "Granted"), item.granted.map(day)), (Phrase("来源", "Source"), item.source.name),
      (Phrase("受让日期", "Transferred"), item.transferred.map(day)),
      (Phrase("权利人位次", "Owner's rank"), number(item.ownerRank)),
      (
        Phrase("高价值情形", "High value"),
        item.highValue.isEmpty ? Phrase("无", "none") : item.highValue.map(\.name).joined
      ),
      (Phrase("与主导产品相关", "Tied to the leading product"), flag(item.related)),
      (Phrase("已应用", "In use"), flag(item.inUse)),
    ]
    return stated.compactMap { field in field.value.map { (field.name, $0) } }
  }

  private static func day(_ day: Day) -> Phrase { FactValue.day(day).text }
  private static func flag(_ flag: Bool) -> Phrase { FactValue.flag(flag).text }
  private static func number(_ number: Int) -> Phrase { FactValue.integer(number).text }
}
