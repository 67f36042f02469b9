import Yams

/// What keeps a text from being YAML, as whoever wrote it can put it right: the parser names a place, and often the one
/// after it.
struct YAMLFault {
  var line: Int
  var column: Int
  var message: Phrase

  init(_ error: YamlError, in text: String) {
    let mark = error.mark
    line = mark?.line ?? 1
    column = mark?.column ?? 1
    if case .duplicatedKeysInMapping(let duplicates, _) = error {
      let keys = duplicates.map { "\($0)" }.joined(separator: ", ")
      message = Phrase("键 \(keys) 重复，请留一个", "the key \(keys) is duplicated; keep one")
      return
    }
    message = Phrase(
      "不是合法的 YAML：同一层的行要左边对齐，用空格缩进，冒号后面要有一个空格",
      "invalid YAML: lines of one level begin in one column, are indented with spaces, and a colon is followed by a space"
    )
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for number in [line, line - 1, line - 2] where lines.indices.contains(number - 1) {
      guard let (column, message) = Self.slip(in: lines[number - 1]) else { continue }
      (line, self.column, self.message) = (number, column, message)
      return
    }
  }

  /// A tab in the indentation, or a sign of a Chinese keyboard where YAML has one of its own.
  private static func slip(in line: Substring) -> (column: Int, message: Phrase)? {
    guard !line.drop(while: { $0 == " " }).hasPrefix("#") else { return nil }
    for (index, character) in line.enumerated() {
      switch character {
      case "\t":
        return (index + 1, Phrase("这里是制表符（Tab）；缩进请用空格", "this is a tab; indent with spaces"))
      case "：", "，", "｛", "｝", "［", "］", "\u{3000}":
        return (
          index + 1,
          Phrase(
            "这里是全角的“\(character)”；请改用半角符号，冒号后面加一个空格",
            "this “\(character)” is full-width; use the half-width sign, with a space after a colon")
        )
      case "\"", "'": return nil
      default: break
      }
    }
    return nil
  }
}

extension YamlError {
  /// The place the parser names, where it names one.
  fileprivate var mark: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }
}
