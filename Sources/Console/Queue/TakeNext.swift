import Casework
import ScoringCore
import StrictJSON

/// Takes the next case 取下一件 and shows what decides it. Which one it is, casework says.
enum TakeNext {
  static func availability(_ context: Context) -> Availability {
    if context.session.isReadOnly { return .readOnly }
    return context.cases.tally.count(.unassigned) == 0
      ? .no(Phrase("没有等待分配的申报件", "no case waits for a reviewer")) : .yes
  }

  static func steps(_ context: Context) -> [Step] {
    let session = context.session
    let next = session.rights.flatMap { rights in
      NextCase.next(
        context.cases.rows, for: session.officer, rights: rights, today: context.today,
        settings: session.clocks.settings)
    }
    guard let next else {
      return [.toast(Toast(.refused, Phrase("没有你可以取的申报件", "There is no case that you may take")))]
    }
    // What the queue shows of it: that nobody has it.
    let intent = ActIntent(.assign, seen: [Shown.answer(.assignee).nothing])
    return CaseScreen.open(next.key) + [.effect(.act(next.key, intent))]
  }
}
