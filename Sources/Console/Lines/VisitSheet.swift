package import Casework
package import ScoringCore
import StrictJSON

/// The sheet that two officers take along on a visit 抽查记录表: what is to be looked at, what was declared, boxes to tick,
/// room for what is found, and lines to sign on. What is recorded already stands in it.
package struct VisitSheet {
  private let file: CaseFile
  private let visit: VisitRecord
  private let layout: ListLayout
  private let language: Language

  /// The sheet of the visit that is going on, else of the newest; `nil` where the case has none.
  package init?(_ file: CaseFile, by layout: ListLayout, _ language: Language) {
    let visits = VisitRecord.all(of: file, FactTexts(file))
    guard let visit = visits.last(where: { $0.phase != .closed }) ?? visits.last else { return nil }
    self.file = file
    self.visit = visit
    self.layout = layout
    self.language = language
  }

  package var page: PrintedPage {
    PrintedPage(
      title: layout.title(language), language,
      body: PrintedPage.section(say("申报件", "Case"), head) + PrintedPage.list(items) + result
        + PrintedPage.signatures(signers, language))
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

  private var items: LaidOutList {
    let planned = visit.items.filter { $0.isPlanned || $0.state != .open }
    let rows = (planned.isEmpty ? visit.items : planned).map { item in
      [
        ListField.item: item.name(language) + (item.isPlanned ? say("（必查）", " (asked)") : ""),
        .declared: item.declared(language), .seen: boxes(item.state), .found: item.found?(language) ?? "",
        .note: item.note ?? "",
      ]
    }
    let blank = Array(repeating: [ListField.seen: boxes(.open)], count: Self.blank)
    return layout.laidOut((rows + blank).map(ListField.row), language)
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
    return officers.map { say("抽查员签名 ", "Officer ") + $0 } + layout.signatures.map { $0(language) }
  }
}
