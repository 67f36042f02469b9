internal import Casework
internal import ScoringCore

/// The long help of `tidu act`: every act with its fields, by place.
enum ActHelp {
  /// Made once, and only for one who asks for help: the parser wants it in every call.
  static let text =
    CommandLine.arguments.contains { ["-h", "--help", "help"].contains($0) } ? text(OutputLanguage.language) : ""

  private static func text(_ language: Language) -> String {
    var lines = [introduction(language)]
    for (place, name) in places {
      lines.append("")
      lines.append(name(language))
      for act in ActTable.all where act.place == place && act.name != .receive && act.name != .found {
        lines.append("  \(act.name.rawValue)  \(act.wording.done(language))")
        if !act.fields.isEmpty { lines.append("      " + act.usage) }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static let places: [(ActPlace, Phrase)] = [
    (.cases, Phrase("申报件：", "Cases:")),
    (.titles, Phrase("称号（所在申报件或 titles/…）：", "Titles (in their case, or titles/…):")),
    (.rounds, Phrase("批次（rounds/部门/批次）：", "Rounds (rounds/AUTHORITY/BATCH):")),
    (.registry, Phrase("登记册（registry）：", "Registry (registry):")),
  ]

  private static func introduction(_ language: Language) -> String {
    Phrase(
      """
      控制台每个键能办的都能办，结果一样。各项写成 名称=值；列表用逗号或 [JSON]，里面的一项写 reasons.0.code=missing；
      理由和缺陷只写代码也行（reasons=missing,expired text=说明），给企业的话按代码填好。
      @FILE 和 @- 取文件内容：文本照录，材料等存入案卷并以哈希记名。异议原文和身份自动密封，只取自 @FILE、@- 或终端里的询问，
      不写在命令行里。
      程序能推算的（期限、所指事件、测算结果、公示最后一天）不必写；推算的事关去向的，答复里写明。
      --seen 写明看到的是什么（事件编号，或只写 CASE 时列出的 seen）：之后有变化的不办，并说明变了什么。
      再次确认的事（文件读不出 unread，有记录未生效 pending）：不写 --yes CODE 不办，退出状态 5。
      只写 CASE 时列出各项办理和不能办的原因。
      - 从标准输入读 NDJSON：{"case":…,"act":…,"fields":{…}或["名称=值"],"officer":…,"seen":[…],"yes":[…]}，一行一件，结果一行一件。
      退出状态：0 已办，2 用法，3 输入有误，4 档案库，5 不允许（每条未满足的要求一行）。
      """,
      """
      Does everything a key of the console does, with the same result. Fields are name=value; lists are separated by
      commas or [JSON], and one part of an item is reasons.0.code=missing; reasons and defects may be their codes alone
      (reasons=missing,expired text=NOTE), the sentence of each is filled in. @FILE and @- are a file's content: a text
      as it is, a paper kept in the case and named by its hash. Texts and identities of objections are sealed by
      themselves; they come from @FILE, @- or a question at the terminal, never from the command line.
      What the program can work out (due days, the event meant, the assessment, a notice's last day) is left out; what
      it filled in and what decides something is said in the answer.
      --seen says what was before you (an id of an event, or what CASE alone lists as seen): what of it has changed
      since is refused, with what changed.
      What is asked once more (files that cannot be read: unread; something not in effect yet: pending) is refused
      without --yes CODE, status 5.
      CASE alone lists each act and why it is not permitted.
      - reads NDJSON: {"case":…,"act":…,"fields":{…} or ["name=value"],"officer":…,"seen":[…],"yes":[…]}, one act a line, one
      result a line.
      Exit status: 0 done, 2 usage, 3 bad input, 4 store, 5 not permitted (each unmet requirement on a line).
      """)(language)
  }
}
