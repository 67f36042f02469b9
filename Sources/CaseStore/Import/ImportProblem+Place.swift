import ScoringCore
import StrictJSON

extension ImportProblem {
  /// What is wrong with one application, at its place in the file that was handed over.
  init(_ error: ApplicationError, of item: ImportItem) {
    let path = error.place.path
    kind = Kind(rawValue: error.kind.rawValue) ?? .schema
    file = item.file
    self.path = path.isEmpty ? nil : path
    message = error.message
    if item.columns.isEmpty {
      line = item.line + error.place.line - 1
      column = error.place.column
    } else {
      line = item.line
      // The longest path that is a column: an item of a list stands in the list's cell.
      column =
        item.columns.filter { path == $0.key || path.hasPrefix($0.key + ".") || path.hasPrefix($0.key + "[") }
        .max { $0.key.utf8.count < $1.key.utf8.count }?.value
    }
  }
}
