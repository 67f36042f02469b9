internal import CaseStore
internal import Casework
internal import Console
internal import Dispatch
internal import ScoringCore
internal import Synchronization

/// Does what the console asks of the store, off the thread that draws.
final class HostDesk: Sendable {
  private let clock: HostClock
  private let store: Store
  private let keyring = HostKeyring()
  private let look = HostLook()
  private let queue = DispatchQueue(label: "desk", qos: .userInitiated)

  private let beforeOpening: @Sendable (CaseKey) -> Void

  init(_ store: Store, _ clock: HostClock, beforeOpening: @escaping @Sendable (CaseKey) -> Void = { _ in }) {
    self.store = store
    self.clock = clock
    self.beforeOpening = beforeOpening
  }

  /// Begins to read the index, while the terminal is being opened.
  func prepare() {
    queue.async { [self] in
      store.readIndex()
      (try? store.standard(on: today)).map(store.openIndex)
    }
  }

  /// Begins an effect; what comes of it is posted as it comes.
  func begin(_ effect: Effect, _ mailbox: HostMailbox) {
    queue.async { self.perform(effect) { mailbox.post($0) } }
  }

  /// Does an effect, after all that was begun before it, and gives what came of it.
  func perform(_ effect: Effect) -> [Message] {
    queue.sync {
      var messages: [Message] = []
      perform(effect) { messages.append($0) }
      return messages
    }
  }

  private func perform(_ effect: Effect, _ post: (Message) -> Void) {
    if effect.signs, let officer = lockedOfficer {
      return post(.locked(officer: officer, isWrong: false, effect))
    }
    guard effect.signs else { return answer(effect, post) }
    var changed: [CaseSummary] = []
    answer(effect) { message in
      if case .changed(let rows, _) = message { changed += rows }
      post(message)
    }
    // What one has done oneself is no news.
    keep(post) { own throws(StoreError) in try look.note(changed, own) }
  }

  private func answer(_ effect: Effect, _ post: (Message) -> Void) {
    switch effect {
    case .unlock(let passphrase, let then): unlock(passphrase, then, post)
    case .loadSummaries: load(post)
    case .openCase(let key): open(key, post)
    case .act(let key, let kind, let fields): acts.perform(key, kind, fields, post)
    case .loadOfficers: tellOfficers(post)
    case .draftList(let keys, let kind, let fields, let dialog):
      acts.draftList(keys, kind, fields, dialog: dialog, post)
    case .readPaper(let key, let file): acts.readPaper(key, file, post)
    case .draftLetter(let key, let kind, let fields): acts.draftLetter(key, kind, fields, post)
    case .actIn("registry", let kind, let fields):
      guard acts.performRegistry(kind, fields, post) else { return }
      post(.session(session))
      tellOfficers(post)
    case .actIn(let folder, let kind, let fields): acts.performTitle(folder, kind, fields, post)
    case .loadTitles: acts.loadTitles(post)
    case .openTitle(let folder): acts.openTitle(folder, post)
    case .foresee(let keys, let kind, let fields): post(.foreseen(acts.foresee(keys, kind, fields)))
    case .actOnAll(let keys, let kind, let fields): acts.performAll(keys, kind, fields, post)
    case .foreseeDraw(let key, let step, let doubted): acts.foreseeDraw(step, key, doubted: doubted, post)
    case .draw(let key, let step, let fields, let doubted):
      acts.performDraw(step, key, fields, doubted: doubted, post)
    case .saveViews(let views): keep(post) { own throws(StoreError) in try HostViews.save(views, in: own) }
    case .markSeenIn(let key, let events):
      keep(post) { own throws(StoreError) in try own.markSeen(events, in: key.path) }
    case .markSeen:
      keep(post) { own throws(StoreError) in
        try own.markLook(.now())
        try look.mark(store.loadSummaries(store.standard(on: acts.today)), own)
      }
      tellNews(post)
    case .openViewer, .copy, .setMouse, .goOn, .repaint, .suspend, .quit: break
    }
  }

  /// The rows the index has at once, then what is different on disk; all rows as they are read where it has none.
  private func load(_ post: (Message) -> Void) {
    let standard = standard(post)
    let known = store.loadSummaries(standard)
    var authorities = Set(known.map(\.key.authority))
    func tellAuthority() {
      guard authorities.count == 1 else { return }
      var session = session
      session.authority = authorities.first
      post(.session(session))
    }
    if !known.isEmpty {
      tellAuthority()
      post(.summaries(known, total: known.count, done: true))
    }
    do throws(StoreError) {
      let changes = try store.refresh(standard) { batch, done, total in
        guard known.isEmpty else { return }
        authorities.formUnion(batch.map(\.key.authority))
        if done == total { tellAuthority() }
        post(.summaries(batch, total: total, done: done == total))
      }
      if !known.isEmpty, !changes.changed.isEmpty || !changes.removed.isEmpty {
        post(.changed(changes.changed, gone: changes.removed))
      }
      tellNews(post)
      if let first = changes.unreadable.first {
        let count = changes.unreadable.count
        post(
          .told(
            Toast(
              .failed,
              Phrase(
                "\(count) 个案件读不出：\(first.message.zh)",
                "\(count) cases cannot be read: \(first.message.en)"))))
      } else if let note = changes.note {
        post(.told(Toast(.done, note)))
      }
    } catch {
      if known.isEmpty { post(.summaries([], total: 0, done: true)) }
      post(.told(Toast(.failed, error.message)))
    }
  }

  private func open(_ key: CaseKey, _ post: (Message) -> Void) {
    beforeOpening(key)
    do throws(StoreError) {
      guard let file = try acts.file(key) else {
        return post(.unreadable(key, Phrase("这个案件已不在库里", "This case is no longer in the store")))
      }
      post(.opened(key, acts.opened(file)))
    } catch {
      post(.unreadable(key, error.message))
    }
  }

  /// The officer whose key has a passphrase that nobody has given yet.
  private var lockedOfficer: String? {
    guard HostActs.passphraseFile == nil, let officer,
      keyring.isLocked(officer, store)
    else { return nil }
    return officer
  }

  private func unlock(_ passphrase: String, _ then: Effect, _ post: (Message) -> Void) {
    guard let officer else { return }
    do throws(StoreError) {
      try keyring.unlock(officer, store, passphrase)
    } catch {
      guard error.kind == .passphrase else { return post(.told(Toast(.failed, error.message))) }
      return post(.locked(officer: officer, isWrong: true, then))
    }
    perform(then, post)
  }

  /// The standard with the overlays that offices have put in force; without them where a file in force is damaged, which
  /// is told.
  private func standard(_ post: (Message) -> Void) -> Standard {
    do throws(StoreError) {
      _ = try store.settings(on: today)
      return try store.standard(on: today)
    } catch {
      post(.told(Toast(.failed, error.message)))
      return .shared
    }
  }

  private func tellNews(_ post: (Message) -> Void) {
    do throws(StoreError) {
      let officer = officer ?? ""
      let rows = try store.loadSummaries(store.standard(on: acts.today))
      post(.news(try look.news(rows, store.own, officer: officer)))
    } catch { post(.told(Toast(.failed, error.message))) }
  }

  private func tellOfficers(_ post: (Message) -> Void) {
    do throws(StoreError) { post(.officers(try store.officers())) } catch {
      post(.told(Toast(.failed, error.message)))
    }
  }

  private var acts: HostActs { HostActs(store: store, today: today, keyring: keyring, officer: officer) }

  // MARK: Who sits here

  private let seated = Mutex<TourSeat?>(nil)

  /// Seats the officer that a tour shows, on his day; `nil` gives the desk back to its own.
  func sit(_ seat: TourSeat?) { seated.withLock { $0 = seat } }

  var seat: TourSeat? { seated.withLock { $0 } }

  /// The officer whose hand it is.
  private var officer: String? { seat?.officer ?? HostSession.officer(of: store) }

  var today: Day { seat?.day ?? clock.today }

  /// Milliseconds until the day changes; `nil` for never.
  var untilTomorrow: Int? { seat == nil ? clock.untilTomorrow : nil }

  /// Where a paper of a case is on this computer.
  func paper(_ key: CaseKey, _ file: String) -> Result<String, StoreError> {
    Result { () throws(StoreError) in try store.paperFile(key, file) }
  }

  /// Writes to the officer's own folder; says so when that failed.
  private func keep(_ post: (Message) -> Void, _ write: (OwnFolder) throws(StoreError) -> Void) {
    guard let own = store.own else { return }
    do throws(StoreError) { try write(own) } catch { post(.told(Toast(.failed, error.message))) }
  }

  /// The officer's saved views, as kept.
  var views: [SavedView] { store.own.map(HostViews.load) ?? [] }

  /// Who sits here, by the keys of this computer and what the registry says of their officer.
  var session: Session {
    HostSession(store, (try? store.settings(on: today)) ?? [:]).session(of: officer ?? "")
  }
}

extension Effect {
  /// Whether it writes signed events.
  fileprivate var signs: Bool {
    switch self {
    case .act, .actIn, .actOnAll, .draw: true
    default: false
    }
  }
}
