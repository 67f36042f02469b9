import ScoringCore
import StrictJSON

/// 核对材料: a paper is in order, missing, defective or not asked for.
struct Check: Act {
  let name = ActName.check
  let wording = ActWording(
    done: ("核对材料", "Document checked"), verb: ("核对材料", "Check document"), "核对一份材料", "Check a document of the list")
  let who: [OfficerRole] = [.reviewer, .spotCheck]
  let from: Set<CaseState>? = [.inReview, .spotCheck]
  let step: OfficeSettings.Step? = .review
  let traits: ActTraits = .everyday
  let fields: [Field] = [
    .word("item", "材料", "Document").pointed, .whole("year", "年度", "Year").pointed.optional,
    .sha("file", "文件", "File", .line).pointed.optional,
    .one("state", "状态", "State", "ok missing defective notRequired").pointed.compared,
    .list(
      "defects", "缺陷", "Defects", .many(.defects),
      of: [
        .code("code", "缺陷", "Defect", ""), .whole("year", "年度", "Year").optional,
        .word("path", "数据项", "Fact").optional, .decimal("by", "差额", "By").optional,
        .text("text", "说明", "Note").optional,
      ]
    ).workedOut.compared, .text("reason", "为什么不要求", "Why it is not required").optional,
    .text("text", "说明", "Note").made.optional,
  ]
  let offer: ActOffer? = ActOffer(.records)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    switch act.body.text("state") {
    case "notRequired": return act.needsText("reason")
    case "defective" where act.body["defects"]?.array?.isEmpty == true: return [.reasons]
    default:
      return act.body.list("defects").contains { $0.text("code") == "other" && ($0.text("text") ?? "").isEmpty }
        ? [.requirement("text", "“其他”须写明一句话", "`other` needs a sentence", field: "text")] : []
    }
  }

  func answersAnew(_ body: JSONValue) -> Question? { Self.question(body) }

  static func question(_ body: JSONValue) -> Question {
    .material(item: body.text("item") ?? "", year: body.number("year"), file: body.text("file"))
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { [(Self.question(event.body), .event(event.id))] }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    CodedReasons.otherNeedsText(body["defects"], body.text("text"))
      + (body.text("state") == "notRequired" && (body.text("reason") ?? "").isEmpty ? [.sayWhat("reason")] : [])
      + (body.text("state") == "defective" && body.list("defects").isEmpty ? [.reasons.about("defects")] : [])
  }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard isBegun else { return [] }
    let unlisted = unlisted(body, in: place)
    let isInOrder = body.text("state") == SupportingDocument.State.ok.rawValue
    return unlisted.isEmpty ? place.unmet(of: documents(Action(name, body), in: place), isInOrder: isInOrder) : unlisted
  }

  func documents(_ action: Action, in place: Situation) -> [DeclaredFile] {
    let body = complete(action, in: place).fields
    return (place.file?.papers ?? []).filter {
      $0.item.rawValue == body.text("item") && $0.year == body.number("year") && $0.sha == body.text("file")
    }.compactMap(\.declared)
  }

  /// What is wrong with the paper that is named.
  private func unlisted(_ body: JSONValue, in place: Situation) -> [UnmetRequirement] {
    guard let file = place.file else { return [] }
    guard let item = MaterialItem(rawValue: body.text("item") ?? "") else {
      return [.noSuch(body.text("item"), "材料", "document", "item")]
    }
    let same = file.papers.filter { $0.item == item && $0.year == body.number("year") }
    if let sha = body.text("file") {
      return same.contains { $0.sha == sha }
        ? [] : [.requirement("noSuchPaper", "案卷里没有这份材料", "This is not a document of the case", field: "file")]
    }
    // A check of what was handed in names it, were it the only one: else it would be of a paper that nobody has.
    let attached = same.filter { $0.sha != nil }
    guard attached.isEmpty || attached.count < same.count else {
      let names = attached.map { "\($0.file ?? "") \($0.sha ?? "")" }.joined(separator: "\n")
      return [
        .requirement(
          "whichPaper", "须写明核对的是哪一份（file=）：\n\(names)", "Say which document it is about (file=):\n\(names)",
          field: "file")
      ]
    }
    return same.isEmpty
      ? [.requirement("notOnTheList", "材料清单里没有这一项", "The list of documents has no such item", field: "item")] : []
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    var whole = action.setting("defects", [])
    let note = whole.fields.text("text") ?? ""
    whole = whole.replacing("defects") { CodedReasons.defects($0, note: note) }
    // Named by its beginning, as screens print it.
    let named = (place.file?.papers ?? []).compactMap(\.sha).filter { sha in
      whole.fields.text("file").map { $0.count >= 8 && sha.hasPrefix($0) } ?? false
    }
    return Set(named).count == 1 ? whole.replacing("file") { _ in .string(named[0]) } : whole
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase { Self.told(event.body, number: nil) }

  /// The paper, what it was found to be, and why.
  /// - Parameter number: its place among the papers of its kind and year.
  static func told(_ body: JSONValue, number: Int?) -> Phrase {
    let item = body.text("item")
    let name = MaterialItem(rawValue: item ?? "")?.name ?? .same(item)
    let which = (body.number("year").map { " \($0)" } ?? "") + (number.map { " #\($0)" } ?? "")
    let defects = body.list("defects").map { defect in
      DefectCode(rawValue: defect.text("code") ?? "")?.name ?? .same(defect.text("code"))
    }
    let notes = Set(body.list("defects").compactMap { $0.text("text") }.filter { !$0.isEmpty }).sorted()
    return told(
      [Phrase(name.zh + which, name.en + which), word(body.text("state")), defects.joined("、", ", ")],
      .same(([body.text("reason")].compactMap(\.self) + notes).joined(separator: "；")))
  }

  private static func word(_ code: String?) -> Phrase {
    switch code {
    case "ok": Phrase("齐备", "in order")
    case "missing": Phrase("缺件", "missing")
    case "defective": Phrase("有缺陷", "defective")
    default: Phrase("不要求", "not required")
    }
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(Self.question(action.fields))] }
}
