internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import ConsoleHost
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu letter CASE CODE`: a letter or form about a case, ready to print; `tidu letter --template CODE`: what an office
/// begins from that puts its own text in force. `tidu act CASE letter code=…` puts a letter on file.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: localized("打印文书和表", "Print a letter or form"),
    discussion: localized(
      "文书：return 补正通知书、refusal 不予认定（不予推荐）通知书、recognition 认定通知书、cancellation 取消称号通知书。\n表（总是网页）：score-card 打分表、first-check 初核推荐表、visit 实地抽查记录表。公示、认定、推荐名单和汇总表用 tidu notice publish。\n按本机关生效的模板；存档用 tidu act CASE letter code=…。--template 写出一份模板样本，改好后用 tidu settings propose 机关 letters 文件 提出，另一人批准后生效。",
      "Letters: return, refusal, recognition, cancellation. Forms, always a page: score-card, first-check, visit. Lists and summaries are printed by tidu notice publish.\nBy the templates the office has in force; tidu act CASE letter code=… puts one on file. --template writes a sample of a template: change it, propose it by tidu settings propose AUTHORITY letters FILE, and another officer approves it."
    ))

  @OptionGroup var common: CommonOptions
  @OptionGroup var paper: LetterOutput

  @Option(
    help: ArgumentHelp(
      localized("写出这种文书或版式的模板样本", "Write a sample of the template of this letter, or of this layout"), valueName: "code"
    ),
    completion: .list(LetterSample.codes))
  var template: String?

  @Argument(help: ArgumentHelp(localized("申报编号", "Id of a case"), valueName: "case"))
  var name: String?

  @Argument(
    help: ArgumentHelp(localized("文书或表的代码", "Code of the letter or form"), valueName: "code"),
    completion: .list(Self.sheets.map(\.code)))
  var code: String?

  private static let sheets: [PrintRequest.Sheet] =
    LetterModel.Code.allCases.filter { !$0.isList }.map { .letter($0) } + [.scoreCard, .firstCheck, .visit]

  func validate() throws {
    if template != nil, name != nil {
      throw ValidationError(localized("--template 不用写申报编号", "--template takes no case"))
    }
    guard template != nil || (name != nil && code != nil) else {
      throw ValidationError(localized("请写申报编号和文书代码", "name a case and a letter"))
    }
  }

  func run() throws {
    if let template { return try writeSample(template) }
    guard let name, let code else { return }
    guard let sheet = PrintRequest.Sheet(code), Self.sheets.contains(sheet) else {
      let known = Self.sheets.map(\.code)
      throw ValidationError(
        localized(
          "没有文书 \(shown(code))；可用 \(known.joined(separator: "、"))",
          "there is no letter \(shown(code)); known: \(known.joined(separator: ", "))"))
    }
    let store = try StoreAccess.open(common)
    let key = try CaseArgument.key(name, in: store)
    let language = OutputLanguage.language
    let made = try SheetMaker(store: store, today: StoreAccess.today, language, letters: language)
      .sheet(PrintRequest(sheet, of: key, number: paper.number))
    try paper.write(made)
    try CaseArgument.leave(made.unread)
  }

  private func writeSample(_ code: String) throws {
    guard let sample = LetterSample.yaml(code) else {
      let known = LetterSample.codes
      throw ValidationError(
        localized(
          "没有文书或版式 \(shown(code))；可用 \(known.joined(separator: "、"))",
          "there is no letter or layout \(shown(code)); known: \(known.joined(separator: ", "))"))
    }
    try FileOutput.check(paper.out)
    try FileOutput.write(Array(sample.utf8), to: paper.out)
  }
}
