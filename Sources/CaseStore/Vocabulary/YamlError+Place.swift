package import Yams

extension YamlError {
  /// Where the file is no YAML; 1-based, `nil` where the parser names no place.
  package var place: (line: Int, column: Int)? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      (mark.line, mark.column)
    case .duplicatedKeysInMapping(_, let context): (context.mark.line, context.mark.column)
    default: nil
    }
  }
}
