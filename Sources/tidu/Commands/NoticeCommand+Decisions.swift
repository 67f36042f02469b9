internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Foundation
internal import Office
internal import ScoringCore
internal import StrictJSON

/// What follows a notice: the announcement, the recommendation to the ministry, and its outcome.
extension NoticeCommand {
  struct Announce: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "announce",
      abstract: localized("公告认定：公示期满的申报件逐件认定", "Announce: recognise the cases whose notice is closed"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var answers: AnswerOption
    @OptionGroup var place: Cases
    @OptionGroup var paper: Document

    @Option(
      help: ArgumentHelp(localized("公告日期，省略为今天", "Day of the announcement; today where left out"), valueName: "day"))
    var announced: Day?

    @Option(
      help: ArgumentHelp(
        localized("证书编号的开头，后接四位序号", "Beginning of the numbers, followed by four digits"), valueName: "text"))
    var number: String?

    func run() throws {
      var run = try RoundRun(place.round, common, answers)
      let announced = announced ?? run.today
      func request(_ key: CaseKey, _ number: String?) -> ActRequest {
        var fields: [JSONValue.Member] = [
          .init("announced", .string(announced.description)), .init("document", .string(paper.document)),
          .init("outcome", "recognise"),
        ]
        if let number { fields.append(.init("number", .string(number))) }
        return ActRequest(key.path, .decide, .object(fields))
      }
      let closed = try run.keys(place.cases, in: [.noticeClosed], tier: place.tier)
        .filter { try run.round.caseFile($0, today: run.today).revision.application.tier != .littleGiant }
      let ready = try run.ready(closed) { request($0, nil) }
      let list =
        try run.lists.unfinished(.announce, document: paper.document) {
          ready.isEmpty || !$0.isDisjoint(with: ready)
        }
        ?? run.write(
          .announce, ready.enumerated().map { index, key in line(key, index) },
          [.init("document", .string(paper.document))])
      let numbers = try numbers(run.round.lines(of: list))
      run.enter(list, try run.round.keys(of: list)) { request($0, numbers[$0.path]) }
      try run.leave()
    }

    private func line(_ key: CaseKey, _ index: Int) -> JSONValue {
      guard let number else { return ["case": .string(key.path)] }
      let digits = String(index + 1)
      let whole = number + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return ["case": .string(key.path), "number": .string(whole)]
    }

    private func numbers(_ lines: [JSONValue]) -> [String: String] {
      Dictionary(
        lines.compactMap { line in
          guard let path = line["case"]?.string, let number = line["number"]?.string else { return nil }
          return (path, number)
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  struct Forward: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forward", abstract: localized("把小巨人推荐到工信部", "Recommend little giants to the ministry"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var answers: AnswerOption
    @OptionGroup var place: Cases
    @OptionGroup var paper: Document

    func run() throws {
      var run = try RoundRun(place.round, common, answers)
      let states: Set<CaseState> = [.readyToForward, .noticeClosed]
      func request(_ key: CaseKey, _ list: String) -> ActRequest {
        ActRequest(key.path, .forward, ["document": .string(paper.document), "list": .string(list)])
      }
      let tier = place.cases.isEmpty ? .littleGiant : place.tier
      let ready = try run.ready(run.keys(place.cases, in: states, tier: tier)) { request($0, RoundLists.unwritten) }
      let list =
        try run.lists.unfinished(.forwardList, document: paper.document) {
          ready.isEmpty || !$0.isDisjoint(with: ready)
        }
        ?? run.write(
          .forwardList, ready.map { ["case": .string($0.path)] }, [.init("document", .string(paper.document))])
      run.enter(list, try run.round.keys(of: list)) { request($0, list.id) }
      try run.leave()
    }
  }

  struct Ministry: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ministry",
      abstract: localized("记录工信部对一批申报件的结果", "Record the ministry's outcome for a list of cases"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var answers: AnswerOption
    @OptionGroup var place: Cases
    @OptionGroup var paper: Document

    @Option(
      help: ArgumentHelp(
        localized("结果：recognised、refused、returned", "Outcome: recognised, refused, returned"), valueName: "outcome"))
    var outcome: String

    @Option(help: ArgumentHelp(localized("公告日期", "Day of the announcement"), valueName: "day"))
    var announced: Day?

    func validate() throws {
      guard ["recognised", "refused", "returned"].contains(outcome) else {
        throw ValidationError(
          localized("--outcome 应为 recognised、refused 或 returned", "--outcome is recognised, refused or returned"))
      }
      guard !place.cases.isEmpty else {
        throw ValidationError(localized("请写明是哪些申报件", "name the cases"))
      }
    }

    func run() throws {
      var run = try RoundRun(place.round, common, answers)
      let keys = try run.keys(place.cases, in: [])
      run.each(keys) { key in
        var members: [JSONValue.Member] = [
          .init("document", .string(paper.document)), .init("outcome", .string(outcome)),
        ]
        if let announced { members.append(.init("announced", .string(announced.description))) }
        return ActRequest(key.path, .ministry, .object(members))
      }
      try run.leave()
    }
  }
}
