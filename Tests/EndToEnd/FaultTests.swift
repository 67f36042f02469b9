import Foundation
import Testing

/// Every command with calls on the disk going wrong, in the real program: a share of `make faults`.
@Suite struct FaultTests {
  @Test func `No command says what is not so, loses or doubles anything when a call fails or kills it`() throws {
    let folder = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: folder + "/faults")
    process.arguments = [Program.path, folder + "/libfaulty.so", "--every", "150"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.contains(#/\d{3,} passed, 0 failed\n$/#), "\(said)")
  }
}
