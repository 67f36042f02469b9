/// Control sequences: moves, erasures, modes and colours.
extension TerminalModel {
  mutating func csi(_ mark: UInt8, _ numbers: [Int], _ final: UInt8) {
    guard mark == 0 else { return privateSequence(mark, numbers, final) }
    func number(_ index: Int, _ absent: Int = 1) -> Int {
      index < numbers.count && numbers[index] >= 0 ? max(numbers[index], min(absent, 1)) : absent
    }
    let count = number(0)
    let name = UnicodeScalar(final)
    if name != "b", name != "m" { wrapPending = false }
    switch name {
    case "A": cursor.row = max(cursor.row - count, cursor.row >= top ? top : 0)
    case "B", "e": cursor.row = min(cursor.row + count, cursor.row <= bottom ? bottom : rows - 1)
    case "C", "a": cursor.column = min(cursor.column + count, columns - 1)
    case "D": cursor.column = max(cursor.column - count, 0)
    case "E": move(cursor.row + count, 0)
    case "F": move(cursor.row - count, 0)
    case "G", "`": move(cursor.row, count - 1)
    case "d": move(count - 1, cursor.column)
    case "H", "f": move(count - 1, number(1) - 1)
    case "I": cursor.column = min((cursor.column / 8 + count) * 8, columns - 1)
    case "Z": cursor.column = max(((cursor.column + 7) / 8 - count) * 8, 0)
    case "J": eraseDisplay(number(0, 0))
    case "K": eraseLine(number(0, 0))
    case "X": erase(cursor.row, cursor.column..<cursor.column + count)
    case "@": insert(characters: count)
    case "P": delete(characters: count)
    case "L": insert(lines: count, at: cursor.row)
    case "M": delete(lines: count, at: cursor.row)
    case "S": scroll(up: count)
    case "T": scroll(down: count)
    case "b": if let lastPrinted { for _ in 0..<count { print(lastPrinted) } }
    case "m": select(numbers.isEmpty ? [0] : numbers)
    case "r":
      (top, bottom) = (count - 1, min(number(1, rows), rows) - 1)
      if top >= bottom { (top, bottom) = (0, rows - 1) }
      move(0, 0)
    case "s": savedCursor = cursor
    case "u": cursor = savedCursor
    case "n": if count == 6 { reply("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R") }
    case "c": reply("\u{1B}[?62;c")
    case "h", "l", "t": break  // insert mode and window reports are not used
    default: unknown.append("CSI \(numbers) \(name)")
    }
  }

  private mutating func move(_ row: Int, _ column: Int) {
    cursor = (min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
  }

  private mutating func reply(_ text: String) { replies += Array(text.utf8) }

  private mutating func eraseDisplay(_ part: Int) {
    if part == 0 { eraseLine(0) }
    if part == 1 { eraseLine(1) }
    let range = part == 0 ? cursor.row + 1..<rows : part == 1 ? 0..<cursor.row : 0..<rows
    for row in range { erase(row, 0..<columns) }
  }

  private mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: erase(cursor.row, cursor.column..<columns)
    case 1: erase(cursor.row, 0..<cursor.column + 1)
    default: erase(cursor.row, 0..<columns)
    }
  }

  private mutating func privateSequence(_ mark: UInt8, _ numbers: [Int], _ final: UInt8) {
    let on = final == UInt8(ascii: "h")
    guard mark == UInt8(ascii: "?"), on || final == UInt8(ascii: "l") else {
      // Linux sets its cursor's shape with CSI ? n c.
      if final != UInt8(ascii: "c") { unknown.append("private \(numbers) \(UnicodeScalar(final))") }
      return
    }
    for mode in numbers {
      switch mode {
      case 7: autowrap = on
      case 25: cursorVisible = on
      case 47, 1047, 1049: alternate(on)
      case 1, 3, 4, 8, 12, 1034: break  // cursor keys, blinking and the like: nothing to see
      default: if on { modes.insert(mode) } else { modes.remove(mode) }
      }
    }
  }

  private mutating func alternate(_ on: Bool) {
    guard on != alternateScreen else { return }
    alternateScreen = on
    if on {
      savedCursor = cursor
      mainScreen = cells
      cells = Self.blank(columns, rows, ModelStyle())
    } else {
      cells = mainScreen ?? cells
      mainScreen = nil
      cursor = savedCursor
    }
  }

  private mutating func select(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case -1, 0: style = ModelStyle()
      case 1: style.bold = true
      case 2: style.dim = true
      case 4: style.underline = true
      case 7: style.reverse = true
      case 22: (style.bold, style.dim) = (false, false)
      case 24: style.underline = false
      case 27: style.reverse = false
      case 30...37: style.foreground = number - 30
      case 38: style.foreground = indexed(&rest) ?? style.foreground
      case 39: style.foreground = -1
      case 40...47: style.background = number - 40
      case 48: style.background = indexed(&rest) ?? style.background
      case 49: style.background = -1
      case 90...97: style.foreground = number - 82
      case 100...107: style.background = number - 92
      case 3, 5, 10, 11, 23, 25: break  // slanted, blinking, fonts
      default: unknown.append("SGR \(number)")
      }
    }
  }

  private mutating func indexed(_ rest: inout ArraySlice<Int>) -> Int? {
    guard rest.first == 5, rest.count >= 2 else {
      unknown.append("SGR 38/48")
      return nil
    }
    rest.removeFirst()
    return rest.removeFirst()
  }
}
