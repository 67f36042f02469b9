import Foundation
import StrictJSON
import Testing

/// Two hundred files that are no applications, each broken in a way of its own.
@Suite struct MalformedTests {
  private static let home = NSTemporaryDirectory() + "tidu-malformed-\(ProcessInfo.processInfo.processIdentifier)"

  /// Every file is wrong for certain: cut short, or with a byte that may stand nowhere, or with something that the
  /// schema does not take.
  private func files() throws -> [[UInt8]] {
    let good = [UInt8](try Command(["generate", "--seed", "9", "--count", "1"], home: Self.home).run().dropLast())
    let text = String(decoding: good, as: UTF8.self)
    var files: [[UInt8]] = []
    // Cut anywhere, the object is not closed.
    for part in 1...60 { files.append(Array(good.prefix(good.count * part / 61))) }
    // Bytes that may stand neither in a text nor between values.
    for (index, byte) in ([0x00, 0x01, 0x1F, 0x7F, 0x80, 0xC0, 0xED, 0xFF] as [UInt8]).enumerated() {
      for part in 0..<8 {
        let at = (good.count - 1) * (part * 8 + index) / 64
        // A delete character may stand in the name alone, and not outside of texts.
        files.append(byte == 0x7F ? [byte] + good.dropFirst(part) : good[..<at] + [byte] + good[at...])
      }
    }
    let words = [
      "", " ", "\n", "null", "true", "1", "-", "\"", "[", "[]", "{}", "{{", "{\"a\"}", "{\"a\":}", "[1,]", "{\"a\":1,}",
      "01", "1.",
      ".5", "1e", "+1", "NaN", "Infinity", "'a'", "// a", "/**/{}", "\u{FEFF}{}", "{}{}", "tru", "\"\\x\"",
      "\"\\uD800\"",
      "\"\\uDC00\"", "{\"a\":1,\"a\":1}", String(repeating: "[", count: 100_000),
      String(repeating: "{\"a\":", count: 33),
      "1e999999999999", String(repeating: "9", count: 5_000), "\u{2028}{}", "<html></html>", "id,tier\n1,2\n",
    ]
    files += words.map { Array($0.utf8) }
    // One thing replaced in a good file.
    for (old, new) in Self.replacements { files.append(Array(text.replacing(try Regex(old), with: new).utf8)) }
    return files
  }

  private static let replacements = [
    (#""format":"[^"]*""#, #""format":"tidu.application/2""#), (#""format":"#, #""Format":"#),
    (#""id":"[^"]*""#, #""id":"..""#),
    (#""id":"[^"]*""#, #""id":"a/b""#), (#""id":"[^"]*""#, #""id":"a.""#), (#""id":"[^"]*""#, #""id":null"#),
    (#""tier":"[^"]*""#, #""tier":"giant""#), (#""type":"[^"]*""#, #""type":1"#),
    (#""authority":"[^"]*""#, #""authority":"999999""#),
    (#""authority":"[^"]*""#, #""authority":110000"#), (#""batch":"[^"]*""#, #""batch":"一""#),
    (#""submitted":"[^"]*""#, #""submitted":"2025-02-29""#), (#""submitted":"[^"]*""#, #""submitted":"2025-2-9""#),
    (#""submitted":"[^"]*""#, #""submitted":"2022-07-31""#), (#""referenceYear":[0-9]+"#, #""referenceYear":2099"#),
    (#""referenceYear":[0-9]+"#, #""referenceYear":2024.0"#), (#""referenceYear":[0-9]+"#, #""referenceYear":2e3"#),
    (#""name":"[^"]*""#, #""name":" ""#), (#""name":"[^"]*""#, #""name":"""#),
    (#""creditCode":"[^"]*""#, #""creditCode":"9""#),
    (#""industryCode":"[^"]*""#, #""industryCode":"U01""#), (#""registered":"[^"]*""#, #""registered":"1899-12-31""#),
    (#""facts":\{"#, #""facts":{"revenues":1,"#), (#""facts":\{"#, #""facts":{"digitalLevel":5,"digitalLevel":5,"#),
    (#""revenue":\{"#, #""revenue":{"24":1,"#), (#""revenue":\{"#, #""revenue":{"2000":-1,"#),
    (#""revenue":\{"#, #""revenue":{"2000":1000000001,"#), (#""revenue":\{"#, #""revenue":{"2000":1.0000001,"#),
    (#""revenue":\{"#, #""revenue":{"2000":"1","#), (#""revenue":\{"#, #""revenue":{"2000":1e400,"#),
    (#""employees":\{"#, #""employees":{"2000":1.5,"#), (#""facts":\{"#, #""facts":{"local":{},"#),
    (#""materials":\["#, #""materials":[{},"#), (#""materials":\["#, #""materials":[null,"#),
    (#""materials":\["#, #""materials":[{"item":"audit-report","file":"../x"},"#),
    (#""materials":\["#, #""materials":[{"item":"audit-report","pages":0},"#),
  ]

  @Test func `Each of two hundred gets one line with kind and place, from check and from score`() throws {
    try FileManager.default.createDirectory(atPath: Self.home, withIntermediateDirectories: true)
    let files = try files()
    #expect(files.count == 200)
    var names: [String] = []
    for (index, bytes) in files.enumerated() {
      names.append("\(index).json")
      try Data(bytes).write(to: URL(fileURLWithPath: Self.home + "/\(index).json"))
    }
    for command in ["check", "score"] {
      for language in ["zh", "en"] {
        let outcome = try Command([command, "--format", "json", "--lang", language] + names, home: Self.home).outcome()
        #expect(outcome.status == 3 && outcome.errors.isEmpty && outcome.lines.count == names.count)
        for (line, (name, bytes)) in zip(outcome.lines, zip(names, files)) {
          let value = try JSONValue(parsing: Array(line.utf8))
          #expect(value["file"]?.string == name && value["ok"]?.bool == false, "\(line.prefix(200))")
          let errors = value["errors"]?.array ?? []
          #expect(!errors.isEmpty && Set(errors.map { $0["kind"]?.string }).count == 1)
          for error in errors {
            #expect(["syntax", "schema", "edition"].contains(error["kind"]?.string ?? ""))
            let (at, column) = (error["line"]?.integer ?? 0, error["column"]?.integer ?? 0)
            let count = bytes.count { $0 == 0x0A } + 1
            #expect((1...count).contains(Int(at)) && (1...bytes.count + 1).contains(Int(column)), "\(line.prefix(300))")
            #expect(error["path"]?.string != nil && !(error["message"]?.string ?? "").isEmpty)
          }
        }
      }
    }
  }
}
