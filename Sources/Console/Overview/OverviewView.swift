import Casework
import ScoringCore

extension OverviewScreen {
  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    let tally = tally(context)
    drawReminders(tally, &grid, area.y + 1, area.width, context)
    let notices = notices(context)
    for (line, notice) in notices.enumerated() {
      grid.put(context(notice.text), 2, area.y + 2 + line, notice.role, width: area.width - 3)
    }
    let whole = area.inset(top: notices.count)
    // Room beside the tables holds what falls due.
    let area = Rect(x: whole.x, y: whole.y, width: whole.width < 150 ? whole.width : 120, height: whole.height)
    drawTiers(tally, &grid, area.y + 3, area.width, context)
    let newsHeight = min(context.news.count, max(1, area.height / 5))
    let top = area.y + 8
    let bottom = area.bottom - (newsHeight == 0 ? 0 : newsHeight + 1)
    drawPlaces(
      tally, &grid, Rect(x: 0, y: top, width: area.width, height: bottom - top), context)
    drawNews(&grid, area.bottom - newsHeight, newsHeight, area.width, context)
    guard whole.width > area.width else { return }
    drawDues(
      &grid,
      Rect(x: area.width + 3, y: area.y + 3, width: whole.width - area.width - 4, height: area.height - 3), context)
  }

  /// Day by day what falls due, what is past first.
  private func drawDues(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    let dues = dues(context)
    let days = dues.days
    grid.put(context("到期", "Falling due"), area.x, area.y, .heading)
    if days.isEmpty { grid.put(context("没有到期事项", "Nothing falls due"), area.x, area.y + 1, .muted, width: area.width) }
    let room = area.height - 1
    let shown = days.count <= room ? days : Array(days.prefix(max(0, room - 1)))
    for (row, day) in shown.enumerated() {
      let line = area.y + 1 + row
      let x = grid.put("\(day)", area.x, line, day < context.today ? .late : day == context.today ? .near : .text) + 2
      let counts = dues.counts[day] ?? []
      let parts = DueKind.allCases.filter { counts[$0.rawValue] > 0 }
        .map { "\(context($0.name)) \(Format.grouped(counts[$0.rawValue]))" }
      grid.put(parts.joined(separator: "  "), x, line, .text, width: area.right - x)
    }
    guard shown.count < days.count else { return }
    let rest = days.count - shown.count
    grid.put(context("另有 \(rest) 天", "\(rest) more days"), area.x, area.bottom - 1, .muted, width: area.width)
  }

  /// What is wrong with the registry, or waits there for this officer.
  private func notices(_ context: Context) -> [(text: Phrase, role: Role)] {
    let session = context.session
    let isSupervisor = session.rights?.holdsAnywhere(session.officer, [.supervisor]) ?? false
    return (session.awaited.map { [($0, .undetermined)] } ?? [])
      + (session.notices?.lines(isSupervisor: isSupervisor) ?? [])
  }

  private func drawReminders(
    _ tally: Tally, _ grid: inout Grid, _ y: Int, _ width: Int, _ context: Context
  ) {
    var x = 2
    for item in Reminder.allCases {
      let (name, count, role): (Phrase, Int?, Role)
      switch item {
      case .late: (name, count, role) = (Phrase("逾期", "Late"), tally.late, .late)
      case .near: (name, count, role) = (Phrase("将到期", "Near"), tally.near, .near)
      case .toSign: (name, count, role) = (Phrase("待签批", "To sign"), tally.count(.toSign), .text)
      case .inNotice: (name, count, role) = (Phrase("公示中", "In notice"), tally.count(.inNotice), .text)
      case .objections:
        (name, count, role) = (Phrase("异议", "Objections"), tally.count(.objections), .undetermined)
      case .contested:
        (name, count, role) = (Phrase("争议", "Contested"), tally.count(.contested), .undetermined)
      case .titles:
        let due = titles.map { _ in dues(context).counts.values.reduce(0) { $0 + $1[DueKind.title.rawValue] } }
        (name, count, role) = (Phrase("称号到期", "Titles due"), due, .near)
      }
      var text = context(name) + (count.map { " " + Format.grouped($0) } ?? "")
      if item == .inNotice, count != 0, let last = tally.earliestNotice, width >= 100 {
        text += context("，最早 \(Format.short(last)) 止", ", first ends \(Format.short(last))")
      }
      let isHere = block == .reminders && reminder == item.rawValue
      if isHere { grid.put(grid.glyphs.cursor, x - 2, y, .accent) }
      let end = grid.put(
        text, x, y, isHere ? .selection : (count ?? 0) == 0 ? .muted : role, width: max(0, width - x - 1))
      x = end + (width >= 100 ? 4 : 2)
    }
  }

  /// The tier table's columns, as many as the width holds.
  static func tierColumns(_ width: Int, _ language: Language) -> Columns {
    let columnWidth = language == .zh ? 7 : 9
    // What goes first on a narrow screen: forwarded, done, the arrivals, the longest; then checks and returned.
    let drops = [0, 0, 1, 0, 2, 0, 9, 8]
    return Columns(
      [Column("tier", Phrase("", ""), 12)]
        + stateColumns.enumerated().map { index, state in
          Column("\(index)", state.name, columnWidth, right: true, drop: drops[index])
        } + [
          Column("spark", Phrase("近 10 日收件", "10 days"), 12, drop: 8),
          Column("longest", Phrase("最久在审", "Longest"), 9, right: true, drop: 3),
        ], x: 2, width: width - 4, gap: width >= 110 ? 2 : 1)
  }

  private func drawTiers(
    _ tally: Tally, _ grid: inout Grid, _ y: Int, _ width: Int, _ context: Context
  ) {
    let states = OverviewScreen.stateColumns
    let columns = OverviewScreen.tierColumns(width, context.language)
    for place in columns.placed {
      grid.put(context(place.column.head), y, in: place, .heading)
    }
    for (row, tier) in Tier.allCases.enumerated() {
      let counts = tally.tiers[row]
      let line = y + 1 + row
      let isRow = block == .tiers && self.tier == row
      if isRow { grid.put(grid.glyphs.cursor, 0, line, .accent) }
      for place in columns.placed {
        switch place.column.id {
        case "tier":
          grid.put(context(tier.name), line, in: place, isRow && column == 0 ? .selection : .text)
        case "spark":
          if counts.arrivals.contains(where: { $0 > 0 }) {
            grid.put(ScoreBar.spark(counts.arrivals, grid.glyphs), line, in: place, .bar)
          }
        case "longest":
          let days = context("\(counts.longest) 天", "\(counts.longest) d")
          grid.put(
            counts.longest == 0 ? grid.glyphs.none : days, line, in: place,
            counts.late > 0 ? .late : .text)
        default:
          let index = Int(place.column.id) ?? 0
          let count = states[index].states.reduce(0) { $0 + counts.states[$1.place] }
          let isHere = isRow && column == index + 1
          grid.put(
            count == 0 ? grid.glyphs.none : Format.grouped(count), line, in: place,
            isHere ? .selection : count == 0 ? .muted : .text)
        }
      }
    }
  }

  private func drawPlaces(_ tally: Tally, _ grid: inout Grid, _ area: Rect, _ context: Context) {
    let isNational = authority(context) == nil
    let ranked = rankedPlaces(tally)
    guard area.height >= 3 else { return }
    guard !ranked.isEmpty else {
      let text =
        context.cases.isComplete
        ? context(
          "还没有申报件。用 tidu import 导入申请文件。", "There are no cases yet. Bring applications in with tidu import.")
        : context("正在读取申报件…", "Reading the cases …")
      grid.put(text, 2, area.y + 1, .muted, width: area.width - 4)
      return
    }
    let figureWidth = context.language == .zh ? 8 : 12
    // The three bars are of one width: what name, figures and gaps leave of the line.
    let barWidth = max(4, min(22, (area.width - 35 - 3 * figureWidth) / 3))
    let columns = Columns(
      [
        Column(
          "place", isNational ? Phrase("省份", "Province") : Phrase("地市", "City"), 12, maximum: 18)
      ]
        + Tier.allCases.flatMap { tier in
          let figure = Column("\(tier.place)", tier.name, figureWidth, right: true)
          let bar = Column("bar\(tier.place)", Phrase("", ""), barWidth)
          return area.width >= 90 ? [figure, bar] : [figure]
        } + [Column("late", Phrase("逾期", "Late"), 5, right: true)], x: 2, width: area.width - 4)
    for place in columns.placed {
      grid.put(context(place.column.head), area.y, in: place, .heading)
    }
    let room = area.height - 1
    let hasRest = ranked.count > room
    let shown = places.visible(ranked.count, height: hasRest ? room - 1 : room)
    // One scale for all: a bar twice as long is twice as many, whatever the tier.
    let maximum = ranked.map { $0.counts.tiers.max() ?? 0 }.max() ?? 0
    for (line, index) in shown.enumerated() {
      let isHere = block == .places && places.cursor == index
      let key = ranked[index].key
      let name =
        isNational ? CaseWords.shortAuthority(key, context.language) : placeName(key, context)
      if isHere { grid.put(grid.glyphs.cursor, 0, area.y + 1 + line, .accent) }
      drawPlace(
        name, isHere ? .selection : .text, ranked[index].counts, maximum, &grid, area.y + 1 + line, columns)
    }
    guard hasRest else { return }
    var rest = Tally.OfPlace()
    for index in ranked.indices where !shown.contains(index) {
      for tier in 0..<3 { rest.tiers[tier] += ranked[index].counts.tiers[tier] }
      rest.late += ranked[index].counts.late
    }
    let others = ranked.count - shown.count
    let name =
      isNational
      ? context("其余 \(others) 处", "\(others) others") : context("其余 \(others) 市", "\(others) others")
    drawPlace(name, .muted, rest, nil, &grid, area.y + 1 + shown.count, columns)
  }

  private func placeName(_ key: String, _ context: Context) -> String {
    if key.isEmpty { return context("未填地市", "no city stated") }
    return Divisions.shared[key]?.name ?? key
  }

  private func drawPlace(
    _ name: String, _ role: Role, _ counts: Tally.OfPlace, _ maximum: Int?, _ grid: inout Grid,
    _ y: Int, _ columns: Columns
  ) {
    for place in columns.placed {
      switch place.column.id {
      case "place": grid.put(name, y, in: place, role)
      case "late": if counts.late > 0 { grid.put("\(counts.late)", y, in: place, .late) }
      case let id where id.hasPrefix("bar"):
        let tier = Int(id.dropFirst(3)) ?? 0
        guard let maximum else { continue }
        grid.put(ScoreBar.share(counts.tiers[tier], of: maximum, width: place.width, grid.glyphs), y, in: place, .bar)
      case let id:
        let count = counts.tiers[Int(id) ?? 0]
        grid.put(
          count == 0 ? grid.glyphs.none : Format.grouped(count), y, in: place,
          count == 0 ? .muted : .text)
      }
    }
  }

  private func drawNews(
    _ grid: inout Grid, _ y: Int, _ height: Int, _ width: Int, _ context: Context
  ) {
    guard height > 0 else { return }
    let label = context("上次退出以来", "Since")
    grid.put(label, 2, y, .heading)
    let x = 4 + Width.of(label)
    let first = max(0, min(newsRow - height + 1, context.news.count - height))
    for (line, index) in (first..<min(context.news.count, first + height)).enumerated() {
      let isHere = block == .news && newsRow == index
      if isHere { grid.put(grid.glyphs.cursor, 0, y + line, .accent) }
      grid.put(
        context(context.news[index].text), x, y + line, isHere ? .selection : .text, width: width - x - 1)
    }
  }
}
