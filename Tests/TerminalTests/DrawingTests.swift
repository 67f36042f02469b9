import CPty
import Foundation
import Terminal
import TerminalModel
import Testing

/// What ncurses writes, replayed on the modelled terminal, is what was drawn.
@Suite(.serialized) struct DrawingTests {
  /// A small generator, so that a failure can be repeated.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// A pseudo-terminal of the test's own.
  private final class Line {
    var master: Int32 = -1
    var slave: Int32 = -1
    var model: TerminalModel

    init(_ columns: Int, _ rows: Int) {
      model = TerminalModel(columns: columns, rows: rows)
      #expect(tidu_pty_open(Int32(columns), Int32(rows), &master, &slave) == 0)
    }
    deinit {
      close(master)
      close(slave)
    }

    /// Takes what was written; the terminal must be drained between two drawings or it would block.
    @discardableResult
    func take() -> Int {
      let before = model.byteCount
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { break }
        model.feed(buffer.prefix(count))
      }
      return model.byteCount - before
    }
  }

  private static let glyphs: [(String, Int)] = [
    ("a", 1), ("7", 1), (" ", 1), (" ", 1), ("中", 2), ("梯", 2), ("度", 2), ("，", 2), ("é", 1), ("e\u{301}", 1),
    ("│", 1), ("━", 1), ("①", 1), ("𠀀", 2), ("中\u{301}", 2),
  ]

  private static let styles = [
    TerminalStyle(), TerminalStyle(bold: true), TerminalStyle(foreground: 1), TerminalStyle(reverse: true),
    TerminalStyle(foreground: 2, background: 4), TerminalStyle(underline: true),
  ]

  private func row(_ columns: Int, _ numbers: inout Numbers) -> [TerminalCell] {
    var cells: [TerminalCell] = []
    var used = 0
    while used < columns {
      let style = Self.styles[Int.random(in: 0..<Self.styles.count, using: &numbers)]
      for _ in 0..<Int.random(in: 1...9, using: &numbers) where used < columns {
        var (text, width) = Self.glyphs[Int.random(in: 0..<Self.glyphs.count, using: &numbers)]
        if used + width > columns { (text, width) = ("x", 1) }
        cells.append(TerminalCell(text, columns: width, style: style))
        used += width
      }
    }
    return cells
  }

  /// Where the screen is not as drawn. A blank has no ink, so its foreground and weight do not show.
  private func differences(_ model: TerminalModel, _ screen: [[TerminalCell]]) -> [String] {
    var found: [String] = []
    for (row, cells) in screen.enumerated() {
      var column = 0
      for cell in cells {
        let shown = model[row, column]
        let style = shown.style
        let ink =
          style.foreground == cell.style.foreground ?? -1 && style.bold == cell.style.bold
          || shown.text == " " && !style.reverse
        let same =
          shown.text == cell.text && shown.width == cell.columns && style.reverse == cell.style.reverse && ink
          && style.background == cell.style.background ?? -1 && style.underline == cell.style.underline
        if !same { found.append("\(row),\(column): \(cell) is \(shown)") }
        column += cell.columns
      }
    }
    return found
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "xterm", "linux", "screen"])
  func `After any sequence of drawings and sizes the screen is what was drawn last`(type: String) throws {
    var numbers = Numbers(state: 20_261_124)
    let line = Line(80, 24)
    let terminal = try Terminal(
      waker: TerminalWaker(), color: true, ambiguousWide: false, crashNote: "", type: type, input: line.slave,
      output: line.slave)
    defer { terminal.close() }
    var screen: [[TerminalCell]] = []
    for _ in 0..<24 { screen.append(row(80, &numbers)) }
    for step in 0..<150 {
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0: screen = screen.indices.map { _ in row(80, &numbers) }
      case 1:  // scroll
        screen.removeFirst()
        screen.append(row(80, &numbers))
      case 2:
        let place = Int.random(in: 0..<24, using: &numbers)
        screen.remove(at: Int.random(in: 0..<24, using: &numbers))
        screen.insert(row(80, &numbers), at: place)
      default: screen[Int.random(in: 0..<24, using: &numbers)] = row(80, &numbers)
      }
      for (index, cells) in screen.enumerated() { terminal.draw(row: index, cells) }
      let caret = step % 2 == 0 ? (row: step % 24, column: step % 80) : nil
      terminal.present(cursor: caret)
      line.take()
      // In tmux and screen a wide character before the last corner gives way (LastCorner).
      if ["tmux-256color", "screen"].contains(type), screen[23].last?.columns == 1,
        screen[23][screen[23].count - 2].columns == 2
      {
        screen[23][screen[23].count - 2] = TerminalCell("-", columns: 1, style: TerminalStyle())
        screen[23].insert(TerminalCell("-", columns: 1, style: TerminalStyle()), at: screen[23].count - 1)
        terminal.draw(row: 23, screen[23])
        terminal.present(cursor: caret)
        line.take()
      }
      let wrong = differences(line.model, screen)
      try #require(wrong.isEmpty, "step \(step): \(wrong.prefix(3))")
      #expect(line.model.cursorVisible == (caret != nil))
      if let caret { #expect(line.model.cursor == caret) }
    }
    #expect(line.model.unknown.isEmpty)
  }

  @Test func `In tmux the last words of the last row move aside for the corner`() throws {
    let line = Line(80, 24)
    let terminal = try Terminal(
      waker: TerminalWaker(), color: true, ambiguousWide: false, crashNote: "", type: "tmux-256color",
      input: line.slave, output: line.slave)
    defer { terminal.close() }
    func cell(_ text: String) -> TerminalCell {
      TerminalCell(text, columns: text.utf8.count > 1 ? 2 : 1, style: TerminalStyle())
    }
    let blanks = Array(repeating: cell(" "), count: 73)
    terminal.draw(row: 23, blanks + [cell("?"), cell(" "), cell("帮"), cell("助"), cell(" ")])
    terminal.present(cursor: nil)
    line.take()
    #expect(line.model.lines[23] == String(repeating: " ", count: 74) + "? 帮助")
    terminal.draw(row: 23, blanks + [cell("?"), cell(" "), cell("帮"), cell("助"), cell("x")])
    terminal.present(cursor: nil)
    line.take()
    #expect(line.model.lines[23] == String(repeating: " ", count: 73) + "? 帮  x")
  }

  @Test func `A cell on which nobody agrees costs a glyph and no column`() throws {
    let line = Line(80, 24)
    let terminal = try Terminal(
      waker: TerminalWaker(), color: false, ambiguousWide: false, crashNote: "", type: "xterm-256color",
      input: line.slave, output: line.slave)
    defer { terminal.close() }
    let plain = TerminalStyle(foreground: 1)
    let odd = ["\u{1B}", "\u{200B}", "①", "\u{7F}", "中"].flatMap {
      [
        TerminalCell($0, columns: $0 == "①" ? 2 : 1, style: plain),
        TerminalCell("|", columns: 1, style: plain),
      ]
    }
    let rest = Array(repeating: TerminalCell(" ", columns: 1, style: plain), count: 69)
    terminal.draw(row: 0, odd + rest)
    terminal.present(cursor: nil)
    line.take()
    #expect(line.model.lines[0] == "?|?|? |?|?|")
    #expect(line.model[0, 0].style == ModelStyle())
  }

  @Test func `Asking for the width of an ambiguous character takes the terminal's word`() throws {
    for wide in [false, true] {
      let line = Line(80, 24)
      line.model.ambiguousWide = wide
      let master = line.master
      // The other side of the line answers as such a terminal would, and types a key besides.
      Thread.detachNewThread {
        var model = TerminalModel(columns: 80, rows: 24)
        model.ambiguousWide = wide
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while model.replies.isEmpty {
          var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
          guard poll(&ready, 1, 30_000) > 0 else { return }
          let count = read(master, &buffer, buffer.count)
          model.feed(buffer.prefix(max(0, count)))
        }
        let reply = Array("j".utf8) + model.replies
        _ = write(master, reply, reply.count)
      }
      let terminal = try Terminal(
        waker: TerminalWaker(), color: true, ambiguousWide: nil, patience: 30_000, crashNote: "",
        type: "xterm-256color", input: line.slave, output: line.slave)
      #expect(terminal.ambiguousIsWide == wide)
      #expect(terminal.next(milliseconds: 1_000) == .key(TerminalKey(.character("j"))))
      terminal.close()
    }
  }

  @Test func `A terminal that does not answer is narrow, and one without a description is refused`() throws {
    let line = Line(80, 24)
    let terminal = try Terminal(
      waker: TerminalWaker(), color: true, ambiguousWide: nil, crashNote: "", type: "xterm",
      input: line.slave,
      output: line.slave)
    #expect(!terminal.ambiguousIsWide)
    terminal.close()
    line.take()
    #expect(!line.model.alternateScreen && line.model.cursorVisible && line.model.modes.isEmpty)
    func refusal(_ type: String, _ line: Line) -> TerminalRefusal? {
      do throws(TerminalRefusal) {
        let terminal = try Terminal(
          waker: TerminalWaker(), color: true, ambiguousWide: false, crashNote: "", type: type,
          input: line.slave,
          output: line.slave)
        terminal.close()
        return nil
      } catch { return error }
    }
    #expect(refusal("nothing-of-the-kind", line) == .unknownTerminal("nothing-of-the-kind"))
    #expect(refusal("dumb", line) == .dumb)
    #expect(refusal("", line) == .dumb)
    #expect(refusal("xterm", Line(59, 24)) == .tooSmall(columns: 59, rows: 24))
    #expect(refusal("xterm", Line(60, 16)) == nil)
  }
}
