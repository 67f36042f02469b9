/// A key as the terminal sent it.
package struct TerminalKey: Sendable, Hashable {
  package enum Name: Sendable, Hashable {
    case character(Character)
    case enter, escape, tab, backspace, insert, delete
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 …
    case function(Int)
  }

  /// Shift is told only with keys that are no characters.
  package struct Modifiers: OptionSet, Sendable, Hashable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package var name: Name
  package var modifiers: Modifiers

  package init(_ name: Name, _ modifiers: Modifiers = []) {
    self.name = name
    self.modifiers = modifiers
  }
}

/// What a mouse did, at a place counted from 0; sent only after `Terminal.mouse(true)`.
package struct TerminalMouse: Sendable, Hashable {
  package enum Action: Sendable, Hashable { case press, release, wheelUp, wheelDown }
  package var action: Action
  package var row: Int
  package var column: Int

  package init(action: Action, row: Int, column: Int) {
    self.action = action
    self.row = row
    self.column = column
  }
}

/// Something from outside that the program must look at.
package enum TerminalEvent: Sendable, Hashable {
  case key(TerminalKey)
  /// Text pasted as one, never to be taken for keys.
  case paste(String)
  case mouse(TerminalMouse)
  /// Answer to a question for the cursor's place, counted from 0.
  case cursor(row: Int, column: Int)
  /// The terminal has another size, or its contents were lost: draw again.
  case resized
  /// Somebody outside asked to stop, as Ctrl-Z does.
  case stop
  /// A `TerminalWaker` was used.
  case woken
  /// The terminal is gone.
  case closed
}
