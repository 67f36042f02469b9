import Foundation
import Testing

/// Casework by commands alone, each a process of its own.
@Suite struct RoundTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `A whole round by commands ends with lists, register and events that agree`() throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = Self.root.appendingPathComponent("Scripts/round")
    process.arguments = [Program.path]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(output)")
    #expect(output.contains(/total +40/))
  }

  @Test func `The check vector of the draw comes out of two processes alike`() throws {
    let population = (0..<20).map { number in
      let id = number < 10 ? "C0\(number)" : "C\(number)"
      let grounds = number == 4 ? #"["report"]"# : "[]"
      let city = number < 13 ? "370100" : "370200"
      return #"{"case":"cases/370000/2025-1/\#(id)","grounds":\#(grounds),"stratum":["\#(city)","specialized"]}"# + "\n"
    }.joined()
    let store = try SharedStore.made.get()
    let arguments = [
      "sample", "again", "--plan", String(repeating: "0", count: 64), "--seed", "20261123", "--rate", "2000", "--least",
      "3", "-",
    ]
    let lists = try (0..<2).map { _ in
      try Command(arguments, home: store.home).run(input: Data(population.utf8))
    }
    #expect(lists[0] == lists[1])
    let cases = String(decoding: lists[0], as: UTF8.self).matches(of: /"by":"(\w+)","case":"[^"]*(C\d\d)"/)
    #expect(
      cases.map { "\($0.2) \($0.1)" } == ["C01 draw", "C04 ground", "C06 draw", "C11 draw", "C16 draw"])
  }

  @Test func `Every act has its line in the help, in both languages`() throws {
    let store = try SharedStore.made.get()
    for (language, name) in [("zh", "退回补正"), ("en", "Signed")] {
      let output = try Command(["act", "--help", "--lang", language], home: store.home).run()
      let help = String(decoding: output, as: UTF8.self)
      #expect(help.contains(name))
      for kind in ["assign", "recommend", "closeNotice", "endTitle", "planDraw", "role"] {
        #expect(help.contains("  \(kind)  "), "\(kind) in \(language)")
      }
    }
  }
}
