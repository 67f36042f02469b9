import Foundation
import Testing

/// The whole line-by-line mode through a pipe: no terminal anywhere.
@Suite struct PlainTests {
  private func run(_ input: String, language: String = "zh") throws -> String {
    let store = try SharedStore.made.get()
    let output = try Command(["--store", store.path, "--plain", "--lang", language], home: store.home)
      .run(input: Data(input.utf8))
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `It walks to a queue and back by numbers and words, and ends with its input`() throws {
    let output = try run("1\ndown\n返回\n")
    #expect(output.contains("小巨人"))
    #expect(output.contains("天数"))
    #expect(!output.contains("\u{1B}"))
    #expect(!output.contains("│") && !output.contains("─"))
  }

  @Test func `It asks before it leaves, and an unknown word is answered with what to do`() throws {
    let output = try run("nonsense\nq\n0\nq\n1\n? never read\n", language: "en")
    #expect(output.contains("not known"))
    #expect(output.components(separatedBy: "Leave tidu?").count == 3)
    #expect(!output.contains("never read"))
  }

  @Test func `A filter is typed as a line`() throws {
    let output = try run("1\n/\n省\n返回\n")
    #expect(output.contains("文字"))
  }

  @Test func `Every command is listed with its keys, and what is not possible with the reason`() throws {
    let output = try run("1\n?\n")
    #expect(output.contains("清除选中 [X]：现在不行"))
  }

  @Test func `Heads of a table stand over their figures`() throws {
    let lines = try run("1\n", language: "en").split(separator: "\n").map(String.init)
    let head = try #require(lines.first { $0.contains("Score") && $0.contains("Days") }, "\(lines)")
    let row = try #require(lines.drop { $0 != head }.dropFirst().first { $0.contains(">") })
    let name = try #require(head.firstRange(of: "Enterprise"))
    let column = head.distance(from: head.startIndex, to: name.lowerBound)
    #expect(Array(row)[column - 1] == " " && Array(row)[column] != " ", "\(head)\n\(row)")
  }
}
