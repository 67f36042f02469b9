import Foundation

/// A store of generated applications, made once by the program's own commands for all tests that only read.
struct SharedStore: Sendable {
  /// Home of the officer who founded it, with the key.
  let home: String
  let path: String

  static let count = 60
  static let made = Result { try SharedStore() }

  private init() throws {
    home = NSTemporaryDirectory() + "tidu-shared-\(ProcessInfo.processInfo.processIdentifier)"
    path = home + "/store"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let applications = try Command(["generate", "--seed", "3", "--count", "\(Self.count)"], home: home).run()
    try Command(["init", path], home: home).run()
    try Command(["import", "--store", path, "-"], home: home).run(input: applications)
  }
}

/// One run of a command without a terminal.
struct Command {
  private let arguments: [String]
  private let home: String

  struct Failed: Error {
    let arguments: [String]
    let status: Int32
    let errors: String
  }

  init(_ arguments: [String], home: String) {
    self.arguments = arguments
    self.home = home
  }

  /// Its output; an error when it leaves with anything but 0.
  @discardableResult
  func run(input: Data = Data()) throws -> Data {
    let (output, errors) = (home + "/output-\(UUID().uuidString)", home + "/errors-\(UUID().uuidString)")
    let source = home + "/input-\(UUID().uuidString)"
    defer { for file in [output, errors, source] { try? FileManager.default.removeItem(atPath: file) } }
    for (file, data) in [(output, Data()), (errors, Data()), (source, input)] {
      try data.write(to: URL(fileURLWithPath: file))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.environment = ["HOME": home, "PATH": "/usr/bin:/bin", "TIDU_TODAY": "2026-11-23", "TMPDIR": home]
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(
        arguments: arguments, status: process.terminationStatus,
        errors: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")
    }
    return try Data(contentsOf: URL(fileURLWithPath: output))
  }
}
