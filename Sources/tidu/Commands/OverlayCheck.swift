internal import ArgumentParser
internal import Samples
internal import ScoringCore
internal import StrictJSON

extension OverlayCommand {
  /// `tidu overlay check FILE`: proves it, says what it changes, and works out three cases at its bounds.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: localized("检查细则文件，并算出示例", "Prove an overlay file and work out cases"),
      discussion: localized(
        "写错的地方逐条列出行列，退出状态 3；写对的列出与程序所收内容的差别，并在每个层级算三份示例：差一点、恰好、有余。",
        "What is wrong is listed with line and column, status 3; else what differs from what the program has, and three cases of each tier: just below, on the bound, well above."
      ))

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(localized("细则文件", "The overlay file"), valueName: "file"), completion: .file())
    var file: String

    func run() throws {
      let (overlay, bytes) = try OverlayFile.read(file)
      let standard = Standard.shared.replacing([(overlay, bytes)])
      let before = Standard.shared.overlay(authority: overlay.authority)
      let changes = overlay.changes(from: before)
      let (worked, without) = WorkedCase.cases(of: overlay, by: standard)
      let remarks = without.map { Self.remark($0, standard) } + Self.gaps(overlay, standard)
      switch common.format(whenPiped: .text) {
      case .text: Output.line(text(overlay, before, changes, remarks, worked, standard).joined(separator: "\n"))
      case .json:
        var json = JSONWriter()
        write(overlay, changes, remarks, worked, standard, to: &json)
        Output.write(json.bytes)
      }
    }

    private func text(
      _ overlay: Overlay, _ before: Overlay?, _ changes: [OverlayChange], _ remarks: [Phrase],
      _ worked: [WorkedCase], _ standard: Standard
    ) -> [String] {
      let language = OutputLanguage.language
      let authority = Authorities.shared[overlay.authority]?.name(language) ?? overlay.authority
      var lines = [
        localized(
          "\(shown(file)) 没有错误：\(authority)，\(overlay.values.count) 项规定，其中待确认 \(overlay.openCount) 项",
          "\(shown(file)) is in order: \(authority), \(overlay.values.count) values, \(overlay.openCount) of them unconfirmed"
        )
      ]
      lines.append(
        before == nil
          ? localized("程序没有收这一部门的细则", "the program embeds nothing of this authority")
          : changes.isEmpty
            ? localized("与程序所收的一致", "the same as the program embeds")
            : localized("与程序所收的相比：", "against what the program embeds:"))
      lines += changes.map { "  " + shown($0.text(language)) }
      lines += remarks.map { localized("注意：", "Note: ") + shown($0(language)) }
      for start in stride(from: 0, to: worked.count, by: WorkedCase.Side.allCases.count) {
        let cases = Array(worked[start..<min(start + WorkedCase.Side.allCases.count, worked.count)])
        let first = cases[0]
        let tier = first.application.tier
        lines.append("")
        lines.append(
          localized(
            "\(tier.name.zh)示例三份（\(first.application.type.word.zh)，\(first.application.submitted) 提交，批次 \(first.application.batch)）：",
            "three cases, \(tier.name.en) (\(first.application.type.word.en), submitted \(first.application.submitted), round \(first.application.batch)):"
          ))
        let texts = cases.map { text(of: $0, standard) }
        lines += texts.flatMap(\.self)
        if Set(texts.map { $0.dropFirst() }).count == 1 {
          lines.append(localized("  三份结果相同：这里的规定没有可比的界限", "  all alike: what holds here has no bound to compare"))
        }
      }
      return lines
    }

    /// Why no application can go by a value.
    private static func remark(_ value: RuleValue, _ standard: Standard) -> Phrase {
      let tiers = value.tiers
      let days = standard.periods.filter { $0.edition == value.edition && tiers.contains($0.tier) }
      let (first, last) = (
        days.map(\.from).min(), days.contains { $0.until == nil } ? nil : days.compactMap(\.until).max()
      )
      let zh = "\(first?.description ?? "") 至 \(last?.description ?? "今")"
      let en = "\(first?.description ?? "") to \(last?.description ?? "now")"
      return Phrase(
        "第 \(value.line) 行 \(value.text.zh)：这一版本和层级只用于 \(zh) 提交的，这一项永远不会用到",
        "line \(value.line), \(value.text.en): this edition and tier are for what was submitted \(en); no application goes by it"
      )
    }

    /// Editions that follow one the overlay says something of, and of which it says nothing.
    private static func gaps(_ overlay: Overlay, _ standard: Standard) -> [Phrase] {
      Tier.allCases.flatMap { tier -> [Phrase] in
        let named = Set(overlay.values.filter { $0.tiers.contains(tier) }.compactMap(\.edition))
        let periods = standard.periods.filter { $0.tier == tier && $0.types.contains(.new) }
        guard let first = periods.first(where: { named.contains($0.edition) }) else { return [] }
        return periods.filter { $0.from > first.from && !named.contains($0.edition) }.map { period in
          Phrase(
            "\(tier.name.zh) \(period.from) 起提交的按 \(period.edition)，本文件对这一版本没有规定",
            "\(tier.name.en), submitted from \(period.from), goes by \(period.edition), of which this file says nothing"
          )
        }
      }
    }

    private func text(of worked: WorkedCase, _ standard: Standard) -> [String] {
      let language = OutputLanguage.language
      guard let now = try? standard.assess(worked.application),
        let explanation = try? standard.explain(worked.application)
      else { return [] }
      let facts = worked.facts.map { shown("\($0.path) \($0.value)") }.joined(separator: localized("；", "; "))
      var lines = ["  \(worked.side.name(language))  \(now.outcome.word(language))" + score(now)]
      if !facts.isEmpty { lines.append("    " + facts) }
      let conditions = explanation.children.first { $0.kind == .conditions }?.children ?? []
      let locals =
        explanation.children.first { $0.kind == .score }?.children.flatMap(\.children).flatMap(\.children) ?? []
      let routes = explanation.children.first { $0.kind == .routes }?.children ?? []
      let basics = explanation.children.first { $0.kind == .basics }?.children ?? []
      for node in basics + conditions + routes + locals
      where node.isOfOverlay || ((node.kind == .basic || node.kind == .condition) && node.outcome != .meets) {
        let points = node.points.map { " \($0.minimum)/\(node.outOf ?? 0)" } ?? ""
        let status =
          node.status.flatMap { $0 == .tested ? nil : $0.word(language) } ?? node.outcome?.word(language) ?? ""
        lines.append("    \(shown(node.name(language))) \(status)\(points)")
      }
      return lines
    }

    private func score(_ assessment: Assessment) -> String {
      guard let score = assessment.score else { return "" }
      let total =
        score.points.isDetermined ? "\(score.points.minimum)" : "\(score.points.minimum)–\(score.points.maximum)"
      return localized("  得分 \(total)，合格线 \(score.pass)", "  score \(total), pass line \(score.pass)")
    }

    private func write(
      _ overlay: Overlay, _ changes: [OverlayChange], _ remarks: [Phrase],
      _ worked: [WorkedCase], _ standard: Standard,
      to json: inout JSONWriter
    ) {
      let language = OutputLanguage.language
      json.beginObject()
      json.text("authority", overlay.authority)
      json.number("values", overlay.values.count)
      json.number("unconfirmed", overlay.openCount)
      json.array("changes", changes) { change, json in
        json.beginObject()
        json.text("change", change.code)
        json.text("message", change.text(language))
        json.endObject()
      }
      json.array("remarks", remarks) { remark, json in json.string(remark(language)) }
      json.array("cases", worked) { worked, json in
        json.beginObject()
        json.text("side", worked.side.rawValue)
        json.text("submitted", worked.application.submitted.description)
        json.array("facts", worked.facts) { fact, json in
          json.beginObject()
          json.text("path", fact.path)
          json.text("value", fact.value)
          json.endObject()
        }
        json.key("assessment")
        if let assessment = try? standard.assess(worked.application) {
          assessment.write(to: &json)
        } else {
          json.null()
        }
        json.endObject()
      }
      json.endObject()
      json.newline()
    }
  }
}

extension Overlay {
  fileprivate var openCount: Int { values.count { $0.standing == .unconfirmed } }
}

extension Explanation {
  fileprivate var isOfOverlay: Bool {
    if case .province? = layer { return true }
    return children.contains(where: \.isOfOverlay)
  }
}

extension OverlayChange {
  fileprivate var code: String {
    switch self {
    case .drops: "drops"
    case .alters: "alters"
    case .adds: "adds"
    }
  }

  fileprivate func text(_ language: Language) -> String {
    let phrase: Phrase =
      switch self {
      case .drops(let value): Phrase("不再有：\(value.text.zh)", "drops: \(value.text.en)")
      case .alters(let before, let after):
        Phrase("改动：\(before.text.zh) → \(after.text.zh)", "alters: \(before.text.en) → \(after.text.en)")
      case .adds(let value): Phrase("新增：\(value.text.zh)", "adds: \(value.text.en)")
      }
    return phrase(language)
  }
}
