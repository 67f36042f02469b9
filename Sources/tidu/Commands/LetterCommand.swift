internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu letter CASE CODE`: a letter about a case, ready to print. `tidu act CASE letter code=…` puts it on file.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: localized("打印文书", "Print a letter"),
    discussion: localized(
      "文书：return 补正通知书、refusal 不予认定通知书、recognition 认定通知书、cancellation 取消称号通知书；公示和推荐名单用 tidu notice publish。\n按本机关生效的模板；存档用 tidu act CASE letter code=…。",
      "Letters: return, refusal, recognition, cancellation; lists are printed by tidu notice publish.\nBy the templates the office has in force; tidu act CASE letter code=… puts one on file."
    ))

  @OptionGroup var common: CommonOptions
  @OptionGroup var paper: LetterOutput

  @Argument(help: ArgumentHelp(localized("申报编号", "Id of a case"), valueName: "case"))
  var name: String

  @Argument(
    help: ArgumentHelp(localized("文书代码", "Code of the letter"), valueName: "code"),
    completion: .list(["return", "refusal", "recognition", "cancellation"]))
  var code: String

  func run() throws {
    guard let code = LetterModel.Code(rawValue: code), code != .noticeList, code != .forwardingList else {
      throw ValidationError(
        localized(
          "没有文书 \(shown(code))；可用 return、refusal、recognition、cancellation",
          "there is no letter \(shown(code)); known: return, refusal, recognition, cancellation"))
    }
    let store = try StoreAccess.open(common)
    let today = StoreAccess.today
    let key = try CaseArgument.key(name, in: store)
    guard let file = try ActService(store: store, today: today).file(key) else { throw OfficeError.caseGone(key) }
    guard file.calls(for: code) else {
      try CaseArgument.leave(file.allIncomplete)
      throw CommandError(
        .notPermitted,
        localized(
          "\(shown(key.id)) 的经过里还没有要发“\(code.name.zh)”的事",
          "nothing in \(shown(key.id)) calls for this letter: \(code.name.en)"))
    }
    try paper.write(file.letter(code, today: today), authority: key.authority, in: store, on: today)
    try CaseArgument.leave(file.allIncomplete)
  }
}
