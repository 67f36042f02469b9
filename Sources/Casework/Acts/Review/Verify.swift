import ScoringCore
import StrictJSON

/// 核实数据: the value of a fact as it was read, seen or accepted; the declared one stays beside it.
struct Verify: Act {
  let name = ActName.verify
  let wording = ActWording(done: ("核实数据", "Fact verified"), verb: ("核实", "Verify"), "核实一项数据", "Verify a fact")
  let who: [OfficerRole] = [.reviewer, .spotCheck]
  let from: Set<CaseState>? = [.inReview, .spotCheck]
  let step: OfficeSettings.Step? = .review
  let traits: ActTraits = .everyday
  let fields: [Field] = [
    .word("path", "数据项", "Fact").pointed, .one("how", "方式", "How", "read visit accepted").pointed,
    .value("declared", "申报值", "Declared").program.workedOut, .value("value", "核实值", "Value").workedOut.compared,
    .object(
      "source", "出处", "Source",
      [.sha("material", "材料", "Document"), .whole("page", "页码", "Page", 1...9_999).optional]
    ).pointed.optional, .id("visit", "抽查", "Visit").pointed.optional, .text("text", "说明", "Note").pointed.optional,
    .whole("page", "页码", "Page", 1...9_999).made.optional,
  ]
  let offer: ActOffer? = ActOffer(.records)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    var unmet: [UnmetRequirement] = []
    if act.body.text("how") == "read", act.body["source"] == nil {
      unmet.append(.requirement("source", "须写明读自哪份材料", "Say which document it was read from", field: "source"))
    }
    if act.body.text("how") == "visit" {
      if let visit = act.body.text("visit") {
        if act.fold.visit(visit) == nil { unmet.append(.noVisit) }
      } else {
        unmet.append(.requirement("visit", "须写明是哪次抽查", "Say which visit found it", field: "visit"))
      }
    }
    if act.body["value"] == .null { unmet += act.needsText("text") }
    return unmet
  }

  func answersAnew(_ body: JSONValue) -> Question? { .fact(body.text("path") ?? "") }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.fact(event.body.text("path") ?? ""), .event(event.id))]
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    guard let path = body.text("path"), FactPath(path) == nil else {
      return FactEntry.faults(body["value"], at: body.text("path"))
    }
    return [.noSuch(path, "数据", "fact", "path")]
  }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard isBegun, let file = place.file else { return [] }
    guard let path = FactPath(body.text("path") ?? "") else {
      return [.noSuch(body.text("path"), "数据", "fact", "path")]
    }
    var unmet: [UnmetRequirement] = []
    let declared = file.revision.application.value(at: path)?.json ?? .null
    if body["declared"] != declared {
      unmet.append(.requirement("declared", "申报值与申请不符", "The declared value is not that of the application"))
    }
    let value = body["value"] ?? .null
    if value != .null {
      do throws(ApplicationProblem) {
        _ = try FactValue(value, at: path)
      } catch {
        unmet.append(UnmetRequirement(.schema, "value", error.message, field: "value"))
      }
    }
    let paper = file.papers.first { $0.sha != nil && $0.sha == body["source"]?.text("material") }
    if let pages = paper?.pages, let page = body["source"]?.number("page"), page > pages {
      unmet.append(
        .requirement("outOfRange", "这份材料只有 \(pages) 页", "This document has \(pages) pages only", field: "page"))
    }
    unmet += place.unmet(of: documents(Action(name, body), in: place), isInOrder: false)
    if body.text("how") == "accepted", value != declared {
      unmet.append(.requirement("accepted", "认可的值须与申报值相同", "What is accepted is the declared value"))
    }
    return unmet
  }

  func documents(_ action: Action, in place: Situation) -> [DeclaredFile] {
    guard let sha = action.fields["source"]?.text("material") else { return [] }
    return (place.file?.papers ?? []).filter { $0.sha == sha }.compactMap(\.declared)
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    guard let file = place.file, let path = FactPath(action.fields.text("path") ?? "") else { return action }
    let declared = file.revision.application.value(at: path)?.json ?? .null
    var whole = action.setting("declared", declared).replacing("value") { FactEntry.value($0, at: path) }
    if whole.fields.text("how") == "accepted" { whole = whole.setting("value", declared) }
    // A form asks for the page alone: the paper is the one it was opened from.
    if let page = whole.fields["page"], let source = whole.fields["source"]?.members {
      whole = whole.replacing("source") { _ in .object(source.filter { $0.key != "page" } + [.init("page", page)]) }
    }
    return whole
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let name = FactPath(event.body.text("path") ?? "")?.name ?? .same(event.body.text("path"))
    if event.body.text("how") == "accepted" {
      return Self.told([name, CodedWords.word("accepted")], words(event))
    }
    let path = FactPath(event.body.text("path") ?? "")
    let (declared, value) = (
      FactEntry.amount(event.body["declared"] ?? .null, at: path),
      FactEntry.amount(event.body["value"] ?? .null, at: path)
    )
    let figures =
      declared == value
      ? Phrase("\(value.zh)，与申报一致", "\(value.en), as declared")
      : Phrase("\(declared.zh) → \(value.zh)", "\(declared.en) → \(value.en)")
    return Self.told([Phrase("\(name.zh) \(figures.zh)", "\(name.en) \(figures.en)")] + chosen(event), words(event))
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.fact(action.fields.text("path") ?? ""))] }
}
