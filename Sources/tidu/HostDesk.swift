internal import Console
internal import Dispatch
internal import ScoringCore

/// Does what the console asks of the store, off the thread that draws.
final class HostDesk: Sendable {
  let clock: HostClock
  private let queue = DispatchQueue(label: "desk", qos: .userInitiated)

  init(_ clock: HostClock) {
    self.clock = clock
  }

  /// Begins an effect; what comes of it is posted as it comes.
  func begin(_ effect: Effect, _ mailbox: HostMailbox) {
    queue.async { self.perform(effect) { mailbox.post($0) } }
  }

  /// Does an effect at once and gives what came of it.
  func perform(_ effect: Effect) -> [Message] {
    var messages: [Message] = []
    perform(effect) { messages.append($0) }
    return messages
  }

  private func perform(_ effect: Effect, _ post: (Message) -> Void) {
    switch effect {
    case .loadSummaries: post(.summaries([], total: 0, done: true))
    default: break
    }
  }
}
