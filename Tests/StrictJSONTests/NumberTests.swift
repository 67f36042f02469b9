import StrictJSON
import Testing

@Suite struct NumberTests {
  private func number(_ text: String) throws -> JSONNumber {
    try Array(text.utf8).withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      return try reader.number()
    }
  }

  @Test(
    arguments: [
      ("0", 6, .exact(0)), ("-0", 6, .exact(0)), ("-0.0e5", 6, .exact(0)),
      ("0e999999999999", 6, .exact(0)), ("5230.45", 6, .exact(5_230_450_000)), ("-1.5", 1, .exact(-15)),
      ("1.0000000", 0, .exact(1)), ("1.0000001", 6, .tooManyDecimals), ("0.000001", 6, .exact(1)),
      ("0.0000001", 6, .tooManyDecimals), ("1e3", 0, .exact(1000)), ("1E+3", 0, .exact(1000)),
      ("1500e-2", 0, .exact(15)), ("1501e-2", 0, .tooManyDecimals),
      ("1e-999999999999999999999", 6, .tooManyDecimals), ("1e999999999999999999999", 6, .tooLarge),
      ("1000000000000000000000e-21", 0, .exact(1)), ("0.00000000000000000000000000001e29", 0, .exact(1)),
      ("1.00000000000000000000000000000", 6, .exact(1_000_000)),
      ("1.00000000000000000000000000001", 6, .tooManyDecimals),
      ("123456789012345678901234567890", 0, .tooLarge),
      ("12345678901234567890123456789e-29", 6, .tooManyDecimals),
      ("9223372036854775807", 0, .tooLarge), ("922337203685477580", 1, .exact(9_223_372_036_854_775_800)),
      ("922337203685477581", 1, .tooLarge), ("999999999999999999", 0, .exact(999_999_999_999_999_999)),
    ] as [(String, Int, JSONNumber.Scaled)])
  func `a decimal is counted by its value, exactly`(
    _ text: String, _ decimals: Int, _ scaled: JSONNumber.Scaled
  ) throws {
    #expect(try number(text).scaled(decimals: decimals) == scaled)
  }

  @Test func `only digits make an integer`() throws {
    #expect(try number("-12").isInteger)
    #expect(try !number("12.0").isInteger)
    #expect(try !number("12e0").isInteger)
    #expect(try JSONValue(parsing: "[1,1.0,1e2]".utf8) == [1, .decimal("1.0"), .decimal("1e2")])
  }
}
