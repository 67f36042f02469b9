package import ScoringCore
import StrictJSON

/// What is wrong with one application of an import, and where; the others still go in.
package struct ImportProblem: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// As `tidu check` names them.
    case syntax, schema, edition
    /// A table's row or column.
    case table
    /// A file that cannot be read or must not be.
    case file
    /// The same id is there with other bytes, or differs only in letter case.
    case conflict
    /// The officer may not take in such applications.
    case permission
  }
  package var kind: Kind
  /// The file as it was given, `-` for standard input.
  package var file: String
  /// 1-based, in the file; `nil` where the problem has no place.
  package var line: Int?
  package var column: Int?
  /// `facts.revenue.2024`.
  package var path: String?
  package var message: Phrase
}

/// One application as it was handed over.
struct ImportItem: Sendable {
  var file: String
  /// Line of the file on which it begins.
  var line: Int
  var bytes: [UInt8]
  /// In a table: the 1-based columns of the paths; else empty.
  var columns: [String: Int] = [:]

  /// Hash of what an application says: its bytes without white space behind the document. A line of NDJSON and a file
  /// that ends with a line end are the same application; what is kept is as it was received.
  static func content(_ bytes: [UInt8]) -> String {
    let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let end = bytes.lastIndex { !space.contains($0) }.map { $0 + 1 } ?? 0
    return Hexadecimal.sha256(bytes[..<end])
  }
}

/// Cuts what was handed over into applications: one document, one a line, or one a row.
enum ImportSource {
  static let limit = 4 << 30

  /// Gives every application of `bytes` to `take`, and every problem of form to `report`.
  static func read(
    _ bytes: [UInt8], file: String, take: (ImportItem) -> Void,
    report: (ImportProblem) -> Void
  ) {
    let marked = bytes.starts(with: TextEncoding.byteOrderMark)
    let first = bytes[(marked ? 3 : 0)...].first { $0 > 0x20 }
    guard first == nil || first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || file.hasSuffix(".json")
    else {
      CSVTable.read(bytes[(marked ? 3 : 0)...], of: .applications, file: file) { row in
        take(
          ImportItem(
            file: file, line: row.line, bytes: row.object.canonicalBytes + [0x0A], columns: row.columns))
      } report: {
        report($0)
      }
      return
    }
    guard isLines(bytes, file: file) else {
      return take(ImportItem(file: file, line: 1, bytes: bytes))
    }
    var line = 0
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var text = bytes[start..<end]
      if text.last == 0x0D { text.removeLast() }
      line += 1
      if text.contains(where: { $0 > 0x20 }) {
        take(ImportItem(file: file, line: line, bytes: Array(text)))
      }
      start = end + 1
    }
  }

  /// One document a line: by the name, or where the first line is closed and others follow.
  private static func isLines(_ bytes: [UInt8], file: String) -> Bool {
    if file.hasSuffix(".ndjson") || file.hasSuffix(".jsonl") { return true }
    guard let end = bytes.firstIndex(of: 0x0A) else { return false }
    return bytes[..<end].last { $0 > 0x20 } == UInt8(ascii: "}")
      && bytes[end...].contains { $0 > 0x20 }
  }
}
