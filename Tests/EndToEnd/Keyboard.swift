import TerminalModel

/// Keys by the names that help and footer print, and what a terminal sends for them.
enum Keyboard {
  private static let named: [String: String] = [
    "Enter": "\r", "Esc": .escape, "Tab": "\t", "Shift-Tab": "\u{1B}[Z", "Space": " ", "Backspace": "\u{7F}",
    "Up": "\u{1B}[A", "Down": "\u{1B}[B", "Right": "\u{1B}[C", "Left": "\u{1B}[D", "Home": "\u{1B}[H",
    "End": "\u{1B}[F", "PgUp": "\u{1B}[5~", "PgDn": "\u{1B}[6~", "F1": "\u{1B}OP", "F2": "\u{1B}OQ", "F3": "\u{1B}OR",
    "F4": "\u{1B}OS", "F5": "\u{1B}[15~", "F6": "\u{1B}[17~", "F7": "\u{1B}[18~", "F8": "\u{1B}[19~",
    "F9": "\u{1B}[20~",
    "F10": "\u{1B}[21~", "Ctrl-N": "\u{0E}", "Ctrl-U": "\u{15}",
  ]

  static func bytes(_ key: String) -> String { named[key] ?? key }
}

extension ConsoleSession {
  /// Presses one key and, where `text` is given, waits until it is shown.
  func press(_ key: String, shows text: String? = nil) throws {
    pty.type(Keyboard.bytes(key))
    if let text { try pty.wait(for: text) }
    // With the next key at its heels it would begin a sequence.
    if key == "Esc" { pty.settle(milliseconds: 200) }
  }

  /// Presses the key that asks something, and waits until the dialog takes keys: for a moment after it has opened it
  /// takes none.
  func ask(_ key: String, shows text: String) throws {
    try press(key, shows: text)
    pty.settle(milliseconds: 350)
  }

  /// Presses a key and waits until the act it confirms is recorded.
  func record(_ key: String, _ act: String = "", language: String = "zh") throws {
    try press(key, shows: (language == "zh" ? "已记录：" : "Recorded: ") + act)
  }

  /// Runs a command by its name from the palette.
  func command(_ name: String, shows text: String) throws {
    try press(":")
    try pty.wait(for: "the palette") { $0.cursorVisible }
    pty.type(name)
    pty.settle(milliseconds: 100)
    try ask("Enter", shows: text)
  }

  /// Finds a case by its id and opens it on what decides it.
  func open(_ id: String, language: String = "zh") throws {
    try press("F4")
    try pty.wait(for: "the filter line") { $0.cursorVisible }
    pty.type(id)
    try pty.wait(for: "the one case") { $0.text.contains(id) }
    try press("Enter")
    try pty.wait(for: "the list") { !$0.cursorVisible }
    try press("Enter", shows: language == "zh" ? "依据" : "clause")
  }

  /// Goes to a part of the case by its name on the tab line.
  func part(_ index: Int) throws {
    for _ in 0..<index { try press("Tab") }
    pty.settle(milliseconds: 100)
  }

  func leave() throws {
    try ask("q", shows: screen.text.contains("Help") ? "Leave tidu?" : "退出梯度？")
    try press("Enter")
    _ = try pty.waitForEnd()
  }
}
