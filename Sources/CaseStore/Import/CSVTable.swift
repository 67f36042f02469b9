package import ScoringCore
import StrictJSON

/// A table with one application a row, as offices collect them in spreadsheets.
///
/// The first row names the columns by the last word of each heading, which is a key of the application file without
/// `facts.`: `enterprise.name`, `revenue.2024`, `local.keyIndustry`. Empty cells are not stated. Lists are written in
/// one cell: items between `;`, in each `field=value` between `,`, words in a field between `|`; `[]` says there is none.
package enum CSVTable {
  /// What the rows of a table are.
  package enum Content: Sendable, Hashable {
    case applications
    /// Titles given elsewhere, for the register.
    case titles

    /// What names it on the command line.
    var option: String { self == .titles ? "--titles " : "" }

    var columns: [CSVColumn] { self == .titles ? CSVColumn.titles : CSVColumn.all }
  }

  /// The template's heading row, with a byte-order mark so that Excel opens it right.
  /// - Parameter years: the accounting years asked for, oldest first.
  package static func template(_ content: Content = .applications, language: Language, years: [Int]) -> [UInt8] {
    let headings = content.columns.flatMap { column in
      let keys = column.isYearly ? years.map { "\(column.key).\($0)" } : [column.key]
      return keys.map { "\"\(column.name(language)) \($0)\"" }
    }
    return TextEncoding.byteOrderMark + Array(headings.joined(separator: ",").utf8) + [0x0D, 0x0A]
  }

  /// A row as an object, and the 1-based columns of its paths.
  struct Row {
    var line: Int
    var object: JSONValue
    var columns: [String: Int]
  }

  static func read(
    _ bytes: ArraySlice<UInt8>, of content: Content, file: String, take: (Row) -> Void,
    report: (ImportProblem) -> Void
  ) {
    let rows = CSV.rows(bytes)
    let reader = Reader(
      content: content, file: file, decoder: TextEncoding.of(rows) == .gb18030 ? GB18030Decoder() : nil)
    guard let first = rows.first else {
      return report(reader.problem(1, nil, nil, Phrase("表是空的", "The table is empty")))
    }
    guard let headings = reader.headings(first, report: report) else { return }
    var columns: [String: Int] = [:]
    for (index, heading) in headings.enumerated() {
      if let heading { columns[heading.path.joined(separator: ".")] = index + 1 }
    }
    for row in rows.dropFirst() {
      guard let object = reader.object(row, headings, report: report) else { continue }
      take(Row(line: row.line, object: object, columns: columns))
    }
  }
}

/// Reads the rows of one table.
private struct Reader {
  let content: CSVTable.Content
  let file: String
  /// `nil` for a table in UTF-8.
  let decoder: GB18030Decoder?

  func problem(_ line: Int, _ column: Int?, _ path: String?, _ message: Phrase) -> ImportProblem {
    ImportProblem(kind: .table, file: file, line: line, column: column, path: path, message: message)
  }

  private func text(_ cell: [UInt8]) -> String? {
    (decoder.map { $0.decode(cell) } ?? String(validating: cell, as: UTF8.self)).map(CSVCell.trim)
  }

  /// What each column holds, `nil` for one without a heading; nothing where a heading is not known or given twice.
  func headings(_ row: CSV.Row, report: (ImportProblem) -> Void) -> [Heading?]? {
    let byKey = Dictionary(uniqueKeysWithValues: content.columns.map { ($0.key, $0) })
    var headings: [Heading?] = []
    var known = true
    var seen: Set<String> = []
    for (index, cell) in row.cells.enumerated() {
      guard let title = text(cell), let key = title.split(whereSeparator: \.isWhitespace).last else {
        headings.append(nil)
        continue
      }
      guard let heading = Heading(String(key), byKey), seen.insert(heading.key).inserted else {
        known = false
        let message =
          seen.contains(String(key))
          ? Phrase("列“\(key)”重复", "The column “\(key)” is given twice")
          : Phrase(
            "没有名为“\(key)”的列；用 tidu import \(content.option)--template 取得表头",
            "There is no column “\(key)”; tidu import \(content.option)--template prints the headings")
        report(problem(row.line, index + 1, String(key), message))
        continue
      }
      headings.append(heading)
    }
    return known ? headings : nil
  }

  /// What a row says; `nil` where something is wrong with it.
  func object(_ row: CSV.Row, _ headings: [Heading?], report: (ImportProblem) -> Void) -> JSONValue? {
    if let fault = row.fault {
      report(problem(row.line, nil, nil, fault))
      return nil
    }
    guard row.cells.count <= headings.count else {
      report(
        problem(
          row.line, headings.count + 1, nil,
          Phrase("这一行比表头多出单元格", "The row has more cells than there are headings")))
      return nil
    }
    var document = Tree()
    if content == .applications {
      document.put(.object([]), at: ["facts"])
      document.put("tidu.application/1", at: ["format"])
    }
    var isGood = true
    for (index, cell) in row.cells.enumerated() {
      do throws(CSVCell.Fault) {
        guard let (path, value) = try self.value(cell, headings[index]) else { continue }
        document.put(value, at: path)
      } catch {
        isGood = false
        report(problem(row.line, index + 1, headings[index]?.key, error.message))
      }
    }
    return isGood ? document.value : nil
  }

  /// A cell with the path of its value; `nil` for an empty one.
  private func value(_ cell: [UInt8], _ heading: Heading?) throws(CSVCell.Fault) -> ([String], JSONValue)? {
    guard let heading else {
      if text(cell) == "" { return nil }
      throw CSVCell.Fault(message: Phrase("这一列没有表头", "This column has no heading"))
    }
    guard let text = text(cell) else {
      throw CSVCell.Fault(
        message: decoder == nil
          ? Phrase("有不属于 UTF-8 的字节", "It holds a byte that is not UTF-8")
          : Phrase("有不属于 GB 18030 的字节", "It holds a byte that is not GB 18030"))
    }
    return text.isEmpty ? nil : (heading.path, try CSVCell.value(text, heading.column.kind))
  }
}

/// What a column holds.
private struct Heading {
  var column: CSVColumn
  /// The key below it: a year, or nothing.
  var year: String?
  var key: String

  /// Where its values stand.
  var path: [String] { column.path + (year.map { [$0] } ?? []) }
}

extension Heading {
  /// - Returns: `nil` for a key that names no column.
  init?(_ key: String, _ byKey: [String: CSVColumn]) {
    self.key = key
    if let column = byKey[key], !column.isYearly {
      self.column = column
      return
    }
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    if let column = byKey[parts[0]], column.isYearly {
      self.column = column
      year = parts[1]
      return
    }
    guard parts[0] == "local", byKey["id"] != nil else { return nil }
    column = CSVColumn(path: ["local", parts[1]], kind: .text, name: Phrase(parts[1], parts[1]))
  }
}

/// An object that grows by paths.
private struct Tree {
  var leaf: JSONValue?
  var children: [String: Tree] = [:]

  mutating func put(_ value: JSONValue, at path: [String]) {
    guard let first = path.first else {
      leaf = value
      return
    }
    var child = children[first] ?? Tree()
    if path.count > 1 { child.leaf = nil }
    child.put(value, at: Array(path.dropFirst()))
    children[first] = child
  }

  var value: JSONValue {
    leaf ?? .object(children.map { JSONValue.Member($0.key, $0.value.value) })
  }
}
