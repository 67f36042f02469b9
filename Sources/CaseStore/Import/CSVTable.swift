public import ScoringCore
import StrictJSON

/// A table with one application a row, as offices collect them in spreadsheets.
///
/// The first row names the columns by the last word of each heading, which is a key of the application file without
/// `facts.`: `enterprise.name`, `revenue.2024`, `local.keyIndustry`. Empty cells are not stated. Lists are written in
/// one cell: items between `;`, in each `field=value` between `,`, words in a field between `|`; `[]` says there is none.
public enum CSVTable {
  /// What the rows of a table are.
  public enum Content: Sendable, Hashable {
    case applications
    /// Titles given elsewhere, for the register.
    case titles

    /// What names it on the command line.
    var option: String { self == .titles ? "--titles " : "" }

    var columns: [CSVColumn] { self == .titles ? CSVColumn.titles : CSVColumn.all }
  }

  /// The template's heading row, with a byte-order mark so that Excel opens it right.
  /// - Parameter years: the accounting years asked for, oldest first.
  public static func template(_ content: Content = .applications, language: Language, years: [Int]) -> [UInt8] {
    let headings = content.columns.flatMap { column in
      let keys = column.isYearly ? years.map { "\(column.key).\($0)" } : [column.key]
      return keys.map { "\"\(column.name(language)) \($0)\"" }
    }
    return TextEncoding.byteOrderMark + Array(headings.joined(separator: ",").utf8) + [0x0D, 0x0A]
  }

  private struct Heading {
    var column: CSVColumn
    /// The key below it: a year, or nothing.
    var year: String?
    var key: String
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
    let byKey = Dictionary(uniqueKeysWithValues: content.columns.map { ($0.key, $0) })
    let rows = CSV.rows(bytes)
    func problem(_ line: Int, _ column: Int?, _ path: String?, _ message: Phrase) {
      report(
        ImportProblem(
          kind: .table, file: file, line: line, column: column, path: path, message: message))
    }
    guard let first = rows.first else {
      return problem(1, nil, nil, Phrase("表是空的", "The table is empty"))
    }
    let decoder = TextEncoding.of(rows) == .gb18030 ? GB18030Decoder() : nil
    func text(_ cell: [UInt8]) -> String? {
      (decoder.map { $0.decode(cell) } ?? String(validating: cell, as: UTF8.self)).map(CSVCell.trim)
    }

    var headings: [Heading?] = []
    var known = true
    var seen: Set<String> = []
    for (index, cell) in first.cells.enumerated() {
      guard let title = text(cell), let key = title.split(whereSeparator: \.isWhitespace).last else {
        headings.append(nil)
        continue
      }
      guard let heading = heading(String(key), byKey), seen.insert(heading.key).inserted else {
        known = false
        problem(
          first.line, index + 1, String(key),
          seen.contains(String(key))
            ? Phrase("列“\(key)”重复", "The column “\(key)” is given twice")
            : Phrase(
              "没有名为“\(key)”的列；用 tidu import \(content.option)--template 取得表头",
              "There is no column “\(key)”; tidu import \(content.option)--template prints the headings"))
        continue
      }
      headings.append(heading)
    }
    guard known else { return }

    var columns: [String: Int] = [:]
    for (index, heading) in headings.enumerated() {
      guard let heading else { continue }
      columns[(heading.column.path + (heading.year.map { [$0] } ?? [])).joined(separator: ".")] = index + 1
    }
    for row in rows.dropFirst() {
      if let fault = row.fault {
        problem(row.line, nil, nil, fault)
        continue
      }
      guard row.cells.count <= headings.count else {
        problem(
          row.line, headings.count + 1, nil,
          Phrase("这一行比表头多出单元格", "The row has more cells than there are headings"))
        continue
      }
      var document = Tree()
      if content == .applications {
        document.put(.object([]), at: ["facts"])
        document.put("tidu.application/1", at: ["format"])
      }
      var isGood = true
      for (index, cell) in row.cells.enumerated() {
        guard let heading = headings[index] else {
          if text(cell) != "" {
            isGood = false
            problem(row.line, index + 1, nil, Phrase("这一列没有表头", "This column has no heading"))
          }
          continue
        }
        guard let text = text(cell) else {
          isGood = false
          problem(
            row.line, index + 1, heading.key,
            decoder == nil
              ? Phrase("有不属于 UTF-8 的字节", "It holds a byte that is not UTF-8")
              : Phrase("有不属于 GB 18030 的字节", "It holds a byte that is not GB 18030"))
          continue
        }
        if text.isEmpty { continue }
        do throws(CSVCell.Fault) {
          let value = try CSVCell.value(text, heading.column.kind)
          document.put(value, at: heading.column.path + (heading.year.map { [$0] } ?? []))
        } catch {
          isGood = false
          problem(row.line, index + 1, heading.key, error.message)
        }
      }
      if isGood { take(Row(line: row.line, object: document.value, columns: columns)) }
    }
  }

  private static func heading(_ key: String, _ byKey: [String: CSVColumn]) -> Heading? {
    if let column = byKey[key], !column.isYearly {
      return Heading(column: column, year: nil, key: key)
    }
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    if let column = byKey[parts[0]], column.isYearly {
      return Heading(column: column, year: parts[1], key: key)
    }
    guard parts[0] == "local", byKey["id"] != nil else { return nil }
    return Heading(
      column: CSVColumn(path: ["local", parts[1]], kind: .text, name: Phrase(parts[1], parts[1])),
      year: nil, key: key)
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
