import ScoringCore
import StrictJSON

/// 年度更新: the yearly update of a title was done, or missed.
struct Update: Act {
  let name = ActName.update
  let wording = ActWording(
    done: ("年度更新", "Yearly update"), "记下某年的数据更新已做或未做", "Note that the update of a year was done or missed")
  let place = ActPlace.titles
  let alsoIn: [ActPlace] = [.cases]
  let who: [OfficerRole] = [.reviewer]
  let fields: [Field] = [
    .whole("year", "年度", "Year").among(.updateYears),
    .one("state", "情况", "State", "done missed").usually("done").compared.deciding,
    .sha("source", "依据", "Source").pointed.optional,
  ]
  let offer: ActOffer? = ActOffer(.title, "m")

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { TitleTerm.running(act.fold) }
  func answersAnew(_ body: JSONValue) -> Question? { .update(body.number("year") ?? 0) }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard let year = body.number("year"), let title = place.fold.title, let from = title.from, let until = title.until,
      case let years = TitleRules.updateYears(from: from, until: until), !years.contains(year)
    else { return [] }
    return [
      .requirement(
        "outsideTerm", "\(year) 年不在这一称号的更新年度内：\(years.lowerBound) 至 \(years.upperBound)",
        "\(year) is no year of this title's updates: \(years.lowerBound) to \(years.upperBound)", field: "year")
    ]
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.update(event.body.number("year") ?? 0), .event(event.id))]
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let year = event.body.number("year").map(String.init) ?? ""
    return event.body.text("state") == "missed"
      ? Phrase("\(year) 未更新", "\(year) missed") : Phrase("\(year) 已更新", "\(year) done")
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] {
    [.answer(.title), .answer(.update(action.fields.number("year") ?? 0))]
  }
}
