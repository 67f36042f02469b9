import TerminalModel
import Testing

/// The modelled terminal itself: what the other tests believe.
@Suite struct TerminalModelTests {
  private func model(_ text: String, _ columns: Int = 10, _ rows: Int = 4) -> TerminalModel {
    var model = TerminalModel(columns: columns, rows: rows)
    model.feed(text.utf8)
    return model
  }

  @Test func `A wide character in the last column goes to the next row`() {
    #expect(model("123456789中").lines == ["123456789", "中", "", ""])
    #expect(model("12345678中x").lines == ["12345678中", "x", "", ""])
  }

  @Test func `Writing over half of a wide character blanks the other half`() {
    #expect(model("中文\u{1B}[1;2Hx").lines[0] == " x文")
    #expect(model("中文\u{1B}[1;3Hx").lines[0] == "中x")
    #expect(model("中文字\u{1B}[1;2H国").lines[0] == " 国 字")
  }

  @Test func `Marks join the character before them`() {
    #expect(model("e\u{301}x")[0, 0].text == "e\u{301}")
    #expect(model("中\u{301}")[0, 0].text == "中\u{301}")
  }

  @Test func `Cursor, erase, insert and delete do as xterm does`() {
    #expect(model("abcdef\u{1B}[1;3H\u{1B}[2P").lines[0] == "abef")
    #expect(model("abcdef\u{1B}[1;3H\u{1B}[2@").lines[0] == "ab  cdef")
    #expect(model("abcdef\u{1B}[1;3H\u{1B}[2X").lines[0] == "ab  ef")
    #expect(model("abcdef\u{1B}[1;3H\u{1B}[K").lines[0] == "ab")
    #expect(model("abcdef\u{1B}[1;3H\u{1B}[1K").lines[0] == "   def")
    #expect(model("a\u{1B}[4b").lines[0] == "aaaaa")
    #expect(model("a\r\nb\r\nc\u{1B}[2H\u{1B}[L").lines == ["a", "", "b", "c"])
    #expect(model("a\r\nb\r\nc\u{1B}[2H\u{1B}[M").lines == ["a", "c", "", ""])
  }

  @Test func `A scroll region scrolls alone`() {
    #expect(model("1\r\n2\r\n3\r\n4\u{1B}[2;3r\u{1B}[3H\n").lines == ["1", "3", "", "4"])
    #expect(model("1\r\n2\r\n3\r\n4\u{1B}[2;3r\u{1B}[2H\u{1B}M").lines == ["1", "", "2", "4"])
  }

  @Test func `Colours of eight, sixteen and 256 are told apart`() {
    let model = model("\u{1B}[31;1mA\u{1B}[0;97mB\u{1B}[38;5;203;48;5;17;7mC")
    #expect((model[0, 0].style.foreground, model[0, 0].style.bold) == (1, true))
    #expect(model[0, 1].style.foreground == 15)
    #expect((model[0, 2].style.foreground, model[0, 2].style.background) == (203, 17))
    #expect(model[0, 2].style.reverse)
  }

  @Test func `The other screen comes and goes and the first one is still there`() {
    var model = model("shell\u{1B}[?1049h\u{1B}[Hconsole\u{1B}[?25l\u{1B}[?2004h")
    #expect(model.lines[0] == "console")
    #expect(model.alternateScreen && !model.cursorVisible && model.modes == [2004])
    model.feed("\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l".utf8)
    #expect(model.lines[0] == "shell")
    #expect(!model.alternateScreen && model.cursorVisible && model.modes.isEmpty)
  }

  @Test func `It says where its cursor is and keeps what it does not know`() {
    let model = model("①\u{1B}[6n\u{1B}[99z\u{1B}]0;title\u{7}x")
    #expect(model.replies == Array("\u{1B}[1;2R".utf8))
    #expect(model.unknown == ["CSI [99] z", "string 0;title"])
    #expect(model.lines[0] == "①x")
  }
}
