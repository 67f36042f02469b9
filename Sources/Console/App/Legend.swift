import ScoringCore

/// What the marks of a screen mean, under `?`.
enum Legend {
  /// The marks that a screen of these scopes can show, each with its meaning.
  static func text(_ scopes: [Command.Scope], _ context: Context) -> String {
    let marks = scopes.flatMap { Self.marks($0, context.glyphs) }
    guard !marks.isEmpty else { return "" }
    let parts = marks.map { "\($0.0) \(context($0.1))" }
    return context("标记：", "Marks: ") + parts.joined(separator: context("　", "   "))
  }

  private static func marks(_ scope: Command.Scope, _ glyphs: Glyphs) -> [(String, Phrase)] {
    let lines = glyphs.hasLines
    let folding = [
      (glyphs.folded, Phrase("已收起", "folded")), (glyphs.unfolded, Phrase("已展开", "unfolded")),
    ]
    switch scope {
    case .overview:
      return [
        (lines ? "█" : "=", Phrase("件数，各列同一比例", "number of cases, one scale for all")),
        (lines ? "▁█" : "_#", Phrase("每天收件多少", "arrivals a day")),
      ]
    case .queue:
      return [
        ("!!", Phrase("逾期", "late")), ("!", Phrase("将到期", "near its limit")), (glyphs.marked, Phrase("已选", "selected")),
        (lines ? "━" : "=", Phrase("得分", "score")),
        (lines ? "╍" : ".", Phrase("未定的分", "points still open")),
        (lines ? "┿" : "+", Phrase("及格线，已达到", "pass line, reached")),
        (lines ? "┊" : "|", Phrase("及格线，未达到", "pass line, not reached")),
      ]
    case .breakdown:
      return [
        (lines ? "━╺" : "=-", Phrase("达到的分档和全部分档", "band reached, of all bands")),
        (glyphs.checked, Phrase("核实与申报一致", "verified as declared")),
        (glyphs.fallen, Phrase("核实后降档", "lower once verified")),
        (glyphs.risen, Phrase("核实后升档", "higher once verified")),
      ] + folding
    case .explanation: return [("*", Phrase("起决定作用", "decides"))] + folding
    case .materials:
      return [
        ("?", Phrase("待查", "to check")), ("!", Phrase("缺或有缺陷；核实数与申报不一致", "missing or defective; verified otherwise")),
      ]
    case .timeline: return [("*", Phrase("上次退出以来的记录", "since you last looked"))]
    default: return []
    }
  }
}
