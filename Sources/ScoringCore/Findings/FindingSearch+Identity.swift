/// The enterprise, its field, and days that contradict each other.
extension FindingSearch {
  mutating func identity() {
    creditCode()
    referenceYear()
    excludedField()
    days()
    segment()
    setAside()
  }

  private mutating func creditCode() {
    let code = application.enterprise.creditCode
    let check = CreditCode.checkCharacter(of: code)
    guard check == nil || code.last != check else { return }
    note(
      .creditCode, ["enterprise.creditCode"],
      check.map {
        Phrase(
          "统一社会信用代码 \(code) 校验位不符，应为 \($0)",
          "the check character of the credit code \(code) is wrong, it should be \($0)")
      }
        ?? Phrase(
          "统一社会信用代码 \(code) 含有不使用的字母（I O S V Z）",
          "the credit code \(code) has a letter that codes do not use (I O S V Z)"),
      Phrase("请对照营业执照", "see the business licence"))
  }

  private mutating func referenceYear() {
    guard year != application.submitted.year - 1 else { return }
    note(
      .referenceYear, ["referenceYear", "submitted"],
      Phrase(
        "上年度 \(year) 不是申报年份 \(application.submitted.year) 的前一年",
        "the reference year \(year) is not the year before submission, \(application.submitted.year)"),
      Phrase("请核对是否用错了年度的数", "ask whether the figures are of the right year"))
  }

  private mutating func excludedField() {
    guard
      let id = try? standard.editionFor(
        tier: application.tier, type: application.type, submitted: application.submitted),
      let edition = Standard.edition(id)
    else { return }
    let code = application.enterprise.industryCode
    let isExcluded = edition.basics.contains { requirement in
      guard case .industryOutside(let codes) = requirement.test else { return false }
      return codes.contains { code.hasPrefix($0) }
    }
    guard isExcluded else { return }
    note(
      .excludedField, ["enterprise.industryCode"],
      Phrase("行业代码 \(code) 暂不列入培育范围", "the industry \(code) is not cultivated for the time being"),
      Phrase("请对照营业执照的经营范围", "see the business licence"))
  }

  private mutating func days() {
    let registered = application.enterprise.registered
    if registered > application.submitted {
      note(
        .days, ["enterprise.registered", "submitted"],
        Phrase(
          "注册日期 \(registered) 晚于申报日期 \(application.submitted)",
          "registered on \(registered), after submission on \(application.submitted)"),
        Phrase("请对照营业执照", "see the business licence"))
    }
    if let entered = facts.segmentEntered, entered < registered {
      note(
        .days, ["facts.segmentEntered", "enterprise.registered"],
        Phrase(
          "进入细分市场日期 \(entered) 早于注册日期 \(registered)",
          "entered its segment on \(entered), before registration on \(registered)"),
        Phrase("请对照首批合同或发票", "see the first contracts or invoices"))
    }
    for (index, title) in (facts.titles ?? []).enumerated() where title.validUntil < title.validFrom {
      note(
        .days, ["facts.titles[\(index)]"],
        Phrase(
          "称号有效期止 \(title.validUntil) 早于起 \(title.validFrom)",
          "the title ends on \(title.validUntil), before it begins on \(title.validFrom)"),
        Phrase("请对照证书", "see the certificate"))
    }
  }

  /// Years in the segment that are counted from founding, or are more than the enterprise is old.
  private mutating func segment() {
    guard let entered = facts.segmentEntered else { return }
    let registered = application.enterprise.registered
    let paths = ["facts.segmentEntered", "enterprise.registered"]
    let settles = Phrase("请对照首批合同或发票", "see the first contracts or invoices")
    if entered == registered {
      note(
        .segment, paths,
        Phrase(
          "进入细分市场日期 \(entered) 与注册日期相同，年限从成立起算",
          "entered its segment on \(entered), the day of registration: years counted from founding"), settles)
    } else if application.type == .new, entered.year < registered.year {
      let (claimed, age) = (max(0, year - entered.year), max(0, year - registered.year))
      note(
        .segment, paths,
        Phrase(
          "首次申报，从事细分市场 \(claimed) 年，多于企业成立的 \(age) 年",
          "applies for the first time with \(claimed) years in its segment, more than the \(age) since it was registered"
        ),
        settles)
    }
  }

  private mutating func setAside() {
    for fact in application.setAside {
      note(
        .localSetAside, ["local.\(fact.key)"],
        Phrase(
          "地方事实 \(fact.key) 写明 \(fact.json)，现行细则没有这一项，不予计算",
          "the local fact \(fact.key) states \(fact.json); the overlay in force does not declare it and it does not count"
        ),
        Phrase("请核对现行细则", "see the overlay in force"))
    }
  }
}
