internal import Casework
internal import Console
internal import ScoringCore
internal import StrictJSON

/// A summary as it leaves the program.
struct SummaryOutput {
  private let counted: SummaryCount
  private let hasCrossing: Bool

  private var groups: CaseGroups { counted.groups }

  /// - Parameter hasCrossing: whether other rules than those in force were asked for.
  init(_ counted: SummaryCount, hasCrossing: Bool) {
    self.counted = counted
    self.hasCrossing = hasCrossing
  }

  /// For people: the table, and how many are in none of its figures.
  var lines: [String] {
    let language = OutputLanguage.language
    var lines = SummaryText(groups, hasCrossing: hasCrossing, language).lines(columns: Output.columns)
    let notJudged = counted.notJudged.values.reduce(0, +)
    let left = [
      counted.leftOut == 0
        ? nil
        : localized("另有 \(counted.leftOut) 件读不了或读不全，未计入", "\(counted.leftOut) could not be read and are not counted"),
      notJudged == 0
        ? nil
        : localized(
          "另有 \(notJudged) 件按所问的规则不能评，未计入", "\(notJudged) cannot be judged by these rules and are not counted"),
    ].compactMap(\.self)
    if !left.isEmpty { lines += [""] + left }
    return lines
  }

  /// `{"by","count","meets","fails","undetermined","histogram","crossing"}`, a group a line.
  var json: [UInt8] {
    var json = JSONWriter()
    for entry in groups.entries {
      json.beginObject()
      json.key("by")
      json.beginObject()
      for (key, value) in zip(groups.keys, entry.values) {
        json.key(key.rawValue)
        if let value { json.string(value) } else { json.null() }
      }
      json.endObject()
      json.number("count", entry.group.count)
      json.number("meets", entry.group.meets)
      json.number("fails", entry.group.fails)
      json.number("undetermined", entry.group.undetermined)
      json.whole("histogram", entry.group.bins) { bin, json in
        json.beginObject()
        json.number("from", bin.points.lowerBound)
        json.number("to", bin.points.upperBound)
        json.number("count", bin.count)
        json.endObject()
      }
      json.key("crossing")
      if hasCrossing { entry.group.writeCrossing(to: &json) } else { json.null() }
      json.endObject()
      json.newline()
    }
    return json.bytes
  }

  /// With the names that officers use, a column for each bin.
  var csv: [UInt8] {
    let language = OutputLanguage.language
    let bins = (0..<ScoreHistogram().counts.count).map { bin in
      let points = ScoreHistogram.points(of: bin)
      return points.count == 1 ? "\(points.lowerBound)" : "\(points.lowerBound)–\(points.upperBound)"
    }
    let crossing = [Phrase("转符合", "To meets"), Phrase("转不符", "To fails"), Phrase("转未定", "To open")]
    let figures = [Phrase("件数", "Cases"), Outcome.meets.word, Outcome.fails.word, Outcome.undetermined.word]
    let headings = groups.keys.map(\.name) + figures + (hasCrossing ? crossing : [])
    let table = Table(
      title: "", headings: headings.map { $0(language) } + bins.map { localized("得分 \($0)", "Scores \($0)") },
      rows: groups.entries.map { entry in
        let group = entry.group
        let names = zip(groups.keys, entry.values).map { key, value in key.name(of: value)(language) }
        let counts = [group.count, group.meets, group.fails, group.undetermined]
        let crossed = hasCrossing ? [group.toMeets, group.toFails, group.toUndetermined] : []
        return names + (counts + crossed + group.histogram.counts).map(String.init)
      })
    return table.makeCSV()
  }
}

extension CaseGroup {
  /// All bins, the empty ones as well; none where nothing is scored.
  fileprivate var bins: [(points: ClosedRange<Int>, count: Int)] {
    histogram.isEmpty ? [] : histogram.counts.enumerated().map { (ScoreHistogram.points(of: $0), $1) }
  }

  fileprivate func writeCrossing(to json: inout JSONWriter) {
    json.beginObject()
    json.number("toMeets", toMeets)
    json.number("toFails", toFails)
    json.number("toUndetermined", toUndetermined)
    json.endObject()
  }
}
