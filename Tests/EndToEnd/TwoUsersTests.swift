import Foundation
import Testing

/// Two system users of one group at one folder: it works, or one sentence says what the administrator does.
@Suite struct TwoUsersTests {
  private static let canChangeUsers =
    getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

  /// A shared folder, its two users' homes, and one application a user.
  private struct Place {
    let home = NSTemporaryDirectory() + "tidu-users-\(UUID().uuidString)"
    var shared: String { home + "/shared" }

    init(setgid: Bool) throws {
      let manager = FileManager.default
      try manager.createDirectory(atPath: shared, withIntermediateDirectories: true)
      chmod(home, 0o755)
      chown(shared, 0, 2000)
      chmod(shared, setgid ? 0o2775 : 0o775)
      let lines = try Command(["generate", "--seed", "7", "--count", "6"], home: home).run()
      for (number, line) in lines.split(separator: 0x0A).enumerated() {
        try Data(line + [0x0A]).write(to: URL(fileURLWithPath: home + "/\(number).json"))
        chmod(home + "/\(number).json", 0o644)
      }
      for user in [2001, 2002] as [uid_t] {
        let own = home + "/\(user)"
        try manager.createDirectory(atPath: own, withIntermediateDirectories: true)
        chown(own, user, 2000)
        chmod(own, 0o700)
      }
    }

    /// One run of the program by a user.
    func run(_ user: Int, umask: String, _ words: String) throws -> (status: Int32, output: String, errors: String) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
      process.arguments = [
        "--reuid=\(user)", "--regid=2000", "--clear-groups", "/bin/sh", "-c",
        "umask \(umask); exec \"\(Program.path)\" \(words)",
      ]
      process.currentDirectoryURL = URL(fileURLWithPath: shared)
      process.environment = [
        "HOME": home + "/\(user)", "PATH": "/usr/bin:/bin", "TIDU_LANG": "en", "LC_ALL": "C.UTF-8",
      ]
      let (output, errors) = (Pipe(), Pipe())
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, said, told)
    }
  }

  @Test(.enabled(if: canChangeUsers, "needs root"), arguments: ["000", "002", "022", "027", "077"], [true, false])
  func `two users work in one folder, or are told what the administrator does`(umask: String, setgid: Bool) throws {
    let place = try Place(setgid: setgid)
    defer { try? FileManager.default.removeItem(atPath: place.home) }
    func must(_ user: Int, _ words: String) throws -> String {
      let run = try place.run(user, umask: umask, words)
      #expect(run.status == 0, "\(umask) \(setgid): \(words): \(run.errors)")
      return run.output
    }
    func id(_ number: Int) throws -> String {
      let text = try String(contentsOfFile: place.home + "/\(number).json", encoding: .utf8)
      return String(text.split(separator: "\"id\":\"")[1].prefix { $0 != "\"" })
    }
    let authority = try String(contentsOfFile: place.home + "/0.json", encoding: .utf8)
      .split(separator: "\"authority\":\"")[1].prefix { $0 != "\"" }
    _ = try must(2001, "init st --officer sup")
    _ = try must(2001, "import --store st ../0.json")
    let isShared = ["000", "002"].contains(umask)
    var proof = ""
    if !isShared {
      // The folder of the store is closed to the group: said, and mended by what is said.
      let refused = try place.run(2002, umask: umask, "join st --as R --officer rev --authority \(authority)")
      proof = refused.output
      let act = refused.status == 0 ? try place.run(2002, umask: umask, "import --store st ../1.json") : refused
      #expect(act.status != 0 && !act.errors.isEmpty, "\(umask): \(act)")
      let mend = Process()
      mend.executableURL = URL(fileURLWithPath: "/bin/sh")
      mend.arguments = ["-c", "chgrp -R 2000 st && chmod -R g+rwXs st"]
      mend.currentDirectoryURL = URL(fileURLWithPath: place.shared)
      try mend.run()
      mend.waitUntilExit()
    }
    if proof.isEmpty { proof = try must(2002, "join st --as R --officer rev --authority \(authority)") }
    try proof.write(toFile: place.home + "/key.txt", atomically: true, encoding: .utf8)
    chmod(place.home + "/key.txt", 0o644)
    _ = try must(2001, "officers add --store st --request ../key.txt")
    _ = try must(2001, "act --store st registry role officer=rev role=reviewer authority=\(authority)")
    // A case of either is read and acted on by the other, and new folders need no mending.
    _ = try must(2001, "import --store st ../2.json --officer sup")
    for number in [0, 2] {
      _ = try must(2002, "act --store st \(try id(number)) note text=a")
      _ = try must(2001, "act --store st \(try id(number)) note text=b --officer sup")
    }
    for user in [2001, 2002] { #expect(try must(user, "queue --store st").contains(try id(2))) }
  }
}
