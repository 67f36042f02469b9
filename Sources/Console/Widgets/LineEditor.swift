/// One line of text being edited, with the caret between characters. Shared by the filter and every form.
package struct LineEditor: Sendable, Hashable {
  package private(set) var characters: [Character]
  /// 0 … `characters.count`.
  package private(set) var caret: Int
  /// The most characters kept; more are refused.
  package var limit: Int

  package init(_ text: String = "", limit: Int = 400) {
    self.limit = limit
    characters = Array(text.prefix(limit))
    caret = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  package mutating func set(_ text: String) {
    self = LineEditor(text, limit: limit)
  }

  /// Inserts typed or pasted text; line ends and tabs become spaces, other controls are left out.
  package mutating func insert(_ text: String) {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(limit * 8) {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        clean.append(" ")
      } else if case .keep(let kept) = SafeText.judge(scalar, .narrow) {
        clean.append(kept)
      } else if scalar.value == 0x3000 {
        clean.append(" ")
      }
    }
    let added = Array(String(clean).prefix(max(0, limit - characters.count)))
    characters.insert(contentsOf: added, at: caret)
    caret += added.count
  }

  /// Adds after the end and leaves the caret where it is.
  mutating func append(_ text: String) { characters += Array(text.prefix(max(0, limit - characters.count))) }

  /// Edits by one key. False when the key is none of an editor's.
  package mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): insert(String(Character(scalar)))
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(characters.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = characters.count
    case .backspace:
      guard caret > 0 else { return true }
      caret -= 1
      characters.remove(at: caret)
    case .delete:
      guard caret < characters.count else { return true }
      characters.remove(at: caret)
    case .control("u"):
      characters.removeFirst(caret)
      caret = 0
    case .control("k"): characters.removeLast(characters.count - caret)
    case .control("w"):
      var from = caret
      while from > 0, characters[from - 1] == " " { from -= 1 }
      while from > 0, characters[from - 1] != " " { from -= 1 }
      characters.removeSubrange(from..<caret)
      caret = from
    default: return false
    }
    return true
  }

  /// Draws the part around the caret and, when `isActive`, puts the grid's caret there.
  package func draw(
    _ grid: inout Grid, _ x: Int, _ y: Int, width: Int, _ role: Role = .input, isActive: Bool = true
  ) {
    guard width > 1 else { return }
    var first = 0
    if isActive {
      var columns = 1
      first = caret
      while first > 0 {
        let next = Width.of(String(characters[first - 1]), grid.glyphs.ambiguity)
        guard columns + next <= width else { break }
        columns += next
        first -= 1
      }
    }
    grid.clear(Rect(x: x, y: y, width: width, height: 1), role)
    let shown = String(characters[first...].prefix(width))
    grid.put(shown, x, y, role, width: width)
    if isActive {
      let before = String(characters[first..<caret])
      grid.caret = Point(min(x + width - 1, x + Width.of(before, grid.glyphs.ambiguity)), y)
    }
  }
}
