public import ScoringCore

extension Kind {
  /// What the act is called on screens and in timelines.
  public var title: Phrase { Kind.titles[name] ?? Phrase(name, name) }

  private static let titles: [String: Phrase] = [
    "receive": Phrase("收件", "Received"), "assign": Phrase("分配", "Assigned"),
    "release": Phrase("退还分配", "Released"), "conflict": Phrase("声明利害关系", "Conflict of interest"),
    "verify": Phrase("核实数据", "Fact verified"), "check": Phrase("核对材料", "Paper checked"),
    "judge": Phrase("判断未定条件", "Condition judged"), "return": Phrase("退回更正", "Returned"),
    "extend": Phrase("延长更正期限", "Correction extended"), "resubmit": Phrase("更正后重报", "Resubmitted"),
    "lapse": Phrase("逾期未更正", "Lapsed"), "hold": Phrase("搁置", "Held"), "resume": Phrase("恢复办理", "Resumed"),
    "withdraw": Phrase("撤回", "Withdrawn"), "recommend": Phrase("提出建议", "Recommended"),
    "sign": Phrase("签批", "Signed"), "challenge": Phrase("质疑", "Challenged"),
    "sampled": Phrase("抽签结果", "Drawn or not"), "order": Phrase("决定实地抽查", "Visit ordered"),
    "plan": Phrase("安排抽查", "Visit planned"), "finding": Phrase("抽查记录", "Visit finding"),
    "closeVisit": Phrase("抽查办结", "Visit closed"), "cosign": Phrase("抽查会签", "Visit countersigned"),
    "enterNotice": Phrase("列入公示", "Notice entered"), "extendNotice": Phrase("延长公示", "Notice extended"),
    "lodge": Phrase("登记异议举报", "Objection or report lodged"), "redact": Phrase("制作隐名本", "Redacted copy"),
    "acknowledge": Phrase("告知受理", "Acknowledged"), "told": Phrase("告知结果", "Told the outcome"),
    "investigate": Phrase("调查", "Investigated"), "answer": Phrase("答复", "Answered"),
    "pull": Phrase("撤下公示", "Pulled from notice"), "closeNotice": Phrase("公示结束", "Notice closed"),
    "decide": Phrase("认定决定", "Decided"), "forward": Phrase("推荐到部里", "Forwarded to the ministry"),
    "ministry": Phrase("部里结果", "Ministry's outcome"), "reopen": Phrase("重新审核", "Reopened"),
    "undo": Phrase("撤销", "Undone"), "settle": Phrase("裁定争议", "Contest settled"), "note": Phrase("备注", "Note"),
    "letter": Phrase("发函", "Letter"), "view": Phrase("查看密封件", "Sealed file viewed"),
    "erase": Phrase("删除密封件", "Erased"), "countersign": Phrase("补签", "Countersigned"),
    "registerTitle": Phrase("登记称号", "Title registered"), "update": Phrase("年度更新", "Yearly update"),
    "change": Phrase("重大变更", "Major change"), "inquiry": Phrase("称号核查", "Inquiry into the title"),
    "heard": Phrase("听取陈述", "Enterprise heard"), "drop": Phrase("终结核查", "Inquiry dropped"),
    "endTitle": Phrase("终止称号", "Title ended"), "openRound": Phrase("开启批次", "Round opened"),
    "planDraw": Phrase("抽签方案", "Draw planned"), "draw": Phrase("抽签", "Draw"),
    "notice": Phrase("公示名单", "Notice list"), "announce": Phrase("公告名单", "Announcement"),
    "forwardList": Phrase("推荐名单", "Recommendation list"), "export": Phrase("导出", "Export"),
    "found": Phrase("建库", "Store founded"), "officer": Phrase("人员", "Officer"), "key": Phrase("密钥", "Key"),
    "role": Phrase("职责", "Role"), "end": Phrase("终止", "Ended"), "root": Phrase("根主管", "Root supervisors"),
    "approve": Phrase("批准", "Approved"), "settings": Phrase("设置", "Settings"),
    "checkpoint": Phrase("存证", "Checkpoint"),
  ]
}
