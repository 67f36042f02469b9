import Foundation

/// A table under Tables/: lines of cells by comma; the first line that is no comment names the columns.
struct TableFile {
  var columns: [String] = []
  var rows: [[String]] = []

  init(_ name: String) throws {
    let text = try String(contentsOf: TableFile.url(name), encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if columns.isEmpty { columns = cells } else { rows.append(cells) }
    }
  }

  subscript(key: String, column: String) -> String {
    guard let place = columns.firstIndex(of: column), let row = rows.first(where: { $0.first == key }) else {
      return ""
    }
    return row[place]
  }

  static func url(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tables").appending(path: name)
  }
}
