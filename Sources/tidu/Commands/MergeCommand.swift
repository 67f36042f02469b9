internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import ConsoleHost
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu merge FROM`: bring back what was done on a copy.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: localized("带回副本上办的", "Bring back from a copy"),
    discussion: localized(
      "把同一个档案库的另一份里这里没有的记录、申报、材料和照片带进来；每个文件先核对，不覆盖、不删除，中断了再运行一次即可接着来。\n密钥还没有登记的人的记录也带来，登记之后才算数。读不出的、没有记录提到的、别的档案库的文件不带，逐个说明。\n之后说明：与你有关的有什么新变化、哪些有了争议、哪些记录的效力变了。另一个档案库退出状态为 5；有文件读不出为 4。\n也可以是交换包（tidu take 做的 *.pack，- 为标准输入）：签名、每个文件的内容都核对无误才开始带回，损坏、不全、不是给本人的一概不收。\n--dry-run 说同样的话，什么也不写。\n例：\n  tidu merge ~/外出 --dry-run\n  tidu merge ~/外出\n  tidu merge /media/u盘/0417.pack",
      "Brings in what another copy of this store has and this one lacks: acts, applications, papers, photographs. Each file is checked first; nothing is written over or deleted, and after an interruption the same command goes on.\nActs by a key that is not registered yet come along and count once it is. What cannot be read, is named by nothing or is another store's stays, and is told.\nThen it says what is new for you, what has become contested and which acts count otherwise. Leaves with 5 for another store, 4 where a file could not be read.\nFROM can be a pack, too (*.pack by tidu take; - is standard input): its signature and every file in it are checked before anything comes in, and one that is damaged, cut short or for somebody else is refused as a whole.\n--dry-run says the same and writes nothing.\nExamples:\n  tidu merge ~/trip --dry-run\n  tidu merge ~/trip\n  tidu merge /media/stick/0417.pack"
    ))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(localized("副本的文件夹，或交换包", "The folder of the copy, or a pack"), valueName: "from"),
    completion: .file())
  var from: String

  @Flag(help: ArgumentHelp(localized("只看会带回什么，不写", "Only say what would come; write nothing")))
  var dryRun = false

  func run() throws {
    let store = try StoreAccess.open(common)
    let service = MergeService(store: store, today: StoreAccess.today)
    let report = try service.run(
      from: from, isDry: dryRun, StoreAccess.passphrase,
      outbox: { Exchanges.tell($0, waiting: $1, in: store) }, progress: Exchanges.progress)
    let format = common.format(whenPiped: .text)
    for finding in report.refused { Exchanges.tell(finding, format) }
    Exchanges.tellStrays(report.strays)
    if let trouble = report.copyTrouble {
      Output.printError(
        localized(
          "副本上没有记下已经带回（\(trouble.message.zh)），它会照旧显示未带回",
          "the copy could not be told what was brought back (\(trouble.message.en)) and goes on counting it"))
    }
    // Whoever is named may have come with it; one whom nobody knows is told once it is said what was done.
    let officer = Result { try Exchanges.officer(of: store, common) }
    if !dryRun { keepNews(report, store) }
    let output = MergeOutput(report, store, officer: (try? officer.get()) ?? nil, isDry: dryRun)
    switch format {
    case .text: Output.line(output.text)
    case .json: Output.object(output.json)
    }
    _ = try officer.get()
    if report.isUnread { throw Status.storeTrouble.code }
  }

  /// The Overview of everybody who sits here tells it as what changed since he looked.
  private func keepNews(_ report: MergeReport, _ store: Store) {
    guard let own = store.own, let keys = try? own.keys() else { return }
    let looks = SeenSnapshotStore(store)
    for officer in Set(keys.map(\.officer)).sorted() {
      do throws(StoreError) { try looks.noteMerge(report.rows, own, officer: officer) } catch {
        Output.printError(shown(error.message(OutputLanguage.language)))
      }
    }
  }
}
