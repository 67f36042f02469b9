/// Two texts beside each other.
enum SideBySide {
  static func lines(_ left: [String], _ right: [String], width: Int, _ glyphs: Glyphs) -> [String] {
    let column = max(10, (width - 3) / 2)
    let a = left.flatMap { TextWrap.lines($0, width: column, glyphs.ambiguity) }
    let b = right.flatMap { TextWrap.lines($0, width: column, glyphs.ambiguity) }
    return (0..<max(a.count, b.count)).map { row in
      let first = row < a.count ? a[row] : ""
      let second = row < b.count ? b[row] : ""
      guard !right.isEmpty else { return first }
      let pad = String(repeating: " ", count: max(0, column - Width.of(first, glyphs.ambiguity)))
      return first + pad + " " + glyphs.divider + " " + second
    }
  }
}
