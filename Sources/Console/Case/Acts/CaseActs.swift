import Casework
import ScoringCore
import StrictJSON

/// What the officer does to the case: each act is asked for in a dialog, or done at once where one key is enough.
struct CaseActs {
  let shown: CaseContext
  let dossier: CaseDossier
  /// The objection, report or lead under the cursor.
  let object: Objection?
  /// The visit that is going on, else the newest.
  let visit: VisitRecord?
  /// The draft of a letter under the cursor.
  let draft: LetterRecord?

  var record: CaseRecord { shown.record }

  func availability(of act: ActName) -> Availability {
    if let unmet = record.unmet[act], !unmet.isEmpty { return .unmet(unmet) }
    if let lack = lacksChoice(act) { return .no(lack) }
    if Self.aboutObjections.contains(act), object == nil {
      return .no(Phrase("没有选中的异议", "no objection is chosen"))
    }
    return .yes
  }

  /// Acts on the objection, report or lead under the cursor.
  private static let aboutObjections: Set<ActName> = [
    .redact, .acknowledge, .notifyOutcome, .investigate, .answer, .view,
  ]

  /// What the cursor states of an act.
  private func subject(_ act: ActName) -> JSONValue {
    switch act {
    case .redact, .acknowledge, .notifyOutcome, .investigate, .answer:
      object.map { ["of": .string($0.id)] } ?? [:]
    case .plan, .closeVisit: visit.map { ["visit": .string($0.id)] } ?? [:]
    case .coSignVisit, .sign, .challenge: shown.place?.complete(Action(act)).fields["of"].map { ["of": $0] } ?? [:]
    default: [:]
    }
  }

  func form(_ act: ActName, _ context: Context) -> ActForm {
    ActForm(act, subject: subject(act), in: shown.place, today: context.today)
  }

  func ask(_ act: ActName, _ context: Context) -> [Step] {
    if let steps = askChoice(act, context) { return steps }
    if act == .view { return object?.sealed.map { shown.send(.view, ["sealed": .string($0)]) } ?? [] }
    return [.ask(dialog(act, context))]
  }

  private func dialog(_ act: ActName, _ context: Context) -> Dialog {
    let dialog = form(act, context)
    switch act {
    case .recommend:
      return dialog.dialog(body: checks(context)) { form in
        if record.unsettled.isEmpty {
          form.fields.removeAll { $0.id == "accepted" }
        } else {
          form.offer("accepted", record.unsettled)
        }
      }
    case .sign, .challenge:
      return dialog.dialog(body: proposal(context) + warnings(act, context)) { form in
        guard let index = form.fields.firstIndex(where: { $0.id == "next" }) else { return }
        let chosen = form.fields[index].codes.first
        let fitting = form.fields[index].options.filter { option in
          shown.place?.mayGo(to: option.code) ?? true
        }
        form.offer("next", fitting, chosen: chosen)
        // A refusal goes nowhere from here.
        if record.recommendation?.isPass == false { form.fields.removeAll { $0.id == "next" } }
      }
    case .closeVisit: return dialog.dialog(body: found(context) + warnings(act, context))
    case .coSignVisit:
      return dialog.dialog(body: found(context) + points(context) + [.init(context(Self.consequence(act)), .muted)])
    case .return: return dialog.dialog(body: returnBody(context)) { $0.choose("reasons", all: returnReasons) }
    case .assign:
      let name = SafeText.clean(dossier.name, limit: 40) + "  " + shown.key.id
      return dialog.dialog(body: Taking.statement([name], context))
    case .closeNotice: return dialog.dialog(body: closing(context))
    case .enterNotice:
      return dialog.dialog(body: [.init(context(Self.consequence(act)))])
    default: return dialog.dialog(body: warnings(act, context))
    }
  }

  /// Until when the notice runs, and whether it may be closed today.
  private func closing(_ context: Context) -> [Dialog.Line] {
    guard let place = shown.place, let last = place.file?.awaited else { return [] }
    let unmet = place.prepare(Action(.closeNotice)).unmet
    return [.init(context("公示至 ", "notice to ") + context(last.text), .heading)]
      + (unmet.isEmpty
        ? [.init(context("今天可以结束。", "It may be closed today."), .pass)]
        : unmet.map { .init(context($0.message), .fail) })
  }

  /// What a visit has come to, before it is closed or its closing is agreed to.
  private func found(_ context: Context) -> [Dialog.Line] {
    guard let visit else { return [] }
    var lines: [Dialog.Line] = visit.result.map { [.init(context($0), .heading)] } ?? []
    if visit.phase != .closing, let day = visit.day, day > context.today {
      lines.append(
        .init(
          context(
            "安排在 \(day)：今天办结，须在“企业在场人员”写明原因。", "Planned for \(day): closed today, say why beside who was present."),
          .undetermined))
    }
    lines += visit.exceptions.map { .init(SafeText.clean(context($0), limit: 800), .fail) }
    let open = visit.items.filter { $0.state == .open && $0.isPlanned }
    if !open.isEmpty {
      let names = open.map { context($0.name) }.joined(separator: context("、", ", "))
      lines.append(.init(context("还没有记录：", "not recorded yet: ") + names, .undetermined))
    }
    return lines
  }

  private func warnings(_ act: ActName, _ context: Context) -> [Dialog.Line] {
    (record.warnings[act] ?? []).map { .init(context($0), .undetermined) }
  }

  // MARK: What a dialog says before the act

  private func checks(_ context: Context) -> [Dialog.Line] {
    let count = record.count
    let papers = Dialog.Line(
      context("材料 \(count.settled)/\(count.asked)", "documents \(count.settled)/\(count.asked)"),
      count.settled == count.asked ? .text : .undetermined)
    return [verdict(context)] + points(context) + [papers] + known(context)
      + (record.checks + record.findings.map(\.message)).map { .init($0(context.language), .undetermined) }
  }

  /// What the rules say now.
  private func verdict(_ context: Context) -> Dialog.Line {
    let verdict = VerdictLine(current: dossier.current, language: context.language, glyphs: context.glyphs)
    let outcome = dossier.current.outcome ?? .undetermined
    let parts = [context("测算结果 ", "computed: ") + outcome.word(context.language), verdict.score, verdict.reason]
    return .init(parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "  "), outcome.role)
  }

  /// Result and points by what was declared and by what was verified; nothing where nothing was verified.
  private func points(_ context: Context) -> [Dialog.Line] {
    guard !dossier.sources.isEmpty,
      let declared = dossier.columns.first(where: { $0.kind == .verified })?.explanation
    else { return [] }
    func said(_ node: Explanation) -> String {
      let score = VerdictLine(current: node, language: context.language, glyphs: context.glyphs).score
      return [(node.outcome ?? .undetermined).word(context.language), score].compactMap(\.self).joined(separator: " ")
    }
    let (before, after) = (said(declared), said(dossier.current))
    let text = context("按申报 \(before)，按核实 \(after)", "as declared: \(before); as verified: \(after)")
    return [.init(text, before == after ? .text : .undetermined)]
  }

  /// Why it was last returned and what a visit found, while they matter.
  private func known(_ context: Context) -> [Dialog.Line] {
    func line(_ text: Phrase, _ role: Role, indent: String = "") -> Dialog.Line {
      .init(indent + SafeText.clean(context(text), limit: 800), role)
    }
    let reasons = record.returned.dropFirst().map { line($0, .text, indent: "  ") }
    let found = record.exceptions.map { line($0, .fail, indent: "  ") }
    return (record.returned.first.map { [line($0, .undetermined)] } ?? []) + reasons
      + (found.isEmpty ? [] : [line(Phrase("抽查所见：", "What a visit found:"), .undetermined)]) + found
  }

  private func proposal(_ context: Context) -> [Dialog.Line] {
    guard let proposal = record.recommendation else { return [] }
    let word = CodedWords.word(proposal.isPass ? "pass" : "refuse")(context.language)
    var lines = [
      Dialog.Line([word, proposal.author, proposal.on?.description ?? ""].joined(separator: "   "), .heading)
    ]
    if proposal.isStale {
      lines.append(.init(context("提出之后有变化，须重新审核", "Something has changed since: it must be reviewed again"), .fail))
    }
    return lines + [verdict(context)] + points(context) + known(context)
      + proposal.notes.map { .init($0(context.language), .undetermined) }
  }

  private func returnBody(_ context: Context) -> [Dialog.Line] {
    record.papers.filter { !$0.defects.isEmpty }.map { paper in
      .init(
        paper.name(context.language) + "  "
          + paper.defects.map { $0.name(context.language) }.joined(separator: context("、", ", ")), .fail)
    }
  }

  /// The reasons that the checklist already gives.
  private var returnReasons: [String] {
    var found = Set(record.papers.flatMap(\.defects))
    if record.papers.contains(where: { $0.state == .missing }) { found.insert(.missing) }
    return DefectCode.allCases.filter(found.contains).map(\.rawValue)
  }

  private static func consequence(_ act: ActName) -> Phrase {
    switch act {
    case .coSignVisit: Phrase("会签后抽查结束，不一致的项目须核实。", "The visit ends; what differed is to be verified.")
    default: Phrase("列入公示名单后不能再改。", "Once in the list it cannot be changed.")
    }
  }
}
