internal import CaseStore
internal import Casework
internal import ScoringCore
internal import StrictJSON

/// A command on a round: writes its lists and enters each listed case; repeated after a crash it goes on where it stopped.
struct RoundRun {
  var run: ActRun
  let round: RoundFolder
  let format: OutputFormat

  init(_ name: String, _ common: CommonOptions, officer: String?) throws {
    let store = try StoreAccess.open(common)
    run = ActRun(store, officer: officer)
    let folder = try run.folder(name.hasPrefix("rounds/") ? name : "rounds/" + name)
    let parts = folder.split(separator: "/").map(String.init)
    guard parts.count == 3 else {
      throw Complaint(
        .usage, say("批次应写成 部门/批次，例如 370000/2026-1", "a round reads AUTHORITY/BATCH, such as 370000/2026-1"))
    }
    round = RoundFolder(store: store, authority: parts[1], batch: parts[2])
    format = common.format(whenPiped: .text)
  }

  var today: Day { run.acts.today }

  var lists: RoundLists { RoundLists(acts: run.acts, round: round) }

  /// Keeps a list and writes the event that names it; a refusal ends the command.
  mutating func write(
    _ kind: String, _ lines: [JSONValue], as field: String = "list", _ fields: [JSONValue.Member]
  ) throws -> Event {
    guard !lines.isEmpty else {
      throw Complaint(.notPermitted, say("没有可以办理的案件", "no case is ready for it"))
    }
    let (lists, key) = (lists, try run.key())
    do throws(Refusal) { return try lists.write(kind, lines, as: field, fields, by: key) } catch {
      switch error {
      case .unmet(let unmet):
        throw Complaint(
          .notPermitted, unmet.map { shown($0.message(Speech.language)) }.joined(separator: "\n"))
      case .store(let error):
        throw Complaint(StoreAccess.status(of: error), shown(error.message(Speech.language)))
      }
    }
  }

  /// Those of the cases that the act may enter, so that no list holds another; tells of each other why not.
  mutating func ready(_ keys: [CaseKey], _ request: (CaseKey) -> ActRequest) -> [CaseKey] {
    keys.filter { key in
      let result = run.run(request(key), isDry: true)
      if result.status != .done { tell(result) }
      return result.status == .done
    }
  }

  /// Enters listed cases and tells of each that could not be, and how many were.
  /// - Parameter request: the act that enters a case.
  mutating func enter(_ list: Event, _ keys: [CaseKey], _ request: (CaseKey) -> ActRequest) throws {
    var entered = 0
    for key in keys {
      if lists.isEntered(try round.caseFile(key, today: today), by: list) {
        entered += 1
        continue
      }
      let result = run.run(request(key))
      if result.status == .done { entered += 1 }
      if result.status != .done || format == .json { tell(result) }
    }
    tell(list, listed: keys.count, entered: entered)
  }

  /// Does one act on each case and tells what came of each.
  mutating func each(_ keys: [CaseKey], _ request: (CaseKey) -> ActRequest) {
    for key in keys { tell(run.run(request(key))) }
  }

  func tell(_ result: ActResult) {
    if format == .json {
      var line = JSONLine()
      line.object(result.json(Speech.language))
      return Output.write(line.bytes)
    }
    let (isGood, text) = result.lines(Speech.language)
    if isGood { Output.line(text) } else { Output.complain(text) }
  }

  private func tell(_ list: Event, listed: Int, entered: Int) {
    let missing = listed - entered
    if format == .json {
      var line = JSONLine()
      line.object([
        "entered": .integer(Int64(entered)), "kind": .string(list.kind), "list": .string(list.id),
        "listed": .integer(Int64(listed)), "notEntered": .integer(Int64(missing)),
      ])
      return Output.write(line.bytes)
    }
    let title = Kind.named(list.kind)?.title(Speech.language) ?? list.kind
    Output.line(
      say(
        "\(title) \(list.id.prefix(12))：列 \(listed) 件，已入案 \(entered) 件",
        "\(title) \(list.id.prefix(12)): listed \(listed), entered \(entered)"))
    if missing > 0 {
      Output.complain(
        say("已列未入案：\(missing) 件；办妥后再运行一次本命令", "listed, not entered: \(missing); repeat the command when it can be done")
      )
    }
  }

  /// The cases named, else every one of the round in these states.
  mutating func keys(_ names: [String], in states: Set<CaseState>, tier: Tier? = nil) throws -> [CaseKey] {
    guard !names.isEmpty else { return try round.cases(in: states, tier: tier).map(\.key) }
    var places = ActPlaces(round.store)
    let keys = try names.map { try places.key($0) }.sorted()
    if let other = keys.first(where: { $0.authority != round.authority || $0.batch != round.batch }) {
      throw Complaint(
        .badInput, say("\(shown(other.path)) 不在 \(round.path)", "\(shown(other.path)) is not of \(round.path)"))
    }
    return keys
  }
}
