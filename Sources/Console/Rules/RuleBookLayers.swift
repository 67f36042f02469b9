import ScoringCore

/// The layers over the editions: notices, provinces, size standard, calendar.
extension RuleBook {
  mutating func add(_ notice: Circular) {
    let path = "notices/\(notice.id)"
    add(
      path, 1, notice.document, Phrase("\(notice.from) – \(notice.until)", "\(notice.from) – \(notice.until)")
    )
    for part in notice.parts {
      let who = notice.tier.name.joined(Phrase(" ", " ")).joined(part.types.map(\.word).joined("、", ", "))
      let effect: Phrase =
        switch part.effect {
        case .adds(let condition):
          Phrase("增加条件 ", "adds: ").joined(condition.name).joined(Phrase("：", ": "))
            .joined(condition.test.wording)
        case .setsAside(let id): Phrase("不适用 \(id)", "sets aside \(id)")
        case .goesBy(let edition): Phrase("按 \(edition)", "goes by \(edition)")
        }
      line(path, 2, who.joined(Phrase("：", ": ")).joined(effect))
      cite(path, 3, part.citation)
    }
    line(path, 2, Phrase("最近核对", "Last checked"), Phrase("\(notice.checked)", "\(notice.checked)"))
  }

  /// What an authority fills in; one without an overlay is declared to have none.
  mutating func add(_ authority: Authority, _ standard: Standard) {
    let path = "overlays/\(authority.key)"
    guard let overlay = standard.overlay(authority: authority.key) else {
      add(path, 1, authority.name, Phrase("没有细则", "has none"))
      add(standard.noticeRule(authority: authority.key), path)
      return
    }
    add(path, 1, authority.name, overlay.document)
    line(
      path, 2, Phrase("施行", "In force"),
      Phrase(
        "\(overlay.from) – \(overlay.until?.description ?? "")",
        "\(overlay.from) – \(overlay.until?.description ?? "")"))
    line(path, 2, Phrase("最近核对", "Last checked"), Phrase("\(overlay.checked)", "\(overlay.checked)"))
    for slot in overlay.slots { add(slot, path) }
    if let notice = overlay.notice { add(notice, path) }
  }

  private mutating func add(_ slot: Overlay.Slot, _ path: String) {
    let head = Phrase("\(slot.edition) ", "\(slot.edition) ").joined(slot.tier.name)
    if let pass = slot.pass {
      line(path, 2, head.joined(Phrase(" 合格线", " pass line")), Phrase("\(pass)", "\(pass)"))
    }
    if let citation = slot.citation { cite(path, 3, citation) }
    for choice in slot.readings {
      line(
        path, 2, head.joined(Phrase(" 解释 \(choice.id)", " interpretation \(choice.id)")),
        Phrase(choice.key, choice.key))
    }
    for indicator in slot.local?.indicators ?? [] {
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
  }

  private mutating func add(_ notice: PublicNoticeRule, _ path: String) {
    let kind = notice.kind == .working ? Phrase("个工作日", " working days") : Phrase("个自然日", " calendar days")
    let first =
      notice.firstCounted
      ? Phrase("，首日计入", ", the first day counted") : Phrase("，首日不计", ", the first day not counted")
    let assumed = notice.assumed ? Phrase("（推定）", " (assumed)") : Phrase("", "")
    line(
      path, 2, Phrase("公示期", "Public notice"),
      Phrase("\(notice.length) ", "\(notice.length)").joined(kind).joined(first).joined(assumed))
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
