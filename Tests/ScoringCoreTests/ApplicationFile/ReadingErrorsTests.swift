import ScoringCore
import StrictJSON
import Testing

@Suite struct ReadingErrorsTests {
  @Test func `all errors of the schema are told, in the order of their places`() {
    let text =
      "{\n \"format\": \"tidu.application/9\",\n \"好\": {},\n \"facts\": {\"revenue\": {\"2024\": true}}\n}"
    let errors = ReadingSample.errors(in: text)
    #expect(
      errors.map(\.place.path) == [
        "id", "tier", "type", "authority", "batch", "submitted", "referenceYear", "enterprise", "format", "好",
        "facts.revenue.2024",
      ])
    #expect(errors.last?.place == JSONPlace(offset: 78, line: 4, column: 32, path: "facts.revenue.2024"))
    #expect(errors[8].message.en.contains("tidu.application/9"))
    #expect(errors[8].message.en.contains("tidu.application/1 "))
    #expect(errors[8].message.zh.contains("tidu.application/9"))
  }

  @Test func `an error of the syntax stands alone, wherever it is`() {
    for (piece, other, path) in [
      ("\"pages\": 42", "\"pages\": 042", "materials[0].pages"),
      ("\"tier\"", "\"id\": 1, \"tier\"", "id"),
      ("\"2023\": 5230.45", "\"2022\": null", "facts.revenue.2022"),
      ("\"listing\": null", "\"keyIndustry\": null", "local.keyIndustry"),
      ("\"tier\"", "\"x\": {\"a\": [{\"b\": 1, \"b\": 2}]}, \"tier\"", "x.a[0].b"),
    ] {
      let text = ReadingSample.replacing(piece, other)
      let errors = ReadingSample.errors(in: text)
      #expect(errors.map(\.kind) == [.syntax])
      #expect(errors.first?.place.path == path)
    }
    #expect(ReadingSample.errors(in: ReadingSample.text + "x").map(\.kind) == [.syntax])
    #expect(ReadingSample.errors(in: "").map(\.kind) == [.syntax])
  }

  @Test(arguments: ["[]", "null", "\"x\"", "12", "[{\"a\": 1}]"])
  func `a document whose top is no object is of the schema`(_ text: String) {
    let errors = ReadingSample.errors(in: text)
    #expect(errors.map(\.kind) == [.schema])
    #expect(errors.map(\.place.path) == [""])
  }

  @Test func `a day without an edition is told only when nothing else is wrong`() {
    let early = ReadingSample.replacing("\"submitted\": \"2025-08-21\"", "\"submitted\": \"2022-07-31\"")
    let reference = early.split(separator: "\"referenceYear\": 2024").joined(
      separator: "\"referenceYear\": 2021")
    let errors = ReadingSample.errors(in: reference)
    #expect(errors.map(\.kind) == [.edition])
    #expect(errors.map(\.place.path) == ["submitted"])
    #expect(errors.first?.place.line == 9)
    #expect(ReadingSample.errors(in: early).map(\.kind) == [.schema])
    #expect(ReadingSample.errors(in: early).map(\.place.path) == ["referenceYear"])
  }

  @Test func `local facts belong to an authority, an edition and a tier`() {
    for (piece, other) in [
      ("\"tier\": \"specialized\"", "\"tier\": \"innovative\""),
      ("\"submitted\": \"2025-08-21\"", "\"submitted\": \"2026-04-01\""),
    ] {
      let errors = ReadingSample.errors(in: ReadingSample.replacing(piece, other))
      #expect(
        errors.map(\.place.path) == ["local.keyIndustry", "local.innovativeOperation", "local.listing"])
      #expect(errors.allSatisfy { $0.kind == .schema })
    }
    // Qingdao takes nothing from Shandong.
    let qingdao = ReadingSample.replacing(
      "\"authority\": \"370000\",\n  \"division\": \"370100\"", "\"authority\": \"370200\"")
    #expect(ReadingSample.errors(in: qingdao).count == 3)
    // It may come before what decides about it.
    let first = ReadingSample.replacing("\"format\"", "\"local\": {\"listing\": \"none\"}, \"format\"")
      .split(separator: "\n").filter { !$0.hasPrefix("  \"local\": {\"key") }.joined(separator: "\n")
    #expect(ReadingSample.errors(in: first).isEmpty)
    #expect(
      ReadingSample.errors(in: first.split(separator: "listing").joined(separator: "Listing")).count == 1)
  }

  @Test func `absent, null and empty are the same for local facts and papers`() throws {
    let lines = ReadingSample.text.split(separator: "\n")
    let local = lines.filter { !$0.hasPrefix("  \"local\"") }.joined(separator: "\n")
    #expect(try ReadingSample.read(local).local.isEmpty)
    for other in ["null", "{}"] {
      let text = lines.map { $0.hasPrefix("  \"local\"") ? "\"local\": \(other)," : String($0) }.joined(
        separator: "\n")
      #expect(try ReadingSample.read(text) == ReadingSample.read(local))
    }
  }

  @Test func `a message shows what a file says without obeying it`() {
    let text = ReadingSample.replacing(
      "\"new\"", "\"\\u001b[2J\\u202e\(String(repeating: "x", count: 100))\"")
    let message = ReadingSample.errors(in: text).first?.message
    #expect(message?.en.contains("\\u{1B}[2J\\u{202E}xxx") == true)
    #expect(message?.zh.unicodeScalars.contains("\u{1B}") == false)
    #expect((message?.en.count ?? 0) < 200)
  }
}
