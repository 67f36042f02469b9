import Casework
public import ScoringCore

/// Names of acts, of what they ask, and of coded words, for dialogs and the timeline.
public enum ActionWords {
  /// The act as it is offered; what happened is called by `Kind.title`.
  public static func kind(_ kind: String) -> Phrase {
    acts[kind] ?? Kind.named(kind)?.title ?? Phrase(kind, kind)
  }

  /// A coded word of a field.
  public static func word(_ word: String) -> Phrase { words[word] ?? Phrase(word, word) }

  static func options(_ codes: [String]) -> [Form.Option] { codes.map { Form.Option($0, word($0)) } }

  private static let acts: [String: Phrase] = [
    "assign": Phrase("领取", "Take"), "release": Phrase("放回", "Release"), "conflict": Phrase("回避", "Conflict"),
    "verify": Phrase("核实", "Verify"), "check": Phrase("核对材料", "Check paper"), "notRequired": Phrase("不要求", "Not asked"),
    "judge": Phrase("判断", "Judge"), "return": Phrase("退回更正", "Return"), "extend": Phrase("延长更正", "Extend"),
    "resubmit": Phrase("收更正件", "Resubmitted"),
    "lapse": Phrase("逾期未更正", "Lapse"), "hold": Phrase("搁置", "Hold"), "resume": Phrase("恢复", "Resume"),
    "withdraw": Phrase("撤回", "Withdraw"), "recommend": Phrase("提出建议", "Recommend"), "sign": Phrase("签批", "Sign"),
    "challenge": Phrase("质疑", "Challenge"), "order": Phrase("决定抽查", "Order visit"),
    "plan": Phrase("安排抽查", "Plan visit"), "finding": Phrase("记录", "Record"), "closeVisit": Phrase("办结", "Close visit"),
    "cosign": Phrase("会签", "Cosign"), "enterNotice": Phrase("列入公示", "Enter notice"),
    "extendNotice": Phrase("延长公示", "Extend notice"), "pull": Phrase("撤下公示", "Pull"),
    "closeNotice": Phrase("结束公示", "Close notice"), "lodge": Phrase("登记异议", "Lodge"),
    "redact": Phrase("隐名本", "Redact"), "acknowledge": Phrase("告知受理", "Acknowledge"),
    "investigate": Phrase("调查", "Investigate"), "answer": Phrase("答复", "Answer"), "told": Phrase("告知结果", "Tell"),
    "view": Phrase("打开密封件", "Open sealed"), "decide": Phrase("决定", "Decide"),
    "forward": Phrase("推荐上报", "Forward"), "ministry": Phrase("部里结果", "Ministry"),
    "reopen": Phrase("重新审核", "Reopen"), "undo": Phrase("撤销", "Undo"), "note": Phrase("备注", "Note"),
    "settle": Phrase("裁定争议", "Settle"), "erase": Phrase("删除密封件", "Erase"),
    "countersign": Phrase("补签", "Countersign"), "letter": Phrase("发出文书", "Send letter"),
    "update": Phrase("年度更新", "Yearly update"), "change": Phrase("重大变更", "Major change"),
    "inquiry": Phrase("立案核查", "Open inquiry"), "heard": Phrase("听取陈述", "Hear enterprise"),
    "drop": Phrase("终结核查", "Drop inquiry"), "endTitle": Phrase("终止称号", "End title"),
    "officer": Phrase("登记人员", "Officer"), "role": Phrase("授予职责", "Give role"), "key": Phrase("登记密钥", "Admit key"),
    "root": Phrase("更换根主管", "Root supervisors"), "registerTitle": Phrase("登记称号", "Register title"),
    "end": Phrase("终止", "End"), "approve": Phrase("批准", "Approve"), "settings": Phrase("提出设置", "Settings"),
  ]

  private static let words: [String: Phrase] = [
    // Outcomes and next steps.
    "pass": Phrase("建议通过", "propose to pass"), "refuse": Phrase("不予认定", "refuse"),
    "meets": Phrase("符合", "meets"), "fails": Phrase("不符", "fails"),
    "draw": Phrase("进入抽签", "to the draw"), "notice": Phrase("待公示", "to the notice"),
    "recommend": Phrase("待推荐", "to be forwarded"), "recognise": Phrase("予以认定", "recognise"),
    "recognised": Phrase("认定", "recognised"), "refused": Phrase("未认定", "refused"),
    "returned": Phrase("退回", "returned"),
    // Causes and grounds.
    "request": Phrase("企业申请", "at its request"), "misdirected": Phrase("不归本地受理", "misdirected"),
    "duplicate": Phrase("重复申报", "duplicate"), "ineligible": Phrase("不具申报资格", "ineligible"),
    "doubt": Phrase("存疑", "a doubt"), "report": Phrase("举报", "report"),
    "objection": Phrase("异议", "objection"), "contradiction": Phrase("数据矛盾", "contradiction"),
    "level-above": Phrase("上级要求", "asked by the level above"), "error": Phrase("差错", "error"),
    "court": Phrase("司法或复议", "court"), "ministry": Phrase("部里要求", "ministry"),
    "stale": Phrase("依据已变", "stale"), "lead": Phrase("线索（匿名）", "lead (anonymous)"), "other": Phrase("其他", "other"),
    "family": Phrase("亲属关系", "family"), "interest": Phrase("利害关系", "interest"),
    // Visits and findings.
    "asDeclared": Phrase("与申报一致", "as declared"), "differs": Phrase("不一致", "differs"),
    "notSeen": Phrase("未见到", "not seen"), "confirmed": Phrase("属实", "confirmed"),
    "entryRefused": Phrase("拒绝入场", "entry refused"),
    // Objections.
    "heard": Phrase("听取企业意见", "enterprise heard"), "papers": Phrase("调阅材料", "papers"),
    "visit": Phrase("实地查看", "visit"), "asked": Phrase("函询", "asked"),
    "upheld": Phrase("成立", "upheld"), "partly": Phrase("部分成立", "partly upheld"),
    "dismissed": Phrase("不成立", "dismissed"), "withdrawn": Phrase("撤回", "withdrawn"),
    "none": Phrase("无", "none"), "rectify": Phrase("责令整改", "rectify"),
    "inquiry": Phrase("立案核查", "inquiry"), "letter": Phrase("来信", "letter"),
    "phone": Phrase("电话", "telephone"), "mail": Phrase("电子邮件", "e-mail"),
    "person": Phrase("当面", "in person"), "platform": Phrase("平台", "platform"),
    "expired": Phrase("保存期满", "kept long enough"),
    // Titles.
    "done": Phrase("已更新", "done"), "missed": Phrase("未更新", "missed"),
    "keeps": Phrase("称号不受影响", "the title stays"), "name": Phrase("更名", "new name"),
    "merger": Phrase("合并重组", "merger or restructuring"), "moved": Phrase("跨省迁移", "move to another province"),
    "jointVenture": Phrase("设立合资公司", "joint venture"), "business": Phrase("主营业务变化", "another main business"),
    "updateMissed": Phrase("未按期更新", "updates missed"), "changeUnreported": Phrase("变更未报", "change not reported"),
    "belowStandard": Phrase("不再符合标准", "below the standard"), "accident": Phrase("重大安全质量环境事故", "major accident"),
    "dishonesty": Phrase("严重失信", "serious dishonesty"), "evasion": Phrase("偷漏税", "tax evasion"),
    "falseData": Phrase("提供虚假数据", "false data"),
    "cancelled": Phrase("取消（自该日起）", "cancelled, from that day"),
    "revoked": Phrase("撤销（自始无效）", "revoked, as if never given"), "merged": Phrase("因合并终止", "ended by a merger"),
    "surrendered": Phrase("企业放弃", "given back by the enterprise"),
    // Officers.
    "active": Phrase("在任", "active"), "left": Phrase("离任", "left"), "changed": Phrase("职责变动", "duties changed"),
    "stolen": Phrase("密钥失窃", "key stolen"), "lost": Phrase("密钥丢失", "key lost"),
    "settings": Phrase("时限和规则设置", "settings"), "calendar": Phrase("工作日历", "calendar"),
    "letters": Phrase("文书模板", "letters"),
    "overlay": Phrase("省级细则", "overlay"),
    // Sections a challenge names.
    "facts": Phrase("事实", "facts"), "materials": Phrase("材料", "materials"),
    "rules": Phrase("适用规则", "rules applied"), "reasons": Phrase("理由", "reasons"),
  ]
}
