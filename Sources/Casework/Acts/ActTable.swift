/// Every act, in the order of the standard's table (Casework §5.1).
package enum ActTable {
  package static let all: [any Act] = [
    Receive(), Assign(), Release(), Conflict(), Verify(), Check(), Judge(), Amend(),
    Return(), Extend(), Resubmit(), Lapse(), Hold(), Resume(), Withdraw(),
    Recommend(), Sign(), Challenge(), DrawResult(), Order(), Plan(), VisitFinding(), CloseVisit(), CoSignVisit(),
    EnterNotice(), ExtendNotice(), Lodge(), Redact(), Acknowledge(), NotifyOutcome(), Investigate(),
    AnswerObjection(), PullFromNotice(), CloseNotice(),
    Decide(), Forward(), Ministry(), Reopen(), Undo(), Settle(), Note(), Letter(), View(), Erase(), Ratify(),
    RegisterTitle(), Update(), Change(), Inquiry(), RecordHearing(), Drop(), EndTitle(),
    OpenRound(), PlanDraw(), LotteryDrawn(), NoticeList(), Announce(), ForwardingList(), Export(),
    Found(), OfficerEntry(), KeyEntry(), RoleGrant(), End(), Root(), Approve(), SettingsEntry(), Checkpoint(),
  ]

  private static let byName: [ActName: any Act] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The same, as judging asks them.
  static let judged: JudgedActs = byName.mapValues { $0 }

  /// What the program knows of an act.
  static subscript(name: ActName) -> any Act {
    guard let act = byName[name] else { preconditionFailure("\(name) is in no line of the table of acts") }
    return act
  }
}
