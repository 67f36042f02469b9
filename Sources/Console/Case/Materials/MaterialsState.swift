import Casework
import ScoringCore
import StrictJSON

/// The Materials tab: settle papers, and verify the facts they prove.
extension CaseScreen {
  func materialsAvailability(_ command: Command.ID) -> Availability {
    guard let record else { return .no(Phrase("这里只能查看", "this can only be looked at here")) }
    guard let paper = materials.paper(record) else { return .no(Phrase("没有材料", "there is no paper")) }
    switch command {
    case "materials.open", "materials.text":
      return paper.file == nil ? .no(Phrase("没有附件", "nothing was attached")) : .yes
    case "materials.verify":
      return paper.mayVerify(record.unmet[.verify])
    case "materials.ok", "materials.defect", "materials.notRequired": return .unmet(record.unmet[.check])
    default: return .yes
    }
  }

  mutating func performMaterials(_ command: Command.ID, _ record: CaseRecord, _ context: Context) -> [Step] {
    let height = max(1, context.size.rows / 2 - 4)
    guard let paper = materials.paper(record) else { return [] }
    switch command {
    case "materials.up": materials.move(.up, record, height: height)
    case "materials.down": materials.move(.down, record, height: height)
    case "materials.pageUp": materials.move(.pageUp, record, height: height)
    case "materials.pageDown": materials.move(.pageDown, record, height: height)
    case "materials.first": materials.move(.home, record, height: height)
    case "materials.last": materials.move(.end, record, height: height)
    case "materials.nextFact": materials.moveFact(1, record)
    case "materials.previousFact": materials.moveFact(-1, record)
    case "materials.ok":
      materials.goOn(record, height: height)
      return [send(.check, check(paper, .ok))]
    case "materials.defect", "materials.notRequired":
      let isDefect = command == "materials.defect"
      let form = ActForm(
        .check, subject: check(paper, isDefect ? .defective : .notRequired),
        asks: isDefect ? ["defects", "text"] : ["reason"], in: place, today: context.today)
      return [.ask(form.dialog(body: [.init(paper.name(context.language), .heading)]))]
    case "materials.open":
      if let file = paper.file { return [.effect(.openViewer(key, file: file))] }
    case "materials.text":
      guard let file = paper.file else { return [] }
      guard PaperScreen.mayShow(file) else { return [.effect(.openViewer(key, file: file))] }
      return [
        .push(PaperScreen(key, paper, file: file, materials.fact, unmet: record.unmet[.verify], in: place)),
        .effect(.readPaper(key, file: file)),
      ]
    case "materials.verify":
      if let index = paper.next(materials.fact) { return [.ask(paper.verifyDialog(index, in: place, context))] }
    default: break
    }
    return []
  }

  /// What the cursor states of a check.
  func check(_ paper: PaperRow, _ state: Paper.State) -> JSONValue {
    var members: [JSONValue.Member] = [.init("item", .string(paper.item.rawValue))]
    if let year = paper.year { members.append(.init("year", .integer(Int64(year)))) }
    if let hash = paper.sha256 { members.append(.init("file", .string(hash))) }
    return .object(members + [.init("state", .string(state.rawValue))])
  }

  /// Goes to the next paper; one of which nothing is wrong but that it is missing is missing.
  mutating func checked(_ intent: ActIntent, _ context: Context) -> [Step] {
    if let record { materials.goOn(record, height: max(1, context.size.rows / 2 - 4)) }
    var intent = intent
    if intent.action.fields["defects"] == [.string(DefectCode.missing.rawValue)] {
      let rest = (intent.action.fields.members ?? []).filter { $0.key != "state" }
      intent.action.fields = .object(rest + [.init("state", .string(Paper.State.missing.rawValue))])
    }
    return [.effect(.act(key, intent))]
  }

  /// Goes to the next fact of the paper.
  mutating func verified(_ intent: ActIntent) -> [Step] {
    guard let record, let paper = materials.paper(record), let index = paper.next(materials.fact) else { return [] }
    materials.fact = index + 1 < paper.proves.count ? index + 1 : nil
    return [.effect(.act(key, intent))]
  }
}
