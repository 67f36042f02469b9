import ScoringCore
import StrictJSON

extension Rules {
  /// Titles: running → inquiry → running or ended.
  var entitling: [Unmet] {
    if kind.name == "registerTitle" {
      return fold.title == nil
        ? [] : [.requirement("titleExists", "称号已经登记", "The title is registered already")]
    }
    guard let title = fold.title else {
      return [.requirement("noTitle", "没有称号", "There is no title here")]
    }
    switch kind.name {
    case "heard", "drop":
      return title.phase == .inquiry
        ? [] : [.requirement("noInquiry", "没有核查中的称号", "The title is under no inquiry")]
    case "endTitle": return ending(title)
    default:
      return title.phase == .running
        ? [] : [.requirement("titleNotRunning", "称号不在有效状态", "The title is not running")]
    }
  }

  private func ending(_ title: TitleTerm) -> [Unmet] {
    let isGivenBack = body.text("how") == "surrendered"
    var unmet: [Unmet] = []
    if title.phase != (isGivenBack ? .running : .inquiry) {
      unmet.append(
        .requirement("noInquiry", "须先核查并听取企业陈述", "An inquiry comes first, and the enterprise is heard"))
    }
    if let of = body.text("of") {
      if of != (isGivenBack ? title.given : title.inquiry) {
        unmet.append(.notLive)
      } else if named?.author == author {
        unmet.append(.sameOfficer(Phrase("须由另一人终止称号", "Another officer must end the title")))
      }
    }
    if !isGivenBack, let inquiry = title.inquiry,
      !fold.log.contains(where: { $0.event.kind == "heard" && fold.saw($0.event.id, inquiry) })
    {
      unmet.append(.requirement("notHeard", "还没有听取企业陈述", "The enterprise has not been heard"))
    }
    return unmet
  }

  /// Rounds and draws.
  var drawing: [Unmet] {
    switch kind.name {
    case "openRound":
      return fold.body("round") == nil
        ? [] : [.requirement("roundOpen", "本批次已经开启", "The round is open already")]
    case "planDraw":
      return fold.body("round") == nil ? [.requirement("noRound", "本批次还没有开启", "The round is not open")] : []
    default:
      guard let of = body.text("of") else { return [] }
      guard let plan = fold.event(of), plan.kind == "planDraw" else { return [.unknown] }
      var unmet: [Unmet] = []
      if plan.author == author {
        unmet.append(
          .sameOfficer(Phrase("种子须由制定方案以外的人录入", "Another person than the planner enters the seed")))
      }
      let seed = body.text("seed") ?? ""
      if !Draw.isSeed(seed) {
        unmet.append(.requirement("seed", "种子为 1 至 64 个数字或字母", "A seed is 1 to 64 ASCII digits or letters"))
      }
      return unmet
    }
  }
}
