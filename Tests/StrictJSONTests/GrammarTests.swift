import StrictJSON
import Testing

/// Texts that every strict reader must take or refuse, after RFC 8259.
@Suite struct GrammarTests {
  @Test(arguments: [
    "{}", "[]", "\"\"", "0", "-0", "null", "true", "false", " [ ] ", "\t{\n\"a\"\r:\n1 }\n", "[1,2]",
    "[[],{}]",
    "1e5", "1E+5", "1e-5", "0.5", "-0.0", "123.456e7", "\"\\u0041\\n\\/\\\\\\\"\\b\\f\\r\\t\"",
    "\"\\ud834\\udd1e\"", "\"\u{7F}\u{80}\u{FFFF}\u{10FFFF}\"", "{\"\":0}", "{\"a\":1,\"A\":2}",
    "\"\\u0000\"",
    "[0e0,0E1,1.0]", "\"abcdefgh\"", "\"12345678\\\\\"", "{\"é\":1,\"e\u{301}\":2}",
  ])
  func `what is strict JSON is taken`(_ text: String) throws {
    _ = try JSONValue(parsing: text.utf8)
    #expect(readerTakes(Array(text.utf8)))
  }

  struct Refused: Sendable {
    let text: String
    let fault: JSONFault
    let offset: Int

    init(_ text: String, _ fault: JSONFault, _ offset: Int) {
      self.text = text
      self.fault = fault
      self.offset = offset
    }
  }

  static let structure: [Refused] = [
    Refused("", .empty, 0), Refused(" \n", .empty, 2), Refused("\u{FEFF}{}", .byteOrderMark, 0),
    Refused("[1,]", .trailingComma, 2), Refused("{\"a\":1,}", .trailingComma, 6),
    Refused("[1 ,\n ]", .trailingComma, 3), Refused("[,1]", .unexpected(0x2C), 1),
    Refused("[1,,2]", .unexpected(0x2C), 3), Refused("[1 2]", .unexpected(0x32), 3),
    Refused("{1:2}", .unexpected(0x31), 1), Refused("{\"a\" 1}", .unexpected(0x31), 5),
    Refused("{\"a\":}", .unexpected(0x7D), 5), Refused("{\"a\",1}", .unexpected(0x2C), 4),
    Refused("{'a':1}", .unexpected(0x27), 1), Refused("{a:1}", .unexpected(0x61), 1),
    Refused("[1}", .unexpected(0x7D), 2), Refused("{\"a\":1]", .unexpected(0x5D), 6),
    Refused("]", .unexpected(0x5D), 0), Refused("{} {}", .trailingContent, 3),
    Refused("1 2", .trailingContent, 2), Refused("[] //", .trailingContent, 3),
    Refused("[", .truncated, 1), Refused("{", .truncated, 1), Refused("{\"a\"", .truncated, 4),
    Refused("{\"a\":", .truncated, 5), Refused("[1", .truncated, 2), Refused("tru", .truncated, 3),
    Refused("nulll", .unexpected(0x6C), 4), Refused("True", .unexpected(0x54), 0),
    Refused("NaN", .unexpected(0x4E), 0), Refused("[truex]", .unexpected(0x78), 5),
    Refused("[nul]", .unexpected(0x5D), 4), Refused("/* */1", .unexpected(0x2F), 0),
    Refused("\u{0}", .unexpected(0), 0), Refused("[\u{C}1]", .unexpected(0x0C), 1),
    Refused("[\u{A0}1]", .unexpected(0xC2), 1),
  ]

  static let numbers: [Refused] = [
    Refused("-", .truncated, 1), Refused("1.", .truncated, 2), Refused("1e", .truncated, 2),
    Refused("01", .badNumber, 0), Refused("[-01]", .badNumber, 1), Refused("[1.]", .badNumber, 1),
    Refused("[.5]", .badNumber, 1), Refused("[+1]", .badNumber, 1), Refused("[1e]", .badNumber, 1),
    Refused("[1e+]", .badNumber, 1), Refused("[1.e5]", .badNumber, 1), Refused("[-]", .badNumber, 1),
    Refused("[0x1]", .badNumber, 1), Refused("[1a]", .badNumber, 1), Refused("[-Infinity]", .badNumber, 1),
    Refused("[1\"a\"]", .badNumber, 1), Refused("[1_000]", .badNumber, 1),
  ]

  static let strings: [Refused] = [
    Refused("\"abc", .truncated, 4), Refused("\"abc\\", .truncated, 5), Refused("\"\\u00", .truncated, 5),
    Refused("\"\\x\"", .badEscape, 1), Refused("\"\\u12G4\"", .badEscape, 1),
    Refused("\"ab\\U0041\"", .badEscape, 3), Refused("\"\\'\"", .badEscape, 1),
    Refused("\"\\u12\"", .badEscape, 1), Refused("\"\\ud834\"", .loneSurrogate, 1),
    Refused("\"\\udd1e\"", .loneSurrogate, 1), Refused("\"\\ud834x\"", .loneSurrogate, 1),
    Refused("\"\\ud834\\n\"", .loneSurrogate, 1), Refused("\"\\ud834\\ud834\"", .loneSurrogate, 1),
    Refused("\"\\udd1e\\ud834\"", .loneSurrogate, 1), Refused("\"a\nb\"", .controlCharacter(0x0A), 2),
    Refused("\"\u{0}\"", .controlCharacter(0), 1), Refused("\"12345678\u{1F}\"", .controlCharacter(0x1F), 9),
    Refused("{\"\t\":1}", .controlCharacter(9), 2),
  ]

  @Test(arguments: structure + numbers + strings)
  func `what is not is refused, with its kind and its place`(_ refused: Refused) {
    let found = error(in: refused.text)
    #expect(found?.fault == refused.fault)
    #expect(found?.place.offset == refused.offset)
    #expect(!readerTakes(Array(refused.text.utf8)))
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF],
      [0xE4, 0xBD], [0xE4, 0xBD, 0x41], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xFF],
      [0xFE],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are refused inside a string`(_ bytes: [UInt8]) {
    for before in ["\"", "\"1234567", "\"好"] {
      let found = error(in: Array(before.utf8) + bytes + Array("\"".utf8))
      #expect(found?.fault == .invalidUTF8)
      #expect(found?.place.offset == before.utf8.count)
    }
  }

  @Test func `32 levels are taken, 33 are not, and a million are an error like any other`() {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(throws: Never.self) { try JSONValue(parsing: nested(32).utf8) }
    #expect(error(in: nested(33))?.fault == .tooDeep)
    #expect(error(in: nested(33))?.place.offset == 32)
    #expect(error(in: String(repeating: "[", count: 1_000_000))?.fault == .tooDeep)
    #expect(error(in: String(repeating: "{\"a\":", count: 33))?.fault == .tooDeep)
    #expect(readerTakes(Array(nested(32).utf8)))
    #expect(!readerTakes(Array(nested(33).utf8)))
    // Levels that were left do not count.
    #expect(
      readerTakes(Array(("[" + Array(repeating: "[[]]", count: 100).joined(separator: ",") + "]").utf8)))
  }

  @Test func `a key is found twice at every level, escaped or not`() {
    #expect(error(in: "{\"a\":1,\"b\":2,\"a\":3}")?.fault == .duplicateKey("a"))
    #expect(
      error(in: "{\"a\":1,\"\\u0061\":3}")?.place == JSONPlace(offset: 7, line: 1, column: 8, path: "a"))
    #expect(error(in: "{\"x\":[{\"y\":{\"a\":1,\"a\":1}}]}")?.place.path == "x[0].y.a")
    #expect(error(in: "{\"é\":1,\"\\u00e9\":3}")?.fault == .duplicateKey("é"))
    // The first fault of a document is the one that is told.
    #expect(error(in: "{\"a\":1,\"a\":3,}")?.fault == .duplicateKey("a"))
    #expect(error(in: "{\"a\":[1,],\"a\":3}")?.fault == .trailingComma)
  }
}
