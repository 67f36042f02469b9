import StrictJSON
import Testing

@Suite struct LinesAndKeysTests {
  private func lines(_ text: String) -> [String] {
    Array(text.utf8).withUnsafeBytes { bytes in JSONLines(bytes).map { String(decoding: $0, as: UTF8.self) } }
  }

  @Test func `lines are counted as an editor counts them`() {
    #expect(lines("") == [])
    #expect(lines("a") == ["a"])
    #expect(lines("a\n") == ["a"])
    #expect(lines("a\r\n\n\nb") == ["a", "", "", "b"])
    #expect(
      lines("12345678901234567\n1234567\n12345678\nx") == ["12345678901234567", "1234567", "12345678", "x"])
    #expect(lines("\u{10B}\u{8A}\n\u{10A}") == ["\u{10B}\u{8A}", "\u{10A}"])
  }

  @Test func `a key is known by all of its bytes`() {
    let names = [
      "a", "ab", "abcdefg", "abcdefgh", "abcdefghi", "abcdefgh11111111abcdefgh", "abcdefgh22222222abcdefgh",
      "seriousDishonestyListed", "national-tech-demonstration", "0123456789abcdef0123456789abcdef",
    ]
    let keys = JSONKeys(names)
    func index(_ name: String) -> Int? {
      Array("\"\(name)\"".utf8).withUnsafeBytes { bytes in
        var reader = JSONReader(bytes)
        return (try? reader.string()).flatMap { keys.index(of: $0, in: reader) }
      }
    }
    for (place, name) in names.enumerated() { #expect(index(name) == place) }
    #expect(index("\\u0061b") == 1)
    for other in [
      "", "b", "abc", "abcdefghj", "abcdefghZZZZZZZZabcdefgh", "0123456789abcdef0123456789abcdefg", "é",
    ] {
      #expect(index(other) == nil)
    }
  }
}
