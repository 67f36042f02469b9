package import Casework
package import ScoringCore
import StrictJSON

/// The sheet that two officers take along on a visit 抽查记录表: what is to be looked at, what was declared, boxes to tick,
/// room for what is found, and lines to sign on. What is recorded already stands in it.
package struct VisitSheet {
  private let file: CaseFile
  private let visit: VisitRecord
  private let language: Language

  /// The sheet of the visit that is going on, else of the newest; `nil` where the case has none.
  package init?(_ file: CaseFile, _ language: Language) {
    let visits = VisitRecord.all(of: file, FactTexts(file))
    guard let visit = visits.last(where: { $0.phase != .closed }) ?? visits.last else { return nil }
    self.file = file
    self.visit = visit
    self.language = language
  }

  package var page: PrintedPage {
    PrintedPage(
      title: say("实地抽查记录表", "Record of a spot check"), language,
      body: PrintedPage.section(say("申报件", "Case"), head) + items + result
        + PrintedPage.signatures(signers, day: say("日期", "Day")))
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private var head: [String] {
    let application = file.revision.application
    let enterprise = application.enterprise
    let none = say("待定", "to be set")
    return [
      "\(enterprise.name)  \(enterprise.creditCode)",
      "\(application.id)  \(application.tier.name(language))  \(application.batch)",
      say("抽查理由：", "Ground: ") + visit.ground(language),
      visit.asks.map { say("要查什么：", "To look at: ") + $0 } ?? "",
      say("日期：", "Day: ") + (visit.day?.description ?? none),
      say("抽查员：", "Officers: ") + (visit.officers.isEmpty ? none : visit.officers.joined(separator: say("、", ", "))),
    ].filter { !$0.isEmpty }
  }

  /// Blank rows for what is looked at besides.
  private static let blank = 3

  private var items: String {
    let planned = visit.items.filter { $0.isPlanned || $0.state != .open }
    let rows = (planned.isEmpty ? visit.items : planned).enumerated().map { index, item in
      [
        "\(index + 1)", item.name(language) + (item.isPlanned ? say("（必查）", " (asked)") : ""), item.declared(language),
        boxes(item.state), item.found?(language) ?? "", item.note ?? "",
      ]
    }
    let blank = (0..<Self.blank).map { ["\(rows.count + $0 + 1)", "", "", boxes(.open), "", ""] }
    return PrintedPage.table(
      [
        say("序号", "No."), say("项目", "Item"), say("申报", "Declared"), say("现场情况", "Seen"),
        say("现场核实数", "Found"), say("说明", "Note"),
      ], rows + blank)
  }

  private func boxes(_ state: VisitRecord.Item.State) -> String {
    let words: [(VisitRecord.Item.State, String)] = [
      (.asDeclared, say("一致", "as declared")), (.differs, say("不一致", "differs")), (.notSeen, say("未能查见", "not seen")),
    ]
    return words.map { ($0 == state ? "☑" : "□") + $1 }.joined(separator: "  ")
  }

  private var result: String {
    let results = [say("与申报一致", "confirmed"), say("有不一致", "differs"), say("企业拒绝", "entry refused")]
    return PrintedPage.section(
      say("结果", "Result"),
      [
        results.map { "□" + $0 }.joined(separator: "  "),
        say("企业在场人员：", "Present for the enterprise: ") + String(repeating: "_", count: 40),
      ])
  }

  private var signers: [String] {
    let officers = visit.officers.isEmpty ? ["", ""] : visit.officers
    return officers.map { say("抽查员签名 ", "Officer ") + $0 } + [say("企业签名、盖章", "For the enterprise (signature, seal)")]
  }
}
