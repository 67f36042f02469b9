import Foundation

/// One run of a command without a terminal.
struct Command {
  private let arguments: [String]
  private let home: String
  /// Where it runs; relative names are looked up here.
  private let folder: String
  /// What a shell is told about its streams, such as `>/dev/full`.
  private let streams: String
  private let environment: [String: String]

  struct Failed: Error {
    let arguments: [String]
    let status: Int32
    let errors: String
  }

  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// - Parameter environment: beside what every command gets.
  init(
    _ arguments: [String], home: String, in folder: String? = nil, streams: String = "",
    environment: [String: String] = [:]
  ) {
    self.arguments = arguments
    self.home = home
    self.folder = folder ?? home
    self.streams = streams
    self.environment = environment
  }

  /// Its output; an error when it leaves with anything but 0.
  @discardableResult
  func run(input: Data = Data()) throws -> Data {
    let outcome = try outcome(input: input)
    guard outcome.status == 0 else {
      throw Failed(arguments: arguments, status: outcome.status, errors: outcome.errors)
    }
    return outcome.output
  }

  /// What it says and the status it leaves with, whatever that is; a signal counts 128 and its number.
  func outcome(input: Data = Data()) throws -> Outcome {
    let (output, errors) = (home + "/output-\(UUID().uuidString)", home + "/errors-\(UUID().uuidString)")
    let source = home + "/input-\(UUID().uuidString)"
    defer { for file in [output, errors, source] { try? FileManager.default.removeItem(atPath: file) } }
    for (file, data) in [(output, Data()), (errors, Data()), (source, input)] {
      try data.write(to: URL(fileURLWithPath: file))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: streams.isEmpty ? Program.path : "/bin/sh")
    process.arguments = streams.isEmpty ? arguments : ["-c", "exec \"$0\" \"$@\" \(streams)", Program.path] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "HOME": home, "PATH": "/usr/bin:/bin", "TIDU_TODAY": "2026-11-23", "TMPDIR": home,
    ].merging(environment) { _, own in own }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .exit ? status : 128 + status,
      output: try Data(contentsOf: URL(fileURLWithPath: output)),
      errors: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")
  }
}
