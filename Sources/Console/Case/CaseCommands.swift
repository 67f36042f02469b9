import ScoringCore

extension Command {
  /// The commands of every tab of a case.
  static let caseFile: [Command] = [
    Command(
      "case.nextTab", .caseFile, Phrase("下一栏", "Next part"), keys: [.tab],
      Phrase("到申报件的下一部分", "Go to the next part of the case")),
    Command(
      "case.previousTab", .caseFile, Phrase("上一栏", "Previous part"), keys: [.backTab], quiet: true,
      Phrase("到申报件的上一部分", "Go to the previous part of the case")),
    Command(
      "case.next", .caseFile, Phrase("下一步", "Next step"), keys: [.letter(".")], quiet: true,
      Phrase("办这一件的下一步，末行写明是哪一步", "Take the next step of the case, which the last line names")),
    Command(
      "case.assign", .caseFile, Assigning.word, keys: [.letter("F")], quiet: true, undo: .undoable,
      Phrase("把这一件分给一名审核员，或改由别人办；列出各人手上的件数", "Give the case to a reviewer, or to another one; lists what each has")),
    Command(
      "case.uncounted", .caseFile, Phrase("提示和不算数的文件", "Noticed"), keys: [.letter("!")], quiet: true,
      Phrase(
        "列出上次退回的理由、抽查所见、机器注意到的疑点，以及文件夹里不算数的文件和原因",
        "List why it was last returned, what a visit found, what a machine noticed, and the files that do not count")),
    PrintDialog.command("case.print", .caseFile),
  ]
}
