internal import Console
internal import Synchronization
internal import Terminal

/// Messages from threads that work for the console, in order; each wakes the loop.
final class HostMailbox: Sendable {
  let waker = TerminalWaker()
  private let messages = Mutex<[Message]>([])

  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    waker.wake()
  }

  func take() -> [Message] {
    messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
