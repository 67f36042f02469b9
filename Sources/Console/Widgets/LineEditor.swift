import ScoringCore

/// Text being edited, with the caret between characters: one line, or several where `keepsLines`. Shared by the filter and
/// every form.
package struct LineEditor: Sendable, Hashable {
  package private(set) var characters: [Character]
  /// 0 … `characters.count`.
  package internal(set) var caret: Int
  /// The most characters kept; more are refused.
  package var limit: Int
  /// Line breaks are kept, and all else that is typed or pasted but control characters.
  package let keepsLines: Bool
  /// Columns of the rows as they were last drawn: what up and down go by.
  var width = 60

  package init(_ text: String = "", limit: Int = 400, keepsLines: Bool = false) {
    self.limit = limit
    self.keepsLines = keepsLines
    characters = Array(text.prefix(limit))
    caret = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  package mutating func set(_ text: String) {
    self = LineEditor(text, limit: limit, keepsLines: keepsLines)
  }

  /// Inserts typed or pasted text, as much of it as there is room for.
  package mutating func insert(_ text: String) {
    let added = clean(text).prefix(max(0, limit - characters.count))
    characters.insert(contentsOf: added, at: caret)
    caret += added.count
  }

  /// Why a text cannot be put in whole; `nil` where it can.
  func lacksRoom(for text: String) -> Phrase? {
    let (count, room) = (clean(text).count, limit - characters.count)
    guard count > room else { return nil }
    guard count > 1 else { return Phrase("最多 \(limit) 字，已满", "at most \(limit) characters, and it is full") }
    return Phrase(
      "粘贴的有 \(count) 字，只放得下 \(room) 字，没有放入；最多 \(limit) 字",
      "what was pasted has \(count) characters and there is room for \(room): nothing was put in; at most \(limit)")
  }

  /// What is said of a pasted text of which not every character can be kept; `nil` where all are.
  func leavesOut(of text: String) -> Phrase? {
    let count = text.unicodeScalars.count { !Self.isBreak($0) && kept($0) == nil }
    return count == 0
      ? nil
      : Phrase("粘贴的文字里有 \(count) 个控制符，没有放入", "\(count) control characters of what was pasted were left out")
  }

  /// What is kept of a text: line ends as LF, or as spaces on a single line.
  private func clean(_ text: String) -> [Character] {
    var clean = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars.prefix(max(limit, 4_000) * 8) {
      if Self.isBreak(scalar) {
        if scalar != "\n" || !wasReturn { clean.append(keepsLines ? "\n" : " ") }
      } else if let kept = kept(scalar) {
        clean.append(kept)
      }
      wasReturn = scalar == "\r"
    }
    return Array(String(clean))
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  /// The character as it is kept; `nil` for one that is left out.
  private func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar == "\t" { return keepsLines ? scalar : " " }
    if keepsLines { return scalar.properties.generalCategory == .control ? nil : scalar }
    if case .keep(let kept) = SafeText.judge(scalar, .narrow) { return kept }
    return scalar.value == 0x3000 ? " " : nil
  }

  /// Adds after the end and leaves the caret where it is.
  mutating func append(_ text: String) { characters += Array(text.prefix(max(0, limit - characters.count))) }

  /// Edits by one key. False when the key is none of an editor's.
  package mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): insert(String(Character(scalar)))
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(characters.count, caret + 1)
    case .control("n"):
      guard keepsLines else { return false }
      insert("\n")
    case .home, .control("a"): caret = keepsLines ? rows.row(of: caret).lowerBound : 0
    case .end, .control("e"): caret = keepsLines ? rows.row(of: caret).upperBound : characters.count
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
