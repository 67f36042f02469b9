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
    "verify": Phrase("核实", "Verify"), "check": Phrase("缺陷", "Defect"), "notRequired": Phrase("不要求", "Not asked"),
    "judge": Phrase("判断", "Judge"), "return": Phrase("退回更正", "Return"), "extend": Phrase("延长更正", "Extend"),
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
    // Sections a challenge names.
    "facts": Phrase("事实", "facts"), "materials": Phrase("材料", "materials"),
    "rules": Phrase("适用规则", "rules applied"), "reasons": Phrase("理由", "reasons"),
  ]
}
