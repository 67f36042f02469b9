public import ScoringCore

/// Pages of the user guide that are made from what the program itself goes by.
public enum Guide {
  /// Every command: its keys, its name and what it does, by screen, as Markdown.
  public static func commands(_ language: Language) -> String {
    var text = ""
    for scope in Command.Scope.allCases {
      let commands = Command.table.filter { $0.scope == scope && !$0.isPlace }
      guard !commands.isEmpty else { continue }
      text += "### \(scope.name(language))\n\n"
      text += Phrase("| 键 | 命令 | 作用 |", "| keys | command | what it does |")(language)
      text += "\n|---|---|---|\n"
      for command in commands {
        let keys = command.keys.map { "`\($0.label(language))`" }.joined(separator: " ")
        text += "| \(keys) | \(command.name(language)) | \(command.summary(language)) |\n"
      }
      text += "\n"
    }
    return text
  }

  /// The filter language, a line a key.
  public static func filter(_ language: Language) -> [String] { FilterWords.lines(language) }
}

extension Command.Scope {
  /// The screen as the guide calls it.
  public var name: Phrase {
    switch self {
    case .everywhere: Phrase("各处", "Everywhere")
    case .overview: Phrase("总览", "Overview")
    case .queue: Phrase("队列", "Queue")
    case .caseFile: Phrase("案件", "Case")
    case .breakdown: Phrase("指标", "Breakdown")
    case .explanation: Phrase("解释", "Explanation")
    case .compare: Phrase("比较", "Compare")
    case .rules: Phrase("标准", "Rules")
    case .materials: Phrase("材料", "Materials")
    case .paper: Phrase("材料正文", "A paper's text")
    case .objections: Phrase("异议", "Objections")
    case .spotCheck: Phrase("抽查", "Spot check")
    case .timeline: Phrase("时间线", "Timeline")
    case .event: Phrase("时间线的一条记录", "An event in full")
    case .letters: Phrase("文书", "Letters")
    case .titles: Phrase("称号", "Titles")
    case .title: Phrase("称号（一个）", "One title")
    case .officers: Phrase("人员", "Officers")
    }
  }
}
