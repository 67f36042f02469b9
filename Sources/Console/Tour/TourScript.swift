package import ScoringCore

extension TourStep {
  /// Types a text and confirms it.
  private static func typing(_ caption: Phrase, _ first: Key, _ text: String, _ last: Key...) -> TourStep {
    TourStep(caption, keys: [first] + text.unicodeScalars.map(Key.character) + last)
  }

  /// The tour of the built-in store, from the Overview and back to it.
  package static func script() -> [TourStep] { look + [farewell(closing: 1)] }

  /// The same with the walk of a case to its recognition before its end.
  ///
  /// - Parameter language: in which the officers of the walk write.
  package static func script(_ place: TourCase, _ language: Language) -> [TourStep] {
    look + TourWalk(place, language).steps + [farewell(closing: 2)]
  }

  /// Ends on the Overview.
  /// - Parameter closing: how many screens lie over it.
  private static func farewell(closing: Int) -> TourStep {
    TourStep(
      Phrase(
        "导览到此结束，评审台交给你。申报件在一个临时文件夹里，随便试；q 退出时一并删除。",
        "The tour ends here and the desk is yours. The cases live in a temporary folder: try anything; it goes when you leave with q."
      ), keys: Array(repeating: .escape, count: closing))
  }

  /// What the screens show.
  private static let look: [TourStep] = [
    TourStep(
      Phrase(
        "欢迎。这是一个虚构省份的评审台：企业和数据都是编造的，程序是真的。第一行说明在哪里、看谁的文件；最后一行是现在能用的键。",
        "Welcome. This is the review desk of a made-up province: the firms and figures are invented, the program is real. The first line says where you are and whose files these are; the last line says what the keys do now."
      )),
    TourStep(
      Phrase(
        "总览回答早上九点的问题：什么逾期，什么快到期，每个层级各有多少、停在哪一步。这里移到“专精特新”一行。",
        "The Overview answers the question at nine in the morning: what is late, what soon will be, how much stands where. Here we move to the Specialized tier."
      ),
      .down),
    TourStep(
      Phrase(
        "回车打开这一格里的申报件。天数是已用的工作日；测算结果是一个词，得分在后，未定的得分是一个区间，从不当作零。",
        "Enter opens the cases counted there. Days are working days used; the verdict is a word, then the points; a score that is still open is an interval, never a zero."
      ),
      .enter),
    .typing(
      Phrase(
        "/ 筛选：条件和名称可以混写。这里只留下测算结果未定的。",
        "/ filters: conditions and names can be mixed. Here only the undetermined ones stay."),
      .letter("/"), "未定", .enter),
    .typing(
      Phrase(
        "退格去掉筛选。名称可以用拼音首字母查：tzdl 找到“特种电缆”，不用输入法。",
        "Backspace takes the filter away. Names can be found by the initials of their reading: tzdl finds a maker of special cables, and no input method is needed."
      ), .backspace, "/tzdl", .enter),
    TourStep(
      Phrase(
        "回车打开一件。先是测算结果和理由，起决定作用的指标排在最前：申报值、得分、距上一档差多少、依据哪一条。",
        "Enter opens a case. The verdict and its reason come first, then the indicators that decide it: value, points, how far to the next band, and the clause."
      ),
      .enter),
    TourStep(
      Phrase(
        "右栏可以换：上一层级，也就是再往上一步会怎样……",
        "The right column can change: the tier above, that is, what the next step would ask …"),
      .right),
    TourStep(
      Phrase("……或者同一件按另一版标准会怎样。", "… or the same case by the other edition of the standard."), .right),
    TourStep(
      Phrase(
        "e 解释光标所在的一行：用了哪些事实、与哪个界限比较、由标准还是省级细则给出、条款在哪里。每一分都能追到条文。",
        "e explains the row under the cursor: which facts were used, which bound they were held against, whether the standard or the province gave it, and where the clause is. Every point leads to its text."
      ),
      .left, .left, .letter("e")),
    TourStep(
      Phrase(
        "w 说明缺什么、补上会怎样，以及差距最小的单项。这些是信息，不是结论。",
        "w says what is missing, what it would change, and the cheapest single moves. It is information, never a verdict."
      ),
      .escape, .letter("w")),
    TourStep(
      Phrase("Esc 总是返回。", "Esc always goes back."), .escape, .escape),
    TourStep(
      Phrase(
        "空格选中两件，= 并排比较；不同的排在前面。",
        "Space selects two cases, = puts them side by side; what differs comes first."),
      .space, .space, .letter("=")),
    TourStep(
      Phrase(
        "F6 打开标准本身：两版办法、年度通知、各省细则、划型标准，逐条注明依据；条文有歧义处列出采用的解释。",
        "F6 opens the standard itself: both editions, yearly notices, provinces, size limits, each with its source; where the text is open, the reading taken is listed."
      ),
      .escape, .function(6)),
    TourStep(
      Phrase("F9 换成另一种语言，再按一次换回来。", "F9 changes to the other language, and once more changes back."), .escape,
      .function(9)),
    TourStep(
      Phrase(
        "? 列出这里能做的一切，可以输入文字查找；: 按名称或拼音首字母执行任何命令。不必记键。",
        "? lists all that can be done here and can be searched; : runs any command by its name. No key needs to be learned."
      ),
      .function(9), .letter("?")),
  ]
}
