extension Application {
  /// Everything a machine notices about the application by itself, in a fixed order.
  ///
  /// - Parameters:
  ///   - standard: names the industries that are not cultivated.
  ///   - explanation: of this application; figures exactly on a threshold are looked for in it.
  ///   - options: what the explanation was asked for.
  public func findings(
    by standard: Standard, _ explanation: Explanation? = nil, _ options: AssessmentOptions = AssessmentOptions()
  ) -> [Finding] {
    aboveWhole + researchJumps + leadingProduct + property + identity + excluded(by: standard) + days + undeclared
      + (explanation.map(onThreshold) ?? []) + standard.unconfirmed(self, options)
  }

  private func excluded(by standard: Standard) -> [Finding] {
    guard let id = try? standard.editionFor(tier: tier, type: type, submitted: submitted),
      let edition = standard.edition(id)
    else { return [] }
    let isExcluded = edition.basics.contains { requirement in
      guard case .industryOutside(let codes) = requirement.test else { return false }
      return codes.contains { enterprise.industryCode.hasPrefix($0) }
    }
    guard isExcluded else { return [] }
    return [
      Finding(
        .excludedIndustry,
        Phrase(
          "行业 \(enterprise.industryCode) 暂不列入培育范围",
          "industry \(enterprise.industryCode) is not cultivated for the time being"),
        ["enterprise.industryCode"])
    ]
  }

  /// Parts above the whole they are parts of.
  private var aboveWhole: [Finding] {
    facts.mainRevenue.entries.compactMap { entry in
      guard let revenue = facts.revenue[entry.year], entry.value > revenue else { return nil }
      return Finding(
        .mainAboveRevenue,
        Phrase(
          "\(entry.year) 年主营业务收入 \(entry.value) 万元高于营业收入 \(revenue) 万元",
          "main revenue of \(entry.year), \(entry.value), is above revenue, \(revenue) wan yuan"),
        ["facts.mainRevenue.\(entry.year)", "facts.revenue.\(entry.year)"])
    }
      + facts.rdStaff.entries.compactMap { entry in
        guard let employees = facts.employees[entry.year], entry.value > employees else { return nil }
        return Finding(
          .staffAboveEmployees,
          Phrase(
            "\(entry.year) 年研发人员 \(entry.value) 人多于\(Fact.employees.name.zh) \(employees) 人",
            "R&D staff of \(entry.year), \(entry.value), are more than the employees, \(employees)"),
          ["facts.rdStaff.\(entry.year)", "facts.employees.\(entry.year)"])
      }
  }

  /// R&D expense more than three times that of the year before.
  private var researchJumps: [Finding] {
    facts.rdExpense.entries.compactMap { entry in
      guard let before = facts.rdExpense[entry.year - 1], before.fen > 0, entry.value.fen > 3 * before.fen
      else {
        return nil
      }
      return Finding(
        .researchJump,
        Phrase(
          "\(entry.year) 年研发费用 \(entry.value) 万元，超过上年 \(before) 万元的三倍",
          "R&D expense of \(entry.year), \(entry.value), is over three times that of the year before, "
            + "\(before) wan yuan"),
        ["facts.rdExpense.\(entry.year)", "facts.rdExpense.\(entry.year - 1)"])
    }
  }

  /// The leading product must bring more than half of the revenue of the reference year.
  private var leadingProduct: [Finding] {
    guard let product = facts.leadingProductRevenue[referenceYear],
      let revenue = facts.revenue[referenceYear],
      2 * product.fen <= revenue.fen
    else { return [] }
    return [
      Finding(
        .leadingProductShare,
        Phrase(
          "\(referenceYear) 年主导产品收入 \(product) 万元，未超过营业收入 \(revenue) 万元的一半",
          "the leading product's revenue of \(referenceYear), \(product), is not above half of revenue, "
            + "\(revenue) wan yuan"),
        ["facts.leadingProductRevenue.\(referenceYear)", "facts.revenue.\(referenceYear)"])
    ]
  }

  private var property: [Finding] {
    let items = facts.intellectualProperty ?? []
    var findings: [Finding] = []
    let classI = items.indices.filter { items[$0].kind.isClassI && items[$0].status == .granted }
    let yearBefore = submitted.adding(years: -1)
    let areRecent = classI.allSatisfy { index in
      let acquired = items[index].transferred ?? items[index].granted
      return acquired.map { $0 > yearBefore && $0 <= submitted } ?? false
    }
    if !classI.isEmpty, areRecent {
      findings.append(
        Finding(
          .propertyAllRecent,
          Phrase(
            "\(classI.count) 项I类知识产权全部在申报前一年内取得",
            "all \(classI.count) class-I items were acquired within a year before submission"),
          classI.map { "facts.intellectualProperty[\($0)]" }))
    }
    let transferred = items.indices.filter { items[$0].source == .transferred }
    if !transferred.isEmpty {
      findings.append(
        Finding(
          .propertyTransferred,
          Phrase("\(transferred.count) 项知识产权为受让取得", "\(transferred.count) items of IP were transferred in"),
          transferred.map { "facts.intellectualProperty[\($0)]" }))
    }
    return findings
  }

  private var identity: [Finding] {
    var findings: [Finding] = []
    let check = CreditCode.checkCharacter(of: enterprise.creditCode)
    if check == nil || enterprise.creditCode.last != check {
      findings.append(
        Finding(
          .creditCode,
          check.map {
            Phrase("统一社会信用代码校验位不符，应为 \($0)", "the credit code's check character is wrong, it should be \($0)")
          }
            ?? Phrase(
              "统一社会信用代码含有不使用的字母（I O S V Z）", "the credit code has a letter that codes do not use (I O S V Z)"),
          ["enterprise.creditCode"]))
    }
    if referenceYear != submitted.year - 1 {
      findings.append(
        Finding(
          .referenceYear,
          Phrase(
            "上年度 \(referenceYear) 不是申报年份 \(submitted.year) 的前一年",
            "the reference year \(referenceYear) is not the year before submission, \(submitted.year)"),
          ["referenceYear", "submitted"]))
    }
    return findings
  }

  private var days: [Finding] {
    let registered = enterprise.registered
    var findings: [Finding] = []
    if registered > submitted {
      findings.append(
        Finding(
          .daysOutOfOrder,
          Phrase(
            "注册日期 \(registered) 晚于申报日期 \(submitted)",
            "registered on \(registered), after submission on \(submitted)"),
          ["enterprise.registered", "submitted"]))
    }
    if let entered = facts.segmentEntered, entered <= registered {
      findings.append(
        entered == registered
          ? Finding(
            .segmentFromRegistration,
            Phrase(
              "进入细分市场日期与注册日期相同，年限从成立起算",
              "entered its segment on the day of registration: years counted from founding"),
            ["facts.segmentEntered", "enterprise.registered"])
          : Finding(
            .daysOutOfOrder,
            Phrase(
              "进入细分市场日期 \(entered) 早于注册日期 \(registered)",
              "entered its segment on \(entered), before registration on \(registered)"),
            ["facts.segmentEntered", "enterprise.registered"]))
    }
    for (index, title) in (facts.titles ?? []).enumerated() where title.validUntil < title.validFrom {
      findings.append(
        Finding(
          .daysOutOfOrder,
          Phrase(
            "称号有效期止 \(title.validUntil) 早于起 \(title.validFrom)",
            "the title ends on \(title.validUntil), before it begins on \(title.validFrom)"),
          ["facts.titles[\(index)]"]))
    }
    return findings
  }

  private var undeclared: [Finding] {
    setAside.map { fact in
      Finding(
        .localSetAside,
        Phrase(
          "地方事实 \(fact.key) 写明 \(fact.json)，现行细则没有这一项，不予计算",
          "the local fact \(fact.key) states \(fact.json); the overlay in force does not declare it and it does not count"
        ),
        ["local.\(fact.key)"])
    }
  }

  /// Amounts and shares exactly on the bound they were held against.
  private func onThreshold(_ node: Explanation) -> [Finding] {
    var findings: [Finding] = []
    for comparison in node.comparisons {
      guard let measured = comparison.measured, measured.unit == .money || measured.unit == .percent,
        measured.numerator * comparison.bound.denominator == comparison.bound.numerator * measured.denominator
      else { continue }
      findings.append(
        Finding(
          .onThreshold,
          Phrase(
            "\(node.name.zh)正好在界限 \(measured.text.zh) 上",
            "\(node.name.en) is exactly on the bound, \(measured.text.en)"),
          node.facts.map(\.path)))
    }
    return findings + node.children.flatMap(onThreshold)
  }
}
