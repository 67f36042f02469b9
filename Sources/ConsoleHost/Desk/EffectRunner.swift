package import CaseStore
package import Casework
package import Console
internal import Dispatch
internal import Office
package import ScoringCore
internal import Synchronization

/// Does what the console asks of the store, off the thread that draws.
package final class EffectRunner: Sendable {
  let store: Store
  let look: SeenSnapshotStore
  let clock: HostClock
  let keyring = HostKeyring()
  let environment: [String: String]
  let language: Language
  let queue = DispatchQueue(label: "desk", qos: .userInitiated)
  let copies = Mutex<DocumentCopies?>(nil)
  private let beforeOpening: @Sendable (CaseKey) -> Void

  /// - Parameters:
  ///   - environment: names the passphrase's file and the day that is pretended.
  ///   - officer: who sits here; `nil` where nobody was named and the only one whose key is here does.
  ///   - beforeOpening: done before a case is read for its screen.
  package init(
    _ store: Store, _ language: Language, _ environment: [String: String], officer: String? = nil,
    beforeOpening: @escaping @Sendable (CaseKey) -> Void = { _ in }
  ) {
    self.store = store
    look = SeenSnapshotStore(store)
    self.language = language
    self.environment = environment
    self.beforeOpening = beforeOpening
    clock = HostClock(environment, isTrial: store.isTrial)
    sitting = Mutex(officer ?? HostSession.onlySeat(of: store)?.officer)
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
  package func perform(_ effect: Effect) -> [Message] {
    queue.sync {
      var messages: [Message] = []
      perform(effect) { messages.append($0) }
      return messages
    }
  }

  /// Does an effect before anything else that was begun is over.
  func performAtOnce(_ effect: Effect) -> [Message] {
    var messages: [Message] = []
    answer(effect) { messages.append($0) }
    return messages
  }

  func perform(_ effect: Effect, _ post: (Message) -> Void) {
    if effect.needsKey, let officer = lockedOfficer {
      return post(.locked(officer: officer, isWrong: false, effect))
    }
    guard effect.signs else { return answer(effect, post) }
    var changed: [CaseSummary] = []
    var wasDone = true
    answer(effect) { message in
      switch message {
      case .changed(let rows, _): changed += rows
      case .refused, .asks, .locked: wasDone = false
      case .reported(_, let dryRuns): wasDone = wasDone && dryRuns.allSatisfy(\.refusals.isEmpty)
      default: break
      }
      post(message)
    }
    if wasDone { post(.acted) }
    store.told()
    // The first line of a copy counts what it has that the office has not.
    if store.copy != nil { post(.session(session)) }
    // What one has done oneself is no news.
    keep(post) { own throws(StoreError) in try look.note(changed, own, officer: officer ?? "") }
  }

  private func answer(_ effect: Effect, _ post: (Message) -> Void) {
    switch effect {
    case .unlock(let passphrase, let then): unlock(passphrase, then, post)
    case .sit(let officer): sit(officer, post)
    case .loadSummaries: load(post)
    case .lookAgain: lookAgain(post)
    case .openCase(let key):
      beforeOpening(key)
      noteStamps(of: key)
      open(key, post)
    case .act(let key, let intent):
      if let taken = intent.attached.first { rememberFolder(of: taken, post) }
      acts.perform(key, intent, post)
    case .listFiles(let folder): post(.files(listFiles(folder)))
    case .loadOfficers: tellOfficers(post)
    case .draftList(let keys, let intent, let dialog): acts.draftList(keys, intent, dialog: dialog, post)
    case .readSheet(let request, let dialog): post(.drafted(dialog: dialog, text: preview(request)))
    case .readPaper(let key, let file): acts.readPaper(key, file, post)
    case .draftLetter(let key, let intent, let dialog): acts.draftLetter(key, intent, dialog: dialog, post)
    case .actIn("registry", let intent):
      guard acts.performRegistry(intent, post) else { return }
      post(.session(session))
      tellOfficers(post)
    case .actInTurn(let turns):
      guard acts.performInTurn(turns, post) else { return }
      post(.session(session))
      tellOfficers(post)
    case .actIn(let folder, let intent): acts.performTitle(folder, intent, post)
    case .loadTitles: acts.loadTitles(post)
    case .openTitle(let folder): acts.openTitle(folder, post)
    case .judge(let keys, let edition): post(.judged(judge(keys, edition), edition: edition))
    case .dryRun(let keys, let intent): post(.dryRunResults(acts.dryRun(keys, intent)))
    case .actOnAll(let dryRunResults, let intent): acts.performAll(dryRunResults, intent, post)
    case .previewLottery(let key, let step, let doubted): acts.previewLottery(step, key, doubted: doubted, post)
    case .draw(let key, let step, let fields, let doubted):
      acts.performLottery(step, key, fields, doubted: doubted, post)
    case .saveViews(let views): saveViews(views, post)
    case .markSeenIn(let key, let events):
      keep(post) { own throws(StoreError) in try own.markSeen(events, in: key.path) }
    case .markSeen: markSeen(post)
    case .loadDrafts: loadDrafts(post)
    case .openDraft(let draft): openDraft(draft, post)
    case .keepDraft(let draft): keepDraft(draft, post)
    case .dropDraft(let draft): dropDraft(draft, post)
    case .openViewer, .print, .edit, .copy, .setMouse, .useTheme, .goOn, .repaint, .suspend, .quit: break
    }
  }

  /// What was last seen of the folders that an open case lives by.
  let watched = Mutex<[CaseKey: FolderStamps]>([:])
  let isLooking = Mutex(false)
  let lookedAgain = Mutex(PaceOfLooking())
  /// The heads of the registry, and how much of its folder does not count, as they were told.
  let toldRegistry = Mutex<([String], Int)?>(nil)

  // MARK: Who sits here

  let asked = AskedOnce()
  /// The officer who sits here, apart from whom a tour shows.
  let sitting: Mutex<String?>
  private let seated = Mutex<Persona?>(nil)

  /// Seats the officer that a tour shows, on his day; `nil` gives the desk back to its own.
  func impersonate(_ seat: Persona?) { seated.withLock { $0 = seat } }

  /// The officer that a tour shows.
  var seat: Persona? { seated.withLock { $0 } }
}
