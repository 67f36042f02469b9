import ScoringCore

extension Command {
  /// The commands of the officers' screen.
  static let officers: [Command] =
    [
      Command(
        "officers.open", .officers, Phrase("办理", "Do"), keys: [.enter],
        Phrase("列出对这名人员能做的事；在“待批准”里批准", "List what can be done for the officer; under To approve, approve")),
      Command(
        "officers.cases", .officers, Phrase("在办案件", "Cases"), keys: [.letter("c")],
        Phrase("打开这名人员手上的案件", "Open the cases this officer has")),
      Command(
        "officers.nextTab", .officers, Phrase("下一栏", "Next part"), keys: [.tab, .right, .letter("l")],
        Phrase("换到人员、待批准、设置；数字键直接选", "Go on to officers, approvals, settings; digits choose one")),
      Command(
        "officers.previousTab", .officers, Phrase("上一栏", "Part before"), keys: [.backTab, .left, .letter("h")],
        quiet: true, Phrase("换到上一栏", "Go to the part before")),
      act("officer", .officers, "n", quiet: false, Phrase("登记人员，或改为离任", "Enter an officer, or that one has left")),
      act("role", .officers, "r", quiet: false, Phrase("授予职责和管辖范围", "Give a role within a jurisdiction")),
      act("key", .officers, "K", Phrase("登记人员的密钥", "Admit an officer's key")),
      act("end", .officers, "x", undo: .final, Phrase("终止任职、职责或密钥", "End an office, a role or a key")),
      act(
        "root", .officers, nil, undo: .final,
        Phrase("更换根主管和更换时须同意的人数", "Change the root supervisors, and how many must agree to a change")),
      act("approve", .officers, "y", undo: .final, quiet: false, Phrase("批准别人提出的事项", "Approve what another proposed")),
      act(
        "settings", .officers, "S", Phrase("提出新的设置、文书模板或细则文件", "Propose new settings, letters or an overlay")),
    ] + moves(.officers, "officers") + [
      Command(
        "officers.scrollDown", .officers, Phrase("往下看", "Scroll"), keys: [.letter("J")], quiet: true,
        Phrase("往下看职责和密钥", "Scroll roles and keys down")),
      Command(
        "officers.scrollUp", .officers, Phrase("往上看", "Scroll up"), keys: [.letter("I")], quiet: true,
        Phrase("往上看职责和密钥", "Scroll roles and keys up")),
    ]
}
