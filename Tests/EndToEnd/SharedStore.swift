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
    try Command(["init", "--trial", path], home: home).run()
    try Command(["import", "--store", path, "-"], home: home).run(input: applications)
  }
}
