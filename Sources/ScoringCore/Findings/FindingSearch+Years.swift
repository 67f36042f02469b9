/// Years to come, years copied, and shares stated as fractions.
extension FindingSearch {
  mutating func years() {
    ahead()
    for newest in Set(Self.yearly.compactMap { years(of: $0).last }).union([year]).sorted() { copied(newest) }
    fractions()
  }

  /// Figures of a year after the reference year 预计: they are no accounts yet.
  private mutating func ahead() {
    let paths = Self.yearly.flatMap { fact in
      years(of: fact).filter { $0 > year }.map { FactPath.year(fact, $0) }
    }
    guard let first = paths.first, case .year(let fact, let later) = first else { return }
    let text = named(fact, later)
    note(
      .year, paths.map(\.description),
      Phrase(
        "\(text.zh)，晚于上年度 \(year)，共 \(paths.count) 个数",
        "\(text.en), is of a year after the reference year, \(year); \(paths.count) figures are"),
      Phrase(
        "可能是预计数或年度填错，请对照审计报告的年度", "they may be forecasts or the year may be wrong, see the years of the audit reports"))
  }

  /// Three figures of a year or more equal to those of the year before; a figure of 0 says nothing.
  private mutating func copied(_ newest: Int) {
    let same = Self.yearly.filter { fact in
      guard let value = figure(fact, newest), value != 0 else { return false }
      return value == figure(fact, newest - 1)
    }
    guard same.count >= 3, let first = same.first else { return }
    let (names, value) = (same.map(\.name).joined, shown(first, newest))
    note(
      .copiedYear, same.flatMap { [FactPath.year($0, newest), .year($0, newest - 1)] }.map(\.description),
      Phrase(
        "\(newest) 年有 \(same.count) 个数与 \(newest - 1) 年相同：\(names.zh)，其中\(first.name.zh)两年都是 \(value.zh)",
        "\(same.count) figures of \(newest) are those of \(newest - 1): \(names.en); \(first.name.en) is \(value.en) in both"
      ),
      Phrase(
        "可能照抄上年，请对照两年的审计报告", "the year may have been copied, see the audit reports of both years"))
  }

  /// Shares above 0 and below 1: 0.12 where 12 % is meant.
  private mutating func fractions() {
    let shares: [(Fact, Percent?)] = [(.nationalShare, facts.nationalShare), (.segmentShare, facts.segmentShare)]
    for case (let fact, let share?) in shares where (1..<10_000).contains(share.tenThousandths) {
      let meant = decimalText(Int64(share.tenThousandths), decimals: 2)
      note(
        .fraction, [FactPath.fact(fact).description],
        Phrase(
          "\(fact.name.zh)填为 \(share)%，可能是 \(meant)%", "\(fact.name.en) is stated as \(share)%, \(meant)% may be meant"),
        Phrase("请对照市场占有率说明", "see the note on market share"))
    }
  }
}
