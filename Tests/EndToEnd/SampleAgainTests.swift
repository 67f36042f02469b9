import Foundation
import Testing

/// The draw of the real program: whoever draws again, on whatever computer, gets the same list.
@Suite struct SampleAgainTests {
  private static let zeros = String(repeating: "0", count: 64)

  /// The check vector of the standard: C00 … C19, C04 with a ground.
  private static let population = (0..<20).map { number -> String in
    let id = number < 10 ? "C0\(number)" : "C\(number)"
    let grounds = number == 4 ? #"["report"]"# : "[]"
    let city = number < 13 ? "370100" : "370200"
    return #"{"case":"cases/370000/2025-1/\#(id)","grounds":\#(grounds),"stratum":["\#(city)","specialized"]}"# + "\n"
  }

  private func again(_ seed: String, _ lines: [String], home: String) throws -> Data {
    try Command(
      ["sample", "again", "--plan", Self.zeros, "--seed", seed, "--rate", "2000", "--least", "3", "-"], home: home
    ).run(input: Data(lines.joined().utf8))
  }

  @Test func `two processes draw the list of the check vector, byte for byte`() throws {
    let homes = (0..<2).map { NSTemporaryDirectory() + "tidu-again-\(ProcessInfo.processInfo.processIdentifier)-\($0)" }
    for home in homes { try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true) }
    defer { for home in homes { try? FileManager.default.removeItem(atPath: home) } }
    let expected = ["C01", "C04", "C06", "C11", "C16"].map { id in
      #"{"by":"\#(id == "C04" ? "ground" : "draw")","case":"cases/370000/2025-1/\#(id)"}"# + "\n"
    }.joined()
    for home in homes {
      #expect(try String(decoding: again("20261123", Self.population, home: home), as: UTF8.self) == expected)
    }
    let other = try homes.map { try again("8", Self.population, home: $0) }
    #expect(other[0] == other[1] && other[0] != Data(expected.utf8))
  }
}
