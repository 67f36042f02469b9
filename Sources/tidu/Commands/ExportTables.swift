internal import Casework
internal import Console
internal import ScoringCore

/// The tables that are exported, column by column.
enum ExportTables {
  /// - Parameters:
  ///   - clocks: by what the offices count days.
  ///   - name: what an officer is called.
  static func cases(
    _ rows: [CaseSummary], by standard: Standard, _ clocks: OfficeClocks, name: @escaping (String) -> String
  ) -> Table {
    let language = OutputLanguage.language
    let columns: [Column<CaseSummary>] = [
      Column(Phrase("申报编号", "Case"), { $0.key.id }),
      Column(Phrase("部门", "Authority"), { Authorities.shared[$0.key.authority]?.name(language) ?? $0.key.authority }),
      Column(Phrase("市", "Division"), { $0.division.flatMap { Divisions.shared[$0]?.name } ?? "" }),
      Column(Phrase("批次", "Batch"), { $0.key.batch }),
      Column(Phrase("层级", "Tier"), { standard.name(of: $0.tier, edition: $0.edition)(language) }),
      Column(Phrase("企业", "Enterprise"), { $0.name }), Column(Phrase("统一社会信用代码", "Credit code"), { $0.creditCode }),
      Column(Phrase("行业代码", "Industry"), { $0.industryCode }),
      Column(Phrase("提交", "Submitted"), { $0.submitted.description }),
      Column(Phrase("版本", "Edition"), { $0.edition }), Column(Phrase("测算结果", "Outcome"), { $0.outcome.word(language) }),
      Column(Phrase("得分", "Points"), { points($0.score) }),
      Column(Phrase("合格线", "Pass"), { $0.pass.map(String.init) ?? "" }),
      Column(Phrase("状态", "State"), { ($0.isNotRecommended ? CaseWords.notRecommended : $0.state.name)(language) }),
      Column(Phrase("收件", "Received"), { $0.received?.description ?? "" }),
      Column(Phrase("期限", "Due"), { $0.awaited(by: clocks)?.text(language) ?? "" }),
      Column(Phrase("经办人", "Assignee"), { $0.assignee.map(name) ?? "" }),
      Column(Phrase("未答复异议", "Open objections"), { String($0.openObjections) }),
    ]
    return table(localized("申报件一览", "Cases"), rows, columns)
  }

  static func titles(_ rows: [TitleRecord], today: Day) -> Table {
    let language = OutputLanguage.language
    let columns: [Column<TitleRecord>] = [
      Column(Phrase("部门", "Authority"), { Authorities.shared[$0.authority]?.name(language) ?? $0.authority }),
      Column(Phrase("层级", "Tier"), { $0.tierName(language) }), Column(Phrase("企业", "Enterprise"), { $0.name }),
      Column(Phrase("原名", "Former names"), { $0.formerNames.joined(separator: localized("、", ", ")) }),
      Column(Phrase("统一社会信用代码", "Credit code"), { $0.creditCode }), Column(Phrase("编号", "Number"), { $0.number ?? "" }),
      Column(Phrase("起", "From"), { $0.from.description }), Column(Phrase("止", "Until"), { $0.until.description }),
      Column(Phrase("状态", "Status"), { $0.status.name(language) }),
      Column(
        Phrase("应更新年份", "Updates due"),
        { $0.updatesDue(today: today).map { String($0.year) }.joined(separator: " ") }
      ),
      Column(Phrase("禁报至", "Barred until"), { $0.barUntil?.description ?? "" }),
    ]
    return table(localized("称号一览", "Titles"), rows, columns)
  }

  private struct Column<Row> {
    var heading: Phrase
    var cell: (Row) -> String

    init(_ heading: Phrase, _ cell: @escaping (Row) -> String) {
      self.heading = heading
      self.cell = cell
    }
  }

  private static func points(_ score: Points?) -> String {
    guard let score else { return "" }
    return score.isDetermined ? String(score.minimum) : "\(score.minimum)–\(score.maximum)"
  }

  private static func table<Row>(_ title: String, _ rows: [Row], _ columns: [Column<Row>]) -> Table {
    Table(
      title: title, headings: columns.map { $0.heading(OutputLanguage.language) },
      rows: rows.map { row in columns.map { $0.cell(row) } })
  }
}
