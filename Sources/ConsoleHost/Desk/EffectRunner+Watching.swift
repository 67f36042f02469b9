internal import CaseStore
internal import Casework
internal import Console
internal import Dispatch
internal import Office
internal import Synchronization

/// How often everything is looked at again: no more than one part in twenty of the time goes into it.
struct PaceOfLooking {
  private var last: (began: ContinuousClock.Instant, took: Duration)?

  mutating func mayBegin(_ now: ContinuousClock.Instant) -> Bool {
    last.map { now - $0.began >= $0.took * 20 } ?? true
  }

  mutating func ended(_ began: ContinuousClock.Instant, _ now: ContinuousClock.Instant) { last = (began, now - began) }
}

/// What others write while the console is open: the open case is watched, the rest is looked at again with a key.
extension EffectRunner {
  /// Milliseconds between two looks at the folders of the open case.
  static let watchInterval = 1_000

  /// Looks whether something arrived in the open case, its batch or the registry; tells what did. Nothing is waited for:
  /// a share that hangs holds up no key.
  func watch(_ key: CaseKey, _ mailbox: HostMailbox) {
    let isBusy = isLooking.withLock { looking in
      defer { looking = true }
      return looking
    }
    guard !isBusy else { return }
    queue.async { [self] in
      defer { isLooking.withLock { $0 = false } }
      look(at: key) { mailbox.post($0) }
    }
  }

  /// The case is about to be read: what is there from now on was not in it.
  func noteStamps(of key: CaseKey) {
    let stamps = store.stamps(of: key)
    watched.withLock { known in
      if known.count > 50 { known = [:] }
      known[key] = stamps
    }
  }

  private func look(at key: CaseKey, _ post: (Message) -> Void) {
    let before = watched.withLock { $0[key] }
    noteStamps(of: key)
    guard let now = watched.withLock({ $0[key] }), now != before else { return }
    if now.registry != before?.registry { tellRegistry(post) }
    if now.batch != before?.batch { renew(post) }
    guard now.file != before?.file || now.registry != before?.registry else { return }
    open(key, post)
    if let file = try? acts.opener.file(key), let row = try? acts.row(file) { post(.changed([row], gone: [])) }
  }

  /// Everything that is on the screen, in the background of a key.
  func lookAgain(_ post: (Message) -> Void) {
    let began = ContinuousClock.now
    guard lookedAgain.withLock({ $0.mayBegin(began) }) else { return }
    renew(post)
    tellRegistry(post)
    lookedAgain.withLock { $0.ended(began, .now) }
  }

  private func renew(_ post: (Message) -> Void) {
    do throws(StoreError) {
      let changes = try store.refresh(standard(post)) { _, _, _ in }
      tell(changes, post)
      post(.uncounted(changes.unreadable.count + changes.unread.count))
      if !changes.changed.isEmpty { tellNews(post) }
    } catch { post(.told(.init(.failed, error.message))) }
  }

  /// The registry, where it is another than it was.
  private func tellRegistry(_ post: (Message) -> Void) {
    guard let registry = try? store.officers() else { return }
    let isNew = toldRegistry.withLock { told in
      let now = (registry.heads, registry.uncounted.count)
      defer { told = now }
      return told.map { $0 != now } ?? true
    }
    guard isNew else { return }
    post(.session(session))
    tellOfficers(post)
  }
}
