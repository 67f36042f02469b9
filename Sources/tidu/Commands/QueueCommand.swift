internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import ConsoleHost
internal import ScoringCore
internal import StrictJSON

/// `tidu queue`: the console's queues for a pipe or a quick look.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: localized("列出申报件", "List the cases"),
    discussion: localized(
      "栏与筛选同控制台，例如 --filter 'tier:specialized 山东 late score<65'。\n--filter '差<=1' 列出离合格线差 1 分（不打分的层级，差 1 项条件）以内的，--filter '决定:mainShare' 列出由这一项起决定作用的。",
      "Tabs and filter are those of the console: --filter 'tier:specialized 山东 late score<65'.\n--filter 'gap<=1' lists what is a point short of its line at most (or a condition, where nothing is scored), --filter 'decides:mainShare' what that indicator decides."
    ))

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(localized("队列", "Queue"), valueName: "tab"))
  var tab: QueueTab = .all

  @Option(help: ArgumentHelp(localized("筛选", "Filter"), valueName: "terms"))
  var filter = ""

  func run() throws {
    let store = try StoreAccess.open(common)
    let session = try HostSession.session(of: store, on: StoreAccess.today, StoreAccess.officer(common))
    if tab == .mine, session.officer.isEmpty {
      // Nobody is named: the refusal says whose keys are here.
      _ = try StoreAccess.withStore { () throws(StoreError) in try store.openKey(of: nil, PassphraseSource.none) }
    }
    let standard = try StoreAccess.standard(of: store)
    let changes = try StoreAccess.withStore { () throws(StoreError) in try store.refresh(standard) }
    if let note = changes.note { Output.printError(note(OutputLanguage.language)) }
    let settings = try StoreAccess.withStore { () throws(StoreError) in try store.settingsUnread(on: StoreAccess.today)
    }
    for sentence in changes.sentences + settings.map(\.sentence) {
      Output.printError(shown(sentence(OutputLanguage.language)))
    }
    let isWhole = changes.isWhole && settings.isEmpty
    let queue: QueueText
    do throws(QueueText.Fault) {
      queue = try QueueText(
        store.loadSummaries(standard), tab: tab, filter: filter, session: session,
        today: StoreAccess.today, OutputLanguage.language)
    } catch {
      throw CommandError(.usage, "--filter: " + shown(error.message(OutputLanguage.language)))
    }
    switch common.format(whenPiped: .text) {
    case .text:
      if session.isTrial { Output.line(Session.trialStore(OutputLanguage.language)) }
      Output.line(queue.lines(columns: Output.columns).joined(separator: "\n"))
    case .json:
      var writer = JSONWriter()
      for (index, row) in queue.rows.enumerated() {
        row.write(
          to: &writer, daysUsed: queue.daysUsed(index),
          provisional: row.awaited(by: session.clocks)?.provisional ?? false)
        writer.newline()
      }
      Output.write(writer.bytes)
    }
    if !isWhole { throw Status.storeTrouble.code }
  }
}

extension CaseSummary {
  /// One object; absent means none.
  ///
  /// - Parameter provisional: `due` may still change.
  func write(to json: inout JSONWriter, daysUsed: Int?, provisional: Bool) {
    json.beginObject()
    json.text("case", key.id)
    json.text("path", key.path)
    json.text("authority", key.authority)
    json.text("division", division)
    json.text("batch", key.batch)
    json.text("tier", tier.rawValue)
    json.text("type", type.rawValue)
    json.text("name", name)
    json.text("creditCode", creditCode)
    json.text("industryCode", industryCode)
    json.text("submitted", submitted.description)
    json.number("revision", revision)
    json.text("edition", edition)
    json.text("overlay", overlay)
    json.text("outcome", outcome.rawValue)
    if let score {
      json.key("score")
      json.beginObject()
      json.number("least", score.minimum)
      json.number("most", score.maximum)
      json.number("pass", pass)
      json.endObject()
    }
    if let shortfall {
      json.key("gap")
      json.beginObject()
      json.number("least", shortfall.minimum)
      json.number("most", shortfall.maximum)
      json.text("unit", score == nil ? "conditions" : "points")
      json.endObject()
    }
    json.number("unsettled", unsettled)
    json.list("deciding", deciding)
    json.list("findings", noticed.map(\.rawValue))
    json.text("state", state.rawValue)
    json.text("received", received?.description)
    json.number("daysUsed", daysUsed)
    json.text("assignee", assignee)
    json.text("recommendation", recommendation)
    json.text("due", due?.description)
    json.list("visitors", visitors)
    json.text("visitDay", visitDay?.description)
    json.flag("provisional", provisional)
    json.number("openObjections", openObjections)
    json.number("openLeads", openLeads)
    json.number("pending", pending)
    json.list("incomplete", incomplete)
    json.flag("contested", contested)
    json.flag("stale", stale)
    json.text("changed", changed?.description)
    json.endObject()
  }
}
