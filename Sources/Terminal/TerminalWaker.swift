internal import CTerminalGuard
internal import Glibc

/// Wakes the loop that waits in `Terminal.next`, from any thread.
package final class TerminalWaker: Sendable {
  let readEnd: Int32
  private let writeEnd: Int32

  /// A waker of its own; give it to `Terminal.open`.
  package init() {
    let pipe = tidu_guard_pipe()
    readEnd = pipe.read_end
    writeEnd = pipe.write_end
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Makes `Terminal.next` return `.woken`; several at once may count as one.
  package func wake() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)  // a full pipe wakes as well
  }

  func empty() {
    var sink = [UInt8](repeating: 0, count: 64)
    while read(readEnd, &sink, sink.count) > 0 {}
  }
}
