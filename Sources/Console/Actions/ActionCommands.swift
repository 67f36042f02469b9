import ScoringCore

extension Command {
  /// Acts on a case. Only those of every day have a key; all can be given by name in the palette.
  static let acts: [Command] = [
    act(
      "assign", .caseFile, "a", quiet: false,
      Phrase("领取这一件；领取即声明没有利害关系", "Take the case; taking it states that there is no conflict of interest")),
    act(
      "return", .caseFile, "r", quiet: false,
      Phrase("退回企业更正，写明理由和期限", "Return it for correction with reasons and a due day")),
    act("recommend", .caseFile, "t", quiet: false, Phrase("提出通过或不予认定的意见", "Propose to pass or to refuse")),
    act("sign", .caseFile, "s", undo: .final, quiet: false, Phrase("签批别人的意见", "Sign another officer's proposal")),
    act("challenge", .caseFile, "S", Phrase("质疑意见，退回审核", "Challenge the proposal; it goes back to review")),
    act("hold", .caseFile, "H", Phrase("搁置，时限停止计算", "Hold it; the clock stops")),
    act("resume", .caseFile, "U", Phrase("恢复，时限继续计算", "Go on; the clock runs again")),
    act("note", .caseFile, "N", Phrase("在案卷里留一条备注", "Put a note on file")),
    act("undo", .caseFile, "u", Phrase("撤销最近的一步，写明理由", "Take back the newest step, with a reason")),
    act("judge", .caseFile, "J", Phrase("判断规则没有定的条件", "Judge a condition that the rules leave open")),
    act("settle", .caseFile, nil, Phrase("裁定争议：两个答案并排，择一或都不采用", "Settle a contest: its answers side by side")),
    act("countersign", .caseFile, nil, Phrase("补签离任人员的记录", "Countersign what an officer who left had written")),
    act("release", .caseFile, nil, Phrase("把案件放回未分配", "Give the case back to nobody")),
    act("conflict", .caseFile, nil, Phrase("声明回避", "State a conflict of interest")),
    act("extend", .caseFile, nil, Phrase("延长补正期限", "Extend the time for correction")),
    act("resubmit", .caseFile, nil, Phrase("收下企业更正后的申报文件", "Take in the application as the enterprise corrected it")),
    act("lapse", .caseFile, nil, undo: .final, Phrase("逾期未补正，作撤回处理", "Not corrected in time: withdrawn")),
    act("withdraw", .caseFile, nil, undo: .final, Phrase("撤回申报", "Withdraw the application")),
    act("order", .caseFile, nil, Phrase("因疑点安排实地抽查", "Order a visit on a stated ground")),
    act("enterNotice", .caseFile, nil, undo: .final, Phrase("列入公示", "Enter it in a public notice")),
    act("extendNotice", .caseFile, nil, Phrase("延长公示", "Make the notice longer")),
    act("pull", .caseFile, nil, undo: .final, Phrase("撤出公示", "Pull it out of the notice")),
    act("closeNotice", .caseFile, nil, undo: .final, Phrase("公示期满，结束公示", "Close the notice after its last day")),
    act("decide", .caseFile, "D", undo: .final, Phrase("作出认定或不予认定的决定", "Decide: recognise or refuse")),
    act("forward", .caseFile, nil, undo: .final, Phrase("推荐上报工业和信息化部", "Forward it to the ministry")),
    act("ministry", .caseFile, nil, undo: .final, Phrase("记录部里的结果", "Record the ministry's outcome")),
    act("reopen", .caseFile, nil, Phrase("重新审理", "Open the case again")),
    act(
      "lodge", .objections, "n", quiet: false,
      Phrase("登记异议、举报或线索，原文和身份密封", "Lodge an objection, report or lead; text and identity are sealed")),
    act("redact", .objections, "e", quiet: false, Phrase("写他人可读的脱密副本", "Write the copy that others may read")),
    act(
      "view", .objections, "o", quiet: false,
      Phrase("打开密封的原文和身份；打开即留记录", "Open the sealed text and identity; that is recorded")),
    act("acknowledge", .objections, "k", Phrase("告知异议人已收到", "Tell the objector it has arrived")),
    act("investigate", .objections, "i", quiet: false, Phrase("记录调查的一步", "Record a step of the investigation")),
    act("answer", .objections, "w", undo: .final, quiet: false, Phrase("答复异议", "Answer it")),
    act(
      "erase", .objections, nil, undo: .final,
      Phrase("删除密封的原文、身份或副本；异议处理员提出，主管同意", "Erase sealed texts or copies: asked by one, agreed by a supervisor")),
    act("told", .objections, "T", Phrase("告知异议人结果", "Tell the objector the answer")),
    act(
      "letter", .letters, "n", quiet: false, Phrase("把选中的草稿作为文书发出，存入案卷", "Send the chosen draft as a letter, on file")),
    act("plan", .spotCheck, "p", quiet: false, Phrase("派两名抽查员，定日期", "Send two officers on a day")),
    act(
      "closeVisit", .spotCheck, "c", quiet: false, Phrase("结束抽查，等另一人会签", "Close the visit; the other officer cosigns")),
    act("cosign", .spotCheck, "v", undo: .final, quiet: false, Phrase("会签抽查结果", "Cosign the result of the visit")),
  ]

  static func act(
    _ kind: String, _ scope: Scope, _ key: Unicode.Scalar?, undo: Undo = .undoable, quiet: Bool = true,
    _ summary: Phrase
  ) -> Command {
    Command(
      ID(rawValue: ActionDialog.prefix + kind), scope, ActionWords.kind(kind),
      keys: key.map { [.letter($0)] } ?? [], quiet: quiet, undo: undo, summary)
  }
}
