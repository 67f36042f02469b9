import Casework
import ScoringCore

/// What an officer is asked for each act; what can be worked out is never asked.
enum ActionFields {
  /// Defects of papers as coded reasons, in the order of the standard; the last needs a sentence.
  private static let defects = DefectCode.allCases.map { Form.Option($0.rawValue, $0.name) }

  static func of(_ kind: String, today: Day, _ settings: OfficeSettings) -> [Form.Field] {
    switch kind {
    case "return":
      [
        many("reasons", Phrase("理由", "Reasons"), defects),
        text("text", Phrase("给企业的话", "To the enterprise"), required: false),
        correction(settings, from: today),
      ]
    case "check":
      [many("defects", Phrase("缺陷", "Defects"), defects), text("text", Phrase("说明", "Note"), required: false)]
    case "notRequired": [text("reason", Phrase("为什么不要求", "Why it is not required"))]
    case "judge":
      [
        one("condition", Phrase("条件", "Condition"), []),
        one("outcome", Phrase("认定", "Judgement"), ["meets", "fails"]), text("reason", Phrase("理由", "Reason")),
      ]
    case "settle":
      [
        one("question", Phrase("争议", "Contested"), []), one("keep", Phrase("裁定", "Settle it"), []),
        text("reason", Phrase("理由", "Reason")),
      ]
    case "undo": [one("of", Phrase("撤销哪一步", "Which step"), []), text("reason", Phrase("理由", "Reason"))]
    case "letter": [one("code", Phrase("文书", "Letter"), [])]
    case "countersign": [one("of", Phrase("补签哪一条", "Which event"), []), text("text", Phrase("说明", "Note"))]
    case "erase":
      [
        one("of", Phrase("同意", "Consent"), []), many("files", Phrase("删除什么", "What to erase"), []),
        one("ground", Phrase("依据", "Ground"), ["request", "expired", "court", "other"]),
      ]
    case "extend":
      [day("due", Phrase("新的期限", "New due day"), from: today), text("reason", Phrase("理由", "Reason"))]
    case "resubmit": [text("path", Phrase("更正后的申报文件", "The corrected application file"))]
    case "hold":
      [text("reason", Phrase("理由", "Reason")), day("until", Phrase("预计到", "Until"), from: today, required: false)]
    case "resume", "release": [text("reason", Phrase("理由", "Reason"), required: false)]
    case "lapse": [text("reason", Phrase("理由", "Reason"))]
    case "withdraw":
      [
        one("cause", Phrase("原因", "Cause"), ["request", "misdirected", "duplicate", "ineligible"]),
        text("reason", Phrase("说明", "Reason")),
        Form.Field(
          "path", Phrase("企业的申请书（文件）", "Its request (a file)"), .text(limit: 4_000), required: false,
          hint: Phrase("企业申请撤回而附申请书的，审核员可办；其他由主管办", "With it the reviewer can; all else is the supervisor's")),
      ]
    case "recommend":
      [
        one("outcome", Phrase("意见", "Proposal"), ["pass", "refuse"]),
        text("text", Phrase("不予认定的理由", "Reasons of a refusal"), required: false),
        text("justification", Phrase("与测算不同的依据", "Why against the computed outcome"), required: false),
      ]
    case "sign": [one("next", Phrase("下一步", "Next"), ["draw", "notice", "recommend"])]
    case "challenge":
      [
        one("section", Phrase("质疑哪一部分", "Section"), ["facts", "materials", "rules", "reasons"]),
        text("text", Phrase("质疑什么", "What is wrong")),
      ]
    case "conflict": [one("ground", Phrase("回避理由", "Ground"), ["family", "interest", "other"])]
    case "note": [text("text", Phrase("备注", "Note"))]
    default:
      visits(kind, today) ?? objections(kind, today) ?? decisions(kind, today) ?? titles(kind, today) ?? registry(
        kind, today) ?? []
    }
  }

  private static func visits(_ kind: String, _ today: Day) -> [Form.Field]? {
    switch kind {
    case "order":
      [
        one("ground", Phrase("理由", "Ground"), ["doubt", "report", "objection", "contradiction", "level-above"]),
        text("text", Phrase("要查什么", "What to look at")),
      ]
    case "plan":
      [
        many("officers", Phrase("两名抽查员", "Two officers"), []),
        day("day", Phrase("日期", "Day"), from: today),
      ]
    case "finding":
      [
        one("state", Phrase("所见", "Seen"), ["asDeclared", "differs", "notSeen"]),
        text("value", Phrase("现场的值", "Value found"), required: false),
        text("text", Phrase("说明", "Note"), required: false),
      ]
    case "closeVisit":
      [
        one("result", Phrase("结果", "Result"), ["confirmed", "differs", "entryRefused"]),
        text("present", Phrase("企业在场人员", "Present for the enterprise")),
      ]
    default: nil
    }
  }

  private static func objections(_ kind: String, _ today: Day) -> [Form.Field]? {
    switch kind {
    case "lodge":
      [
        one("as", Phrase("类别", "Kind"), ["objection", "report", "lead"], chosen: "objection"),
        text("text", Phrase("原文（密封保存）", "Text as received (sealed)")),
        text("identity", Phrase("姓名联系方式（密封）", "Name, contact (sealed)"), required: false),
        one("channel", Phrase("来源", "Channel"), ["letter", "phone", "mail", "person", "platform"], chosen: "letter"),
        Form.Field(
          "arrived", Phrase("收到日期", "Day of arrival"), .day(earliest: nil, latest: today), text: today.description),
      ]
    case "redact": [text("copy", Phrase("他人可读的副本", "Copy for others to read"))]
    case "acknowledge", "told":
      [one("how", Phrase("方式", "How"), ["letter", "phone", "mail", "person"], chosen: "letter")]
    case "investigate":
      [
        one("step", Phrase("做了什么", "Step"), ["heard", "papers", "visit", "asked"]),
        text("text", Phrase("结果", "Result")),
      ]
    case "answer":
      [
        one("outcome", Phrase("答复", "Answer"), ["upheld", "partly", "dismissed", "withdrawn"]),
        text("text", Phrase("理由", "Reasons")),
        one("measure", Phrase("措施", "Measure"), ["none", "rectify", "inquiry"], chosen: "none"),
      ]
    default: nil
    }
  }

  private static func decisions(_ kind: String, _ today: Day) -> [Form.Field]? {
    switch kind {
    case "decide":
      [
        one("outcome", Phrase("决定", "Decision"), ["recognise", "refuse"]), text("document", Phrase("文号", "Document")),
        day("announced", Phrase("公布日期", "Announced"), to: today),
        text("text", Phrase("不予认定的理由", "Reasons of a refusal"), required: false),
      ]
    case "enterNotice":
      [
        text("document", Phrase("公告文号或标题", "Document or title")),
        Form.Field(
          "first", Phrase("第一天", "First day"), .day(earliest: nil, latest: today), text: today.description),
      ]
    case "forward": [text("document", Phrase("文号", "Document"))]
    case "ministry":
      [
        one("outcome", Phrase("结果", "Outcome"), ["recognised", "refused", "returned"]),
        text("document", Phrase("文号", "Document")),
        day("announced", Phrase("公布日期", "Announced"), to: today, required: false),
      ]
    case "extendNotice":
      [day("last", Phrase("新的最后一天", "New last day"), from: today), text("reason", Phrase("理由", "Reason"))]
    case "pull":
      [
        one("cause", Phrase("原因", "Cause"), ["error", "contradiction", "stale", "level-above", "other"]),
        text("text", Phrase("说明", "Reason")),
      ]
    case "reopen":
      [
        one("ground", Phrase("理由", "Ground"), ["objection", "report", "error", "court", "ministry", "stale"]),
        text("text", Phrase("说明", "Reason")),
      ]
    default: nil
    }
  }

  private static func titles(_ kind: String, _ today: Day) -> [Form.Field]? {
    switch kind {
    case "registerTitle":
      [
        Form.Field("tier", Phrase("层级", "Tier"), .one(Tier.allCases.map { Form.Option($0.rawValue, $0.name) })),
        text("authority", Phrase("机关代码", "Authority code")), text("creditCode", Phrase("信用代码", "Credit code")),
        text("name", Phrase("企业名称", "Enterprise")), text("number", Phrase("证书编号", "Number"), required: false),
        day("from", Phrase("自哪一天", "From"), to: today),
        Form.Field(
          "until", Phrase("至哪一天（空着为三年）", "Until (empty: three years)"), .day(earliest: nil, latest: nil),
          required: false),
        text("path", Phrase("认定文件的路径", "File of its announcement")),
      ]
    case "update":
      [
        one("year", Phrase("年度", "Year"), []),
        one("state", Phrase("情况", "State"), ["done", "missed"], chosen: "done"),
      ]
    case "change":
      [
        one("what", Phrase("变更事项", "What changed"), ["name", "merger", "moved", "jointVenture", "business", "other"]),
        day("occurred", Phrase("发生日期", "Day it happened"), to: today),
        day("reported", Phrase("报告日期", "Day it was reported"), to: today),
        one("effect", Phrase("影响", "Effect"), ["keeps", "inquiry"], chosen: "keeps"),
        text("name", Phrase("新名称", "New name"), required: false),
        text("creditCode", Phrase("新信用代码", "New credit code"), required: false),
      ]
    case "inquiry":
      [
        one(
          "cause", Phrase("事由", "Cause"),
          [
            "updateMissed", "changeUnreported", "belowStandard", "accident", "dishonesty", "evasion", "falseData",
            "other",
          ]), text("text", Phrase("说明", "What is known")),
      ]
    case "heard": [text("text", Phrase("企业的陈述", "What the enterprise said"))]
    case "drop": [text("reason", Phrase("终结理由", "Why it is dropped"))]
    case "endTitle":
      [
        one("how", Phrase("方式", "How"), ["cancelled", "revoked", "merged", "surrendered"]),
        day("from", Phrase("自哪一天", "From"), to: today),
        day("barUntil", Phrase("禁止申报至", "Barred until"), from: today, required: false),
        text("text", Phrase("依据和理由", "Grounds")),
        many(
          "tiers", Phrase("一并终止的层级", "Tiers that end with it"),
          Tier.allCases.map { Form.Option($0.rawValue, $0.name) }),
      ]
    default: nil
    }
  }

  private static func registry(_ kind: String, _ today: Day) -> [Form.Field]? {
    switch kind {
    case "officer":
      [
        text("officer", Phrase("编号", "Id")), text("name", Phrase("姓名或岗位", "Name or post")),
        text("authority", Phrase("机关代码", "Authority code")),
        one("state", Phrase("状态", "State"), ["active", "left"], chosen: "active"),
      ]
    case "role":
      [
        one("officer", Phrase("人员", "Officer"), []),
        Form.Field(
          "role", Phrase("职责", "Role"), .one(OfficerRole.allCases.map { Form.Option($0.rawValue, $0.name) })),
        text("authority", Phrase("机关代码（* 为全部）", "Authority code (* is all)")),
        text("divisions", Phrase("限于地市（代码）", "Only these divisions"), required: false),
        Form.Field(
          "tiers", Phrase("限于层级", "Only these tiers"),
          .many(Tier.allCases.map { Form.Option($0.rawValue, $0.name) }), required: false),
      ]
    case "root":
      [
        many("supervisors", Phrase("根主管", "Root supervisors"), []),
        Form.Field("threshold", Phrase("更换须几人同意", "How many must agree to a change"), .whole(1...99), text: "1"),
      ]
    case "end":
      [
        one("of", Phrase("终止什么", "What ends"), []),
        one("why", Phrase("原因", "Why"), ["left", "changed", "stolen", "lost"]),
      ]
    case "key": [text("request", Phrase("申请", "Request"))]
    case "settings":
      [
        one("what", Phrase("哪一种", "What"), ["settings", "calendar", "letters", "overlay"], chosen: "settings"),
        text("authority", Phrase("机关代码", "Authority code")),
        Form.Field("from", Phrase("自哪一天", "From"), .day(earliest: today, latest: nil), text: today.description),
        text("path", Phrase("文件路径", "Path of the file")),
      ]
    default: nil
    }
  }

  /// Working days for a correction, with the day they lead to.
  private static func correction(_ settings: OfficeSettings, from today: Day) -> Form.Field {
    let most = 60
    let calendar = settings.calendar
    var field = Form.Field(
      "days", Phrase("补正工作日数", "Working days given"), .whole(1...most), text: "\(settings.correctionDays)")
    field.leadsTo = { text in
      guard let days = Int(text), (1...most).contains(days) else { return nil }
      let due = calendar.workingDay(days, after: today).day
      return Phrase("到 \(due)", "due \(due)").joined(CaseWords.provisional(due, calendar, why: true))
    }
    return field
  }

  // MARK: Fields

  static func text(_ id: String, _ label: Phrase, required: Bool = true) -> Form.Field {
    Form.Field(id, label, .text(limit: 4_000), required: required)
  }

  private static func one(_ id: String, _ label: Phrase, _ codes: [String], chosen: String? = nil) -> Form.Field {
    Form.Field(id, label, .one(ActionWords.options(codes)), codes: chosen.map { [$0] } ?? [])
  }

  private static func many(_ id: String, _ label: Phrase, _ options: [Form.Option]) -> Form.Field {
    Form.Field(id, label, .many(options))
  }

  private static func day(
    _ id: String, _ label: Phrase, from: Day? = nil, to: Day? = nil, required: Bool = true
  ) -> Form.Field {
    Form.Field(
      id, label, .day(earliest: from, latest: to), required: required,
      text: to.map(\.description) ?? "")
  }
}
