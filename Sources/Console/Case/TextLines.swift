/// Breaks text into lines of a width, at spaces where there are any and between Chinese characters.
enum TextLines {
  static func wrapped(_ text: String, width: Int, _ ambiguity: Ambiguity) -> [String] {
    guard width > 1 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      var columns = 0
      var lastSpace: String.Index?
      for character in paragraph {
        let own = Width.of(String(character), ambiguity)
        if columns + own > width, !line.isEmpty {
          if let space = lastSpace, character != " " {
            let rest = String(line[line.index(after: space)...])
            lines.append(String(line[..<space]))
            line = rest
          } else {
            lines.append(line)
            line = ""
          }
          columns = Width.of(line, ambiguity)
          lastSpace = nil
          if character == " ", line.isEmpty { continue }
        }
        if character == " " { lastSpace = line.endIndex }
        line.append(character)
        columns += own
      }
      return lines + [line]
    }
  }
}
