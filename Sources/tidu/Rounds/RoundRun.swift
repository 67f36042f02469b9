internal import CaseStore
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

/// A command on a round: does what an office does with it, and tells of each case what came of it.
struct RoundRun {
  private var batch: RoundBatch
  let format: OutputFormat
  private(set) var status = Status.done
  /// What of the round does not count, told already.
  private let uncounted: [UncountedFile]

  /// - Parameter answers: to what an act would ask; `nil` where nothing is written.
  init(_ name: String, _ common: CommonOptions, _ answers: AnswerOption?) throws {
    batch = try RoundBatch(name, StoreAccess.batch(StoreAccess.open(common), common, answers))
    format = common.format(whenPiped: .text)
    uncounted = try batch.round.uncounted()
    Output.tell(uncounted)
  }

  /// Nothing of the round is missing, and all of it could be read.
  var isWhole: Bool { uncounted.allSatisfy(\.kind.isWhole) }

  /// Ends a command that only reads: for a program with what does not count; with 4 where the round is not whole.
  func leaveRead() throws {
    if format == .json { Output.writeLast(uncounted) }
    guard isWhole else { throw Status.storeTrouble.code }
  }

  var round: RoundFolder { batch.round }
  var today: Day { batch.today }
  var lists: RoundLists { batch.lists }
  var draw: RoundLottery { batch.draw }

  /// Keeps a list and writes the event that names it; a refusal ends the command.
  mutating func write(_ act: ActName, _ lines: [JSONValue], _ fields: [JSONValue.Member]) throws -> Event {
    try batch.write(act, lines, fields)
  }

  /// Does an act without which nothing else can be done; its refusal ends the command.
  mutating func must(_ request: ActRequest) throws -> Event { try batch.batch.perform(request).event }

  /// Those of the cases that the act may enter, so that no list holds another; tells of each other why not.
  mutating func ready(_ keys: [CaseKey], _ request: (CaseKey) -> ActRequest) throws -> [CaseKey] {
    let format = format
    var status = status
    defer { self.status = status }
    return try batch.ready(keys, request) { result in
      let report = ActReport(result)
      status.note(report.status)
      report.tell(in: format)
    }
  }

  /// Enters listed cases and tells of each that could not be, and how many were.
  /// - Parameter request: the act that enters a case.
  mutating func enter(_ list: Event, _ keys: [CaseKey], _ request: (CaseKey) -> ActRequest) {
    let format = format
    var status = status
    let entered = batch.enter(list, keys, request) { result in
      let report = ActReport(result)
      status.note(report.status)
      if report.status != .done || format == .json { report.tell(in: format) }
    }
    self.status = status
    tell(list, listed: keys.count, entered: entered)
  }

  /// Does one act on each case and tells what came of each.
  mutating func each(_ keys: [CaseKey], _ request: (CaseKey) -> ActRequest) { each(keys.map(request)) }

  mutating func each(_ requests: [ActRequest]) { for request in requests { tell(batch.batch.run(request)) } }

  /// The cases named, else every one of the round in these states.
  func keys(_ names: [String], in states: Set<CaseState>, tier: Tier? = nil) throws -> [CaseKey] {
    try batch.keys(names, in: states, tier: tier)
  }

  /// Leaves with what was gravest; returns where all was done.
  func leave() throws { if status != .done { throw status.code } }

  private mutating func tell(_ result: ActResult) {
    let report = ActReport(result)
    status.note(report.status)
    report.tell(in: format)
  }

  private func tell(_ list: Event, listed: Int, entered: Int) {
    let missing = listed - entered
    if format == .json {
      return Output.object([
        "entered": .integer(Int64(entered)), "kind": .string(list.kind), "list": .string(list.id),
        "listed": .integer(Int64(listed)), "notEntered": .integer(Int64(missing)),
      ])
    }
    let title = list.title(OutputLanguage.language)
    Output.line(
      localized(
        "\(title) \(list.id.prefix(12))：列 \(listed) 件，已入案 \(entered) 件",
        "\(title) \(list.id.prefix(12)): listed \(listed), entered \(entered)"))
    if missing > 0 {
      Output.printError(
        localized(
          "已列未入案：\(missing) 件；办妥后再运行一次本命令", "listed, not entered: \(missing); repeat the command when it can be done")
      )
    }
  }
}
