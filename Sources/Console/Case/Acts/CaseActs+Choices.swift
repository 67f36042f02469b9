import Casework
import ScoringCore
import StrictJSON

/// Acts whose dialog offers what they can be about: judge, settle, undo, erase, countersign, plan.
extension CaseActs {
  /// Why there is nothing to choose from; `nil` where there is, or the act needs no choice.
  func lacksChoice(_ act: ActName) -> Phrase? {
    let choices = record.choices
    switch act {
    case .judge where choices.conditions.isEmpty:
      return Phrase("没有须判断的条件", "no condition is left to judge")
    case .settle where choices.contests.isEmpty: return Phrase("没有争议", "nothing is contested")
    case .undo where choices.undoable.isEmpty: return Phrase("没有可以撤销的步骤", "no step can be taken back")
    case .erase where choices.erasable.isEmpty: return Phrase("没有可以删除的密封件或副本", "there is nothing to erase")
    case .plan where choices.visitors.count(where: { $0.whyNot == nil }) < 2:
      return Phrase(
        "能派的抽查员不足两名，须由上级借调（职责写明本件）", "fewer than two officers may go; the level above lends one (a role for this case)")
    case .letter where draft == nil: return Phrase("先选一份草稿", "choose a draft first")
    case .ratify where choices.ratifications.isEmpty:
      return Phrase("没有等待补签的记录", "nothing waits to be countersigned")
    default: return nil
    }
  }

  /// The dialog of such an act; `nil` for another.
  func askChoice(_ act: ActName, _ context: Context) -> [Step]? {
    let dialog = form(act, context)
    let choices = record.choices
    switch act {
    case .judge:
      return [
        .ask(
          dialog.dialog { form in
            form.offer("condition", choices.conditions, chosen: choices.conditions.first?.code)
          })
      ]
    case .letter:
      guard let draft else { return [] }
      return [
        .ask(
          dialog.dialog(body: [.init(context(draft.name), .heading)]) {
            $0.offer("code", [Form.Option(draft.code, draft.name)], chosen: draft.code)
          })
      ]
    case .plan:
      let body = Phrase(
        "建议必查的已选上：起决定作用的、有疑点的、决定抽查时写明的，可以增减。",
        "Chosen already: what decides, what is in doubt, what the order names; add or remove.")
      return [
        .ask(
          dialog.dialog(body: [.init(context(body), .muted)]) { form in
            form.offer("items", visit?.proposals ?? [], all: visit?.proposed ?? [])
            form.offer("officers", choices.visitors, all: visit?.officerIDs ?? [])
            if let day = visit?.day { form.set("day", day.description) }
          })
      ]
    case .ratify: return [.ask(dialog.dialog { $0.offer("of", choices.ratifications) })]
    case .undo:
      let first = choices.undoable.first { $0.whyNot == nil }?.code
      let body = [
        Dialog.Line(
          context(
            "由新到旧；有后来的步骤以它为据的，须先撤销那一步。", "Newest first; what a later step rests on waits until that one is undone."),
          .muted)
      ]
      return [.ask(dialog.dialog(body: body) { $0.offer("of", choices.undoable, chosen: first) })]
    case .settle:
      guard choices.contests.count > 1 else { return choices.contests.first.map { [settle($0, context)] } }
      let options = choices.contests.map { Form.Option($0.question.text, $0.name) }
      return [.ask(.menu(id: Self.question, title: Phrase("裁定哪一项", "Settle which"), options))]
    case .erase: return [erase(choices, context)]
    default: return nil
    }
  }

  /// The dialog that asks which of several contested questions to settle.
  static let question = "settle.question"

  /// Asks for the answer to the question that was chosen.
  func settle(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    let contest = record.choices.contests.first { $0.question.text == answer.form?.code("choice") }
    return contest.map { [settle($0, context)] } ?? []
  }

  /// A contested question with its answers side by side.
  func settle(_ contest: ActChoices.Contest, _ context: Context) -> Step {
    let width = Dialog.width(context.size) - 4
    let letters = ["甲", "乙", "丙", "丁"]
    func lines(_ index: Int, _ side: ActChoices.Contest.Side) -> [String] {
      let mark = context(index < letters.count ? letters[index] : "\(index + 1)", "\(index + 1)")
      let head = [mark, side.author, side.on?.description ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
      return [head, context(side.text)] + (side.reason.map { [$0] } ?? [])
    }
    var body: [Dialog.Line] = []
    for start in stride(from: 0, to: contest.sides.count, by: 2) {
      let left = lines(start, contest.sides[start])
      let right = start + 1 < contest.sides.count ? lines(start + 1, contest.sides[start + 1]) : []
      body += SideBySide.lines(left, right, width: width, context.glyphs).map { Dialog.Line($0) }
    }
    var keep = contest.sides.enumerated().map { index, side in
      Form.Option(
        side.id,
        Phrase(index < letters.count ? "采用\(letters[index])" : "采用 \(index + 1)", "keep answer \(index + 1)")
          .joined(Phrase("（\(side.author)）", " (\(side.author))")))
    }
    keep.append(
      Form.Option(
        CodedWords.none,
        contest.question == .stage
          ? Phrase("都不采用，回到审核", "neither: back to review") : Phrase("都不采用，重新作出", "neither: to be answered anew")))
    return .ask(
      ActForm(
        .settle, subject: ["question": .string(contest.question.text)], asks: ["keep", "reason"], in: shown.place,
        today: context.today
      ).dialog(body: [.init(context(contest.name), .heading)] + body) { form in
        form.offer("keep", keep)
      })
  }

  /// The first half by an objection officer, or the second by a supervisor where one waits.
  private func erase(_ choices: ActChoices, _ context: Context) -> Step {
    let dialog = form(.erase, context)
    let copies = Dialog.Line(
      context("副本和备份里原有的仍在，须另行处理。", "Copies and backups keep what they had and have to be seen to apart."), .muted)
    if let first = choices.erasures.first(where: { $0.author != context.session.officer }) {
      let names = choices.erasable.filter { first.files.contains($0.code) }
      let body =
        [
          Dialog.Line(
            context("\(first.name) 提出删除，你同意后即删除：", "\(first.name) asks for it; with your consent it is done:"))
        ]
        + names.map { Dialog.Line("  " + context($0.name), .fail) } + [copies]
      return .ask(
        dialog.dialog(body: body) { form in
          form.offer("of", [Form.Option(first.id, Phrase("同意删除", "agree to the erasure"))], chosen: first.id)
          form.offer("files", names, all: names.map(\.code))
          form.choose("ground", first.ground)
        })
    }
    let body = [
      Dialog.Line(
        context(
          "须由主管同意后才真正删除；记录它们的事件不变。", "A supervisor has to agree before they are gone; the events that name them stay."),
        .muted), copies,
    ]
    return .ask(
      dialog.dialog(body: body) { form in
        form.fields.removeAll { $0.id == "of" }
        form.offer("files", choices.erasable)
      })
  }
}
