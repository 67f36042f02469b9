package import ScoringCore

/// Coded words of acts' fields, as officers call them.
package enum CodedWords {
  /// A coded word of a field; the word itself where it is none that the program knows.
  package static func word(_ code: String) -> Phrase {
    words[code] ?? Finding.Kind(rawValue: code)?.name ?? Phrase(code, code)
  }

  /// Keeps none of the answers of a contest: the question is open again.
  package static let none = "none"

  /// The outcome of an act in a line of the timeline.
  static func outcome(_ code: String?) -> Phrase {
    switch code {
    case "pass": Phrase("拟通过", "to pass")
    case "refuse": Phrase("拟不予通过", "to refuse")
    case "recognise", "recognised": Phrase("予以认定", "recognised")
    case "refused": Phrase("不予认定", "refused")
    case "returned": Phrase("退回", "returned")
    case "meets": Phrase("符合", "meets")
    case "fails": Phrase("不符", "fails")
    case "upheld": Phrase("成立", "upheld")
    case "partly": Phrase("部分成立", "partly upheld")
    case "dismissed": Phrase("不成立", "dismissed")
    case "withdrawn": Phrase("异议人撤回", "withdrawn by the objector")
    default: Phrase(code ?? "", code ?? "")
    }
  }

  private static let words: [String: Phrase] = [
    // Outcomes and next steps.
    "pass": Phrase("拟通过", "propose to pass"), "refuse": Phrase("不予通过", "refuse"),
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
    "court": Phrase("司法或复议", "court"), "ministry": Phrase("工信部要求", "ministry"),
    "stale": Phrase("依据已变", "stale"), "lead": Phrase("线索（匿名）", "lead (anonymous)"), "other": Phrase("其他", "other"),
    "family": Phrase("亲属关系", "family"), "interest": Phrase("利害关系", "interest"),
    // Visits and findings.
    "asDeclared": Phrase("与申报一致", "as declared"), "differs": Phrase("不一致", "differs"),
    "notSeen": Phrase("未能查见", "not seen"), "confirmed": Phrase("与申报一致", "confirmed"),
    "entryRefused": Phrase("拒绝入场", "entry refused"),
    // Objections.
    "heard": Phrase("听取企业意见", "enterprise heard"), "papers": Phrase("调阅材料", "documents"),
    "visit": Phrase("实地查看", "visit"), "asked": Phrase("函询", "asked"),
    "upheld": Phrase("成立", "upheld"), "partly": Phrase("部分成立", "partly upheld"),
    "dismissed": Phrase("不成立", "dismissed"), "withdrawn": Phrase("撤回", "withdrawn"),
    "none": Phrase("无", "none"), "rectify": Phrase("责令整改", "rectify"),
    "inquiry": Phrase("启动核查", "inquiry"), "letter": Phrase("来信", "letter"),
    "phone": Phrase("电话", "telephone"), "mail": Phrase("电子邮件", "e-mail"),
    "person": Phrase("当面", "in person"), "platform": Phrase("平台", "platform"),
    "signed": Phrase("签字", "signed by hand"), "sealed": Phrase("盖章", "under seal"),
    "unsigned": Phrase("未盖章签字", "neither sealed nor signed"),
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
    "declined": Phrase("不同意", "declined"),
    "settings": Phrase("时限和规则设置", "settings"), "calendar": Phrase("工作日历", "calendar"),
    "letters": Phrase("文书模板", "letters"),
    "overlay": Phrase("省级细则", "overlay"),
    // Sections a challenge names.
    "facts": Phrase("事实", "facts"), "materials": Phrase("材料", "materials"),
    "rules": Phrase("适用规则", "rules applied"), "reasons": Phrase("理由", "reasons"),
    // Facts and papers.
    "read": Phrase("读自材料", "read in a document"), "accepted": Phrase("按申报采信", "accepted as declared"),
    "ok": Phrase("齐备", "in order"), "missing": Phrase("缺件", "missing"), "defective": Phrase("有缺陷", "defective"),
    "notRequired": Phrase("不要求", "not asked"), "undetermined": Phrase("未定", "undetermined"),
    "photo": Phrase("照片", "photograph"), "paper": Phrase("材料", "document"),
    // Receipt, days, rounds.
    "new": Phrase("新申请", "new"), "review": Phrase("复核", "review"), "import": Phrase("导入", "import"),
    "working": Phrase("工作日", "working days"), "true": Phrase("是", "yes"), "false": Phrase("否", "no"),
    "enterprise": Phrase("企业", "the enterprise"),
  ]
}
