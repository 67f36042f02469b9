import ScoringCore

/// Reads a table as spreadsheets write it (RFC 4180), and keeps the line of every row.
///
/// Works on bytes: neither UTF-8 nor GB 18030 uses the bytes of the comma, the quote or the line ends in its longer
/// characters, so the table can be cut up before its encoding is known.
enum CSV {
  struct Row {
    /// 1-based line of the file on which the row begins.
    var line: Int
    var cells: [[UInt8]]
    /// What is wrong with the row's form; `nil` where nothing is.
    var fault: Phrase?
  }

  static func rows(_ bytes: ArraySlice<UInt8>) -> [Row] {
    var rows: [Row] = []
    var line = 1
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var row = Row(line: line, cells: [], fault: nil)
      var cell: [UInt8] = []
      var ended = false
      while !ended {
        if index < bytes.endIndex, bytes[index] == quote, cell.isEmpty {
          index += 1
          var closed = false
          while index < bytes.endIndex, !closed {
            let byte = bytes[index]
            index += 1
            if byte != quote {
              if byte == newline { line += 1 }
              cell.append(byte)
            } else if index < bytes.endIndex, bytes[index] == quote {
              cell.append(quote)
              index += 1
            } else {
              closed = true
            }
          }
          if !closed {
            row.fault = Phrase("引号没有结束", "A quote is never closed")
          } else if index < bytes.endIndex, ![comma, newline, carriage].contains(bytes[index]) {
            row.fault = Phrase("引号之后还有文字", "Text follows a closing quote")
          }
        }
        while index < bytes.endIndex, bytes[index] != comma, bytes[index] != newline {
          if bytes[index] != carriage || index + 1 == bytes.endIndex || bytes[index + 1] != newline {
            cell.append(bytes[index])
          }
          index += 1
        }
        row.cells.append(cell)
        cell = []
        if index == bytes.endIndex {
          ended = true
        } else {
          ended = bytes[index] == newline
          index += 1
        }
      }
      line += 1
      if row.cells.contains(where: { !$0.isEmpty }) || row.fault != nil { rows.append(row) }
    }
    return rows
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")
}
