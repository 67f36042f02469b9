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
      return paper.mayVerify(record.unmet["verify"])
    case "materials.ok", "materials.defect", "materials.notRequired": return unmet("check", record)
    default: return .yes
    }
  }

  private func unmet(_ kind: String, _ record: CaseRecord) -> Availability {
    .unmet(record.unmet[kind])
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
      return [send("check", check(paper, "ok", []))]
    case "materials.defect":
      return [
        .ask(
          ActionDialog(kind: "check", today: context.today).dialog(body: [.init(paper.name(context.language), .heading)]
          ))
      ]
    case "materials.notRequired":
      return [
        .ask(
          ActionDialog(kind: "notRequired", today: context.today).dialog(body: [
            .init(paper.name(context.language), .heading)
          ]))
      ]
    case "materials.open":
      if let file = paper.file { return [.effect(.openViewer(key, file: file))] }
    case "materials.text":
      guard let file = paper.file else { return [] }
      guard PaperScreen.mayShow(file) else { return [.effect(.openViewer(key, file: file))] }
      return [
        .push(PaperScreen(key, paper, file: file, materials.fact, unmet: record.unmet["verify"])),
        .effect(.readPaper(key, file: file)),
      ]
    case "materials.verify":
      if let index = paper.next(materials.fact) { return [.ask(paper.verifyDialog(index, context))] }
    default: break
    }
    return []
  }

  func check(_ paper: PaperRow, _ state: String, _ more: [JSONValue.Member]) -> JSONValue {
    var members: [JSONValue.Member] = [.init("item", .string(paper.item.rawValue))]
    if let year = paper.year { members.append(.init("year", .integer(Int64(year)))) }
    if let hash = paper.sha256 { members.append(.init("file", .string(hash))) }
    members.append(.init("state", .string(state)))
    if !more.contains(where: { $0.key == "defects" }) { members.append(.init("defects", .array([]))) }
    return .object(members + more)
  }

  mutating func materialsAnswer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    guard let form = answer.form, let record, let paper = materials.paper(record) else { return [] }
    let height = max(1, context.size.rows / 2 - 4)
    switch answer.id {
    case "act.check":
      guard case .object(let members) = ActionDialog(kind: "check", today: context.today).fields(form) else {
        return []
      }
      let isMissing = form.codes("defects") == ["missing"]
      materials.goOn(record, height: height)
      return [send("check", check(paper, isMissing ? "missing" : "defective", members))]
    case "act.notRequired":
      materials.goOn(record, height: height)
      return [send("check", check(paper, "notRequired", [.init("reason", .string(form.text("reason")))]))]
    case PaperRow.verifying:
      guard let index = paper.next(materials.fact), let fields = paper.verification(index, form) else { return [] }
      materials.fact = index + 1 < paper.proves.count ? index + 1 : nil
      return [send("verify", fields)]
    default: return []
    }
  }
}

/// A value as an officer types it, as the event holds it.
enum VerifiedValue {
  /// `nil` when it is none of the fact. Separators in numbers, a percent sign and 是/否 are taken.
  static func parse(_ typed: String, at path: String) -> JSONValue? {
    guard let place = FactPath(path), let fact = place.fact else { return nil }
    let text = typed.filter { $0 != "," && $0 != "，" && $0 != "%" && $0 != " " }
    let json: JSONValue
    switch fact.kind {
    case .flag:
      switch text.lowercased() {
      case "是", "y", "yes", "1", "true": json = true
      case "否", "n", "no", "0", "false": json = false
      default: return nil
      }
    case .day, .code: json = .string(text)
    case .codes: json = .array(text.split(separator: "、").map { .string(String($0)) })
    case .items: return nil
    case .integer, .yearlyInteger:
      guard let number = Int64(text) else { return nil }
      json = .integer(number)
    case .percent, .yearlyMoney, .yearlyScore: json = .string(plain(text))
    }
    return (try? FactValue(json, at: place))?.json
  }

  /// A decimal without superfluous zeros, as events hold it.
  private static func plain(_ text: String) -> String {
    var digits = Substring(text)
    if digits.contains(".") {
      while digits.last == "0" { digits.removeLast() }
      if digits.last == "." { digits.removeLast() }
    }
    while digits.count > 1, digits.first == "0", digits.dropFirst().first != "." { digits.removeFirst() }
    return String(digits)
  }
}
