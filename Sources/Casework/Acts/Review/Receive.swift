import ScoringCore
import StrictJSON

/// 收件: an application is taken in, and a case begins.
struct Receive: Act {
  let name = ActName.receive
  let wording = ActWording(done: ("收件", "Received"))
  let who: [OfficerRole] = [.reviewer]
  let step: OfficeSettings.Step? = .review
  let traits: ActTraits = .final
  let fields: [Field] = [
    .sha("application", "申报文件", "Application").compared, .word("authority", "主管部门", "Authority"),
    .word("batch", "批次", "Batch"), .word("division", "地市", "Division").optional, .tier("tier", "层级", "Tier"),
    .one("type", "类型", "Type", "new review"), .line("creditCode", "信用代码", "Credit code"),
    .day("submitted", "提交日期", "Submitted"), .whole("referenceYear", "上年度", "Reference year"),
    .one("via", "来源", "Through", "platform paper import"), .word("title", "所续称号", "Title extended").optional,
    .words("flags", "收件提示", "Flags"),
  ]

  /// The folder is the case's own: `cases/<authority>/<batch>/<id>`.
  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    let parts = act.folder.split(separator: "/")
    return ["authority", "batch"].enumerated().filter { index, field in
      act.body[field] != nil && (parts.count < 4 || act.body.text(field) != String(parts[index + 1]))
    }.map { .schema($0.element) }
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    var stage = Stage(.inReview)
    stage.bring(event)
    return [(.stage, .stage(stage))]
  }
}
