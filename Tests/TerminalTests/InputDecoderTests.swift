import Terminal
import Testing

/// Bytes as terminals send them, and the keys they are.
@Suite struct InputDecoderTests {
  private func events(_ text: String) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return decoder.feed(Array(text.utf8)) + decoder.expire()
  }

  private func key(_ name: TerminalKey.Name, _ modifiers: TerminalKey.Modifiers = []) -> [TerminalEvent] {
    [.key(TerminalKey(name, modifiers))]
  }

  @Test(
    arguments: [
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OC", .right), ("\u{1B}[D", .left),
      ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}OF", .end),
      ("\u{1B}[4~", .end),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[3~", .delete), ("\u{1B}[2~", .insert),
      ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
      ("\u{1B}[14~", .function(4)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
      ("\r", .enter), ("\n", .enter), ("\u{1B}OM", .enter), ("\u{7F}", .backspace), ("\u{8}", .backspace),
      ("\t", .tab), ("\u{1B}", .escape),
    ] as [(String, TerminalKey.Name)])
  func `A cursor or function key means the same however the terminal writes it`(bytes: String, name: TerminalKey.Name) {
    #expect(events(bytes) == key(name))
  }

  @Test func `Modifiers come with the key`() {
    #expect(events("\u{1B}[1;5A") == key(.up, .control))
    #expect(events("\u{1B}[1;2B") == key(.down, .shift))
    #expect(events("\u{1B}[Z") == key(.tab, .shift))
    #expect(events("\u{1B}x") == key(.character("x"), .alt))
    #expect(events("\u{1A}") == key(.character("z"), .control))
  }

  @Test(arguments: [
    "\u{1B}[99;1X", "\u{1B}[?62;c", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[<64;1M",
    "\u{1B}[200", "\u{1B}[", "\u{1B}[27;5;99~", "\u{1B}OZ", "\u{1B}[1;2",
  ])
  func `A sequence nobody knows is swallowed whole`(bytes: String) {
    #expect(events(bytes).isEmpty)
  }

  @Test func `Characters arrive whole however they are cut, and invalid bytes are dropped`() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0xE4, 0xB8]).isEmpty)
    #expect(decoder.feed([0xAD]) == key(.character("中")))
    #expect(decoder.feed([0xFF, 0xC0]).isEmpty)
    #expect(decoder.feed([0xE4]).isEmpty)
    #expect(decoder.feed([0x6A]) == key(.character("j")))
    // In a set of two bytes the second is no letter.
    #expect(decoder.feed([0xE4, 0x6A]).isEmpty)
    #expect(decoder.feed([0xED, 0xA0, 0x80]).isEmpty)
  }

  @Test func `A sequence cut in two is still one key, and Esc alone is Esc after its time`() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.unfinished == .escape)
    #expect(decoder.feed([0x5B]).isEmpty)
    #expect(decoder.unfinished == .sequence)
    #expect(decoder.feed([0x42]) == key(.down))
    #expect(decoder.unfinished == nil)
    #expect(decoder.feed([0x1B, 0x1B]).isEmpty)
    #expect(decoder.expire() == key(.escape) + key(.escape))
    #expect(decoder.feed([0x1B, 0x1B, 0x5B, 0x41]) == key(.up))
  }

  @Test func `A paste is one event, whatever is in it and however it is cut`() {
    #expect(
      events("\u{1B}[200~q:\r\u{1B}[A中\u{1B}[201~j") == [.paste("q:\r\u{1B}[A中")] + key(.character("j")))
    var decoder = InputDecoder()
    var got: [TerminalEvent] = []
    for byte in "\u{1B}[200~删\u{1B}[20\u{1B}[201~".utf8 { got += decoder.feed([byte]) }
    #expect(got == [.paste("删\u{1B}[20")])
  }

  @Test func `A paste without end cannot fill the memory`() {
    var decoder = InputDecoder()
    _ = decoder.feed("\u{1B}[200~".utf8)
    let block = [UInt8](repeating: 0x61, count: 1 << 19)
    for _ in 0..<4 { #expect(decoder.feed(block).isEmpty) }
    guard case .paste(let text)? = decoder.feed("\u{1B}[201~".utf8).first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == 1 << 20)
  }

  @Test func `The mouse counts from nought and the wheel is no click`() {
    #expect(events("\u{1B}[<0;300;2M") == [.mouse(TerminalMouse(action: .press, row: 1, column: 299))])
    #expect(events("\u{1B}[<0;1;1m") == [.mouse(TerminalMouse(action: .release, row: 0, column: 0))])
    #expect(events("\u{1B}[<65;1;1M") == [.mouse(TerminalMouse(action: .wheelDown, row: 0, column: 0))])
  }
}
