internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import ConsoleHost
internal import Foundation
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu notice`: from the list that is published to the decision on each case of it.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: localized("公示、公告和推荐", "Public notices, announcements, recommendations"),
    discussion: localized(
      "名单先写入批次文件夹，再逐件入案；中断后再运行一次即接着办。批次写成 部门/批次，例如 370000/2026-1。",
      "A list is written to the round's folder first, then entered case by case; repeated after a break the command goes on. A round reads AUTHORITY/BATCH, such as 370000/2026-1."
    ),
    subcommands: [
      Open.self, StatusOf.self, Close.self, Publish.self, Announce.self, Forward.self, Ministry.self,
    ])

  struct Cases: ParsableArguments {
    @Argument(
      help: ArgumentHelp(localized("批次：部门/批次", "Round: AUTHORITY/BATCH"), valueName: "round"))
    var round: String

    @Argument(
      help: ArgumentHelp(
        localized("哪些申报件；省略为本批次可办的全部", "Which cases; all of the round that are ready where left out"), valueName: "case"
      )
    )
    var cases: [String] = []

    @Option(help: ArgumentHelp(localized("只办这一层级", "Only this tier"), valueName: "tier"))
    var tier: Tier?
  }

  struct Document: ParsableArguments {
    @Option(help: ArgumentHelp(localized("文号或标题", "Number or title of the document"), valueName: "text"))
    var document: String
  }
}

extension NoticeCommand {
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: localized("开始公示", "Open a public notice"),
      discussion: localized(
        "期限按本机关设置计算。上一份名单还有未列入的申报件时，先接着列入那一份。",
        "Its length is that of the office's settings. Where cases of an earlier list are not entered yet, that list goes on first."
      ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var answers: AnswerOption
    @OptionGroup var place: Cases
    @OptionGroup var paper: Document

    @Option(help: ArgumentHelp(localized("第一天，省略为今天", "First day; today where left out"), valueName: "day"))
    var first: Day?

    func run() throws {
      var run = try RoundRun(place.round, common, answers)
      let first = JSONValue.string((first ?? run.today).description)
      let keys = try run.ready(run.keys(place.cases, in: [.readyForNotice], tier: place.tier)) { key in
        ActRequest(key.path, .enterNotice, ["first": first, "notice": .string(RoundLists.unwritten)])
      }
      // Cases of an earlier list that wait still go first; where none does and none is ready, a run that was cut short may
      // have entered all and told nobody.
      let list =
        try run.lists.unfinished(.notice) { !$0.isDisjoint(with: keys) }
        ?? (keys.isEmpty ? run.lists.unfinished(.notice, document: paper.document) { $0.isEmpty } : nil)
        ?? write(&run, keys, first)
      let stated = list.body["first"] ?? first
      run.enter(list, try run.round.keys(of: list)) { key in
        ActRequest(key.path, .enterNotice, ["first": stated, "notice": .string(list.id)])
      }
      try run.leave()
    }

    private func write(_ run: inout RoundRun, _ keys: [CaseKey], _ first: JSONValue) throws -> Event {
      guard let key = keys.first else { throw OfficeError.noneReady(.notice) }
      return try run.write(
        .notice, keys.map { ["case": .string($0.path)] },
        [.init("document", .string(paper.document))] + run.lists.days(key, first: first))
    }
  }

  struct StatusOf: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: localized("各份公示还剩几天", "How long each notice still runs"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var place: Cases

    func run() throws {
      let run = try RoundRun(place.round, common, nil)
      for list in try run.round.events(.notice) {
        let row = try NoticeProgress(list, in: run.round, today: run.today)
        if run.format == .json {
          Output.object(row.json)
        } else {
          Output.line(row.line)
        }
      }
      try run.leaveRead()
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close", abstract: localized("期满结束公示，逐件办理", "Close the notice after its last day, case by case"),
      discussion: localized(
        "还有异议没有答复的申报件留在公示中，其余照常结束。", "A case with an objection not answered stays in notice; the others are closed."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var answers: AnswerOption
    @OptionGroup var place: Cases

    func run() throws {
      var run = try RoundRun(place.round, common, answers)
      let keys = try run.keys(place.cases, in: [.inNotice], tier: place.tier)
      run.each(keys) { ActRequest($0.path, .closeNotice) }
      try run.leave()
    }
  }

  struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "publish",
      abstract: localized("打印公示、认定、推荐名单或汇总表", "Print a notice, recognition or recommendation list, or a summary"),
      discussion: localized(
        "按本机关的文书模板和版式；不含任何异议人的身份。--layout：recommendation 推荐汇总表、review-summary 复核情况汇总表、rename-summary 简单更名申请核实汇总表；省略为名单。",
        "By the office's letter templates and layouts; no objector's identity is in it. --layout: recommendation, review-summary, rename-summary; a list where left out."
      ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var place: Cases
    @OptionGroup var paper: LetterOutput

    @Option(help: ArgumentHelp(localized("哪份名单；省略为最近的", "Which list; the newest where left out"), valueName: "id"))
    var list: String?

    @Option(help: ArgumentHelp(localized("汇总表", "A summary"), valueName: "layout"))
    var layout: Summary?

    enum Summary: String, ExpressibleByArgument, CaseIterable {
      case recommendation
      case reviewSummary = "review-summary"
      case renameSummary = "rename-summary"
    }

    func run() throws {
      let run = try RoundRun(place.round, common, nil)
      let language = OutputLanguage.language
      let maker = SheetMaker(store: run.round.store, today: run.today, language, letters: language)
      if let layout = layout.flatMap({ ListLayout.Code(rawValue: $0.rawValue) }) {
        return try paper.write(maker.summary(layout, in: run.round, tier: place.tier))
      }
      let lists: [ActName] = [.notice, .announce, .forwardList]
      let event =
        try list.map { try run.round.list($0, lists) } ?? run.round.events(.notice, .announce, .forwardList).last
      guard let event else {
        throw run.isWhole ? OfficeError.noList(run.round.path) : OfficeError.damagedList(run.round.path)
      }
      try paper.write(maker.list(event, in: run.round, number: paper.number))
    }
  }
}
