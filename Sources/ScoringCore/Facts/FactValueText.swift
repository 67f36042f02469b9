extension FactValue {
  /// The value as shown, exact and with its unit; a code by its own word.
  public var text: Phrase {
    switch self {
    case .flag(let flag): flag ? Phrase("是", "yes") : Phrase("否", "no")
    case .integer(let number): Phrase("\(number)", "\(number)")
    case .money(let money): Quantity(Int128(money.fen), over: 1_000_000, .money).text
    case .percent(let percent): Phrase("\(percent)%", "\(percent)%")
    case .score(let score): Phrase("\(score)", "\(score)")
    case .day(let day): Phrase("\(day)", "\(day)")
    case .code(let code): Self.name(code)
    case .codes(let codes): codes.map(Self.name).joined
    case .item(let item): item.text
    case .items(let items):
      items.isEmpty
        ? Phrase("无", "none")
        : Phrase(
          items.map(\.text.zh).joined(separator: "；"), items.map(\.text.en).joined(separator: "; "))
    }
  }

  private static func name(_ code: String) -> Phrase {
    SizeSector(rawValue: code)?.name ?? QualityItem(rawValue: code)?.name ?? Phrase(code, code)
  }
}

extension FactItem {
  /// What the item says, in the order of its fields.
  public var text: Phrase {
    switch self {
    case .equity(let round):
      Quantity(Int128(round.amount.fen), over: 1_000_000, .money).text.after("\(round.date)")
        .and(round.qualifiedInvestor, Phrase("合格投资者", "qualified investor"))
        .and(round.paidIn, Phrase("已到账", "paid in"))
    case .property(let item):
      item.kind.name.and(true, item.status.name.before(item.granted)).and(
        true, item.source.name.before(item.transferred)
      )
      .and(item.ownerRank > 1, Phrase("第 \(item.ownerRank) 权利人", "owner \(item.ownerRank)"))
      .and(item.related, Phrase("与主导产品相关", "tied to the leading product"))
      .and(item.inUse, Phrase("已应用", "in use"))
      .and(!item.highValue.isEmpty, item.highValue.map(\.name).joined)
    case .award(let award):
      award.level.name.after("\(award.date)").and(true, Phrase("第 \(award.rank) 名", "place \(award.rank)"))
    case .maker(let place):
      Phrase("\(place.date) 第 \(place.rank) 名", "\(place.date) place \(place.rank)")
    case .title(let title):
      title.kind.name.and(
        true, Phrase("\(title.validFrom) 至 \(title.validUntil)", "\(title.validFrom) to \(title.validUntil)"))
    case .institution(let institution):
      institution.level.name.and(institution.joint, Phrase("共建", "joint"))
    }
  }
}

extension Phrase {
  fileprivate func and(_ holds: Bool, _ more: Phrase) -> Phrase {
    holds ? Phrase("\(zh)，\(more.zh)", "\(en), \(more.en)") : self
  }

  fileprivate func after(_ text: String) -> Phrase { Phrase("\(text) \(zh)", "\(text) \(en)") }

  fileprivate func before(_ day: Day?) -> Phrase {
    day.map { Phrase("\(zh) \($0)", "\(en) \($0)") } ?? self
  }
}
