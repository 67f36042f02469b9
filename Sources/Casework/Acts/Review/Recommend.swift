import ScoringCore
import StrictJSON

/// 提出审核意见: the reviewer proposes to pass or to refuse, on an assessment that is carried in the event.
struct Recommend: Act {
  let name = ActName.recommend
  let wording = ActWording(
    done: ("提出审核意见", "Recommended"), verb: ("审核意见", "Recommend"), "提出通过或不予通过的意见", "Propose to pass or to refuse")
  let who: [OfficerRole] = [.reviewer]
  let from: Set<CaseState>? = [.inReview]
  let step: OfficeSettings.Step? = .review
  let traits: ActTraits = .review
  let fields: [Field] = [
    .one("outcome", "意见", "Proposal", "pass refuse").workedOut.compared.deciding,
    .object(
      "assessment", "测算结果", "Assessment",
      [
        .sha("digest", "规则数据", "Rules"), .word("edition", "标准", "Edition"), .word("overlay", "细则", "Overlay").optional,
        .line("core", "程序版本", "Core version"), .one("outcome", "结果", "Outcome", "meets fails undetermined"),
        .decimal("least", "最少得分", "Least points").optional, .decimal("most", "最多得分", "Most points").optional,
      ]
    ).program.workedOut.compared,
    .list(
      "reasons", "不予通过的理由", "Reasons of a refusal", .many(.defects),
      of: [.code("code", "理由", "Reason", ""), .text("text", "说明", "Text")]
    ).pointed.workedOut, .text("text", "不予通过的理由", "Reasons of a refusal").made.optional,
    .text("justification", "与测算不同的依据", "Why against the computed outcome").optional,
    .words("accepted", "按申报采信的数据", "Facts accepted as declared", .unsettledFacts).workedOut,
    .sha("settings", "设置", "Settings").program.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.anyTab, "t", footer: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    act.body.text("outcome") == "refuse" && act.body["reasons"]?.array?.isEmpty == true ? [.reasons] : []
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage {
      $0.state = .toSign
      $0.recommendation = event.id
    }
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] { CodedReasons.refusalNeedsText(body) }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard let file = place.file, file.fold.stage != nil else { return [] }
    var unmet: [UnmetRequirement] = []
    let passes = body.text("outcome") != "refuse"
    let required = file.papers.filter { $0.need == .required }
    let open = required.filter { passes ? !$0.isSettled : $0.state == .open || $0.isContested }
    if !open.isEmpty {
      let names = open.map { ($0.item.name, $0.year) }
      let zh = names.map { $0.0.zh + ($0.1.map { " \($0)" } ?? "") }
      let en = names.map { $0.0.en + ($0.1.map { " \($0)" } ?? "") }
      unmet.append(
        .requirement(
          "papers", "还有材料没有核定：" + Set(zh).sorted().joined(separator: "、"),
          "Documents not settled: " + Set(en).sorted().joined(separator: ", "), about: open.map(\.code)))
    }
    let accepted = Set(body.texts("accepted"))
    let facts = file.unverified.filter { !accepted.contains($0.description) }
    if !facts.isEmpty {
      unmet.append(
        .requirement(
          "facts", "起决定作用的数据没有核实或认可：" + facts.map(\.name.zh).joined(separator: "、"),
          "Facts that decide the outcome are neither verified nor accepted: "
            + facts.map(\.name.en).joined(separator: ", "), about: facts.map(\.description)))
    }
    if passes, case let open = file.unjudged, !open.isEmpty {
      let names = open.map(file.name(ofCondition:))
      unmet.append(
        .requirement(
          "judgement", "未定的条件须先作判断：" + names.map(\.zh).joined(separator: "、"),
          "Conditions left open need a judgement: " + names.map(\.en).joined(separator: ", "), about: open))
    }
    if isBegun, file.outcome != (passes ? .meets : .fails), (body.text("justification") ?? "").isEmpty {
      unmet.append(
        .requirement(
          "justification", "审核意见与测算结果不同，须写明依据", "It differs from the computed outcome and needs a justification",
          field: "justification"))
    }
    return unmet
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    guard let file = place.file else { return action }
    let whole = action.setting("outcome", .string(file.outcome == .fails ? "refuse" : "pass"))
      .setting("assessment", file.assessed)
      .setting("accepted", []).replacing("accepted") { stated in
        // What was accepted fact by fact is accepted here as well.
        let paths = Set((stated.array ?? []).compactMap(\.string)).union(file.acceptedPaths)
        return .array(paths.sorted().map { .string($0) })
      }.setting("settings", .string(file.settings.sha))
    return CodedReasons.refusal(whole, otherwise: [])
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    Self.told(
      [CodedWords.outcome(event.body.text("outcome"))],
      event.body.text("outcome") == "refuse" ? CodedReasons.told(event.body) : .same(event.body.text("justification")))
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage), .assessment] }
}
