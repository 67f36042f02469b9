import Foundation
import ScoringCore
import Testing

@testable import Console

/// The guide's page of keys, made from the table of commands.
@Suite struct KeysPageTests {
  @Test(arguments: ScoringCore.Language.allCases)
  func `The page of keys shows the commands as they are`(language: ScoringCore.Language) throws {
    let url = URL(fileURLWithPath: #filePath)
      .appending(path: "../../../Documentation/Guide/keys.\(language.rawValue).md").standardized
    let page = Self.page(language)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try page.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == page)
  }

  private static func page(_ language: ScoringCore.Language) -> String {
    var text = Phrase(
      """
      # 按键

      由程序的命令表生成：`RECORD=1 swift test --filter KeysPageTests`。不带按键的命令从 `:` 或 `F2` 的清单里找。


      """,
      """
      # Keys

      Made from the program's table of commands: `RECORD=1 swift test --filter KeysPageTests`. A command without a key is
      found in the list that `:` or `F2` opens.


      """)(language)
    for scope in Command.Scope.allCases {
      let commands = Command.table.filter { $0.scope == scope && !$0.isPlace }
      guard !commands.isEmpty else { continue }
      text += "## \(name(scope)(language))\n\n"
      text += Phrase("| 键 | 命令 | 作用 |", "| keys | command | what it does |")(language)
      text += "\n|---|---|---|\n"
      for command in commands {
        let keys = command.keys.map { "`\($0.label(language).replacing("|", with: "\\|"))`" }.joined(separator: " ")
        text += "| \(keys) | \(command.name(language)) | \(command.summary(language)) |\n"
      }
      text += "\n"
    }
    return text
  }

  /// The screen as the guide calls it.
  private static func name(_ scope: Command.Scope) -> Phrase {
    switch scope {
    case .everywhere: Phrase("各处", "Everywhere")
    case .overview: Phrase("总览", "Overview")
    case .queue: Phrase("队列", "Queue")
    case .summary: Phrase("汇总", "Summary")
    case .caseFile: Phrase("申报件", "Case")
    case .breakdown: Phrase("指标", "Breakdown")
    case .explanation: Phrase("解释", "Explanation")
    case .compare: Phrase("比较", "Compare")
    case .rules: Phrase("标准", "Rules")
    case .materials: Phrase("材料", "Materials")
    case .paper: Phrase("材料正文", "A document's text")
    case .objections: Phrase("异议", "Objections")
    case .spotCheck: Phrase("抽查", "Spot check")
    case .files: Phrase("选择文件", "Choosing files")
    case .timeline: Phrase("时间线", "Timeline")
    case .event: Phrase("时间线的一条", "One event")
    case .letters: Phrase("文书", "Letters")
    case .titles: Phrase("称号", "Titles")
    case .title: Phrase("称号（一个）", "One title")
    case .officers: Phrase("人员", "Officers")
    }
  }
}
