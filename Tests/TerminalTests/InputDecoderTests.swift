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

  /// What a terminal sends of its own: answers, reports, keys that nobody has, and beginnings without an end.
  private static let unknown: [[UInt8]] =
    [
      // The mouse as it was told first, in places that look like commands.
      "\u{1B}[M qq", "\u{1B}[Mdd:", "\u{1B}[32;10;10M", "\u{1B}[<35;9;9M", "\u{1B}[I", "\u{1B}[O",
      // Answers: what it is, where, which colours, which modes.
      "\u{1B}[?1;2c", "\u{1B}[>0;276;0c", "\u{1B}[=1;2A", "\u{1B}[?2026;2$y", "\u{1B}[8;24;80t", "\u{1B}[?997;1n",
      "\u{1B}[?1;0;256S", "\u{1B}[?0u", "\u{1B}[>1;2H", "\u{1B}P>|xterm(388)\u{1B}\\", "\u{1B}]4;1;rgb:q/q/q\u{1B}\\",
      "\u{1B}]52;c;cXE=\u{7}", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^q\u{1B}\\", "\u{1B}Xq\u{1B}\\",
      // A key let go, keys of which only modifiers are known, and what is longer than any key.
      "\u{1B}[97;1:3u", "\u{1B}[1;1:3A", "\u{1B}[0;1u", "\u{1B}O1;5Z",
      "\u{1B}[" + String(repeating: "1;", count: 80) + "A", "\u{1B}[[Z",
      // The same in controls of eight bits, as UTF-8 has them.
      "\u{9B}?1;2c", "\u{9D}11;rgb:q\u{7}", "\u{90}q\u{1B}\\", "\u{9B}I",
      // Without an end.
      "\u{1B}]q:q", "\u{1B}Pqqq", "\u{1B}_q", "\u{1B}^q", "\u{1B}Xq", "\u{1B}[12;", "\u{1B}O5", "\u{1B}[M q",
    ].map { Array($0.utf8) }

  @Test(arguments: unknown) func `What is no key becomes none, whole or byte by byte`(bytes: [UInt8]) {
    var whole = InputDecoder()
    #expect(whole.feed(bytes).isEmpty && whole.expire().isEmpty)
    #expect(whole.feed([0x6A]) == key(.character("j")))
    var cut = InputDecoder()
    #expect(bytes.flatMap { cut.feed([$0]) }.isEmpty && cut.expire().isEmpty)
    #expect(cut.feed([0x6A]) == key(.character("j")))
  }

  @Test func `However bytes are cut, they are the same keys`() {
    let keys = ["j", "中", "\r", "\u{1B}[A", "\u{1B}OP", "\u{1B}x", "\u{1B}[1;5C", "\u{1B}[200~q\r删\u{1B}[201~"].map {
      Array($0.utf8)
    }
    let all = keys + Self.unknown.prefix(while: { $0 != Array("\u{1B}]q:q".utf8) })
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let bytes = (0..<8).flatMap { _ in all.randomElement(using: &random) ?? [] }
      var (whole, cut) = (InputDecoder(), InputDecoder())
      let wanted = whole.feed(bytes)
      var got: [TerminalEvent] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = rest.prefix(Int.random(in: 1...9, using: &random))
        got += cut.feed(part)
        rest = rest.dropFirst(part.count)
      }
      #expect(got == wanted, "\(bytes)")
    }
  }

  @Test(arguments: ["\u{1B}]q", "\u{1B}Pq", "\u{1B}_", "\u{1B}^q", "\u{1B}X", "\u{1B}[1;", "\u{1B}O"])
  func `A control key is not lost in what has no end`(beginning: String) {
    #expect(events(beginning + "\r") == key(.enter))
    #expect(events(beginning + "\u{3}") == key(.character("c"), .control))
    #expect(events(beginning + "\u{1B}[A") == key(.up))
  }

  @Test func `Bytes of another set leave no letter behind`() {
    // “丂狛” and “審丄” in GBK, whose second bytes are @ q and ~ A.
    var decoder = InputDecoder()
    #expect(decoder.feed([0x81, 0x40, 0xA0, 0x71]).isEmpty && decoder.feed([0x8C, 0x7E, 0x81, 0x41]).isEmpty)
    // Four bytes of GB 18030.
    #expect(decoder.feed([0x81, 0x30, 0x81, 0x30]).isEmpty)
    #expect(decoder.feed([0x6A]) == key(.character("j")))
  }

  @Test func `A character cut after Esc is no key without it`() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B, 0xC3]).isEmpty)
    #expect(decoder.feed([0xA9]) == key(.character("é"), .alt))
  }

  @Test func `A paste without end is given up, and then keys are keys`() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~甲乙".utf8).isEmpty)
    #expect(decoder.unfinished == .paste)
    #expect(decoder.expire() == [.paste("甲乙")] && decoder.unfinished == nil)
    #expect(decoder.feed([0x1B, 0x5B, 0x41]) == key(.up) && decoder.feed([0x3]) == key(.character("c"), .control))
    // Its end comes after all, and means nothing.
    #expect(decoder.feed("\u{1B}[201~q".utf8) == key(.character("q")))
  }

  @Test(arguments: ["q:\r删除\u{1B}[201~", String(repeating: "q", count: 64), "q\rq\u{1B}[201~q"])
  func `The rest of a paste that stood still is no typing`(rest: String) {
    var decoder = InputDecoder()
    _ = decoder.feed("\u{1B}[200~甲".utf8)
    _ = decoder.expire()
    let got = decoder.feed(rest.utf8) + decoder.expire()
    let text = rest.split(separator: "\u{1B}[201~", omittingEmptySubsequences: false).map(String.init)
    #expect(got == [.paste(text[0])] + (text.count > 1 && !text[1].isEmpty ? key(.character("q")) : []))
    // And only once.
    #expect(decoder.feed("q".utf8) == key(.character("q")))
  }
}
