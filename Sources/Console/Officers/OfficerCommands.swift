import Casework
import ScoringCore

extension Command {
  /// The commands of the officers' screen.
  static let officers: [Command] =
    [
      Command(
        "officers.open", .officers, Phrase("办理", "Do"), keys: [.enter],
        Phrase("列出对这名人员能做的事；在“待批准”里批准", "List what can be done for the officer; under To approve, approve")),
      Command(
        "officers.cases", .officers, Phrase("在办申报件", "Cases"), keys: [.letter("c")],
        Phrase("打开这名人员手上的申报件", "Open the cases this officer has")),
      Command(
        "officers.handOver", .officers, Phrase("移交", "Hand over"), keys: [.letter("F")], quiet: true,
        Phrase("把这名人员手上的申报件全部分给别人", "Give all open cases of this officer to another")),
      Command(
        "officers.nextTab", .officers, Phrase("下一栏", "Next part"), keys: [.tab, .right, .letter("l")],
        Phrase("换到人员、待批准、设置；数字键直接选", "Go on to officers, approvals, settings; digits choose one")),
      Command(
        "officers.previousTab", .officers, Phrase("上一栏", "Part before"), keys: [.backTab, .left, .letter("h")],
        quiet: true, Phrase("换到上一栏", "Go to the part before")),
      Command(
        "officers.leave", .officers, OfficersScreen.leaving, keys: [.letter("L")], quiet: true, undo: .final,
        Phrase("离任：任职、全部职责和密钥一并终止", "The officer leaves: office, all roles and keys end together")),
      Command(
        "officers.lost", .officers, OfficersScreen.losing, keys: [.letter("D")], quiet: true, undo: .final,
        Phrase(
          "设备丢失或被盗：终止它的密钥，可同时移交申报件", "A device was lost or stolen: end its key, and hand over the cases if wanted")),
    ] + acts(in: .officers) + moves(.officers, "officers") + [
      Command(
        "officers.scrollDown", .officers, Phrase("往下看", "Scroll"), keys: [.letter("J")], quiet: true,
        Phrase("往下看职责和密钥", "Scroll roles and keys down")),
      Command(
        "officers.scrollUp", .officers, Phrase("往上看", "Scroll up"), keys: [.letter("I")], quiet: true,
        Phrase("往上看职责和密钥", "Scroll roles and keys up")),
    ]
}
