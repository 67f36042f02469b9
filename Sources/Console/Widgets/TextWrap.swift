/// Breaks text into lines: between Chinese characters, at spaces in other scripts; no line begins with closing
/// punctuation.
package enum TextWrap {
  /// At most `maximum` lines of `width` columns; the text made safe, of each of its own lines at most `limit` characters.
  package static func lines(
    _ text: String, width: Int, _ ambiguity: Ambiguity = .narrow, maximum: Int = 200, limit: Int = 8000
  ) -> [String] {
    guard width > 2 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", maxSplits: maximum, omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for piece in pieces(SafeText.clean(String(paragraph), limit: 8000)) {
        let columns = Width.of(piece, ambiguity)
        if used + columns > width, !line.isEmpty {
          lines.append(line)
          line = ""
          used = 0
          if piece == " " { continue }
        }
        if columns > width {
          for character in piece {
            let one = Width.of(String(character), ambiguity)
            if used + one > width {
              lines.append(line)
              line = ""
              used = 0
            }
            line.append(character)
            used += one
          }
          continue
        }
        line += piece
        used += columns
      }
      lines.append(line)
      if lines.count >= maximum { break }
    }
    return lines
  }

  /// What may not be torn: words, and a character with the punctuation that closes it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      let isWide = character.unicodeScalars.first.map { Width.of($0) == 2 } ?? false
      if character == " " {
        if !word.isEmpty { pieces.append(word) }
        pieces.append(" ")
        word = ""
      } else if closing.contains(character) {
        if word.isEmpty, let last = pieces.last, last != " " {
          pieces[pieces.count - 1] = last + String(character)
        } else {
          word.append(character)
          // One may break after it, but not inside a word's own quotation mark.
          if !quotes.contains(character) {
            pieces.append(word)
            word = ""
          }
        }
      } else if isWide {
        if !word.isEmpty { pieces.append(word) }
        word = ""
        pieces.append(String(character))
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { pieces.append(word) }
    return pieces
  }

  private static let quotes: Set<Character> = ["”", "’"]
  private static let closing: Set<Character> = ["，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "’", "】"]
}
