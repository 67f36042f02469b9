import ScoringCore
import StrictJSON

/// 抽查记录: what the two officers saw of one item; of a fact it is the verified value as well.
struct VisitFinding: Act {
  let name = ActName.finding
  let wording = ActWording(done: ("抽查记录", "Visit finding"), verb: ("记录", "Record"), "记录现场情况", "Record what was seen")
  let who: [OfficerRole] = [.spotCheck]
  let from: Set<CaseState>? = [.spotCheck, .inNotice, .noticeClosed]
  let step: OfficeSettings.Step? = .spotCheck
  let traits: ActTraits = .photographs
  let fields: [Field] = [
    .id("visit", "抽查", "Visit").pointed.workedOut, .word("item", "项目", "Item").pointed,
    .one("state", "现场情况", "Seen", "asDeclared differs notSeen").compared,
    .value("value", "现场核实数", "Value found").optional.compared, .text("text", "说明", "Note").usually(""),
    .list(
      "files", "照片和材料", "Files", of: [.sha("sha", "文件", "File"), .code("kind", "种类", "Kind", "photo paper")]
    ).pointed.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.records)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let visit = act.body.text("visit") else { return act.needsOpenVisit }
    return act.mustBeOpen(visit, .open) + act.mustVisit(visit)
  }

  func answersAnew(_ body: JSONValue) -> Question? { Self.question(body) }

  private static func question(_ body: JSONValue) -> Question {
    .finding(visit: body.text("visit") ?? "", item: body.text("item") ?? "")
  }

  /// The item, and the fact where it is one: at the value found, at the declared one, or at nothing where it could not be
  /// seen.
  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    let item = event.body.text("item") ?? ""
    let found: GivenAnswer = (Self.question(event.body), .event(event.id))
    guard FactPath(item) != nil else { return [found] }
    return [found, (.fact(item), event.body.text("state") == "notSeen" ? .nothing : .event(event.id))]
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    if let item = body.text("item"), !VisitItem(item).isKnown { return [.noSuch(item, "项目", "item", "item")] }
    let value = body["value"] ?? .null
    if body.text("state") == "differs", FactPath(body.text("item") ?? "") != nil, value == .null || value == "" {
      return [.requirement("valueFound", "请写明现场核实数", "Say which value was found", field: "value")]
    }
    if let state = body.text("state"), state != "differs", value != .null, value != "" {
      return [
        .requirement(
          "valueNotAsked", "只有“不一致”才写现场核实数", "A value found goes with “differs” alone", field: "value")
      ]
    }
    return FactEntry.faults(value == "" ? nil : value, at: body.text("item"))
  }

  /// What differs is another value than the declared one: it would count as a difference all the same.
  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard body.text("state") == "differs", let path = FactPath(body.text("item") ?? ""),
      let declared = place.file?.revision.application.value(at: path),
      let value = body["value"].flatMap({ try? FactValue($0, at: path) }), value == declared
    else { return [] }
    return [
      .requirement(
        "asDeclared", "现场核实数与申报相同：请记“与申报一致”", "That is the declared value: record “as declared”", field: "value")
    ]
  }

  /// What was photographed of an item stays with it, each photograph once, whatever is recorded of it next, and so does
  /// the note of an answer that is only given again.
  func complete(_ action: Action, in place: Situation) -> Action {
    var whole = action.setting("visit", place.onlyOpenVisit).setting("files", [])
    if let path = FactPath(whole.fields.text("item") ?? "") {
      whole = whole.replacing("value") { FactEntry.value($0, at: path) }
    }
    var stated: Set<String?> = []
    whole = whole.replacing("files") { .array(($0.array ?? []).filter { stated.insert($0.text("sha")).inserted }) }
    guard let standing = place.fold.body(Self.question(whole.fields))?.body else { return whole }
    let kept = standing.list("files").filter { !stated.contains($0.text("sha")) }
    whole = whole.replacing("files") { .array(kept + ($0.array ?? [])) }
    let isSame = standing["state"] == whole.fields["state"] && standing["value"] == whole.fields["value"]
    return isSame ? whole.replacing("text") { $0 == "" ? standing["text"] ?? $0 : $0 } : whole
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let item = event.body.text("item") ?? ""
    var found = Self.word(event.body.text("state"))
    if let value = event.body["value"], value != .null, value != "" {
      let amount = FactEntry.amount(value, at: FactPath(item))
      found = Phrase("\(found.zh) \(amount.zh)", "\(found.en) \(amount.en)")
    }
    let files = event.body.list("files").count
    let attached = files == 0 ? .empty : Phrase("附件 \(files) 份", files == 1 ? "1 file" : "\(files) files")
    return Self.told([VisitItem(item).name, found, attached], words(event))
  }

  private static func word(_ code: String?) -> Phrase {
    switch code {
    case "asDeclared": Phrase("与申报一致", "as declared")
    case "differs": Phrase("与申报不一致", "differs")
    default: Phrase("未能查见", "not seen")
    }
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(Self.question(action.fields))] }
}
