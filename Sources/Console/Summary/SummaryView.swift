import Casework
import ScoringCore

/// Where the parts of the summary stand: the groups on top, below them the scores and who crosses, side by side where
/// there is room and else one at a time.
struct SummaryAreas {
  /// Lines that the scores ask for: a head, the bins and up to two lines to pass; and the fewest they are given.
  private static let scoreLines = (most: 14, least: 9)

  /// Rows of groups.
  var rows: Int
  var scores: Rect
  var crossing: Rect

  /// The screen's line with the first row of groups.
  static let firstRow = 3

  init(_ screen: SummaryScreen, _ size: Size) {
    let groups = screen.table.entries.count
    let area = Rect(x: 0, y: 1, width: size.columns, height: max(0, size.rows - 2))
    // A line for the rules, one for the head, one free below the rows.
    let most = area.height - SummaryAreas.firstRow
    rows = max(1, min(groups, most - min(Self.scoreLines.most, max(Self.scoreLines.least, most / 2))))
    let top = SummaryAreas.firstRow + rows + 1
    let rest = Rect(x: 0, y: top, width: area.width, height: max(0, area.bottom - top))
    let none = Rect(x: 0, y: top, width: 0, height: 0)
    let isScored = screen.current?.group.histogram.isEmpty == false
    if screen.edition == nil {
      (scores, crossing) = (rest, none)
    } else if !isScored {
      // Where nothing is scored, who crosses is all there is to see.
      (scores, crossing) = (none, rest)
    } else if area.width >= 110 {
      let half = area.width * 45 / 100
      scores = Rect(x: 0, y: top, width: half, height: rest.height)
      crossing = Rect(x: half + 2, y: top, width: area.width - half - 2, height: rest.height)
    } else {
      (scores, crossing) = screen.block == .groups ? (rest, none) : (none, rest)
    }
  }
}

extension SummaryScreen {
  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    let areas = SummaryAreas(self, context.size)
    drawRules(&grid, area, context)
    guard !table.entries.isEmpty else { return drawEmpty(&grid, area, context) }
    let columns = table.columns(x: 3, width: area.width - 4, context.language)
    for place in columns.placed { grid.put(context(place.column.head), area.y + 1, in: place, .heading) }
    for (line, index) in groups.visible(table.entries.count, height: areas.rows).enumerated() {
      drawRow(index, &grid, area.y + 2 + line, columns, context)
    }
    if areas.scores.width > 0, areas.scores.height > 2 { drawScores(&grid, areas.scores, context) }
    if areas.crossing.width > 0, areas.crossing.height > 2 { drawCrossing(&grid, areas.crossing, context) }
  }

  /// By which rules the figures are, and what is in none of them.
  private func drawRules(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    let rules =
      edition.map { id in context(GroupKey.edition.name(of: id)) }
      ?? context("各件施行的版本", "the edition in force for each")
    var x = grid.put(context("按 ", "By "), 3, area.y, .muted)
    x = grid.put(rules, x, area.y, edition == nil ? .muted : .text) + 3
    if let progress = progress(context) {
      let text = "\(Format.grouped(progress.done)) / \(Format.grouped(progress.total))"
      x = grid.put(context("正在测算 ", "judging ") + text, x, area.y, .text, width: area.width - x) + 3
    }
    var left: [String] = []
    if let why = notJudged.why {
      let count = Format.grouped(notJudged.count)
      left.append(context("\(count) 件不能评：\(why.zh)", "\(count) not judged: \(why.en)"))
    }
    let lacking = incomplete + context.cases.uncounted
    if lacking > 0 { left.append(context("\(lacking) 件读不全，未计入", "\(lacking) not whole and not counted")) }
    grid.put(left.joined(separator: "    "), x, area.y, .undetermined, width: max(0, area.width - x - 1))
  }

  private func drawEmpty(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    let text: Phrase =
      if !context.cases.isComplete || progress(context) != nil {
        Phrase("正在读取申报件…", "Reading the cases …")
      } else if context.cases.rows.isEmpty {
        QueueTab.all.emptyReason
      } else if edition != nil {
        Phrase("没有能按这个版本评的申报件。按 e 换一个版本。", "No case can be judged by this edition. e chooses another.")
      } else {
        Phrase("没有可汇总的申报件。", "There are no cases to sum up.")
      }
    grid.put(context(text), 3, area.y + 2, .muted, width: area.width - 4)
  }

  private func drawRow(_ index: Int, _ grid: inout Grid, _ y: Int, _ columns: Columns, _ context: Context) {
    let entry = table.entries[index]
    let isCursor = index == groups.cursor
    if isCursor { grid.put(grid.glyphs.cursor, 0, y, block == .groups ? .accent : .muted) }
    for place in columns.placed {
      switch place.column.id {
      case "bar":
        let bar = table.bar(entry, width: place.width, grid.glyphs)
        let x = grid.put(bar.meets, place.x, y, .bar, width: place.width)
        grid.put(bar.rest, x, y, .barRest, width: place.width - (x - place.x))
      case let id:
        let text = table.text(id, entry, grid.glyphs, context.language)
        let isName = Int(id) != nil || id == "all"
        let isCrossing = id.hasPrefix("to") && text != grid.glyphs.none
        let role: Role =
          isName
          ? (isCursor && block == .groups ? .selection : .text) : id == "scores" ? .bar : isCrossing ? .text : .muted
        grid.put(text, y, in: place, id == "count" || id == "meets" ? .text : role)
      }
    }
  }

  /// The scores of the group under the cursor, with the line to pass.
  private func drawScores(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    guard let current else { return }
    var x = grid.put(context("得分分布", "Scores"), area.x + 3, area.y, .heading)
    x = grid.put(context(table.title(current)), x + 2, area.y, .text, width: max(0, area.right - x - 3))
    let group = current.group
    guard !group.histogram.isEmpty else {
      let text = context("不打分：看符合、不符、未定的件数。", "Nothing is scored: see how many meet, fail or are open.")
      grid.put(text, area.x + 3, area.y + 1, .muted, width: area.width - 4)
      return
    }
    let lines = HistogramLine.lines(of: group, room: area.height - 1)
    let counts = lines.map { line in
      if case .bins(let bins) = line { group.histogram.counts[bins].reduce(0, +) } else { 0 }
    }
    let width = min(60, area.width - 22)
    for (line, content) in lines.prefix(max(0, area.height - 1)).enumerated() {
      let y = area.y + 1 + line
      switch content {
      case .pass(let passes):
        grid.rule(area.x + 3, y, width: 14)
        grid.put(context(HistogramLine.passName(passes)), area.x + 19, y, .text, width: max(0, area.width - 20))
      case .bins(let bins):
        grid.putRight(HistogramLine.label(bins, grid.glyphs), before: area.x + 9, y, .muted, width: 6)
        guard counts[line] > 0 else { continue }
        grid.putRight(Format.grouped(counts[line]), before: area.x + 17, y, .text, width: 7)
        let bar = ScoreBar.share(counts[line], of: counts.max() ?? 0, width: width, grid.glyphs)
        grid.put(bar, area.x + 19, y, .bar, width: width)
      }
    }
  }

  /// Who has another outcome by the edition asked for, case by case.
  private func drawCrossing(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    let heading = context("越线 ", "Who crosses ") + Format.grouped(crossers.count)
    let end = grid.put(heading, area.x + 3, area.y, .heading, width: area.width - 4)
    if let current {
      grid.put(context(table.title(current)), end + 2, area.y, .text, width: max(0, area.right - end - 3))
    }
    guard !crossers.isEmpty else {
      let text = progress(context) == nil ? context("没有申报件越线。", "No case crosses.") : context("正在测算…", "Judging …")
      grid.put(text, area.x + 3, area.y + 1, .muted, width: area.width - 4)
      return
    }
    let columns = Columns(
      [
        Column("name", Phrase("企业", "Enterprise"), 16, maximum: 40),
        Column("change", Phrase("结论", "Result"), context.language == .zh ? 12 : 14),
        Column("decides", GroupKey.decides.name, 14, maximum: 32, drop: 2),
        Column("place", Phrase("地市", "City"), 8, maximum: 12, drop: 3),
        Column("id", Phrase("编号", "Case"), 22, drop: 4),
      ], x: area.x + 3, width: area.width - 4)
    for (line, index) in crossing.visible(crossers.count, height: area.height - 1).enumerated() {
      let counted = crossers[index].counted
      guard let row = context.cases[crossers[index].key] else { continue }
      let y = area.y + 1 + line
      let isHere = block == .crossing && index == crossing.cursor
      if isHere { grid.put(grid.glyphs.cursor, area.x, y, .accent) }
      for place in columns.placed {
        switch place.column.id {
        case "name": grid.put(row.name, y, in: place, isHere ? .selection : .text)
        case "decides":
          grid.put(counted.decides.map { context(RuleNames.name($0)) } ?? grid.glyphs.none, y, in: place, .text)
        case "place":
          let division = CaseWords.division(row.division)
          let town = division.isEmpty ? CaseWords.shortAuthority(row.key.authority, context.language) : division
          grid.put(town, y, in: place, .muted)
        case "id": grid.put(row.key.id, y, in: place, .muted)
        default:
          let before = counted.before ?? row.outcome
          let x = grid.put(context(before.word) + " \(grid.glyphs.becomes) ", place.x, y, .muted, width: place.width)
          grid.put(context(counted.outcome.word), x, y, counted.outcome.role, width: place.width - (x - place.x))
        }
      }
    }
  }
}
