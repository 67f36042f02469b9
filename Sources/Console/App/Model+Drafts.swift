import Casework
import ScoringCore
import StrictJSON

/// Forms that were begun and not sent: kept at every key, put back when the form opens again, listed by a command.
extension Model {
  /// Opens a dialog, with what was begun in it before.
  mutating func present(_ dialog: Dialog) -> [Effect] {
    var open = OpenDialog(dialog: dialog, openedAt: context.now)
    open.slot = slot(of: dialog)
    open.initial = dialog.form.answers
    if let slot = open.slot, let draft = drafts[slot] {
      guard !draft.isLocked else {
        asking = dialog
        return [.openDraft(draft)]
      }
      open.dialog.form.restore(draft.answers)
      open.restoredFrom = draft.at
    }
    open.kept = open.dialog.form.answers
    self.dialog = open
    return wantPreview()
  }

  /// Where a draft of a dialog belongs; `nil` for one in which nothing is written.
  private func slot(of dialog: Dialog) -> Draft.Slot? {
    guard dialog.form.fields.contains(where: { !$0.isList && !$0.isSecret }) else { return nil }
    return Draft.Slot(
      place: top.draftPlace, dialog: dialog.id, about: String(decoding: dialog.about.canonicalBytes, as: UTF8.self))
  }

  /// Keeps what stands in the open form; throws the draft away where nothing is left of it.
  mutating func keepDraft() -> [Effect] {
    guard let open = dialog, let slot = open.slot else { return [] }
    let answers = open.dialog.form.answers
    guard answers != open.kept else { return [] }
    dialog?.kept = answers
    guard answers != open.initial else { return dropDraft(slot) }
    // What the program proposed and nobody touched is proposed anew.
    let written = answers.filter { open.initial[$0.key] != $0.value }
    let draft = Draft(slot, title: open.dialog.title, name: top.crumbs(context).last ?? "", answers: written)
    drafts[slot] = draft
    return [.keepDraft(draft)]
  }

  mutating func dropDraft(_ slot: Draft.Slot?) -> [Effect] {
    guard let slot, let draft = drafts.removeValue(forKey: slot) else { return [] }
    return [.dropDraft(draft)]
  }

  /// The sealed part of a draft was opened: its form can be shown.
  mutating func opened(_ draft: Draft) -> [Effect] {
    drafts[draft.slot] = draft
    guard let asking, dialog == nil, slot(of: asking) == draft.slot else { return [] }
    self.asking = nil
    return draft.isLocked ? [] : present(asking)
  }

  // MARK: A form that was sent

  /// The form of an act is on its way: it is shown again where the act is refused.
  mutating func send(_ open: OpenDialog, _ effects: [Effect]) -> [Effect] {
    guard open.slot != nil else { return effects }
    if effects.contains(where: { $0.signs || $0.isForeseeing }) {
      sent = open
      return effects
    }
    // What asks for no act is done by now; the draft of an act is kept until the act is on file.
    return Command.ID(rawValue: open.dialog.id).act == nil ? effects + dropDraft(open.slot) : effects
  }

  /// What was asked for last was done.
  mutating func acted() -> [Effect] {
    (held, ahead) = (nil, nil)
    defer { sent = nil }
    return dropDraft(sent?.slot)
  }

  /// Shows the form that was sent once more, as it was, with what is wrong; without a form, or where another is open or
  /// the officer has gone on, the reasons are told and the draft is kept.
  mutating func reopen(_ refusal: RefusedAct? = nil) {
    guard var open = sent, let slot = open.slot else {
      toast = refusal?.toast ?? toast
      return
    }
    sent = nil
    guard dialog == nil, picker == nil, slot.place == top.draftPlace else {
      toast = refusal?.toast.after(Phrase("填写的内容已留作草稿。", "What was written is kept as a draft. ")) ?? toast
      return
    }
    open.openedAt = context.now
    open.isRefused = refusal != nil
    open.faults = []
    for fault in refusal?.faults ?? [] {
      let field = open.dialog.form.fields.firstIndex { $0.id == fault.field }
      if let field { open.dialog.form.fields[field].error = fault.text } else { open.faults.append(fault.text) }
    }
    if let wrong = open.dialog.form.fields.firstIndex(where: { $0.error != nil }) { open.dialog.form.focus = wrong }
    if let seen = refusal?.seen { open.dialog.seen = seen }
    toast = nil
    dialog = open
  }

  // MARK: Left and found again

  /// The form was left: says how what stands in it comes back.
  mutating func leave(_ open: OpenDialog) {
    guard let slot = open.slot, drafts[slot] != nil else { return }
    let command = Command.byID[Command.ID(rawValue: slot.dialog)]
    let key = command?.keys.first?.label(context.language)
    let name = open.dialog.title
    toast = Toast(
      .done,
      Phrase(
        "已留草稿：再办“\(name.zh)”\(key.map { "（\($0)）" } ?? "")时填回；: 草稿 可查看、删除",
        "Kept as a draft: \(name.en)\(key.map { " (\($0))" } ?? "") brings it back; : drafts lists and deletes"))
  }

  static let listing = "app.drafts"
  static let reading = "app.draft"

  /// Those that can still be sent first.
  private var listed: [Draft] {
    drafts.values.sorted {
      (isLate($0) ? 1 : 0, $0.at, $0.slot.place, $0.slot.dialog) < (
        isLate($1) ? 1 : 0, $1.at, $1.slot.place, $1.slot.dialog
      )
    }
  }

  /// Whether its case is finished and its act cannot be done there any more: it is kept to be read, and says so.
  private func isLate(_ draft: Draft) -> Bool {
    guard let state = CaseKey(path: draft.slot.place).flatMap({ context.cases[$0] })?.state, state.isOver,
      let from = Command.ID(rawValue: draft.slot.dialog).act?.act.from
    else { return false }
    return !from.contains(state)
  }

  private static let late = Phrase("（已办结，不能再办）", " (finished: it cannot be sent)")

  /// The list of drafts.
  var draftList: Dialog {
    .menu(
      id: Self.listing, title: Phrase("没有提交的草稿", "Drafts not sent"),
      listed.enumerated().map { index, draft in
        let name = SafeText.clean(draft.name, limit: 40)
        let line = draft.title.joined(Phrase("  \(name)  \(draft.at)", "  \(name)  \(draft.at)"))
        return Form.Option("\(index)", isLate(draft) ? line.joined(Self.late) : line)
      })
  }

  /// One draft, to be read, filled in to its end, or thrown away.
  mutating func answerDrafts(_ answer: Dialog.Answer) -> [Effect] {
    guard let form = answer.form else { return [] }
    if answer.id == Self.listing {
      guard let index = form.code("choice").flatMap({ Int($0) }), listed.indices.contains(index) else { return [] }
      chosen = listed[index].slot
      return take([.ask(reading(listed[index]))])
    }
    guard let slot = chosen, let draft = drafts[slot] else { return [] }
    guard form.code("choice") == "fill" else {
      toast = Toast(.done, Phrase("草稿已删除", "The draft is deleted"))
      return dropDraft(slot)
    }
    let effects = take(Destinations.steps(to: slot.place, context))
    resuming = slot
    leave(
      OpenDialog(dialog: Dialog(id: slot.dialog, title: draft.title, confirm: draft.title), openedAt: 0, slot: slot))
    return effects
  }

  /// The case of a draft is read: its form is opened, where the form is one of the case and not of a row in it.
  mutating func resume() -> [Effect] {
    guard let slot = resuming, dialog == nil, var screen = top as? CaseScreen, screen.draftPlace == slot.place else {
      return []
    }
    resuming = nil
    let tabs: [ActOffer.Pane: CaseTab] = [.objections: .objections, .letters: .letters, .spotCheck: .spotCheck]
    let id = Command.ID(rawValue: slot.dialog)
    guard let offer = id.act?.act.offer, offer.pane == .anyTab || tabs[offer.pane] != nil else { return [] }
    screen.tab = tabs[offer.pane] ?? screen.tab
    screens[last] = screen
    toast = nil
    return take([.run(id)])
  }

  private func reading(_ draft: Draft) -> Dialog {
    var dialog = Dialog.menu(
      id: Self.reading, title: draft.title,
      [
        Form.Option("fill", Phrase("到那里去填完", "go there and finish it"), whyNot: isLate(draft) ? Self.late : nil),
        Form.Option("drop", Phrase("删除这份草稿", "delete this draft")),
      ])
    dialog.body = draft.answers.sorted { $0.key < $1.key }.filter { !$0.value.text.isEmpty }.flatMap { _, answer in
      answer.text.split(separator: "\n").map { .init(SafeText.clean(String($0), limit: 4_000)) }
    }
    if draft.isLocked { dialog.body.append(.init(context("其余密封，用你的密钥打开", "The rest is sealed to your key"), .muted)) }
    return dialog
  }
}

extension Toast {
  fileprivate func after(_ text: Phrase) -> Toast {
    Toast(kind, Phrase(text.zh + self.text.zh, text.en + self.text.en))
  }
}
