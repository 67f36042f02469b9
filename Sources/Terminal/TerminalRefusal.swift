/// Why the console cannot be drawn here; each has a sentence that says what to do.
package enum TerminalRefusal: Error, Sendable, Equatable {
  /// Standard input or output is no terminal.
  case noTerminal
  /// The terminal calls itself by a name that promises nothing (`dumb`, or none at all).
  case dumb
  /// No description of this terminal is installed.
  case unknownTerminal(String)
  /// The session's characters are not UTF-8 but these.
  case encoding(String)
  /// The window is smaller than `Terminal.leastSize`.
  case tooSmall(columns: Int, rows: Int)

  /// The sentence in Chinese.
  package var zh: String {
    switch self {
    case .noTerminal: "没有终端，改用逐行方式。"
    case .dumb: "此终端不能定位光标（TERM=dumb），改用逐行方式。"
    case .unknownTerminal(let name): "系统里没有终端“\(name)”的说明，改用逐行方式；可试 TERM=xterm-256color。"
    case .encoding(let name): "此会话的字符集是 \(name)，不是 UTF-8，改用逐行方式；请把终端和 LANG 设为 UTF-8。"
    case .tooSmall(let columns, let rows):
      "窗口只有 \(columns)×\(rows)，至少要 \(Terminal.leastSize.columns)×\(Terminal.leastSize.rows)，改用逐行方式；请放大窗口再开。"
    }
  }

  /// The sentence in English.
  package var en: String {
    switch self {
    case .noTerminal: "There is no terminal here; going on line by line."
    case .dumb: "This terminal cannot place a cursor (TERM=dumb); going on line by line."
    case .unknownTerminal(let name):
      "No description of the terminal “\(name)” is installed; going on line by line. Try TERM=xterm-256color."
    case .encoding(let name):
      "This session's characters are \(name), not UTF-8; going on line by line. Set the terminal and LANG to UTF-8."
    case .tooSmall(let columns, let rows):
      "The window is \(columns)×\(rows) and needs \(Terminal.leastSize.columns)×\(Terminal.leastSize.rows); going on line by line. Make it larger and start again."
    }
  }
}
