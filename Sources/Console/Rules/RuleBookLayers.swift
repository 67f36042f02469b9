import ScoringCore

/// The layers over the editions: notices, provinces, size standard, calendar.
extension RuleBook {
  mutating func add(_ notice: Circular) {
    let path = "notices/\(notice.id)"
    add(
      path, 1, notice.document, Phrase("\(notice.from) – \(notice.until)", "\(notice.from) – \(notice.until)")
    )
    for value in notice.values { add(value, path) }
    line(path, 2, Phrase("最近核对", "Last checked"), Phrase("\(notice.checked)", "\(notice.checked)"))
  }

  /// What an authority fills in; one without an overlay is declared to have none.
  mutating func add(_ authority: Authority, _ standard: Standard) {
    let path = "overlays/\(authority.key)"
    guard let overlay = standard.overlay(authority: authority.key) else {
      add(path, 1, authority.name, Phrase("没有细则", "has none"))
      add(standard.assumedNotice, Phrase("", ""), path)
      return
    }
    add(path, 1, authority.name, overlay.document)
    line(path, 2, Phrase("最近核对", "Last checked"), Phrase("\(overlay.checked)", "\(overlay.checked)"))
    for value in overlay.values { add(value, path) }
  }

  /// One value with whom it is for, its days, its standing and where it stands.
  private mutating func add(_ value: RuleValue, _ path: String) {
    let marks = value.scopeText.joined(value.standing == .confirmed ? Phrase("", "") : value.standing.mark)
    switch value.effect {
    case .local(let rules?):
      for indicator in rules.indicators { add(indicator, path) }
      if !marks.zh.isEmpty { line(path, 3, marks) }
    case .notice(let rule): add(rule, marks, path)
    default:
      line(path, 2, value.effect.wording.joined(marks))
      cite(path, 3, value.citation)
    }
    if let note = value.note { line(path, 3, note) }
  }

  private mutating func add(_ indicator: LocalRules.Indicator, _ path: String) {
    let place = "\(path)/local.\(indicator.id)"
    add(place, 2, indicator.name, Phrase("\(indicator.outOf)", "\(indicator.outOf)"))
    let each = indicator.fact.isSet ? indicator.points.first : nil
    for (i, choice) in indicator.fact.choices.enumerated() {
      let points = each ?? (indicator.points.indices.contains(i) ? indicator.points[i] : 0)
      let mark = choice.assumed ? Phrase("（推定）", " (assumed)") : Phrase("", "")
      line(place, 3, choice.name.joined(mark), Phrase("\(points)", "\(points)"))
    }
    cite(place, 3, indicator.citation)
  }

  private mutating func add(_ notice: PublicNoticeRule, _ marks: Phrase, _ path: String) {
    let kind = notice.kind == .working ? Phrase("个工作日", " working days") : Phrase("个自然日", " calendar days")
    let first =
      notice.firstCounted
      ? Phrase("，首日计入", ", the first day counted") : Phrase("，首日不计", ", the first day not counted")
    let assumed = notice.assumed ? Phrase("（推定）", " (assumed)") : Phrase("", "")
    line(
      path, 2, notice.byCities ? Phrase("各市公示期", "Public notice by cities") : Phrase("公示期", "Public notice"),
      Phrase("\(notice.length) ", "\(notice.length)").joined(kind).joined(first).joined(assumed).joined(marks))
    cite(path, 3, notice.citation)
  }

  mutating func add(_ size: SizeStandard) {
    add("size", 0, Phrase("中小企业划型标准", "SME size standard"), size.citation.document)
    for sector in size.sectors {
      let path = "size/\(sector.key.rawValue)"
      add(path, 1, sector.name)
      for (name, limits) in [
        (Phrase("大型", "large from"), sector.large), (Phrase("中型", "medium from"), sector.medium),
        (Phrase("小型", "small from"), sector.small),
      ] where !limits.isEmpty {
        let text = limits.map {
          $0.fact.name.joined(Comparison.Relation.atLeast.words($0.bound, $0.fact.unit))
        }
        line(path, 2, name, text.joined("，且", " and "))
      }
    }
  }

  mutating func addCalendar() {
    add("calendar", 0, Phrase("工作日历", "Working calendar"))
    for year in 2022...2027 {
      let days = (1...12).reduce(0) { sum, month in
        guard let first = Day(year: year, month: month, day: 1) else { return sum }
        return sum
          + (0..<31).map { first.adding(days: $0) }
          .filter { $0.components.month == month && WorkingCalendar.shared.isWorking($0) }.count
      }
      let mark =
        WorkingCalendar.shared.isAnnounced(year)
        ? Phrase("已公布", "announced") : Phrase("未公布，按普通工作日（暂定）", "not announced: plain weekdays (provisional)")
      line(
        "calendar", 1, Phrase("\(year) 年", "\(year)"),
        Phrase("\(days) 个工作日  ", "\(days) working days  ").joined(mark))
    }
  }
}
