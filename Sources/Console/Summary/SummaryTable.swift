import Casework
import ScoringCore

/// Groups of cases as rows of a table, for the screen and for lines of text alike: where one key without an order of its
/// own parts them, the largest first.
struct SummaryTable: Sendable {
  let keys: [GroupKey]
  let entries: [CaseGroups.Entry]
  /// Whether other rules than those in force were asked for.
  let hasCrossing: Bool
  private let most: Int
  private let all: Int

  init(_ groups: CaseGroups, hasCrossing: Bool) {
    keys = groups.keys
    let isRanked = keys.count == 1 && ![.tier, .type, .outcome, .edition].contains(keys[0])
    entries = isRanked ? groups.entries.sorted { $0.group.count > $1.group.count } : groups.entries
    self.hasCrossing = hasCrossing
    most = entries.map(\.group.count).max() ?? 0
    all = entries.reduce(0) { $0 + $1.group.count }
  }

  func columns(x: Int, width: Int, _ language: Language) -> Columns {
    let names = keys.enumerated().map { index, key in
      let longest = entries.map { Width.of(key.name(of: $0.values[index])(language)) }.max() ?? 0
      let room = max(4, Width.of(key.name(language)), min(longest, keys.count > 2 ? 14 : 24))
      return Column("\(index)", key.name, min(room, 10), maximum: room)
    }
    // Figures are never cut; the largest is that of all cases.
    let digits = max(6, Format.grouped(all).utf8.count)
    let figure = max(language == .zh ? 6 : 8, digits)
    let crossing = [
      Column("toMeets", Phrase("转符合", "To meets"), figure, right: true),
      Column("toFails", Phrase("转不符", "To fails"), figure, right: true),
      Column("toUndetermined", Phrase("转未定", "To open"), figure, right: true, drop: 4),
    ]
    return Columns(
      (names.isEmpty ? [Column("all", Phrase("", ""), 6)] : names) + [
        Column("count", Phrase("件数", "Cases"), digits, right: true),
        Column("meets", Outcome.meets.word, digits, right: true),
        Column("fails", Outcome.fails.word, digits, right: true),
        Column("undetermined", Outcome.undetermined.word, digits, right: true),
        Column("rate", Phrase("符合率", "Rate"), 6, right: true, drop: 5),
      ] + (hasCrossing ? crossing : []) + [
        Column("bar", Phrase("", ""), 6, maximum: 40, drop: 6),
        Column("scores", Phrase("得分 0–100", "Scores 0–100"), 12, drop: 7),
      ], x: x, width: width)
  }

  /// What stands in a column of a row; empty in that of the bar.
  func text(_ column: String, _ entry: CaseGroups.Entry, _ glyphs: Glyphs, _ language: Language) -> String {
    let group = entry.group
    func figure(_ count: Int) -> String { count == 0 ? glyphs.none : Format.grouped(count) }
    switch column {
    case "all": return Phrase("全部", "All")(language)
    case "count": return figure(group.count)
    case "meets": return figure(group.meets)
    case "fails": return figure(group.fails)
    case "undetermined": return figure(group.undetermined)
    case "rate": return group.count == 0 ? glyphs.none : "\((group.meets * 200 + group.count) / (group.count * 2))%"
    case "toMeets": return figure(group.toMeets)
    case "toFails": return figure(group.toFails)
    case "toUndetermined": return figure(group.toUndetermined)
    case "scores": return group.histogram.isEmpty ? glyphs.none : ScoreBar.spark(group.histogram.counts, glyphs)
    case "bar": return ""
    default:
      guard let index = Int(column), keys.indices.contains(index) else { return "" }
      return keys[index].name(of: entry.values[index])(language)
    }
  }

  /// As long as the group is large beside the largest; solid where its cases meet.
  func bar(_ entry: CaseGroups.Entry, width: Int, _ glyphs: Glyphs) -> (meets: String, rest: String) {
    let whole = ScoreBar.cells(entry.group.count, of: most, width: width)
    let meets = min(whole, ScoreBar.cells(entry.group.meets, of: most, width: width))
    return (
      String(repeating: glyphs.hasLines ? "█" : "=", count: meets),
      String(repeating: glyphs.hasLines ? "░" : ".", count: whole - meets)
    )
  }

  /// The name of a group on one line.
  func title(_ entry: CaseGroups.Entry) -> Phrase {
    let names = keys.indices.map { keys[$0].name(of: entry.values[$0]) }
    return names.isEmpty
      ? Phrase("全部", "All")
      : Phrase(names.map(\.zh).joined(separator: " "), names.map(\.en).joined(separator: " "))
  }
}

extension ScoreBar {
  /// Whole columns of a bar, at least one where there is anything.
  static func cells(_ value: Int, of whole: Int, width: Int) -> Int {
    guard whole > 0, value > 0 else { return 0 }
    return max(1, (value * width + whole / 2) / whole)
  }
}

/// A line of a histogram: some bins, or the line to pass before the bin that it begins.
enum HistogramLine: Sendable, Hashable {
  case bins(ClosedRange<Int>)
  /// The lines to pass that begin or lie in the bin after it.
  case pass([Int])

  /// From the lowest bin to the full hundred.
  static func lines(of group: CaseGroup) -> [HistogramLine] {
    (0..<group.histogram.counts.count).flatMap { bin -> [HistogramLine] in
      let passes = group.passes.filter { ScoreHistogram.points(of: bin).contains($0) }.sorted()
      return passes.isEmpty ? [.bins(bin...bin)] : [.pass(passes), .bins(bin...bin)]
    }
  }

  /// Without the empty bins at the low end, and those left there taken together where lines are too few for all.
  static func lines(of group: CaseGroup, room: Int) -> [HistogramLine] {
    let counts = group.histogram.counts
    // The bin below the line to pass stays.
    let lowest = min(counts.firstIndex { $0 > 0 } ?? 0, max(0, (group.passes.min() ?? 0) / 10 - 1))
    var lines = Array(
      lines(of: group).drop { if case .bins(let bins) = $0 { bins.upperBound < lowest } else { false } })
    while lines.count > room, lines.count > 1, case .bins(let first) = lines[0], case .bins(let next) = lines[1] {
      lines[0...1] = [.bins(first.lowerBound...next.upperBound)]
    }
    return lines
  }

  /// `50–59`.
  static func label(_ bins: ClosedRange<Int>, _ glyphs: Glyphs) -> String {
    let (from, to) = (ScoreHistogram.points(of: bins.lowerBound), ScoreHistogram.points(of: bins.upperBound))
    return from.lowerBound == to.upperBound
      ? "\(from.lowerBound)" : "\(from.lowerBound)\(glyphs.range)\(to.upperBound)"
  }

  /// "合格线 60".
  static func passName(_ passes: [Int]) -> Phrase {
    let figures = passes.map(String.init)
    return Phrase("合格线 " + figures.joined(separator: "、"), "pass line " + figures.joined(separator: ", "))
  }
}
