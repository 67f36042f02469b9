package import ScoringCore

/// How a list or form is laid out 版式: print and CSV read the same; an office can put its own in force.
package struct ListLayout: Sendable, Hashable {
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case publicList = "public-list"
    case recommendation
    case reviewSummary = "review-summary"
    case renameSummary = "rename-summary"
    case scoreCard = "score-card"
    case firstCheck = "first-check"
    case visitSheet = "visit-sheet"

    /// What its columns can show.
    package var fields: [ListField] {
      switch self {
      case .publicList: [.index, .enterprise, .creditCode, .city]
      case .recommendation: [.index, .enterprise, .creditCode, .city, .industry, .title, .type, .opinion]
      case .reviewSummary:
        [.index, .enterprise, .creditCode, .city, .industry, .title, .type, .opinion, .conclusion, .failReasons]
      case .renameSummary: [.index, .formerName, .enterprise, .creditCode, .title, .renamedOn, .checked]
      case .scoreCard: [.index, .class, .indicator, .outOf, .facts, .points]
      case .firstCheck: [.index, .condition, .met, .note]
      case .visitSheet: [.index, .item, .declared, .seen, .found, .note]
      }
    }
  }

  package struct Column: Sendable, Hashable {
    package var heading: Phrase
    /// `nil` is room to write in.
    package var field: ListField?

    package init(_ heading: Phrase, _ field: ListField?) {
      self.heading = heading
      self.field = field
    }
  }

  package var code: Code
  package var title: Phrase
  package var columns: [Column]
  /// Rows stand below the name of their city, and are numbered on through all of them.
  package var isByCity: Bool
  /// The order of cities; those that it does not name follow in that of the divisions' codes.
  package var cities: [String]
  /// Lines to sign on.
  package var signatures: [Phrase]

  package init(
    _ code: Code, title: Phrase, columns: [Column], isByCity: Bool = false, cities: [String] = [],
    signatures: [Phrase] = []
  ) {
    self.code = code
    self.title = title
    self.columns = columns
    self.isByCity = isByCity
    self.cities = cities
    self.signatures = signatures
  }

  /// Rows by a layout, numbered.
  /// - Parameter rows: what is known of each, by field; `index` is given here.
  package func laidOut(_ rows: [[String: Phrase]], _ language: Language) -> LaidOutList {
    var number = 0
    let groups = groups(of: rows).map { group in
      LaidOutList.Group(
        name: group.name,
        rows: group.rows.map { row in
          number += 1
          let row = row.merging([ListField.index.rawValue: .plain(String(number))]) { $1 }
          return columns.map { column in column.field.map { row[$0.rawValue]?(language) ?? "" } ?? "" }
        })
    }
    return LaidOutList(
      title: title(language), headings: columns.map { $0.heading(language) }, groups: groups,
      signatures: signatures.map { $0(language) })
  }

  private func groups(of rows: [[String: Phrase]]) -> [(name: String, rows: [[String: Phrase]])] {
    guard isByCity else { return [("", rows)] }
    let byCity = Dictionary(grouping: rows) { $0[ListField.city.rawValue]?.zh ?? "" }
    let known = Dictionary(
      Divisions.shared.all.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ city: String) -> (Int, Int, String) {
      (cities.firstIndex(of: city) ?? Int.max, known[city] ?? Int.max, city)
    }
    return byCity.keys.sorted { place($0) < place($1) }.map { ($0, byCity[$0] ?? []) }
  }
}

/// A list as it is printed, in one language.
package struct LaidOutList: Sendable, Hashable {
  package struct Group: Sendable, Hashable {
    /// The city; empty where the list is not by city, or the city is not known.
    package var name: String
    package var rows: [[String]]
  }

  package var title: String
  package var headings: [String]
  package var groups: [Group]
  package var signatures: [String]

  /// All rows, for a table without groups.
  package var rows: [[String]] { groups.flatMap(\.rows) }

  /// As lines of text: the cells of a row with blanks between, empty ones left out.
  package var text: String {
    groups.map { group in
      let rows = group.rows.map { row in
        row.filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
      }
      return (group.name.isEmpty ? "" : group.name + "\n") + rows.joined()
    }.joined(separator: groups.count > 1 ? "\n" : "")
  }
}
