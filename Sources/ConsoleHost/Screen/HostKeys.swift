internal import Console
internal import Terminal

/// What the terminal sends, in the console's terms.
enum HostKeys {
  /// `nil` for what the console has no meaning for: Alt with a letter is not on every keyboard.
  static func key(_ pressed: TerminalKey) -> Key? {
    switch pressed.name {
    case .character(let character):
      guard let scalar = character.unicodeScalars.first, !pressed.modifiers.contains(.alt) else { return nil }
      return pressed.modifiers.contains(.control) ? .control(scalar) : .character(scalar)
    case .enter: return .enter
    case .escape: return .escape
    case .tab: return pressed.modifiers.contains(.shift) ? .backTab : .tab
    case .backspace: return .backspace
    case .insert: return .insert
    case .delete: return .delete
    case .up: return .up
    case .down: return .down
    case .left: return .left
    case .right: return .right
    case .home: return .home
    case .end: return .end
    case .pageUp: return .pageUp
    case .pageDown: return .pageDown
    case .function(let number): return .function(number)
    }
  }
}
