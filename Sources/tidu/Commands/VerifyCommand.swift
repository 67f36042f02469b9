internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu verify [CASE…]`: is everything there, and what it should be; what to do where it is not.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: localized("核验档案库", "Verify the store"),
    discussion: localized(
      "逐个读全库或所列申报件的文件：哪个文件怎么了、影响什么、怎么办。不要密钥，不看索引，不改动任何文件。\n没有要处理的，退出状态为 0；有要人处理的为 1；有文件读不出或已损坏为 4。\n--from 先从同一个库的另一份副本取回这里缺的和坏的，再核验；--checkpoint 核验之后存证，以后缺了哪个事件都说得出。",
      "Reads every file of the store, or of the cases named: which is wrong, what it affects, what to do. It needs no key, reads no index and changes nothing.\nLeaves with 0 where nothing needs anybody, 1 where something needs a person, 4 where a file is damaged or cannot be read.\n--from first brings back from another copy of the same store what is missing or damaged here; --checkpoint afterwards puts on file what is held, so that whatever is missing later can be named."
    ))

  @OptionGroup var common: CommonOptions
  @OptionGroup var answers: AnswerOption

  @Option(
    help: ArgumentHelp(
      localized("从这份副本取回缺的和坏的", "Bring back from this copy what is missing or damaged"), valueName: "store"),
    completion: .directory)
  var from: String?

  @Option(
    help: ArgumentHelp(
      localized("为这个机关存证（管理员或主管）", "Write a checkpoint of this office (administrator or supervisor)"),
      valueName: "authority"))
  var checkpoint: String?

  @Argument(
    help: ArgumentHelp(
      localized("申报编号，省略时为全库", "Ids of cases; the whole store where left out"), valueName: "case"))
  var names: [String] = []

  func validate() throws {
    guard let checkpoint else { return }
    guard names.isEmpty else {
      throw ValidationError(localized("存证须核验全库，不能只列几件", "a checkpoint is of the whole store, not of some cases"))
    }
    guard Authorities.shared[checkpoint] != nil else {
      throw ValidationError(
        localized(
          "没有机关代码 \(shown(checkpoint))，例如 370000", "there is no authority \(shown(checkpoint)); such as 370000"))
    }
  }

  func run() throws {
    let report = VerifyReport(common.format(whenPiped: .text))
    guard let store = try open(report) else {
      report.finish(nil)
      throw Status.storeTrouble.code
    }
    if let from { try bringBack(to: store, from: from, report) }
    let check = StoreVerifier(
      store, today: StoreAccess.today,
      progress: { done, total in
        guard StandardStreams.errorIsTerminal, done % 50 == 0 || done == total else { return }
        Output.printProgress(done == total ? "\r\u{1B}[K" : "\r\(done)/\(total) ")
      }, report: report.take)
    if names.isEmpty { store.diskFindings.forEach(report.take) }
    check.run(names.isEmpty ? nil : try names.map { try CaseArgument.key($0, in: store) })
    report.finish(check)
    if let checkpoint { try write(checkpoint, check, in: store, report) }
    if check.needs[.reading] != nil { throw Status.storeTrouble.code }
    if check.needs[.person] != nil { throw Status.no.code }
  }

  /// The store without a folder of one's own, unless something is to be signed; `nil` where that it does not open is the
  /// finding.
  private func open(_ report: VerifyReport) throws -> Store? {
    guard checkpoint == nil, let path = common.storePath else { return try StoreAccess.open(common) }
    do throws(StoreError) {
      let store = try Store.open(path, environment: [:])
      StoreAccess.setClock(isTrial: store.isTrial)
      return store
    } catch {
      guard error.kind == .damaged else { throw CommandError(error) }
      report.take(StoreFinding(opening: error))
      return nil
    }
  }

  private func bringBack(to store: Store, from path: String, _ report: VerifyReport) throws {
    do throws(StoreError) {
      let merge = try Merge(to: store, from: path, readsBytes: true)
      let came = Phrase("这里没有或已损坏", "It was not here, or damaged")
      let result = try merge.run(came: { report.take(StoreFinding(.broughtBack, $0, came)) })
      // What could not be read there was not brought back: whether it is missing here the check says.
      result.refused.filter { $0.need == .reading }.forEach(report.take)
      if let trouble = result.copyTrouble { Output.printError(shown(trouble.message(OutputLanguage.language))) }
    } catch {
      report.finish(nil)
      throw CommandError(error)
    }
  }

  /// Nothing is put on file of less than is there.
  private func write(_ office: String, _ check: StoreVerifier, in store: Store, _ report: VerifyReport) throws {
    guard check.needs[.reading] == nil else {
      throw CommandError(
        .storeTrouble,
        localized(
          "有文件读不出或已损坏，没有存证；先按上面处理",
          "something is damaged or could not be read: no checkpoint was written; see above first"))
    }
    var batch = StoreAccess.batch(store, common, answers)
    guard let request = ActRequest(checkpointOf: office, check) else {
      Output.printError(
        localized("上一次存证之后没有新的事件，无须再存", "nothing is new since the last checkpoint; none was written"))
      return
    }
    let result = ActReport(batch.run(request))
    guard result.status == .done else {
      throw CommandError(result.status, result.lines(OutputLanguage.language).text)
    }
    Output.printError(
      localized("已存证 \(check.held.count) 个事件", "checkpoint written: \(check.held.count) events"))
  }
}
