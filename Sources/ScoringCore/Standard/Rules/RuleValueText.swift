extension RuleValue.Effect {
  /// What it says, in words: 合格线 70.
  public var wording: Phrase {
    switch self {
    case .passLine(let points): Phrase("合格线 \(points)", "pass line \(points)")
    case .local(let rules):
      rules.map { Phrase("地方特色指标 \($0.indicators.count) 项", "\($0.indicators.count) local indicators") }
        ?? Phrase("地方特色指标：已公布，本程序未收录", "local indicators: declared, not known here")
    case .reading(let id, let key):
      Phrase(
        "\(id) \(RuleValue.Effect.readingName(id, key).zh)", "\(id) \(RuleValue.Effect.readingName(id, key).en)")
    case .adds(let condition):
      Phrase(
        "增加条件“\(condition.name.zh)”（\(condition.test.wording.zh)）",
        "adds “\(condition.name.en)” (\(condition.test.wording.en))")
    case .waives(let id): Phrase("豁免条件 \(id)", "waives \(id)")
    case .setsAside(let id): Phrase("不适用 \(id)", "sets aside \(id)")
    case .lifts(let level, let higher, let route):
      Phrase(
        "直通车 \(route)：\(level.name.zh)视同\(higher.name.zh)",
        "route \(route): \(level.name.en) counts as \(higher.name.en)")
    case .goesBy(let edition): Phrase("按 \(edition)", "goes by \(edition)")
    case .notice(let rule):
      rule.kind == .working
        ? Phrase("公示 \(rule.length) 个工作日", "public notice of \(rule.length) working days")
        : Phrase("公示 \(rule.length) 个自然日", "public notice of \(rule.length) calendar days")
    }
  }

  private static func readingName(_ id: String, _ key: String) -> Phrase {
    let reading = Standard.interpretations.first { $0.id == id }?.readings.first { $0.key == key }
    return reading?.name ?? Phrase(key, key)
  }
}

extension RuleValue {
  /// Whom it is for and when: （63号 专精特新，新申请，2025-01-01 至 2025-12-31）.
  public var scopeText: Phrase {
    var parts: [Phrase] = []
    if let edition {
      parts.append(
        Phrase(
          edition + " " + tiers.map(\.name.zh).joined(separator: "、"),
          edition + " " + tiers.map(\.name.en).joined(separator: ", ")))
    }
    if types.count < ApplicationType.allCases.count {
      parts.append(Phrase(types.map(\.word.zh).joined(separator: "、"), types.map(\.word.en).joined(separator: ", ")))
    }
    if let batch { parts.append(Phrase("批次 \(batch)", "round \(batch)")) }
    switch (from, until) {
    case (let from?, let until?): parts.append(Phrase("\(from) 至 \(until)", "\(from) to \(until)"))
    case (let from?, nil): parts.append(Phrase("自 \(from) 起", "from \(from)"))
    case (nil, let until?): parts.append(Phrase("至 \(until) 止", "until \(until)"))
    case (nil, nil): break
    }
    guard !parts.isEmpty else { return Phrase("", "") }
    return Phrase(
      "（" + parts.map(\.zh).joined(separator: "，") + "）", " (" + parts.map(\.en).joined(separator: ", ") + ")")
  }
}

extension RuleValue.Standing {
  /// As it stands behind a value.
  public var mark: Phrase {
    switch self {
    case .confirmed: Phrase("（已确认）", " (confirmed)")
    case .unconfirmed: Phrase("（待确认，不计）", " (unconfirmed, does not count)")
    }
  }
}
