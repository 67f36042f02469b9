package import Casework
package import ScoringCore

/// A queue as lines of text, or as the rows it holds, by the same tabs and filter as the screen.
package struct QueueText: Sendable {
  /// A part of a filter that cannot be read.
  package struct Fault: Error, Sendable {
    package var message: Phrase
  }

  private let context: Context
  private let places: [Int]
  private let language: Language
  private let tab: QueueTab

  /// - Parameters:
  ///   - filter: the filter language of the console; empty for everything.
  ///   - session: whose the queue *mine* is, and by what the offices count days.
  package init(
    _ rows: [CaseSummary], tab: QueueTab, filter: String, session: Session, today: Day, _ language: Language
  ) throws(Fault) {
    let wanted = Filter(filter, language: language)
    if let fault = wanted.faults.first { throw Fault(message: fault.message) }
    self.language = language
    self.tab = tab
    var context = Context(
      language: language, glyphs: .line, size: Size(100, 40), today: today, session: session)
    context.cases.append(rows, expected: rows.count, done: true)
    while context.cases.prepareSearch(rows.count) {}
    self.context = context
    var list = QueueList()
    list.restart()
    let asked = QueueList.Wanted(
      tab: tab, filter: wanted, authority: nil, only: nil, sort: tab == .spotCheck ? .visit : .days,
      isDescending: tab != .spotCheck)
    while list.goOn(context.cases, asked) {}
    places = list.order.map(Int.init)
  }

  package var rows: [CaseSummary] { places.map { context.cases.rows[$0] } }

  /// Working days of review used by the row at this place of `rows`; `nil` where no clock runs.
  package func daysUsed(_ index: Int) -> Int? { context.cases.facts[places[index]].used.map { Int($0) } }

  package func lines(columns width: Int) -> [String] {
    let visits: [QueueColumn] = tab == .spotCheck ? [.visit] : []
    let wanted: [QueueColumn] =
      [.days, .id, .name] + visits + [.division, .tier, .score, .gap, .outcome, .findings, .state, .decides]
    let layout = wanted.map { column in
      var place = column.layout(context.language, names: context.cases.widestName, width: max(60, width))
      // What a command is given next stays, and names give way for it.
      if column == .id { place.dropOrder = 0 }
      if column == .name { place.minimum = 18 }
      return place
    }
    let columns = Columns(layout, x: 0, width: max(60, width))
    func line(mark: String? = nil, _ cell: (QueueColumn) -> String) -> String {
      var text = ""
      for placed in columns.placed {
        guard let column = QueueColumn(rawValue: placed.column.id) else { continue }
        text += String(repeating: " ", count: max(0, placed.x - Width.of(text)))
        let mark = column == .name ? mark.map { " " + $0 } ?? "" : ""
        text += TextColumns.fit(cell(column), placed.width - Width.of(mark), right: placed.column.isRight) + mark
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    return [line { $0.name(language) }]
      + places.map { place in
        let row = context.cases.rows[place]
        return line(mark: row.mark.map { context($0) }) { $0.text(row, context.cases.facts[place], context) }
      }
  }
}
