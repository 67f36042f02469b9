import Casework
import ScoringCore
import StrictJSON

/// One act on every selected case: chosen, filled in, foreseen, then done.
struct BulkAct: Sendable {
  var intent: ActIntent
  /// The cases it was foreseen for.
  var keys: [CaseKey]
  /// Those on which it is permitted, once that is known, with what was shown of each.
  var permitted: [CaseDryRun] = []
  /// To whom cases are assigned; `nil` for another act, and where they are taken.
  var assignee: String? { intent.action.name == .assign ? intent.action.fields["to"]?.string : nil }

  static let prefix = "bulk."
  /// Acts that mean the same for many cases; what needs an eye on each is not among them.
  static let acts = ActTable.all.filter { $0.offer?.isForMany == true }.map(\.name)

  static func menu(_ count: Int) -> Dialog {
    .menu(
      id: prefix + "menu", title: Phrase("对选中的 \(count) 件", "For the \(count) selected"),
      acts.map { Form.Option($0.rawValue, $0.verb) })
  }
}

extension QueueScreen {
  /// Asks to whom the selected cases go, or the one under the cursor.
  func askAssigning(_ context: Context) -> [Step] {
    var steps = Assigning.ask(assigned(context), in: nil, context)
    if case .ask(var dialog)? = steps.first {
      dialog.id = BulkAct.prefix + ActName.assign.rawValue
      dialog.confirm = Phrase("预览", "preview")
      steps[0] = .ask(dialog)
    }
    return steps
  }

  /// The cases that an assignment is about.
  private func assigned(_ context: Context) -> [CaseKey] {
    marks.isEmpty ? [cursor].compactMap(\.self) : context.cases.rows.map(\.key).filter(marks.contains)
  }

  mutating func answerBulk(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    guard let form = answer.form else {
      bulk = nil
      return []
    }
    let step = answer.id.dropFirst(BulkAct.prefix.count)
    if step == "menu" {
      guard let act = form.code("choice").flatMap({ ActName(wire: $0) }) else { return [] }
      var dialog = ActForm(act, in: nil, today: context.today).dialog()
      if dialog.form.fields.isEmpty { return dryRunning(ActIntent(act), context) }
      dialog.id = BulkAct.prefix + act.rawValue
      dialog.confirm = Phrase("预览", "preview")
      return [.ask(dialog)]
    }
    if step == "report" { return [] }
    if step == "confirm" {
      guard let bulk, !bulk.permitted.isEmpty else { return [] }
      self.bulk = nil
      assignee = bulk.assignee
      return [.effect(.actOnAll(bulk.permitted, bulk.intent))]
    }
    guard let act = ActName(wire: String(step)),
      let intent = ActForm.intent(answer, act)
    else { return [] }
    return dryRunning(intent, context)
  }

  /// What came of it: a line where all were done, else each case with why not.
  func report(_ act: ActName, _ dryRuns: [CaseDryRun], _ context: Context) -> [Step] {
    let refused = dryRuns.filter { !$0.refusals.isEmpty }
    let done = dryRuns.count - refused.count
    guard !refused.isEmpty else {
      if act == .assign, let assignee {
        let name = context.session.name(of: assignee)
        return [.toast(Toast(.done, Phrase("已把 \(done) 件分给 \(name)", "\(done) assigned to \(name)")))]
      }
      if act == .assign {
        let names = dryRuns.map { Taking.name($0.key, context) }.joined(separator: context("、", ", "))
        return [.toast(Toast(.done, Phrase("已领取 \(done) 件：\(names)", "\(done) taken: \(names)")))]
      }
      return [.toast(Toast(.done, Phrase("已办 \(done) 件", "\(done) done")))]
    }
    var body: [Dialog.Line] = []
    for preview in refused {
      body.append(Dialog.Line(Taking.name(preview.key, context), .fail))
      body += preview.refusals.map { Dialog.Line("  " + context($0), .muted) }
    }
    return [
      .ask(
        Dialog(
          id: BulkAct.prefix + "report",
          title: (act == .assign && assignee != nil ? Assigning.word : act.verb).joined(
            Phrase("：已办 \(done) 件，\(refused.count) 件不行", ": \(done) done, \(refused.count) not")), body: body,
          confirm: Dialog.understood))
    ]
  }

  /// Beside the preview of a notice or a recommendation stands the list as it will be printed.
  func preview(_ dialog: String, _ form: Form, _ context: Context) -> Effect? {
    if dialog == "queue.printed", let cursor {
      return .readSheet(PrintRequest(.list, of: cursor), dialog: dialog)
    }
    if dialog == PrintDialog.id {
      return cursor.flatMap { PrintDialog.request(form, $0) }.map { .readSheet($0, dialog: dialog) }
    }
    guard dialog == BulkAct.prefix + "confirm", let bulk, !bulk.permitted.isEmpty,
      [.enterNotice, .forward].contains(bulk.intent.action.name)
    else { return nil }
    return .draftList(bulk.permitted.map(\.key), bulk.intent, dialog: dialog)
  }

  private mutating func dryRunning(_ intent: ActIntent, _ context: Context) -> [Step] {
    let keys = assigned(context)
    bulk = BulkAct(intent: intent, keys: keys)
    return [.effect(.dryRun(keys, intent))]
  }

  /// Shows what would be done and what not, and why, before anything is.
  mutating func dryRun(_ dryRuns: [CaseDryRun], _ context: Context) -> [Step] {
    guard var bulk, dryRuns.map(\.key) == bulk.keys else { return [] }
    bulk.permitted = dryRuns.filter(\.refusals.isEmpty)
    self.bulk = bulk
    let refused = dryRuns.filter { !$0.refusals.isEmpty }
    func name(_ key: CaseKey) -> String { Taking.name(key, context) }
    var body = [
      Dialog.Line(
        context(
          "可执行 \(bulk.permitted.count) 件，不可 \(refused.count) 件",
          "\(bulk.permitted.count) can be done, \(refused.count) cannot"), .heading)
    ]
    for preview in refused {
      body.append(Dialog.Line(name(preview.key), .fail))
      body += preview.refusals.map { Dialog.Line("  " + context($0), .muted) }
    }
    if let assignee = bulk.assignee, !bulk.permitted.isEmpty {
      body.append(Assigning.load(of: assignee, with: bulk.permitted.map(\.key), context))
    }
    let isTaken = bulk.intent.action.name == .assign && bulk.assignee == nil && !bulk.permitted.isEmpty
    if isTaken { body += Taking.statement(bulk.permitted.map { name($0.key) }, context) }
    for preview in isTaken ? [] : bulk.permitted {
      let filled = preview.filled.map { "  " + context($0.label) + " " + context($0.text) }.joined()
      let now = bulk.assignee == nil ? "" : Assigning.now(preview.key, context)
      body.append(Dialog.Line(name(preview.key) + now + SafeText.clean(filled, limit: 200)))
    }
    let act = bulk.assignee == nil ? bulk.intent.action.name.verb : Assigning.word
    let isEmpty = bulk.permitted.isEmpty
    return [
      .ask(
        Dialog(
          id: BulkAct.prefix + "confirm",
          title: Phrase("\(act.zh)：预览", "\(act.en): preview"), body: body,
          confirm: isEmpty ? Dialog.understood : act))
    ]
  }
}
