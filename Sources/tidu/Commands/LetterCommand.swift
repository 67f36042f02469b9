internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu letter CASE CODE`: a letter about a case, ready to print. `tidu act CASE letter code=…` puts it on file.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: localized("打印文书", "Print a letter"),
    discussion: localized(
      "文书：return 补正通知书、refusal 不予认定通知书、recognition 认定通知书、cancellation 取消称号通知书；visit 实地抽查记录表（带去现场填写，总是网页）；公示和推荐名单用 tidu notice publish。\n按本机关生效的模板；存档用 tidu act CASE letter code=…。",
      "Letters: return, refusal, recognition, cancellation; visit is the sheet of a spot check, to be filled in on site, always a page; lists are printed by tidu notice publish.\nBy the templates the office has in force; tidu act CASE letter code=… puts one on file."
    ))

  @OptionGroup var common: CommonOptions
  @OptionGroup var paper: LetterOutput

  @Argument(help: ArgumentHelp(localized("申报编号", "Id of a case"), valueName: "case"))
  var name: String

  @Argument(
    help: ArgumentHelp(localized("文书代码", "Code of the letter"), valueName: "code"),
    completion: .list(["return", "refusal", "recognition", "cancellation", Self.visit]))
  var code: String

  /// The code of the sheet of a visit.
  private static let visit = "visit"

  func run() throws {
    guard code != Self.visit else { return try writeSheet() }
    guard let code = LetterModel.Code(rawValue: code), code != .noticeList, code != .forwardingList else {
      throw ValidationError(
        localized(
          "没有文书 \(shown(code))；可用 return、refusal、recognition、cancellation、visit",
          "there is no letter \(shown(code)); known: return, refusal, recognition, cancellation, visit"))
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

  /// The sheet of the visit that is going on.
  private func writeSheet() throws {
    let store = try StoreAccess.open(common)
    let key = try CaseArgument.key(name, in: store)
    guard let file = try ActService(store: store, today: StoreAccess.today).file(key) else {
      throw OfficeError.caseGone(key)
    }
    guard let sheet = VisitSheet(file, OutputLanguage.language) else {
      try CaseArgument.leave(file.allIncomplete)
      throw CommandError(.notPermitted, "\(shown(key.id)): " + VisitRecord.noVisit(OutputLanguage.language))
    }
    try FileOutput.check(paper.out)
    try FileOutput.write(Array(sheet.page.html.utf8), to: paper.out)
    try CaseArgument.leave(file.allIncomplete)
  }
}
