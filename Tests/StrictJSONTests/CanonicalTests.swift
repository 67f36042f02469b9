import StrictJSON
import Testing

@Suite struct CanonicalTests {
  private func text(_ value: JSONValue) -> String { String(decoding: value.canonicalBytes, as: UTF8.self) }

  @Test func `keys are sorted by their bytes, and there are no spaces`() throws {
    let value = try JSONValue(
      parsing: "{ \"b\" : [ 1 , true , null ], \"a\" : { \"B\" : -7, \"aa\" : \"x\" }, \"A\":0 }".utf8)
    #expect(text(value) == "{\"A\":0,\"a\":{\"B\":-7,\"aa\":\"x\"},\"b\":[1,true,null]}")
  }

  @Test func `only what must be escaped is`() {
    #expect(
      text("\u{8}\u{9}\u{A}\u{C}\u{D}\u{1}\u{1F}\"\\/\u{7F}é好😀")
        == "\"\\b\\t\\n\\f\\r\\u0001\\u001f\\\"\\\\/\u{7F}é好😀\"")
  }

  @Test func `what was written canonically is read and written as the same bytes`() throws {
    var generator = Generator(state: 7)
    for _ in 0..<500 {
      let bytes = generator.value(depth: 4).canonicalBytes
      #expect(try JSONValue(parsing: bytes).canonicalBytes == bytes)
    }
  }

  @Test func `integers at the ends of 64 bits are written`() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.integer(Int64.min)
    writer.integer(Int64.max)
    writer.integer(0)
    writer.endArray()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[-9223372036854775808,9223372036854775807,0]")
  }

  @Test func `a buffer used again begins anew`() {
    var writer = JSONWriter()
    for _ in 0..<2 {
      writer.removeAll()
      writer.beginObject()
      writer.key("a")
      writer.beginArray()
      writer.endArray()
      writer.key("b")
      writer.null()
      writer.endObject()
      writer.newline()
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"a\":[],\"b\":null}\n")
  }
}
