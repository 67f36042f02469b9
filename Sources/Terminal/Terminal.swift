internal import CNcurses
internal import CTerminalGuard
internal import Glibc

/// The terminal, by way of ncurses: draws cells, sends only what changed, reads keys.
///
/// One at a time and on one thread: ncurses keeps its state in globals. Whatever ends the process,
/// the terminal is left as it was found (see CTerminalGuard).
package final class Terminal {
  /// The smallest window the console is drawn in.
  package static let leastSize = (columns: 60, rows: 16)
  /// How long a lone Esc waits for the rest of a sequence.
  package static let escapeDelay = (local: 25, remote: 75)
  /// How long a paste waits for more; then it is taken as it came, so that keys are keys again.
  static let pastePatience = 1_000

  package private(set) var columns = 0
  package private(set) var rows = 0
  package let depth: ColorDepth
  /// Whether ambiguous-width characters take two columns here: the setting, or the answer.
  package private(set) var ambiguousIsWide = false

  let waker: TerminalWaker
  let input: Int32
  let output: Int32
  let escapeDelay: Int
  var decoder = InputDecoder()
  var events: [TerminalEvent] = []
  var closed = false
  private var pairs: [ColorPair: Int16] = [:]
  private var styles: [TerminalStyle: (attributes: attr_t, pair: Int16)] = [:]
  private var mouseOn = false
  private let cornerIsFragile: Bool

  private struct ColorPair: Hashable { var foreground, background: Int16 }

  /// Takes the terminal over.
  ///
  /// - Parameters:
  ///   - ambiguousWide: `nil` asks the terminal once and takes silence for narrow.
  ///   - patience: milliseconds to wait for that answer.
  ///   - crashNote: what a crash prints on standard error after the terminal is restored.
  ///   - type: its kind; `nil` for what `TERM` says.
  ///   - input: descriptor of the terminal that keys come from.
  ///   - output: descriptor of the terminal that is drawn on.
  package init(
    waker: TerminalWaker, color: Bool, ambiguousWide: Bool?, patience: Int = 200, crashNote: String,
    type: String? = nil,
    input: Int32 = 0, output: Int32 = 1
  ) throws(TerminalRefusal) {
    let name = type ?? getenv("TERM").map { String(cString: $0) } ?? ""
    try Self.check(name, input, output)
    self.waker = waker
    self.input = input
    self.output = output
    escapeDelay =
      getenv("SSH_CONNECTION") == nil ? Self.escapeDelay.local : Self.escapeDelay.remote
    guard tidu_guard_install(input, output) == 0 else { throw .noTerminal }
    let leaving = ["sgr0", "cnorm", "rmcup"].compactMap(Self.capability).joined()
    cornerIsFragile = Self.capability("rmam") == nil
    tidu_guard_note(crashNote, crashNote.utf8.count)
    let undo = Self.modesOff + leaving
    tidu_guard_undo(undo, undo.utf8.count)
    tidu_guard_hold_errors(1)
    tidu_guard_arm(1)
    set_escdelay(Int32(escapeDelay))
    guard let reading = fdopen(dup(input), "r"), let writing = fdopen(dup(output), "w"),
      newterm(name, writing, reading) != nil
    else {
      tidu_guard_arm(0)
      tidu_guard_hold_errors(0)
      tidu_guard_remove()
      throw .unknownTerminal(name)
    }
    raw()
    noecho()
    nonl()
    typeahead(-1)  // input never holds up a drawing
    leaveok(tidu_screen(), false)
    idlok(tidu_screen(), true)
    depth = color ? Self.startColors() : .none
    send(Self.reportsOff + Self.pasteOn)
    (columns, rows) = (Int(getmaxx(tidu_screen())), Int(getmaxy(tidu_screen())))
    measure()  // what LINES and COLUMNS say may be long past
    ambiguousIsWide = ambiguousWide ?? askAmbiguousWidth(patience)
  }

  private static let pasteOn = "\u{1B}[?2004h"
  /// Every report of the mouse and of the focus: another program may have left them on.
  private static let reportsOff = "\u{1B}[?1000;1002;1003;1004;1005;1006;1015l"
  private static let modesOff = reportsOff + "\u{1B}[?2004l"

  /// Gives the terminal back. What was written to standard error meanwhile is printed now.
  package func close() {
    leave()
    tidu_guard_remove()
  }

  // MARK: Before it is opened

  private static func check(_ name: String, _ input: Int32, _ output: Int32) throws(TerminalRefusal) {
    guard isatty(input) == 1, isatty(output) == 1 else { throw .noTerminal }
    if name.isEmpty || name == "dumb" { throw .dumb }
    try CharacterSet.settle()
    var error: Int32 = 0
    guard setupterm(name, output, &error) == tidu_ok() else {
      throw .unknownTerminal(String(name.prefix(40).filter { $0.isASCII && !$0.isWhitespace }))
    }
    guard capability("cup") != nil else { throw .dumb }
    var columns: Int32 = 0
    var rows: Int32 = 0
    if tidu_guard_size(output, &columns, &rows) == 0,
      columns < leastSize.columns || rows < leastSize.rows
    {
      throw .tooSmall(columns: Int(columns), rows: Int(rows))
    }
  }

  /// A string of the terminal's description, without its padding marks.
  private static func capability(_ name: String) -> String? {
    guard let pointer = tigetstr(name), Int(bitPattern: pointer) != -1 else { return nil }
    let text = String(cString: pointer)
    guard let mark = text.firstRange(of: "$<") else { return text }
    let tail = text[mark.upperBound...].drop { $0 != ">" }.dropFirst()
    return String(text[..<mark.lowerBound] + tail)
  }

  private static func startColors() -> ColorDepth {
    guard has_colors(), start_color() == tidu_ok() else { return .none }
    use_default_colors()
    switch tidu_colors() {
    case 256...: return .full
    case 16...: return .sixteen
    case 8...: return .eight
    default: return .none
    }
  }

  /// Writes bytes past ncurses; only what does not touch the screen.
  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(written, 0))
    }
  }

  // MARK: Drawing

  /// Sets a row's cells from its left edge; they must fill it.
  package func draw(row: Int, _ cells: [TerminalCell]) {
    let cells = row == rows - 1 && cornerIsFragile ? LastCorner.spare(cells) : cells
    var line: [cchar_t] = []
    line.reserveCapacity(cells.count)
    for cell in cells { append(cell, to: &line) }
    mvwadd_wchnstr(tidu_screen(), Int32(row), 0, line, Int32(line.count))
  }

  private func append(_ cell: TerminalCell, to line: inout [cchar_t]) {
    let (attributes, pair) = look(of: cell.style)
    for piece in CellText.pieces(cell.text, columns: cell.columns) {
      var made = cchar_t()
      var characters = piece.map { wchar_t(bitPattern: $0.value) } + [0]
      setcchar(&made, &characters, attributes, pair, nil)
      line.append(made)
    }
  }

  /// Shows what was drawn, with the cursor there, or hidden.
  package func present(cursor: (row: Int, column: Int)?) {
    if let cursor {
      wmove(tidu_screen(), Int32(cursor.row), Int32(cursor.column))
    }
    curs_set(cursor == nil ? 0 : 1)
    refresh()
  }

  /// Paints everything anew at the next `present`.
  package func repaint() { clearok(tidu_drawn(), true) }

  private func look(of style: TerminalStyle) -> (attributes: attr_t, pair: Int16) {
    if let known = styles[style] { return known }
    var attributes: attr_t = 0
    if style.bold { attributes |= tidu_bold() }
    if style.dim { attributes |= tidu_dim() }
    if style.underline { attributes |= tidu_underline() }
    if style.reverse { attributes |= tidu_reverse() }
    let look = (attributes, pair(style))
    styles[style] = look
    return look
  }

  /// Fewer than 60 pairs, so that every terminal has them; what comes after keeps its attributes.
  private func pair(_ style: TerminalStyle) -> Int16 {
    func usable(_ color: Int?) -> Int16 {
      guard let color, color >= 0, color < depth.rawValue else { return -1 }
      return Int16(color)
    }
    let wanted = ColorPair(foreground: usable(style.foreground), background: usable(style.background))
    // Where there are colours, the terminal's own are a pair as well: going back to it costs a colour and no reset. Not
    // with an attribute, which a terminal may not have beside a pair (`ncv`).
    let isPlain = !style.bold && !style.dim && !style.underline && !style.reverse
    if depth == .none || !isPlain && wanted == ColorPair(foreground: -1, background: -1) { return 0 }
    if let known = pairs[wanted] { return known }
    guard pairs.count < 59 else { return 0 }
    let number = Int16(pairs.count + 1)
    guard init_pair(number, wanted.foreground, wanted.background) == tidu_ok() else { return 0 }
    pairs[wanted] = number
    return number
  }

  // MARK: Modes

  /// Switches the mouse on (clicks and wheel) or off; it is off until asked for.
  package func mouse(_ on: Bool) {
    mouseOn = on
    send(on ? Self.mouseOn : Self.reportsOff)
  }

  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"

  /// Leaves the screen, for a viewer or a prompt, as it was found; `comeBack` returns to it.
  package func leave() {
    send(Self.modesOff)
    curs_set(1)
    endwin()
    tidu_guard_arm(0)
    tidu_guard_hold_errors(0)
  }

  /// Takes the screen again; the next `present` paints everything anew.
  package func comeBack() {
    tidu_guard_hold_errors(1)
    tidu_guard_arm(1)
    reset_prog_mode()
    send(Self.reportsOff + Self.pasteOn + (mouseOn ? Self.mouseOn : ""))
    measure()
    repaint()
  }

  /// Stops the program as Ctrl-Z does, returns when it is continued.
  package func stop() {
    leave()
    tidu_guard_stop()
    comeBack()
  }

  /// Leaves the screen to another program until it ends, and comes back; no key typed there is read here.
  ///
  /// - Parameters:
  ///   - program: a path, or a name that is looked for on the `PATH`.
  ///   - environment: all that it is told.
  /// - Returns: whether it ended well, or `nil` where it could not be started.
  package func lend(_ program: String, _ arguments: [String], _ environment: [String: String]) -> Bool? {
    leave()
    defer { comeBack() }
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var status: Int32 = 0
    return tidu_guard_lend(program, argv, envp, &status) == 0 ? status == 0 : nil
  }

  /// Sends a text to the clipboard of whoever sits at the terminal; nobody can know whether it arrived.
  /// False when it is longer than terminals take.
  package func copy(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 48 * 1024 else { return false }
    send("\u{1B}]52;c;\(Base64.text(bytes))\u{7}")
    return true
  }

  /// Learns the terminal's size anew.
  func measure() {
    var wide: Int32 = 0
    var high: Int32 = 0
    guard tidu_guard_size(output, &wide, &high) == 0 else { return }
    if Int(wide) == columns, Int(high) == rows { return }
    resizeterm(high, wide)
    (columns, rows) = (Int(wide), Int(high))
  }

  /// Prints one ambiguous character where it is overwritten at once and asks where the cursor is.
  private func askAmbiguousWidth(_ patience: Int) -> Bool {
    send("\r①\u{1B}[6n\r\u{1B}[K")
    let deadline = ContinuousClock.now + .milliseconds(patience)
    var kept: [TerminalEvent] = []
    defer { events = kept + events }
    while ContinuousClock.now < deadline {
      let left = deadline - ContinuousClock.now
      guard let event = next(milliseconds: max(1, Int(left / .milliseconds(1)))) else { continue }
      if case .cursor(_, let column) = event { return column == 2 }
      kept.append(event)
      if closed { return false }
    }
    return false
  }
}
