import ScoringCore
import StrictJSON

/// 登记称号: a title that no case here gave is entered by hand.
struct RegisterTitle: Act {
  let name = ActName.registerTitle
  let wording = ActWording(
    done: ("登记称号", "Title registered"), verb: ("登记称号", "Register title"), "登记别处给出的称号；整册用 tidu import 导入",
    "Enter a title given elsewhere; a whole register by tidu import")
  let place = ActPlace.titles
  let who: [OfficerRole] = [.signer]
  let fields: [Field] = [
    .tier("tier", "层级", "Tier"), .line("authority", "机关代码", "Authority code").made.optional,
    .line("creditCode", "信用代码", "Credit code"), .line("name", "企业名称", "Enterprise"),
    .line("number", "证书编号", "Number").optional, .day("from", "自哪一天", "From"),
    .day("until", "至哪一天（空着为三年）", "Until (empty: three years)").workedOut.deciding,
    .sha("source", "认定文件的路径", "File of its announcement"),
  ]
  let offer: ActOffer? = ActOffer(.titles, "n", final: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    act.fold.title == nil
      ? [] : [.requirement("titleExists", "称号已经登记", "The title is registered already")]
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.term(event) {
      $0.from = event.body.day("from")
      $0.until = event.body.day("until")
      $0.number = event.body.text("number")
    }
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    var unmet: [UnmetRequirement] = body["authority"] == nil ? [] : .unknownAuthority(body)
    if let code = body.text("creditCode"), !CreditCode.isWellFormed(code.utf8) {
      unmet.append(
        UnmetRequirement(
          .schema, "creditCode", Phrase("统一社会信用代码应为 18 位数字和大写字母", "A credit code is 18 digits and capitals"),
          field: "creditCode"))
    }
    return unmet
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    guard let from = action.fields.day("from"), let tier = action.fields.text("tier").flatMap(Tier.init(rawValue:))
    else { return action }
    let until = place.standard.edition(of: tier, on: from).titles.until(from)
    return action.setting("until", .string(until.description))
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase { .same(event.body.text("number") ?? event.body.text("name")) }
}
