import Casework
import ScoringCore

extension Model {
  /// Takes a message in; answers with what the program is to do.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key):
      let before = (screen: screens[last], depth: screens.count)
      let effects = type(key)
      if effects.contains(where: \.signs), held == nil { held = before }
      return effects + lookAgain()
    case .paste(let text):
      if dialog != nil {
        dialog?.dialog.form.paste(text)
        return keepDraft() + wantPreview()
      }
      if picker != nil {
        picker?.paste(text)
        return []
      }
      return top.isTyping ? pass(message) : []
    case .mouse(let mouse):
      guard dialog == nil, picker == nil else { return [] }
      toast = nil
      return pass(.mouse(mouse))
    case .resize(let size): context.size = size
    case .time(let now): context.now = max(context.now, now)
    case .today(let day):
      let before = context.today
      context.today = day
      restCases()
      guard dialog != nil, day != before else { break }
      dialog?.dialog.form.follow(from: before, to: day)
      dialog?.wanted = nil
      toast = Toast(.done, Phrase("新的一天：\(day)", "A new day: \(day)"))
      return passToAll(message) + wantPreview()
    case .session(let session):
      let authority = session.authority ?? context.session.authority
      context.session = session
      context.session.authority = authority
      restCases()
    case .summaries(let rows, let total, let done):
      context.cases.append(rows, expected: total, done: done)
      return passToAll(message) + (done ? [.goOn] : [])
    case .changed(let rows, let gone): context.cases.change(rows, gone: gone)
    case .news(let news): context.news = news
    case .views(let views): context.views = views
    case .opened: return passToAll(message) + resume()
    case .unreadable, .titles, .title, .officers, .settings, .paper, .files, .onDisk, .judged: break
    case .goOn:
      let more = context.cases.isComplete && context.cases.prepareSearch(4000)
      return passToAll(message) + (more ? [.goOn] : [])
    case .reported(_, let dryRuns):
      // Where some were not done, what was written is kept for them.
      if !dryRuns.allSatisfy(\.refusals.isEmpty) { sent = nil }
      return pass(message)
    case .dryRunResults, .lotteryPreviewed: return pass(message)
    case .drafted(let id, let text):
      if dialog?.dialog.id == id { dialog?.preview = text }
      return []
    case .drafts(let drafts):
      self.drafts = Dictionary(drafts.map { ($0.slot, $0) }, uniquingKeysWith: { first, _ in first })
      return []
    case .draft(let draft): return opened(draft)
    case .edited(let id, let field, let text):
      guard dialog?.dialog.id == id else { return [] }
      dialog?.dialog.form.replace(field, text)
      return keepDraft() + wantPreview()
    case .acted:
      actedAt = context.now
      return acted()
    case .refused(let refusal):
      stepBack()
      ahead = nil
      reopen(refusal)
      return []
    case .locked(let officer, let isWrong, let effect):
      askPassphrase(officer, isWrong, effect)
      return []
    case .asks(let questions, let effect):
      ahead = stepBack()
      confirm(questions, effect)
      return []
    case .uncounted(let count):
      context.cases.uncounted = count
      return []
    case .told(let toast):
      self.toast = toast
      return []
    }
    return passToAll(message)
  }

  private mutating func restCases() {
    context.cases.rest(
      on: RowFacts.Basis(today: context.today, session: context.session))
  }

  /// Shows the screen as it was before the act, where the officer is still on it; gives the one that had gone on.
  @discardableResult
  private mutating func stepBack() -> (any Screen)? {
    defer { held = nil }
    guard let held, held.depth == screens.count, held.screen.draftPlace == top.draftPlace else { return nil }
    defer { screens[last] = held.screen }
    return top
  }

  private mutating func pass(_ message: Message) -> [Effect] {
    let steps = screens[last].receive(message, context)
    return take(steps)
  }

  /// Data goes to every screen, so that the one below is right when it shows again.
  private mutating func passToAll(_ message: Message) -> [Effect] {
    switch message {
    case .time, .resize: break
    // The screens that wait get it too: neither what has arrived nor where the cursor goes is lost.
    default:
      if var screen = ahead {
        _ = screen.receive(message, context)
        ahead = screen
      }
      if let depth = held?.depth, var screen = held?.screen {
        _ = screen.receive(message, context)
        held = (screen, depth)
      }
    }
    var steps: [Step] = []
    for index in screens.indices { steps += screens[index].receive(message, context) }
    return take(steps)
  }

  /// Carries out what a screen asked for.
  mutating func take(_ steps: [Step]) -> [Effect] {
    var effects: [Effect] = []
    for step in steps {
      switch step {
      case .push(let screen): screens.append(screen)
      case .replace(let screen): screens[last] = screen
      case .back: if screens.count > 1 { screens.removeLast() }
      case .home: screens.removeLast(screens.count - 1)
      case .toast(let toast): self.toast = toast
      case .ask(let dialog): effects += present(dialog)
      case .run(let id): effects += runIfAvailable(id)
      case .effect(let effect): effects.append(effect)
      }
    }
    return effects
  }

  /// What a screen asks for by name is greyed as it would be for a key.
  private mutating func runIfAvailable(_ id: Command.ID) -> [Effect] {
    guard let command = Command.byID[id] else { return [] }
    if case .no(let reason) = availability(command) {
      toast = Toast(.refused, reason)
      return []
    }
    return run(id)
  }

  private mutating func type(_ key: Key) -> [Effect] {
    let before = lastKey
    let isHeld = before.map { $0.key == key && context.now - max($0.at, actedAt) < Model.repeatTime } ?? false
    lastKey = (key, context.now)
    if key == .control("z") { return [.suspend] }
    if key == .control("l") { return [.repaint] }
    if key == .control("c") {
      picker = nil
      toast = Toast(
        .refused,
        Phrase("Ctrl-C 不退出：请按 q 或 F10（正在输入时先按 Esc）", "Ctrl-C does not leave: q or F10 does (Esc first while you type)"))
      return []
    }
    if dialog != nil { return typeInDialog(key) }
    // The second Enter of a double one is not meant for what stood behind the form.
    let isDouble =
      key == .enter && before?.key == .enter && before?.at == submittedAt
      && context.now - submittedAt < Model.dialogGuardTime
    guard !isDouble || picker != nil else { return [] }
    let told = toast
    toast = nil
    if key == .enter, let told, picker == nil, let whole = told.whole(context) { return present(whole) }
    if picker != nil { return typeInPicker(key) }
    if top.isTyping {
      switch key {
      case .function, .control("l"), .control("z"): break
      default: return pass(.key(key))
      }
    }
    let wanted = key.folded
    // Where no command has the letter, `hjkl` are the arrows.
    for pressed in wanted == wanted.asArrow ? [wanted] : [wanted, wanted.asArrow] {
      for command in commands where command.keys.contains(pressed) {
        switch availability(command) {
        case .yes where isHeld && command.undo != .nothingToUndo:
          toast = Toast(.refused, Phrase("按住不放或按得太快：这一次没有算", "Held down, or too soon after the last: not counted"))
          return []
        case .yes: return run(command.id)
        case .no(let reason):
          toast = Toast(.refused, reason)
          return []
        case .hidden: continue
        }
      }
    }
    if wanted.needsInputMethod {
      toast = Toast(
        .refused,
        Phrase(
          "输入法开着：请切换到英文，或用方向键、回车、空格和数字",
          "An input method is on: switch it off, or use arrows, Enter, Space and digits"))
      return []
    }
    return pass(.key(wanted.asArrow))
  }

  private mutating func typeInDialog(_ key: Key) -> [Effect] {
    // What was typed ahead answers nothing, and none of it is lost in a field.
    guard var open = dialog, context.now - open.openedAt >= Model.dialogGuardTime || key != .enter else { return [] }
    switch key {
    case .escape:
      dialog = nil
      leave(open)
      let effects = answer(Dialog.Answer(id: open.dialog.id, form: nil))
      // A form that waited behind the question is there again.
      if open.slot == nil { reopen() }
      return effects
    case .enter where open.hidesFaults:
      open.showsAllFaults = true
    case .function(8):
      guard let field = open.dialog.form.editable else { return [] }
      return [.edit(dialog: open.dialog.id, field: field.id, text: field.editor.text)]
    // What is read above it goes on being read.
    case .pageUp where open.dialog.isLow: return take(screens[last].perform("paper.pageUp", context))
    case .pageDown where open.dialog.isLow: return take(screens[last].perform("paper.pageDown", context))
    case .pageUp: open.scroll(-5)
    case .pageDown: open.scroll(5)
    default:
      open.fit(context)
      switch open.dialog.form.type(key) {
      case .submitted: return submit(open)
      case .editing: (open.faults, open.isRefused) = ([], false)
      case .unknownKey:
        if key == .down { open.top = min(max(0, open.dialog.body.count - 1), open.top + 1) }
        if key == .up { open.top = max(0, open.top - 1) }
      }
    }
    dialog = open
    return keepDraft() + wantPreview()
  }

  /// Does what a dialog asks, with what stands in its form.
  mutating func submit(_ open: OpenDialog) -> [Effect] {
    dialog = open
    let kept = keepDraft()
    dialog = nil
    submittedAt = context.now
    var open = open
    open.faults = []
    open.isRefused = false
    open.showsAllFaults = false
    return kept
      + send(
        open,
        answer(
          Dialog.Answer(
            id: open.dialog.id, form: open.dialog.form, seen: open.dialog.seen, about: open.dialog.about)))
  }

  /// Asks for what the dialog's answer would lead to, when that is another than before.
  mutating func wantPreview() -> [Effect] {
    guard let open = dialog, let effect = top.preview(open.dialog.id, open.dialog.form, context),
      effect != open.wanted
    else { return [] }
    dialog?.wanted = effect
    return [effect]
  }

  mutating func answer(_ answer: Dialog.Answer) -> [Effect] {
    if answer.id == "app.quit" { return answer.form == nil ? [] : [.quit] }
    if answer.id == "app.theme" {
      guard let theme = answer.form?.code("choice") else { return [] }
      context.theme = theme
      return [.useTheme(theme)]
    }
    if answer.id == Model.seatingID { return sit(answer.form) }
    if answer.id == Model.unlocking { return unlock(answer.form) }
    if answer.id == Model.listing || answer.id == Model.reading { return answerDrafts(answer) }
    if answer.id == Model.confirming {
      defer { (pending, ahead) = (nil, nil) }
      guard answer.form != nil, let pending else { return [] }
      if let ahead { (held, screens[last]) = ((screens[last], screens.count), ahead) }
      return [pending]
    }
    let steps = screens[last].answer(answer, context)
    return take(steps)
  }

  private mutating func typeInPicker(_ key: Key) -> [Effect] {
    guard var open = picker else { return [] }
    picker = nil
    switch open.type(key) {
    case .open:
      picker = open
      return []
    case .closed: return []
    case .chosen(let command, let shown):
      // What was still being read when the list opened may be there now.
      switch Command.byID[command].map({ availability($0) }) ?? shown {
      case .yes: return run(command)
      case .no(let reason):
        toast = Toast(.refused, reason)
        picker = open
        return []
      case .hidden: return []
      }
    }
  }
}

extension Key {
  /// `hjkl` as arrows, where no command takes them.
  var asArrow: Key {
    switch self {
    case .character("h"): .left
    case .character("j"): .down
    case .character("k"): .up
    case .character("l"): .right
    default: self
    }
  }
}
