import Casework
import ScoringCore

/// Asks what to print, under which number and where to: the same on every screen, at one key.
enum PrintDialog {
  static let id = "print"

  /// A paper that can be chosen, as the screen calls it.
  struct Choice {
    var sheet: PrintRequest.Sheet
    var name: Phrase

    init(_ sheet: PrintRequest.Sheet, _ name: Phrase? = nil) {
      self.sheet = sheet
      self.name = name ?? sheet.name
    }
  }

  static func dialog(_ choices: [Choice], chosen: PrintRequest.Sheet?) -> Dialog {
    let first = chosen ?? choices.first?.sheet
    return Dialog(
      id: id, title: Phrase("打印", "Print"),
      form: Form([
        Form.Field(
          "sheet", Phrase("文书、名单或表", "Letter, list or form"),
          .one(choices.map { Form.Option($0.sheet.code, $0.name) }), codes: first.map { [$0.code] } ?? []),
        Form.Field(
          "form", Phrase("存成", "As"), .one(PrintRequest.Form.allCases.map { Form.Option($0.rawValue, $0.name) }),
          codes: [PrintRequest.Form.html.rawValue]),
        Form.Field(
          "number", Phrase("文号", "Number"), .text(limit: 60), required: false,
          hint: Phrase("不填就不印", "left out where empty")),
        Form.Field(
          "file", Phrase("存到文件", "To a file"), .text(limit: 400), required: false,
          hint: Phrase("不填就存到自己的文件夹并打开", "your own folder, and shown, where empty")),
      ]) { wrong($0) }, confirm: Phrase("打印", "Print"))
  }

  private static func wrong(_ form: Form) -> [String: Phrase] {
    guard let sheet = form.code("sheet").flatMap({ PrintRequest.Sheet($0) }) else { return [:] }
    var wrong: [String: Phrase] = [:]
    if let chosen = form.code("form").flatMap(PrintRequest.Form.init(rawValue:)), !sheet.forms.contains(chosen) {
      let names = sheet.forms.map(\.name).joined("、", ", ")
      wrong["form"] = Phrase("这一种只能存成：\(names.zh)", "there is it only as: \(names.en)")
    }
    if !sheet.isNumbered, !form.text("number").isEmpty {
      wrong["number"] = Phrase("这张表上没有文号：请去掉", "it bears no number: leave it empty")
    }
    return wrong
  }

  /// What a form asks for; `nil` where it was left.
  static func request(_ form: Form?, _ key: CaseKey) -> PrintRequest? {
    guard let form, let sheet = form.code("sheet").flatMap({ PrintRequest.Sheet($0) }) else { return nil }
    let (number, file) = (form.text("number"), form.text("file"))
    return PrintRequest(
      sheet, of: key, number: number.isEmpty ? nil : number,
      form: form.code("form").flatMap(PrintRequest.Form.init(rawValue:)) ?? .html, file: file.isEmpty ? nil : file)
  }

  /// The command of a scope: one key everywhere.
  static func command(_ id: Command.ID, _ scope: Command.Scope, quiet: Bool = true) -> Command {
    Command(
      id, scope, Phrase("打印", "Print"), keys: [.letter("P")], quiet: quiet,
      Phrase(
        "打印或存成文件：文书、名单、汇总表、打分表、初核推荐表、抽查记录表、归档件",
        "Print or write to a file: letters, lists, summaries, score card, first check, sheet of a visit, whole case"))
  }
}
