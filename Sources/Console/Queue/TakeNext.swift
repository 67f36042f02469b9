import Casework
import ScoringCore
import StrictJSON

/// Takes the next case 取下一件 and shows what decides it. Which one it is, casework says.
enum TakeNext {
  static let id = "take.next"

  static func availability(_ context: Context) -> Availability {
    if context.session.isReadOnly { return .readOnly(context.session) }
    return context.cases.tally.count(.unassigned) == 0
      ? .no(Phrase("没有等待分配的申报件", "no case waits for a reviewer")) : .yes
  }

  /// Asks about the next of some rows; which one it is, casework says.
  /// - Parameter rows: those in view.
  static func steps(_ rows: some Sequence<CaseSummary>, _ context: Context) -> [Step] {
    let session = context.session
    let next = session.rights.flatMap { rights in
      NextCase.next(
        rows, for: session.officer, rights: rights, today: context.today, settings: session.clocks.settings)
    }
    guard let next else {
      return [
        .toast(
          Toast(
            .refused,
            Phrase("看到的这些里没有你可以取的申报件", "None of the cases in view may be taken by you")))
      ]
    }
    var dialog = Dialog(
      id: id, title: Phrase("取下一件", "Take the next"), body: Taking.statement([Taking.name(next.key, context)], context),
      confirm: ActName.assign.verb)
    dialog.about = ["case": .string(next.key.path)]
    // What the queue shows of it: that nobody has it.
    dialog.seen = [Shown.answer(.assignee).nothing]
    return [.ask(dialog)]
  }

  /// Takes the case that was asked about and opens it; `nil` for the answer to another question.
  static func answer(_ answer: Dialog.Answer) -> [Step]? {
    guard answer.id == id else { return nil }
    guard answer.form != nil, let key = answer.about["case"]?.string.flatMap({ CaseKey(path: $0) }) else { return [] }
    return CaseScreen.open(key) + [.effect(.act(key, ActIntent(.assign, seen: answer.seen)))]
  }
}
