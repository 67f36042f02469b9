internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu take`: take cases along to work on them elsewhere.
struct TakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take",
    abstract: localized("带出申报件", "Take cases along"),
    discussion: localized(
      "把几件申报件连同材料、登记册、设置和所在批次带到一个文件夹：那里就是一个可以直接使用的档案库，办完用 tidu merge 带回。\n密封件只带收件人（省略时为本人）能开启的；读不出的、没有记录提到的文件不带，逐个说明。中断了再运行一次同样的命令，会接着补齐；再带几件到同一个副本也一样。\n--to 的名字以 .pack 结尾的，做成一个交换包，适合 U 盘和不联网的场合：只有收件人（--for，省略时为本人）的密钥能打开，写完读回核对，无误才说可以拔出。--to - 写到标准输出，不读回核对。\n例：\n  tidu take SD-2026-00017 SD-2026-00021 --to ~/外出\n  tidu take --visits 2026-04-17 --to ~/外出\n  tidu take --assigned --to /media/u盘/副本\n  tidu take --since 2026-04-01 --to ~/副本\n  tidu take --visits 2026-04-17 --to /media/u盘/0417.pack\n  tidu take SD-2026-00017 --for 370000 --to - | ssh 省厅 'cat > 17.pack'",
      "Takes cases along to a folder with their papers, the registry, the settings and their rounds: that is a store to work in at once, and tidu merge brings back what was done there.\nSealed files go along for those who can open them alone; what cannot be read or is named by nothing stays, and is told. After an interruption the same command completes it, and more cases can be taken to the same copy.\nA name for --to that ends in .pack makes one file for sticks and air gaps: only the keys of those it is for open it (--for; left out, your own), and it is read again and compared before it is called safe to remove. --to - writes it to standard output, where nothing is read again.\nExamples:\n  tidu take SD-2026-00017 SD-2026-00021 --to ~/trip\n  tidu take --visits 2026-04-17 --to ~/trip\n  tidu take --assigned --to /media/stick/copy\n  tidu take --since 2026-04-01 --to ~/copy\n  tidu take --visits 2026-04-17 --to /media/stick/0417.pack\n  tidu take SD-2026-00017 --for 370000 --to - | ssh office 'cat > 17.pack'"
    ))

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp(localized("申报编号", "Ids of cases"), valueName: "case"))
  var names: [String] = []

  @Flag(help: ArgumentHelp(localized("本人办理的全部", "All that the officer has")))
  var assigned = false

  @Option(help: ArgumentHelp(localized("本人这一天要抽查的", "Those the officer visits on this day"), valueName: "day"))
  var visits: Day?

  @Option(
    help: ArgumentHelp(
      localized("自这一天、或自上次带出的那个副本以来有新记录的", "Those with anything new since a day, or since a copy taken before"),
      valueName: "day|dir"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      localized("带到哪个文件夹、哪个交换包（*.pack），- 为标准输出", "The folder or pack (*.pack) to take them to; - is standard output"),
      valueName: "dir|file|-"),
    completion: .file())
  var to: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      localized(
        "给谁：人员或机关代码，可写几次，省略时为本人",
        "Whom it is for: an officer or an authority's code, more than once; you where left out"),
      valueName: "officer|authority"))
  var recipients: [String] = []

  func validate() throws {
    let ways = [!names.isEmpty, assigned, visits != nil, since != nil].count { $0 }
    guard ways == 1 else {
      throw ValidationError(
        localized(
          "带哪些，写一种：申报编号、--assigned、--visits 或 --since",
          "say which cases in one way: ids, --assigned, --visits or --since"))
    }
  }

  func run() throws {
    let store = try StoreAccess.open(common)
    let officer = try Exchanges.officer(of: store, common)
    let service = TakeService(
      store: store, today: StoreAccess.today, officer: officer, for: try TakeService.recipients(recipients, in: store))
    guard !Exchanges.isPack(to) else { return try TakePack(to: to, common: common).run(service, choice) }
    let (along, cases) = try service.prepare(choice) { Exchanges.tell($0, waiting: $1, in: store) }
    let result = try StoreAccess.withStore { () throws(StoreError) in
      try along.run(to: to, on: StoreAccess.today, progress: Exchanges.progress)
    }
    for finding in along.refused { Exchanges.tell(finding, common.format(whenPiped: .text)) }
    Exchanges.tellLeft(along)
    switch common.format(whenPiped: .text) {
    case .text:
      Output.line(
        localized(
          "已带出 \(cases.count) 件到 \(shown(to))：新写 \(result.new) 个文件，已有 \(result.same) 个，不带 \(along.refused.count) 个",
          "\(cases.count) cases taken to \(shown(to)): \(result.new) files new, \(result.same) there already, \(along.refused.count) left"
        ))
    case .json:
      Output.object([
        "contested": 0, "new": .integer(Int64(result.new)), "refused": .integer(Int64(along.refused.count)),
        "same": .integer(Int64(result.same)),
      ])
    }
    if along.refused.contains(where: { $0.need == .reading }) { throw Status.storeTrouble.code }
  }

  private var choice: TakeChoice {
    if assigned { return .assigned }
    if let visits { return .visits(visits) }
    if let since { return Day(since).map { .since($0) } ?? .sinceCopy(since) }
    return .cases(names)
  }
}
