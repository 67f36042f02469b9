internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import ScoringCore

/// `tidu summary`: how many meet, where the scores lie, and who crosses under other rules.
struct SummaryCommand: ParsableCommand, WritesTables {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: localized("汇总：件数、得分分布、换规则后谁越线", "Sum up: counts, scores, who crosses under other rules"),
    discussion: localized(
      """
      汇总申报文件（可一行一份，- 为标准输入，多大都行），或档案库里的全部申报件（按核实值）。
      --by 的分组，逗号分隔：\(keys("、"))；industry 为行业门类字母，decides 为最能说明结论的一项。省略时按 tier。
      --edition、--overlay 同 tidu score：各数按所问的规则，越线的是结论与施行的规则不同的（转符合、转不符、转未定）。
      得分 10 分一档，满分单列；未定的按已确定的分数计入。
      --format csv 供表格软件。读不了的逐件报在标准错误，不计入，状态为 3；档案库里读不全的申报件不计入，状态为 4。
      """,
      """
      Sums up application files (one a line if need be, - is standard input, of any length), or all cases of a store by verified values.
      Keys of --by, parted by commas: \(keys(", ")); industry is the letter of the section, decides the one thing that tells most of the outcome. By tier where it is left out.
      --edition and --overlay as in tidu score: figures are by the rules asked for, and who crosses has another outcome than by those in force.
      Scores are in bins of ten points, the full hundred apart; one that is open counts by what is certain.
      --format csv is for spreadsheets. What cannot be read is named on standard error and left out, and the status is 3; cases of a store that are not whole are left out, and it is 4.
      """))

  private static func keys(_ separator: String) -> String {
    GroupKey.allCases.map(\.rawValue).joined(separator: separator)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var asking: AskedOptions

  @Option(help: ArgumentHelp(localized("分组", "Groups"), valueName: "key,…"))
  var by = GroupKey.tier.rawValue

  @Argument(
    help: ArgumentHelp(
      localized("申报文件，- 为标准输入；省略为档案库", "Application files, - is standard input; the store where left out"),
      valueName: "file"), completion: .file())
  var files: [String] = []

  func validate() throws {
    guard !files.isEmpty || common.storePath != nil else {
      throw ValidationError(
        localized("请给出申报文件，- 为标准输入，或 --store", "name application files, - is standard input, or --store"))
    }
    _ = try groupKeys
    try StandardInput.once(in: files + [asking.overlay].compactMap(\.self))
  }

  private var groupKeys: [GroupKey] {
    get throws {
      var keys: [GroupKey] = []
      for word in by.split(separator: ",", omittingEmptySubsequences: false) {
        guard let key = GroupKey(rawValue: String(word)) else {
          throw ValidationError(
            localized(
              "--by 没有“\(shown(String(word)))”：可用 \(Self.keys("、"))",
              "--by knows no “\(shown(String(word)))”: use \(Self.keys(", "))"))
        }
        guard !keys.contains(key) else {
          throw ValidationError(localized("--by 里“\(word)”写了两次", "--by has “\(word)” twice"))
        }
        keys.append(key)
      }
      return keys
    }
  }

  func run() throws {
    let asked = try asking.read()
    let keys = try groupKeys
    let (counted, status) = files.isEmpty ? try ofStore(keys, asked) : try ofFiles(keys, asked)
    let output = SummaryOutput(counted, hasCrossing: asked != nil)
    switch common.format ?? (StandardStreams.outputIsTerminal ? .text : .json) {
    case .text: Output.line(output.lines.joined(separator: "\n"))
    case .json: Output.write(output.json)
    case .csv: Output.write(output.csv)
    }
    if status != .done { throw status.code }
  }

  private func ofFiles(_ keys: [GroupKey], _ asked: Asked?) throws -> (SummaryCount, Status) {
    let standard = try common.store.map { try StoreAccess.standard(of: StoreAccess.open($0)) } ?? .shared
    let run = SummaryRun(standard: standard, asked: asked?.rules(over: standard), keys: keys)
    var (counted, status) = (SummaryCount(by: keys), Status.done)
    for name in files {
      do throws(CommandError) { counted.add(try run.count(try InputPortions(name))) } catch {
        Output.printError(error.sentence)
        counted.leftOut += 1
        status.note(error.status)
      }
    }
    counted.tellNotJudged()
    if counted.leftOut + counted.notJudged.count > 0 { status.note(.badInput) }
    return (counted, status)
  }

  private func ofStore(_ keys: [GroupKey], _ asked: Asked?) throws -> (SummaryCount, Status) {
    let store = try StoreAccess.open(common)
    let standard = try StoreAccess.standard(of: store)
    let run = SummaryRun(standard: standard, asked: asked?.rules(over: standard), keys: keys)
    let counted = try run.count(store)
    counted.tellNotJudged()
    var status = Status.done
    if !counted.notJudged.isEmpty { status.note(.badInput) }
    if counted.isLacking { status.note(.storeTrouble) }
    return (counted, status)
  }
}
