package import Casework
package import ScoringCore

/// Forms of one case that are filled in by what the rules say: the score card 打分表 and the first check 初核推荐.
package struct CaseForms {
  private let file: CaseFile
  private let language: Language
  private let cells: BreakdownCells

  package init(_ file: CaseFile, _ language: Language) {
    self.file = file
    self.language = language
    cells = BreakdownCells(language: language, glyphs: .line)
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Why a case has no score card.
  package static let noScore = Phrase("这一层级不打分，没有打分表", "this tier has no score, and no score card")

  // MARK: Score card

  /// Each indicator with its class, the most points, what it rests on and the points it got, the province's own after
  /// the one that they add up to, and the routes below; `nil` where the tier has no score.
  package func scoreCard(by layout: ListLayout) -> PrintedPage? {
    guard let explanation = file.explanation, let score = explanation.children.first(where: { $0.kind == .score }),
      !score.children.isEmpty
    else { return nil }
    let rows = score.children.flatMap { group in
      BreakdownRows.leaves(of: group).map { indicator in
        ListField.row([
          .class: group.name(language), .indicator: indicator.name(language),
          .outOf: indicator.outOf.map(String.init) ?? "", .facts: facts(indicator),
          .points: indicator.points.map(cells.interval) ?? "",
        ])
      }
    }
    let pass = file.assessment?.score.map { say("，合格线 ", ", pass line ") + "\($0.pass)" } ?? ""
    let total = score.points.map { say("合计 ", "Total ") + cells.interval($0) + pass } ?? ""
    let classes = score.children.compactMap { group -> String? in
      guard let points = group.points, let minimum = minimums[group.id] else { return nil }
      return group.name(language) + " " + cells.interval(points) + say("（不低于 \(minimum)）", " (at least \(minimum))")
    }
    return page(
      layout,
      head: head + [say("镇街或园区：", "Town or park: "), say("法定代表人：", "Legal representative: ")]
        + [say("联系人：", "Contact: "), say("联系电话：", "Telephone: ")],
      layout.laidOut(rows, language), foot: [total, classes.joined(separator: say("；", "; "))] + routes(explanation))
  }

  /// The least points that a class asks for, by the id of its node.
  private var minimums: [String: Int] {
    let classes = file.assessment?.classes ?? []
    return Dictionary(
      uniqueKeysWithValues: classes.compactMap { each in each.minimum.map { ("class." + each.id, $0) } })
  }

  private func routes(_ explanation: Explanation) -> [String] {
    explanation.children.filter { $0.kind == .routes }.flatMap(\.children).map { route in
      box(route.outcome == .meets) + say("是", "yes") + "  " + box(route.outcome == .fails) + say("否", "no") + "  "
        + route.name(language)
    }
  }

  private func facts(_ node: Explanation) -> String {
    let stated = node.facts.filter { $0.source != .notStated }
    guard !stated.isEmpty else { return node.valueText?(language) ?? say("未填报", "not stated") }
    return stated.map { $0.name(language) + say("：", ": ") + $0.value(language) }.joined(separator: say("；", "; "))
  }

  // MARK: First check

  /// A box for each requirement and condition, ticked where it is met.
  package func firstCheck(by layout: ListLayout) -> PrintedPage? {
    guard let explanation = file.explanation else { return nil }
    let conditions = explanation.children.filter { $0.kind == .basics || $0.kind == .conditions }.flatMap(\.children)
    let rows = conditions.map { condition in
      let value = value(of: condition, explanation)
      // A bound that does not tell the result says nothing.
      let telling = cells.telling(condition)
      let bound = telling?.outcome == condition.outcome ? cells.bound(condition) : ""
      let note = [
        condition.outcome == .meets ? "" : (condition.outcome ?? .undetermined).word(language),
        value == cells.glyphs.none ? "" : value, bound, condition.status.map { cells.words($0, language) } ?? "",
      ]
      return ListField.row([
        .condition: condition.name(language), .met: box(condition.outcome == .meets),
        .note: note.filter { !$0.isEmpty }.joined(separator: "  "),
      ])
    }
    return page(layout, head: head, layout.laidOut(rows, language), foot: [])
  }

  /// What stands beside the tick. Of a yes or no nothing: 未列入 … 否 would say the contrary.
  private func value(of condition: Explanation, _ whole: Explanation) -> String {
    if cells.telling(condition)?.bound.unit == .points, let score = whole.children.first(where: { $0.kind == .score }),
      let points = score.points
    {
      return cells.interval(points) + say(" 分", " pts")
    }
    let value = cells.value(condition)
    return [true, false].contains { value == FactValue.flag($0).text(language) } ? "" : value
  }

  // MARK: Common

  private func box(_ isTicked: Bool) -> String { isTicked ? "☑" : "☐" }

  private var head: [String] {
    let application = file.revision.application
    return [
      say("企业名称：", "Enterprise: ") + application.enterprise.name,
      say("统一社会信用代码：", "Credit code: ") + application.enterprise.creditCode,
      say("申报编号：", "Case: ") + application.id,
      say("层级、批次：", "Tier, batch: ") + file.titleName(language) + say("，", ", ")
        + LetterModel.batchName(application.batch)(language) + say("，", ", ")
        + (application.type == .review ? say("复核", "re-review") : say("新申请", "new application")),
    ]
  }

  private func page(_ layout: ListLayout, head: [String], _ list: LaidOutList, foot: [String]) -> PrintedPage {
    PrintedPage(
      title: list.title, language,
      body: PrintedPage.lines(head) + PrintedPage.list(list) + PrintedPage.lines(foot.filter { !$0.isEmpty })
        + PrintedPage.signatures(list.signatures, language))
  }
}

extension BreakdownCells {
  /// A status that is worth a word on paper.
  fileprivate func words(_ status: Assessment.Status, _ language: Language) -> String {
    status == .tested ? "" : status.word(language)
  }
}
