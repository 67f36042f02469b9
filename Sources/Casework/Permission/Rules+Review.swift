import ScoringCore
import StrictJSON

extension Rules {
  /// Receipt, review and correction.
  var reviewing: [Unmet] {
    switch kind.name {
    case "receive":
      return receiving
    case "assign": return assigning
    case "verify": return verifying
    case "check": return checking
    case "judge": return needsText("reason")
    case "withdraw": return needsText("reason")
    case "return": return returning
    case "extend":
      guard let due = fold.due, let later = body.day("due"), later <= due else { return [] }
      return [.requirement("notLater", "新的期限须晚于 \(due)", "The new due day must be later than \(due)")]
    case "lapse":
      guard let due = fold.due, let on = body.day("on"), on <= due else { return [] }
      return [
        .requirement(
          "notOver", "更正期限到 \(due) 才结束", "The correction is not overdue before the day after \(due)")
      ]
    case "recommend":
      return body.text("outcome") == "refuse" && body["reasons"]?.array?.isEmpty == true ? [.reasons] : []
    default: return []
    }
  }

  /// The folder is the case's own: `cases/<authority>/<batch>/<id>`.
  private var receiving: [Unmet] {
    let parts = folder.split(separator: "/")
    return ["authority", "batch"].enumerated().filter { index, field in
      body[field] != nil && (parts.count < 4 || body.text(field) != String(parts[index + 1]))
    }.map { .schema($0.element) }
  }

  private var assigning: [Unmet] {
    guard let to = body.text("to") else { return [] }
    var unmet: [Unmet] = []
    if to == author, body["noConflict"]?.bool == false {
      unmet.append(
        .requirement(
          "noConflict", "须声明与本案没有利害关系", "Taking a case states that there is no conflict of interest"))
    }
    if !rights.holds(to, [.reviewer], in: place) {
      unmet.append(
        .requirement("assignee", "\(to) 不是管辖本案的审核员", "\(to) is no reviewer with jurisdiction over this case"))
    }
    if to != author, fold.isBarred(to) {
      unmet.append(
        .requirement("assigneeConflict", "\(to) 与本案有利害关系", "\(to) has a conflict of interest in this case"))
    }
    return unmet
  }

  private var verifying: [Unmet] {
    var unmet: [Unmet] = []
    if body.text("how") == "read", body["source"] == nil {
      unmet.append(.requirement("source", "须写明读自哪份材料", "Say which paper it was read from"))
    }
    if body.text("how") == "visit" {
      if let visit = body.text("visit") {
        if fold.visit(visit) == nil { unmet.append(.noVisit) }
      } else {
        unmet.append(.requirement("visit", "须写明是哪次抽查", "Say which visit found it"))
      }
    }
    if body["value"] == .null { unmet += needsText("text") }
    return unmet
  }

  private var checking: [Unmet] {
    switch body.text("state") {
    case "notRequired": needsText("reason")
    case "defective" where body["defects"]?.array?.isEmpty == true: [.reasons]
    default: otherNeedsText
    }
  }

  private var otherNeedsText: [Unmet] {
    body.list("defects").contains { $0.text("code") == "other" && ($0.text("text") ?? "").isEmpty }
      ? [.requirement("text", "“其他”须写明一句话", "`other` needs a sentence")] : []
  }

  private var returning: [Unmet] {
    guard let reasons = body["reasons"]?.array else { return [] }
    var unmet: [Unmet] = []
    if reasons.isEmpty { unmet.append(.reasons) }
    if reasons.contains(where: { ($0.text("text") ?? "").isEmpty }) {
      unmet.append(.requirement("text", "每条理由须有一句给企业的话", "Each reason needs a sentence to the enterprise"))
    }
    if let on = body.day("on"), let due = body.day("due"), due <= on {
      unmet.append(.requirement("dueDay", "更正期限须在退回之后", "The due day must come after the return"))
    }
    return unmet
  }

  /// A sentence that must not be empty; an action whose fields are not filled in yet is not asked for it.
  func needsText(_ field: String) -> [Unmet] {
    guard body.members?.isEmpty == false else { return [] }
    return (body.text(field) ?? "").isEmpty
      ? [.requirement("text", "须写明一句理由", "Needs a sentence that says why")] : []
  }
}

extension Unmet {
  static let reasons = requirement(
    "reasons", "须有至少一条编码的理由", "Needs at least one coded reason")
  static let noVisit = requirement("noVisit", "没有这次抽查", "There is no such visit")
}
