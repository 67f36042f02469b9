import Foundation
import Glibc

/// A call of the program on a file of the store or of the officer's own folder, as the preloaded library names it.
struct Call: Hashable {
  /// What was called.
  let name: String
  /// Below the root of the run.
  let path: String

  /// It changes what is on the disk, or makes it last.
  var isWriting: Bool {
    ["create", "write", "sync", "mode", "lock", "make", "link", "rename", "remove"].contains(name)
  }
}

/// What a run of the program left behind.
struct Outcome {
  /// What it left with; 128 and the signal where a signal ended it.
  let status: Int32
  /// Standard output and standard error, with `ROOT` for the folder of the run.
  let output: String
  let errors: String
  /// Its calls in order, where they were counted.
  let calls: [Call]
  /// The call that was made to go wrong, where it was reached.
  let struck: Call?
  /// It did not end by itself.
  let hung: Bool

  var wasKilled: Bool { status == 128 + SIGKILL && !hung }
  var crashed: Bool { status > 128 && !wasKilled || errors.contains("Fatal error") }
}

/// What a command is run with.
struct Invocation {
  var arguments: [String]
  var officer = "supervisor"
  var day = Office.firstDay
  /// Standard input.
  var input = ""
}

/// The program under test at one place: a root with the store, the officers' own folders and what is handed in, and
/// beside it what the runs say.
struct Place {
  let program: String
  let library: String
  /// Of this place alone.
  let folder: String

  var root: String { folder + "/root" }
  var store: String { root + "/store" }

  /// Longer than any honest run on a loaded machine.
  private static let limit = 60.0

  func file(_ name: String) -> String { folder + "/" + name }

  /// - Parameter fault: one call to go wrong; `nil` counts calls where `counts` says so.
  func run(_ what: Invocation, fault: (call: Int, with: String)? = nil, counts: Bool = false) -> Outcome {
    let (output, errors, input, list) = (file("output"), file("errors"), file("input"), file("list"))
    _ = FileManager.default.createFile(atPath: input, contents: Data(what.input.utf8))
    for name in [output, errors, list] { unlink(name) }
    var environment = [
      "HOME": folder, "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": root + "/own", "TIDU_STORE": store,
      "TIDU_TODAY": what.day, "TIDU_OFFICER": what.officer, "TIDU_LANG": "en", "NO_COLOR": "1",
    ]
    if counts || fault != nil {
      environment["LD_PRELOAD"] = library
      environment["FAULTY_ROOT"] = root
      environment["FAULTY_LIST"] = list
    }
    if let fault {
      environment["FAULTY_CALL"] = String(fault.call)
      environment["FAULTY_WITH"] = fault.with
    }
    let arguments = what.arguments.map { $0.replacing("ROOT", with: root) }
    let ended = spawn(arguments, environment, input: input, output: output, errors: errors)
    let lines = fault == nil && !counts ? [] : text(list).split(separator: "\n")
    let calls = lines.map { line -> (call: Call, isStruck: Bool) in
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      let isStruck = parts.last == "!"
      let path = parts.dropFirst().dropLast(isStruck ? 1 : 0).joined(separator: " ")
      return (Call(name: String(parts.first ?? ""), path: path), isStruck)
    }
    return Outcome(
      status: ended ?? 128 + SIGKILL, output: text(output).replacing(root, with: "ROOT"),
      errors: text(errors).replacing(root, with: "ROOT"), calls: calls.map(\.call),
      struck: calls.first(where: \.isStruck)?.call, hung: ended == nil)
  }

  private func text(_ name: String) -> String {
    (FileManager.default.contents(atPath: name)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The status, 128 and more for a signal; `nil` where it did not end in time.
  private func spawn(
    _ arguments: [String], _ environment: [String: String], input: String, output: String, errors: String
  ) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, writing, 0o644)
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, nil, argv, envp) == 0 else { return 127 }
    let deadline = ContinuousClock.now + .seconds(Self.limit)
    var status: Int32 = 0
    var pause: UInt32 = 1_000
    while waitpid(process, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        return nil
      }
      usleep(pause)
      pause = min(pause * 2, 8_000)
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
