internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// `tidu titles`: the register with what falls due.
struct TitlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "titles",
    abstract: localized("称号登记册", "The register of titles"),
    discussion: localized(
      "有效期、应做的年度更新、将到期的复核、核查和禁报期。办理用 tidu act，例如 tidu act CASE update year=2027 state=done。",
      "Terms, updates due, reviews that come up, inquiries, bars. Acts go through tidu act: tidu act CASE update year=2027 state=done."
    ))

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(localized("只看这个部门", "Only this authority"), valueName: "key"))
  var authority: String?

  @Option(help: ArgumentHelp(localized("只看这一层级", "Only this tier"), valueName: "tier"))
  var tier: Tier?

  @Option(help: ArgumentHelp(localized("以这一天计，省略为今天", "As of this day; today where left out"), valueName: "day"))
  var asOf: Day?

  @Option(help: ArgumentHelp(localized("几天之内到期算“将到期”", "A title ends soon within so many days"), valueName: "days"))
  var within = 180

  @Flag(help: ArgumentHelp(localized("只看有事要办的", "Only those with something due")))
  var due = false

  func run() throws {
    let store = try StoreAccess.open(common)
    let today = asOf ?? StoreAccess.today
    let rows = try Self.rows(of: store, authority, tier, on: today).filter {
      !due || $0.isDue(today: today, within: within)
    }
    switch common.format(whenPiped: .text) {
    case .json:
      var writer = JSONWriter()
      for row in rows { row.write(to: &writer, today: today, within: within) }
      Output.write(writer.bytes)
      Output.writeLast(store.titlesUncounted)
    case .text:
      for row in rows { Output.line(row.line(today: today, within: within)) }
    }
    Output.tell(store.titlesUncounted)
    if !store.titlesUnread.isEmpty { throw Status.storeTrouble.code }
  }

  static func rows(of store: Store, _ authority: String?, _ tier: Tier?, on day: Day) throws -> [TitleRecord] {
    try StoreAccess.withStore { () throws(StoreError) in
      try store.titles(try store.standard(on: day), today: day).records.filter {
        (authority == nil || $0.authority == authority) && (tier == nil || $0.tier == tier)
      }
    }
  }
}

extension TitleRecord {
  func isDue(today: Day, within: Int) -> Bool {
    !updatesDue(today: today).isEmpty || (missed != nil && status == .running)
      || reviewComesUp(today: today, within: within) || status == .inquiry
  }

  /// What falls due, in words; empty where nothing does.
  private func duties(today: Day, within: Int) -> [String] {
    var words = updatesDue(today: today).map { update in
      let day = update.due?.description ?? ""
      return update.due.map { $0 < today } == true
        ? localized("\(update.year) 年更新已逾期（\(day)）", "update of \(update.year) overdue (\(day))")
        : localized("\(update.year) 年更新 \(day) 前", "update of \(update.year) by \(day)")
    }
    if let missed, status == .running {
      words.append(localized("未更新：\(missed.name.zh)", "updates missed: \(missed.name.en)"))
    }
    if reviewComesUp(today: today, within: within) { words.append(localized("将到期，待复核", "ends soon, review comes up")) }
    if status == .inquiry { words.append(localized("核查待结", "inquiry to be closed")) }
    if let barUntil, today <= barUntil { words.append(localized("\(barUntil) 前不得申报", "barred until \(barUntil)")) }
    return words
  }

  /// The name, and those before it.
  private var holder: String {
    let former = formerNames.map { shown($0) }.joined(separator: localized("、", ", "))
    return former.isEmpty ? shown(name) : shown(name) + localized("（原名：\(former)）", " (formerly \(former))")
  }

  func line(today: Day, within: Int) -> String {
    let words = duties(today: today, within: within)
    return [
      authority, tierName(OutputLanguage.language), creditCode, holder, "\(from) – \(until)",
      status.name(OutputLanguage.language),
      words.joined(separator: localized("；", "; ")),
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// One object a line; absent means none.
  func write(to json: inout JSONWriter, today: Day, within: Int) {
    json.beginObject()
    json.text("folder", folder)
    json.text("authority", authority)
    json.text("division", division)
    json.text("tier", tier.rawValue)
    json.text("creditCode", creditCode)
    json.text("name", name)
    if !formerNames.isEmpty { json.list("formerNames", formerNames) }
    json.text("number", number)
    json.text("from", from.description)
    json.text("until", until.description)
    json.text("status", status.rawValue)
    json.flag("assumed", isAssumed)
    json.array("updates", updates) { update, json in
      json.beginObject()
      json.number("year", update.year)
      json.text("due", update.due?.description)
      json.text("state", update.state)
      json.endObject()
    }
    json.text("missed", missed?.rawValue)
    json.array("updatesDue", updatesDue(today: today)) { $1.integer($0.year) }
    json.flag("reviewComesUp", reviewComesUp(today: today, within: within))
    json.text("barUntil", barUntil?.description)
    json.endObject()
    json.newline()
  }
}
