internal import CTerminalGuard
internal import Glibc

/// Waiting for what comes from outside, without waking while nothing does.
extension Terminal {
  /// The next event, or `nil` when that time has passed (`nil` waits for ever).
  package func next(milliseconds: Int? = nil) -> TerminalEvent? {
    let deadline = milliseconds.map { ContinuousClock.now + .milliseconds($0) }
    while true {
      if !events.isEmpty { return events.removeFirst() }
      if closed { return .closed }
      let left = deadline.map { max(0, Int(($0 - ContinuousClock.now) / .milliseconds(1))) }
      // Half a sequence gets more time than a lone Esc: a slow line may have cut it.
      let patience: Int? =
        switch decoder.unfinished {
        case nil: nil
        case .escape: escapeDelay
        case .sequence: 10 * escapeDelay
        case .paste: Self.pastePatience
        }
      let ready = wait(milliseconds: [left, patience].compactMap(\.self).min())
      if !ready {
        if let patience, left.map({ patience <= $0 }) ?? true {
          events += decoder.expire()
        } else if left != nil {
          return nil
        }
      }
    }
  }

  /// Waits for input, a signal or the waker; whether one of them came in time.
  private func wait(milliseconds: Int?) -> Bool {
    var sources = [input, tidu_guard_descriptor(), waker.readEnd].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = poll(&sources, nfds_t(sources.count), Int32(milliseconds ?? -1))
    if count == 0 { return false }
    if count < 0 { return true }  // a signal: its flag is read at the next round
    if sources[1].revents != 0 { takeSignals() }
    if sources[2].revents != 0 {
      waker.empty()
      events.append(.woken)
    }
    if sources[0].revents != 0 { readInput() }
    return true
  }

  private func readInput() {
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, count in
      got = read(input, buffer.baseAddress, buffer.count)
      count = max(0, got)
    }
    if !bytes.isEmpty {
      events += decoder.feed(bytes)
    } else if !(got < 0 && (errno == EAGAIN || errno == EINTR)) {
      closed = true
    }
  }

  private func takeSignals() {
    let flags = Int(tidu_guard_take())
    if flags & Int(TIDU_STOP) != 0 { events.append(.stop) }
    if flags & Int(TIDU_CONTINUED) != 0 { repaint() }
    if flags & Int(TIDU_RESIZED | TIDU_CONTINUED) != 0 {
      measure()
      events.append(.resized)
    }
  }
}
