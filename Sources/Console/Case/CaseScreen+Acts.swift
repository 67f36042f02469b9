import Casework
import ScoringCore
import StrictJSON

/// What the officer does to the case: each act is asked for in a dialog, or done at once where one key is enough.
extension CaseScreen {
  func actAvailability(_ command: Command.ID) -> Availability {
    guard let record else { return .no(Phrase("这里只能查看", "this can only be looked at here")) }
    let kind = String(command.rawValue.dropFirst(ActionDialog.prefix.count))
    if let unmet = record.unmet[kind], !unmet.isEmpty { return .unmet(unmet) }
    if let lack = lacksChoice(kind, record) { return .no(lack) }
    if kind == "answer" || kind == "redact" || kind == "investigate" || kind == "acknowledge" || kind == "told"
      || kind == "view"
    {
      return chosenObject == nil ? .no(Phrase("没有选中的异议", "no objection is chosen")) : .yes
    }
    return .yes
  }

  func act(_ command: Command.ID, _ context: Context) -> [Step] {
    guard let record else { return [] }
    let kind = String(command.rawValue.dropFirst(ActionDialog.prefix.count))
    if let steps = askChoice(kind, record, context) { return steps }
    let dialog = ActionDialog(kind: kind, today: context.today)
    switch kind {
    case "recommend":
      return [
        .ask(
          dialog.dialog(body: checks(record, context)) { form in
            if !record.unsettled.isEmpty {
              form.fields.append(
                Form.Field(
                  "accepted", Phrase("按申报采信的数据", "Facts accepted as declared"), .many(record.unsettled),
                  required: false))
            }
            let outcome = dossier?.current.outcome
            if outcome != .undetermined { form.choose("outcome", outcome == .meets ? "pass" : "refuse") }
          })
      ]
    case "sign", "challenge":
      return [
        .ask(
          dialog.dialog(body: proposal(record, context) + warnings(kind, record, context)) { form in
            form.choose("next", tierNext)
          })
      ]
    case "return":
      return [
        .ask(
          ActionDialog(kind: kind, today: context.today, settings: record.settings).dialog(
            body: returnBody(record, context)
          ) { $0.choose("reasons", all: returnReasons(record)) })
      ]
    case "assign", "cosign", "closeNotice", "enterNotice":
      return [.ask(dialog.dialog(body: [.init(context(Self.consequence(kind)))]))]
    case "view": return chosenObject?.sealed.map { send("view", ["sealed": .string($0)]) } ?? []
    default: return [.ask(dialog.dialog(body: warnings(kind, record, context)))]
    }
  }

  private func warnings(_ kind: String, _ record: CaseRecord, _ context: Context) -> [Dialog.Line] {
    (record.warnings[kind] ?? []).map { .init(context($0), .undetermined) }
  }

  func actAnswer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    guard let form = answer.form else { return [] }
    if answer.id == "settle.question" {
      let contest = record?.choices.contests.first { $0.question == form.code("choice") }
      return contest.map { [settle($0, context)] } ?? []
    }
    let kind = String(answer.id.dropFirst(ActionDialog.prefix.count))
    let dialog = ActionDialog(kind: kind, today: context.today)
    guard case .object(var members) = dialog.fields(form) else { return [] }
    switch kind {
    case "redact", "acknowledge", "told", "investigate", "answer":
      if let object = chosenObject { members.append(.init("of", .string(object.id))) }
    case "return":
      members.removeAll { $0.key == "reasons" }
      members.append(.init("reasons", returnReasons(form)))
    case "finding": return finding(members)
    case "conflict": members.append(.init("officer", .string(context.session.officer)))
    case "plan", "closeVisit":
      guard let record, let visit = spot.visit(record) else { return [] }
      members.append(.init("visit", .string(visit.id)))
    default: break
    }
    return [send(kind, .object(members))]
  }

  /// The letter that a return, or a proposal to refuse, will send out.
  public func preview(_ dialog: String, _ form: Form, _ context: Context) -> Effect? {
    switch dialog {
    case "act.return": break
    case "act.recommend" where form.code("outcome") == "refuse": break
    default: return nil
    }
    let kind = String(dialog.dropFirst(ActionDialog.prefix.count))
    guard case .object(var members) = ActionDialog(kind: kind, today: context.today).fields(form) else { return nil }
    if kind == "return" {
      members.removeAll { $0.key == "reasons" }
      members.append(.init("reasons", returnReasons(form)))
    }
    return .draftLetter(key, kind: kind, fields: .object(members))
  }

  func send(_ kind: String, _ fields: JSONValue) -> Step { .effect(.act(key, kind: kind, fields: fields)) }

  /// Each reason with the papers that have it, and the sentence its letter says.
  private func returnReasons(_ form: Form) -> JSONValue {
    let codes = form.codes("reasons").compactMap(DefectCode.init(rawValue:))
    let own = form.text("text")
    var reasons: [JSONValue] = []
    for code in codes {
      let papers = record?.papers.filter {
        $0.defects.contains(code) || (code == .missing && $0.state == .missing)
      }
      let isLast = code == codes.last
      let text = [code.sentence.zh, isLast ? own : ""].filter { !$0.isEmpty }.joined(separator: " ")
      let items = Set(papers?.map(\.item.rawValue) ?? []).sorted()
      if items.isEmpty { reasons.append(["code": .string(code.rawValue), "text": .string(text)]) }
      reasons += items.map { ["code": .string(code.rawValue), "item": .string($0), "text": .string(text)] }
    }
    return .array(reasons)
  }

  /// A finding; where the fact was seen to differ it is verified at the value found.
  private func finding(_ members: [JSONValue.Member]) -> [Step] {
    guard let record, let visit = spot.visit(record), let item = spot.item(record) else { return [] }
    let typed = members.first { $0.key == "value" }?.value.string
    let value = typed.flatMap { VerifiedValue.parse($0, at: item.code) }
    if typed != nil, value == nil {
      return [.toast(Toast(.refused, Phrase("不是这一项的值", "not a value of this fact")))]
    }
    var fields = members.filter { $0.key != "value" && $0.key != "text" }
    fields.append(.init("text", members.first { $0.key == "text" }?.value ?? ""))
    fields += [
      .init("visit", .string(visit.id)), .init("item", .string(item.code)), .init("files", .array([])),
    ]
    if let value { fields.append(.init("value", value)) }
    guard let value, members.contains(where: { $0.key == "state" && $0.value.string == "differs" }) else {
      return [send("finding", .object(fields))]
    }
    return [
      send("finding", .object(fields)),
      send(
        "verify",
        ["path": .string(item.code), "how": "visit", "value": value, "visit": .string(visit.id)]),
    ]
  }

  var chosenObject: LodgedObject? {
    guard let record, record.objects.indices.contains(objects.cursor) else { return nil }
    return record.objects[objects.cursor]
  }

  // MARK: What a dialog says before the act

  private func checks(_ record: CaseRecord, _ context: Context) -> [Dialog.Line] {
    var lines: [Dialog.Line] = []
    if let dossier {
      let verdict = VerdictLine(current: dossier.current, language: context.language, glyphs: context.glyphs)
      let outcome = dossier.current.outcome ?? .undetermined
      let parts = [context("计算结论 ", "computed: ") + outcome.word(context.language), verdict.score, verdict.reason]
      lines.append(.init(parts.compactMap(\.self).joined(separator: "  "), outcome.role))
    }
    let count = record.count
    lines.append(
      .init(
        context("材料 \(count.settled)/\(count.asked)", "papers \(count.settled)/\(count.asked)"),
        count.settled == count.asked ? .text : .undetermined))
    return lines + record.checks.map { .init($0(context.language), .undetermined) }
  }

  private func proposal(_ record: CaseRecord, _ context: Context) -> [Dialog.Line] {
    guard let proposal = record.recommendation else { return [] }
    let word = ActionWords.word(proposal.isPass ? "pass" : "refuse")(context.language)
    var lines = [
      Dialog.Line([word, proposal.author, proposal.on?.description ?? ""].joined(separator: "   "), .heading)
    ]
    if proposal.isStale {
      lines.append(.init(context("提出之后有变化，须重新审核", "Something has changed since: it must be reviewed again"), .fail))
    }
    return lines + proposal.notes.map { .init($0(context.language), .undetermined) }
  }

  private func returnBody(_ record: CaseRecord, _ context: Context) -> [Dialog.Line] {
    record.papers.filter { !$0.defects.isEmpty }.map { paper in
      .init(
        paper.name(context.language) + "  "
          + paper.defects.map { $0.name(context.language) }.joined(separator: context("、", ", ")), .fail)
    }
  }

  /// The reasons that the checklist already gives.
  private func returnReasons(_ record: CaseRecord) -> [String] {
    var found = Set(record.papers.flatMap(\.defects))
    if record.papers.contains(where: { $0.state == .missing }) { found.insert(.missing) }
    return DefectCode.allCases.filter(found.contains).map(\.rawValue)
  }

  private var tierNext: String { dossier?.tier == .littleGiant ? "recommend" : "draw" }

  private static func consequence(_ kind: String) -> Phrase {
    switch kind {
    case "assign": Phrase("领取即声明与该企业没有利害关系。", "Taking it states that you have no conflict of interest.")
    case "cosign": Phrase("会签后抽查结束，不一致的项目须核实。", "The visit ends; what differed is to be verified.")
    case "closeNotice": Phrase("公示期满且异议均已答复时才能结束。", "Only after the last day, with every objection answered.")
    default: Phrase("列入公示名单后不能再改。", "Once in the list it cannot be changed.")
    }
  }
}
