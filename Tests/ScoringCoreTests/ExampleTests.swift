import Foundation
import StrictJSON
import Testing

@Suite struct ExampleTests {
  @Test func `The example of the documentation is the one compiled here`() throws {
    let page = try Folder.text("../../Sources/ScoringCore/ScoringCore.docc/ScoringCore.md")
    let source = try Folder.text("Support/Example.swift")
    let start = try #require(page.range(of: "func verdict"))
    let end = try #require(page[start.lowerBound...].range(of: "\n```"))
    #expect(source.contains(page[start.lowerBound..<end.lowerBound]))
  }

  @Test func `The example says what decides`() throws {
    let table = try TableFile("specialized-2022.yaml")
    let value = table.base.setting(["facts", "segmentEntered"], .string("2024-01-01"))
    #expect(
      try verdict(on: value.canonicalBytes)
        == "T-1: fails, 35–50 of 100; decided by [\"Years in the specific segment\"]")
  }
}
