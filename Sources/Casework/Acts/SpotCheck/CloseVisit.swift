import ScoringCore
import StrictJSON

/// 抽查办结: one of the two officers closes the visit; it waits for the other.
struct CloseVisit: Act {
  let name = ActName.closeVisit
  let wording = ActWording(
    done: ("抽查办结", "Visit closed"), verb: ("办结", "Close visit"), "结束抽查，等另一人会签",
    "Close the visit; the other officer cosigns")
  let who: [OfficerRole] = [.spotCheck]
  let from: Set<CaseState>? = [.spotCheck, .inNotice, .noticeClosed]
  let step: OfficeSettings.Step? = .spotCheck
  let fields: [Field] = [
    .id("visit", "抽查", "Visit").pointed.workedOut,
    .one("result", "结果", "Result", "confirmed differs entryRefused").compared,
    .text("present", "企业在场人员", "Present for the enterprise"),
  ]
  let offer: ActOffer? = ActOffer(.spotCheck, "c", footer: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let visit = act.body.text("visit") else { return act.needsOpenVisit }
    return act.mustBeOpen(visit, .open) + act.mustVisit(visit) + Self.recorded(visit, act)
  }

  /// What was recorded carries the result: every item that the plan asks for, one at least, and nothing that differs
  /// beside `confirmed`. Where entry was refused nothing could be seen.
  private static func recorded(_ visit: String, _ act: ActRequirements) -> [UnmetRequirement] {
    guard let result = act.body.text("result") else { return [] }
    var unmet: [UnmetRequirement] = []
    let plan = act.fold.body(.visitPlan(visit))?.body
    if let on = act.body.day("on"), let day = plan?.day("day"), on < day,
      (act.body.text("present") ?? "").allSatisfy(\.isWhitespace)
    {
      unmet.append(
        .requirement(
          "beforePlanned", "早于安排的 \(day) 办结，须在“企业在场人员”写明原因",
          "Closed before the planned day \(day): say why beside who was present", field: "present"))
    }
    guard result != "entryRefused" else { return unmet }
    let findings = act.fold.findings(of: visit)
    let open = (plan?.texts("items") ?? []).filter { findings[$0] == nil }
    if findings.isEmpty || !open.isEmpty {
      let names = open.map { VisitItem($0).name }
      unmet.append(
        .requirement(
          "notRecorded",
          open.isEmpty ? "还没有记录任何项目" : "还没有记录：" + names.map(\.zh).joined(separator: "、"),
          open.isEmpty ? "Nothing is recorded yet" : "Not recorded yet: " + names.map(\.en).joined(separator: ", "),
          about: open))
    }
    if result == "confirmed",
      case let other = findings.filter({ $0.value.body.text("state") == "differs" }).keys.sorted(),
      !other.isEmpty
    {
      let names = other.map { VisitItem($0).name }
      unmet.append(
        .requirement(
          "differs", "有不一致的项目，不能作“与申报一致”：" + names.map(\.zh).joined(separator: "、"),
          "Not confirmed where something differs: " + names.map(\.en).joined(separator: ", "), about: other,
          field: "result"))
    }
    return unmet
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    guard past.stage != nil, let id = event.body.text("visit"), var visit = past.visit(id) else { return [] }
    visit.phase = .closing
    visit.result = event.body.text("result")
    visit.closing = event.id
    visit.closer = event.author
    return [(.visit(id), .visit(visit))]
  }

  func complete(_ action: Action, in place: Situation) -> Action { action.setting("visit", place.onlyOpenVisit) }

  func shown(_ action: Action, in place: Situation) -> [Shown] {
    let visit = action.fields.text("visit") ?? ""
    return [.answer(.visit(visit)), .findings(visit)]
  }
}
