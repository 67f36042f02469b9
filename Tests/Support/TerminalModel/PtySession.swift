internal import CPty
internal import Glibc

/// A program running in a pseudo-terminal whose screen is a `TerminalModel`.
///
/// One thread at a time. Nothing here sleeps for a guess: every wait is for something to appear, up
/// to a deadline generous enough for a loaded machine.
package final class PtySession {
  /// The screen as of the last wait.
  package private(set) var screen: TerminalModel
  /// Every byte the program wrote.
  package private(set) var transcript: [UInt8] = []
  private let process: pid_t
  private let master: Int32
  private var status: Int32?
  private var closed = false

  /// What did not come in time, with the screen as it stood.
  package struct Timeout: Error, CustomStringConvertible {
    package let awaited: String
    package let screen: String
    package var description: String { "no \(awaited) on:\n\(screen)" }
  }

  /// The program could not be started at all.
  package struct NotStarted: Error {}

  /// Starts `program` with an environment that holds only what is given.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    folder: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws {
    screen = TerminalModel(columns: columns, rows: rows)
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var master: Int32 = -1
    process = tidu_pty_start(argv, envp, folder, Int32(columns), Int32(rows), &master)
    self.master = master
    guard process > 0 else { throw NotStarted() }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    close(master)
  }

  /// Sends text as typed.
  package func type(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes as a terminal would.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if written > 0 { rest = rest.dropFirst(written) } else if !take(milliseconds: 20), closed { return }
    }
  }

  /// Waits until the screen shows `text`. The limit ends what hangs; it measures nothing.
  package func wait(for text: String, seconds: Double = 90) throws {
    try wait(for: "“\(text)”", seconds: seconds) { $0.text.contains(text) }
  }

  /// Waits until the screen is as `condition` wants it; `awaited` names it in the error.
  package func wait(
    for awaited: String, seconds: Double = 90, until condition: (TerminalModel) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !condition(screen) {
      let ended = closed
      guard ContinuousClock.now < deadline, !ended else {
        throw Timeout(awaited: awaited, screen: screen.text)
      }
      take(milliseconds: 100)
    }
  }

  /// Takes what the program writes until it has been quiet for that long; gives the bytes counted.
  @discardableResult
  package func settle(milliseconds: Int = 40) -> Int {
    let before = screen.byteCount
    while take(milliseconds: milliseconds) {}
    return screen.byteCount - before
  }

  /// Takes what comes next, waiting at most that long; gives the bytes counted.
  package func settle(once milliseconds: Int) -> Int {
    let before = screen.byteCount
    take(milliseconds: milliseconds)
    return screen.byteCount - before
  }

  /// Takes what comes within that time, all of it; gives the bytes counted.
  @discardableResult
  package func count(milliseconds: Int) -> Int {
    let before = screen.byteCount
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while !closed {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { break }
      take(milliseconds: max(1, Int(left / .milliseconds(1))))
    }
    return screen.byteCount - before
  }

  /// Gives the terminal another size.
  package func resize(columns: Int, rows: Int) {
    settle()
    screen.resize(columns: columns, rows: rows)
    _ = tidu_pty_resize(master, Int32(columns), Int32(rows))
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) { kill(process, number) }

  /// The process id, for a look into /proc.
  package var processIdentifier: Int32 { process }

  /// Whether the terminal echoes, reads lines, makes signals of Ctrl-C, and takes CR for NL.
  package var isSane: Bool { tidu_pty_modes(master) == 15 }

  /// Whether the terminal shows what is typed.
  package var echoes: Bool { tidu_pty_modes(master) & 1 != 0 }

  /// Waits for the end; exit status, or minus the signal.
  package func waitForEnd(seconds: Double = 90) throws -> Int {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while status == nil {
      var value: Int32 = 0
      if tidu_pty_ended(process, &value) == 1 {
        status = tidu_pty_status(value)
      } else if ContinuousClock.now > deadline {
        throw Timeout(awaited: "end of the program", screen: screen.text)
      }
      take(milliseconds: 20)
    }
    while take(milliseconds: 20) {}
    return Int(status ?? 0)
  }

  /// Reads once, waiting at most that long; whether anything came.
  @discardableResult
  private func take(milliseconds: Int) -> Bool {
    guard !closed else {
      usleep(1_000)  // the program has let go of its terminal: only its end is left to wait for
      return false
    }
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Int32(milliseconds)) > 0 else { return false }
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, read(master, buffer.baseAddress, buffer.count))
    }
    guard !bytes.isEmpty else {
      closed = errno == EIO || ready.revents & Int16(POLLHUP) != 0
      return false
    }
    transcript += bytes
    screen.feed(bytes)
    if !screen.replies.isEmpty {
      let replies = screen.replies
      screen.replies = []
      send(replies)
    }
    return true
  }
}
