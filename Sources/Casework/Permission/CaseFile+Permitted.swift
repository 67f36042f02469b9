public import ScoringCore
import StrictJSON

extension CaseFile {
  /// Every requirement that an action does not meet; none: it is permitted.
  ///
  /// What judging asks of the event is asked here, and beside it what only the present can answer: today, the
  /// office's settings, the calendar, the papers and the assessment. An action without fields asks only whether
  /// the officer could begin it: this is what a screen greys out.
  public func permitted(_ action: Action, by officer: String, today: Day) -> [Unmet] {
    guard let kind = Kind.named(action.kind), kind.isWritten(in: key.path) else { return [.schema("kind")] }
    let isBegun = action.fields.members?.isEmpty == false
    let on = action.fields.day("on") ?? today
    let body = action.body(on: on)
    if isBegun, case let faults = kind.unmet(in: body), !faults.isEmpty { return faults }
    let rules = Rules(
      kind: kind, body: isBegun ? body : [:], author: officer, folder: key.path, fold: fold,
      rights: registry.now)
    var unmet = rules.unmet
    if isBegun { unmet += history.presently(kind.name, body) }
    if on > today { unmet.append(.inFuture(on)) }
    if !isDelegated(rules, officer) { unmet.append(.delegated) }
    if fold.stage != nil { unmet += presently(action.kind, body, isBegun: isBegun) }
    return unmet
  }

  /// Spot-check officers with jurisdiction over the case, each with what keeps him from its visits, by id.
  public var visitors: [(officer: Rights.Officer, unmet: [Unmet])] {
    guard let kind = Kind.named("plan") else { return [] }
    let rules = Rules(kind: kind, body: [:], author: "", folder: key.path, fold: fold, rights: registry.now)
    return registry.now.officers.values
      .filter { registry.now.holds($0.id, [.spotCheck], in: rules.place) }
      .map { (officer: $0, unmet: rules.unfit($0.id)) }
      .sorted { $0.officer.id < $1.officer.id }
  }

  /// Whether a city's officer may take this step, or an officer of the whole authority does.
  private func isDelegated(_ rules: Rules, _ officer: String) -> Bool {
    guard !rules.roles.isEmpty, let step = OfficeSettings.step(rules.kind.name) else { return true }
    let place = rules.place
    guard registry.now.holds(officer, rules.roles, in: place),
      !registry.now.holds(officer, rules.roles, in: place, whole: true)
    else { return true }
    return settings.delegated[revision.application.tier]?.contains(step) ?? false
  }

  private func presently(_ kind: String, _ body: JSONValue, isBegun: Bool) -> [Unmet] {
    switch kind {
    case "recommend": recommending(body, isBegun: isBegun)
    case "verify" where isBegun: verifying(body)
    case "check" where isBegun:
      MaterialItem(rawValue: body.text("item") ?? "") == nil ? [.schema("item")] : []
    case "return" where isBegun: returning(body)
    case "enterNotice" where isBegun: entering(body)
    case "judge" where isBegun:
      openConditions.contains(body.text("condition") ?? "")
        ? []
        : [
          .requirement(
            "determined", "这一条件由规则已定，不需判断", "The rules determine this condition; nothing is left to judge")
        ]
    default: []
    }
  }

  private func recommending(_ body: JSONValue, isBegun: Bool) -> [Unmet] {
    var unmet: [Unmet] = []
    let passes = body.text("outcome") != "refuse"
    let required = papers.filter { $0.need == .required }
    let open = required.filter { passes ? !$0.isSettled : $0.state == .open || $0.isContested }
    if !open.isEmpty {
      let names = open.map { ($0.item.name, $0.year) }
      let zh = names.map { $0.0.zh + ($0.1.map { " \($0)" } ?? "") }
      let en = names.map { $0.0.en + ($0.1.map { " \($0)" } ?? "") }
      unmet.append(
        .requirement(
          "papers", "还有材料没有核定：" + Set(zh).sorted().joined(separator: "、"),
          "Papers not settled: " + Set(en).sorted().joined(separator: ", "), about: open.map(\.code)))
    }
    let accepted = Set(body.texts("accepted"))
    let facts = unverified.filter { !accepted.contains($0.description) }
    if !facts.isEmpty {
      unmet.append(
        .requirement(
          "facts", "决定结论的数据没有核实或认可：" + facts.map(\.name.zh).joined(separator: "、"),
          "Facts that decide the outcome are neither verified nor accepted: "
            + facts.map(\.name.en).joined(separator: ", "), about: facts.map(\.description)))
    }
    if passes, !unjudged.isEmpty {
      unmet.append(
        .requirement(
          "judgement", "未定的条件须先作判断：" + unjudged.joined(separator: "、"),
          "Conditions left open need a judgement: " + unjudged.joined(separator: ", "), about: unjudged))
    }
    if isBegun, outcome != (passes ? .meets : .fails), (body.text("justification") ?? "").isEmpty {
      unmet.append(
        .requirement(
          "justification", "建议与测算结论不同，须写明依据", "It differs from the computed outcome and needs a justification"
        ))
    }
    return unmet
  }

  private func verifying(_ body: JSONValue) -> [Unmet] {
    guard let path = FactPath(body.text("path") ?? "") else { return [.schema("path")] }
    var unmet: [Unmet] = []
    let declared = revision.application.value(at: path)?.json ?? .null
    if body["declared"] != declared {
      unmet.append(.requirement("declared", "申报值与申请不符", "The declared value is not that of the application"))
    }
    let value = body["value"] ?? .null
    if value != .null {
      do throws(ApplicationProblem) {
        _ = try FactValue(value, at: path)
      } catch {
        unmet.append(Unmet(.schema, "value", error.message))
      }
    }
    if body.text("how") == "accepted", value != declared {
      unmet.append(.requirement("accepted", "认可的值须与申报值相同", "What is accepted is the declared value"))
    }
    return unmet
  }

  private func returning(_ body: JSONValue) -> [Unmet] {
    guard let on = body.day("on"), let due = body.day("due"), let days = body.number("days") else {
      return []
    }
    let counted = settings.calendar.workingDay(days, after: on)
    return due == counted.day
      ? []
      : [
        .requirement(
          "dueDay", "第 \(days) 个工作日是 \(counted.day)\(counted.provisional ? "（暂定）" : "")，不是 \(due)",
          "Working day \(days) after the return is \(counted.day)"
            + "\(counted.provisional ? " (provisional)" : ""), not \(due)")
      ]
  }

  private func entering(_ body: JSONValue) -> [Unmet] {
    guard let last = body.day("last"), let day = settings.calendar.noticeLast(body)?.day else { return [] }
    return day == last
      ? []
      : [.requirement("noticeDays", "公示应到 \(day)，不是 \(last)", "The notice's last day is \(day), not \(last)")]
  }

  /// What stands in the way of taking a file as the next revision (casework, section 1).
  public func resubmission(_ next: Application) -> [Unmet] {
    revisions.first.map { CaseFile.resubmission(next, after: $0.application) } ?? []
  }

  /// The same after the first revision.
  public static func resubmission(_ next: Application, after first: Application) -> [Unmet] {
    let same: [(String, Bool)] = [
      ("id", next.id == first.id), ("tier", next.tier == first.tier), ("type", next.type == first.type),
      ("authority", next.authority == first.authority), ("batch", next.batch == first.batch),
      ("submitted", next.submitted == first.submitted),
      ("referenceYear", next.referenceYear == first.referenceYear),
      ("enterprise.creditCode", next.enterprise.creditCode == first.enterprise.creditCode),
    ]
    let changed = same.filter { !$0.1 }.map(\.0)
    return changed.isEmpty
      ? []
      : [
        .requirement(
          "anotherCase", "\(changed.joined(separator: "、"))与首次申请不同，这是另一个案件：请撤回本件，另行收件",
          "Another \(changed.joined(separator: ", ")): another case; withdraw this one and receive that one")
      ]
  }
}

extension History {
  /// The same for a folder that is no case: a title's, a round's.
  public func permitted(_ action: Action, by officer: String, _ rights: Rights, today: Day) -> [Unmet] {
    guard let kind = Kind.named(action.kind), kind.isWritten(in: folder) else { return [.schema("kind")] }
    let isBegun = action.fields.members?.isEmpty == false
    let on = action.fields.day("on") ?? today
    let body = action.body(on: on)
    if isBegun, case let faults = kind.unmet(in: body), !faults.isEmpty { return faults }
    let unmet = Rules(
      kind: kind, body: isBegun ? body : [:], author: officer, folder: folder, fold: fold, rights: rights
    ).unmet
    return unmet + (isBegun ? presently(kind.name, body) : []) + (on > today ? [.inFuture(on)] : [])
  }

  /// What waits is countersigned; what was asked is erased; a title entered by hand holds a credit code and a term that begins before it ends.
  func presently(_ kind: String, _ body: JSONValue) -> [Unmet] {
    if kind == "countersign" { return waitsToBeCountersigned(body.text("of") ?? "") ? [] : [.notPending] }
    if kind == "erase", let first = fold.event(body.text("of") ?? "") {
      return Set(first.body.texts("files")) == Set(body.texts("files"))
        ? [] : [.requirement("files", "同意的须是提出删除的那些文件", "What is agreed to is what was asked to be erased")]
    }
    guard kind == "registerTitle" else { return [] }
    var unmet: [Unmet] = []
    let code = body.text("creditCode") ?? ""
    if code.utf8.count != 18 || !code.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x41 < 26 }) {
      unmet.append(
        Unmet(.schema, "creditCode", Phrase("统一社会信用代码应为 18 位数字和大写字母", "A credit code is 18 digits and capitals")))
    }
    if let from = body.day("from"), let until = body.day("until"), until < from {
      unmet.append(.requirement("term", "有效期止不早于起", "A term cannot end before it begins"))
    }
    return unmet
  }
}

extension Unmet {
  static func inFuture(_ day: Day) -> Unmet {
    requirement("dayInFuture", "日期 \(day) 晚于今天", "The day \(day) is later than today")
  }

  static let delegated = Unmet(
    .jurisdiction, "notDelegated",
    Phrase("这一环节没有下放到市，由省级办理", "This step is not handed to the city; the authority does it"))
}
