public import ScoringCore
import StrictJSON

extension Rules {
  /// Objections, reports and leads.
  var objecting: [Unmet] {
    if kind.name == "lodge" { return lodging }
    guard let of = body.text("of") else {
      return fold.lodged.isEmpty ? [.requirement("noObject", "没有异议或举报", "Nothing was lodged here")] : []
    }
    guard fold.lodged.contains(of) else { return [.unknown] }
    if kind.name == "investigate", fold.isAnswered(of) {
      return [.requirement("answered", "已经答复", "It is answered already")]
    }
    return kind.name == "answer" ? answering(of) : []
  }

  private var lodging: [Unmet] {
    guard let arrived = body.day("arrived") else { return [] }
    if body.text("as") == "lead" {
      return body["identity"] == nil
        ? [] : [.requirement("leadIdentity", "线索不带身份", "A lead has no identity")]
    }
    guard body.text("as") == "objection" else { return [] }
    var unmet: [Unmet] = []
    if body["identity"] == nil {
      unmet.append(
        .requirement("identity", "异议须实名，不然作为线索", "An objection is made under a real name; else it is a lead"))
    }
    if Fold.objectionKind(fold, arrived: arrived) != "objection" {
      unmet.append(
        .requirement("outsideNotice", "不在公示期内收到的作为举报", "What did not arrive within the notice is a report"))
    }
    return unmet
  }

  private func answering(_ id: String) -> [Unmet] {
    var unmet: [Unmet] = []
    if fold.isAnswered(id) { unmet.append(.requirement("answered", "已经答复", "It is answered already")) }
    let acted = fold.log.contains {
      ($0.event.kind == "recommend" || $0.event.kind == "sign") && $0.event.author == author
    }
    if acted {
      unmet.append(
        .sameOfficer(
          Phrase("建议或签批过本案的人不能答复异议", "Who recommended or signed the case cannot answer an objection to it")))
    }
    if body["reasons"]?.array?.isEmpty == true, body.text("outcome") != "withdrawn" { unmet.append(.reasons) }
    return unmet
  }

  var erasing: [Unmet] {
    guard let of = body.text("of") else { return [] }
    guard let first = fold.event(of), first.kind == "erase" else { return [.unknown] }
    return first.author == author
      ? [.sameOfficer(Phrase("须由另一人同意删除", "Another officer must agree to the erasure"))] : []
  }
}

extension Unmet {
  static let notPending = requirement(
    "notPending", "这一事件不在等待补签", "It does not wait for a countersignature")
}

extension Fold {
  /// As what something that arrived on this day under a real name is to be lodged: `objection` or `report`.
  public static func objectionKind(_ fold: Fold, arrived: Day) -> String {
    guard fold.state == .inNotice, let first = fold.stage?.noticeFirst, let last = fold.stage?.noticeLast,
      first <= arrived, arrived <= last
    else { return "report" }
    return "objection"
  }
}
