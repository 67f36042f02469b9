/// A key as the terminal sent it.
public struct TerminalKey: Sendable, Hashable {
  public enum Name: Sendable, Hashable {
    case character(Character)
    case enter, escape, tab, backspace, insert, delete
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 …
    case function(Int)
  }

  /// Shift is told only with keys that are no characters.
  public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public var name: Name
  public var modifiers: Modifiers

  public init(_ name: Name, _ modifiers: Modifiers = []) {
    self.name = name
    self.modifiers = modifiers
  }
}

/// What a mouse did, at a place counted from 0; sent only after `Terminal.mouse(true)`.
public struct TerminalMouse: Sendable, Hashable {
  public enum Action: Sendable, Hashable { case press, release, wheelUp, wheelDown }
  public var action: Action
  public var row: Int
  public var column: Int

  public init(action: Action, row: Int, column: Int) {
    self.action = action
    self.row = row
    self.column = column
  }
}

/// Something from outside that the program must look at.
public enum TerminalEvent: Sendable, Hashable {
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
