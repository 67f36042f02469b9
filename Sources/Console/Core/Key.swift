package import ScoringCore

/// One key press as a program can tell it apart on any terminal.
///
/// Control-I, -M, -H and -J are Tab, Enter, Backspace and Enter and never arrive as `control`.
package enum Key: Sendable, Hashable {
  case character(Unicode.Scalar)
  case control(Unicode.Scalar)
  case function(Int)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert

  /// A key by the letter it types.
  package static func letter(_ scalar: Unicode.Scalar) -> Key { .character(scalar) }

  package static let space = Key.character(" ")

  /// The key meant when a command is awaited: what an input method turned to full width, turned back.
  package var folded: Key {
    guard case .character(let scalar) = self else { return self }
    return .character(Key.fold(scalar))
  }

  /// True for a character that only an input method makes; as a command it means nothing.
  package var needsInputMethod: Bool {
    guard case .character(let scalar) = folded else { return false }
    return scalar.value >= 0x2E80
  }

  /// What a digit chooses of a list, from 0: `1` is 0, `9` is 8; `nil` for any other key.
  var choice: Int? {
    guard case .character(let scalar) = self, (0x31...0x39).contains(scalar.value) else { return nil }
    return Int(scalar.value - 0x31)
  }

  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    case 0x3001: "/"
    case 0x3002: "."
    case 0x300A: "<"
    case 0x300B: ">"
    case 0x300C, 0x3010: "["
    case 0x300D, 0x3011: "]"
    case 0xFFE5: "$"
    case 0x2014: "_"
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0x2026: "^"
    case 0x00B7: "`"
    default: scalar
    }
  }

  /// As the footer and the list of commands print it: arrows as arrows where the terminal draws them.
  func label(_ language: Language, _ glyphs: Glyphs) -> String {
    guard glyphs.hasLines else { return label(language) }
    switch self {
    case .up: return "↑"
    case .down: return "↓"
    case .left: return "←"
    case .right: return "→"
    default: return label(language)
    }
  }

  /// As the guide and the line-by-line mode print it.
  package func label(_ language: Language) -> String {
    switch self {
    case .character(" "): language == .zh ? "空格" : "Space"
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "Ctrl-\(String(Character(scalar)).uppercased())"
    case .function(let number): "F\(number)"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    }
  }
}
