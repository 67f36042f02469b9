internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import ScoringCore
internal import StrictJSON

/// `tidu score FILE…|-` and `tidu score --store DIR [CASE…]`: an assessment a line, in the order given.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: localized("按评价标准打分", "Score applications by the standard"),
    discussion: localized(
      """
      每份申报一行结果，顺序与输入相同；文件可以是一份申报，也可以一行一份（NDJSON）。
      读不了的一份给出与 check 相同的一行，其余照常；有这样的一份时退出状态为 3。
      文件按内置细则；给出 --store 时按档案库采用的细则，也可以写申报编号，不写则全部申报件。申报件按核实值，并列出按申报值的结果。
      --as-of 换成在那一天提交：版本、通知、称号和近 N 年都随之而变，上年度和事实不变；上年度须早于那一年，那一天须有施行的版本。
      --edition 按另一版本评，--overlay 按一份细则文件评，提交日不变：称号、通知和近 N 年仍按各件自己的提交日。该版本没有的层级不能评，那一份给出一句话，状态为 3。
      """,
      """
      A line an application, in the order given; a file holds one application, or one a line (NDJSON).
      One that cannot be read gives the line of check, the rest still run, and the status is 3.
      Files go by the embedded overlays; with --store by those the offices adopted, and cases may be named by id, all of them where none is. Cases go by verified values, with the result by declared ones beside it.
      --as-of is as if submitted on that day: edition, notices, titles and windows follow it, reference year and facts stay; the reference year must be before it, and an edition in force.
      --edition goes by another edition and --overlay by an overlay file, each case on its own day: titles, notices and windows stay. Where the edition has no such tier the line says so, and the status is 3.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var asking: AskedOptions

  @Option(
    help: ArgumentHelp(
      localized("按这一天提交来算（版本、通知、称号与近 N 年）", "As if submitted on this day (edition, notices, titles, windows)"),
      valueName: "yyyy-mm-dd"))
  var asOf: Day?

  @Flag(
    help: ArgumentHelp(
      localized("文件的每一行也列出疑点（申报件总是列出）", "Say of files, too, what is noticed (of cases it always is)")))
  var findings = false

  @Argument(
    help: ArgumentHelp(
      localized("申报文件，- 为标准输入；或申报编号", "Application files, - is standard input; or cases by id"), valueName: "file"),
    completion: .file())
  var files: [String] = []

  func validate() throws {
    guard !files.isEmpty || common.storePath != nil else {
      throw ValidationError(
        localized("请给出申报文件，- 为标准输入，或 --store", "name application files, - is standard input, or --store"))
    }
    try StandardInput.once(in: files)
  }

  func run() throws {
    let format = common.format(whenPiped: .json)
    // Files alone need no store, so that $TIDU_STORE changes nothing about them.
    let hasCases = common.storePath != nil && (files.isEmpty || files.contains { !CaseArgument.isFile($0) })
    let store = hasCases || common.store != nil ? try StoreAccess.open(common) : nil
    let adopted = try store.map { try StoreAccess.standard(of: $0) }
    let standard = common.store == nil ? .shared : adopted ?? .shared
    let asked = try asking.read()
    let run = ScoreRun(
      standard: standard, saysRules: common.store != nil || asked != nil, asked: asked?.rules(over: standard),
      given: asked?.given, asOf: asOf, saysFindings: findings, format: format, language: OutputLanguage.language)
    let cases = store.flatMap { store in
      adopted.map { standard in
        let isNoticed = hasCases && (findings || format == .json)
        return CaseScore(
          store: store, standard: standard, asked: asked?.rules(over: standard), given: asked?.given,
          links: isNoticed ? store.links(standard) : [:], asOf: asOf, saysFindings: findings,
          format: format)
      }
    }
    var worst = Status.done
    func attempt(_ name: String, _ work: () throws -> Bool) throws {
      do {
        if !(try work()), worst == .done { worst = .badInput }
      } catch {
        guard let complaint = CommandError(error) else { throw error }
        if worst != .storeTrouble { worst = complaint.status }
        Output.printError(complaint.sentence)
        guard format == .json else { return }
        var writer = JSONWriter()
        complaint.write(to: &writer, file: name)
        Output.write(writer.bytes)
      }
    }
    for name in files {
      try attempt(name) {
        guard let cases, !CaseArgument.isFile(name) else { return run.score(try InputFile(name)) }
        try cases.score(try CaseArgument.key(name, in: cases.store))
        return true
      }
    }
    for key in files.isEmpty ? try cases?.all() ?? [] : [] {
      try attempt(key.path) {
        try cases?.score(key)
        return true
      }
    }
    if worst != .done { throw worst.code }
  }
}
