internal import CaseStore
internal import Casework
internal import ConsoleHost
internal import Foundation
internal import Office
internal import ScoringCore
internal import Synchronization

/// Opening a store and a key the way every command does.
enum StoreAccess {
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The store that was named; a usage error where none was.
  static func open(_ common: CommonOptions) throws -> Store {
    guard let path = common.storePath else {
      throw CommandError(
        .usage,
        localized(
          "没有指定档案库：用 --store 或环境变量 TIDU_STORE 给出它的文件夹",
          "no store is named: give its folder with --store or the variable TIDU_STORE"))
    }
    let store = try open(path)
    tellPending(in: store, officer(common))
    return store
  }

  /// Says what a disk is otherwise than the store's rules ask.
  static func tell(_ traits: [DiskTrait]) {
    for trait in traits { Output.printError(trait.message(OutputLanguage.language)) }
  }

  /// Says what an officer at this computer waits for who cannot sign yet.
  private static func tellPending(in store: Store, _ officer: String?) {
    do throws(StoreError) {
      guard let own = store.own, try !own.requests().isEmpty else { return }
      let registry = try store.officers()
      for one in try store.pendingRequests(of: officer, registry) {
        guard let said = registry.awaited(one.request, from: one.from, today: today) else { continue }
        Output.printError(shown(said(OutputLanguage.language)))
      }
    } catch { Output.printError(shown(error.message(OutputLanguage.language))) }
  }

  /// Says that a key was made which no passphrase protects.
  static func tellUnprotected(_ directory: String) {
    Output.printError(
      localized(
        "密钥没有口令保护，只靠文件权限；用 tidu keys protect --store \(shown(directory)) 设置口令",
        "The key has no passphrase and rests on file permissions alone; set one with tidu keys protect --store \(shown(directory))"
      ))
  }

  static func open(_ path: String) throws -> Store {
    let store = try withStore { () throws(StoreError) in try Store.open(path, environment: environment) }
    opened.withLock { $0.append(store) }
    setClock(isTrial: store.isTrial)
    if let another = store.isAnother { Output.printError(another.message(OutputLanguage.language)) }
    if let trouble = store.copyTrouble { Output.printError(trouble.message(OutputLanguage.language)) }
    tell(store.traits)
    return store
  }

  private static let opened = Mutex<[Store]>([])

  private static let isUntold = Mutex(false)

  /// What was done could not be handed over: the same command again finds it done.
  static func keepUntold() { isUntold.withLock { $0 = true } }

  /// All that was to be said has been said: what was done can be asked for again.
  static func told() {
    guard !isUntold.withLock({ $0 }) else { return }
    for store in opened.withLock({ $0 }) { store.told() }
  }

  private static let clock = Mutex<HostClock?>(nil)

  /// Whether a day may be pretended from here on: in a trial store, and while one is founded. Elsewhere a day that the
  /// environment names is ignored, which is said.
  static func setClock(isTrial: Bool) {
    let clock = HostClock(environment, isTrial: isTrial)
    if let note = clock.note { Output.printError(note(OutputLanguage.language)) }
    Self.clock.withLock { $0 = clock }
  }

  private static var theClock: HostClock {
    if let known = clock.withLock({ $0 }) { return known }
    setClock(isTrial: false)
    return clock.withLock { $0 } ?? HostClock([:], isTrial: false)
  }

  static var today: Day { theClock.today }
  static var now: Timestamp { theClock.now }

  /// The standard with the overlays that the offices of a store go by today.
  static func standard(of store: Store) throws -> Standard {
    try withStore { () throws(StoreError) in try store.standard(on: today) }
  }

  /// Does `work`; a trouble of the store becomes a sentence and a status.
  static func withStore<T>(_ work: () throws(StoreError) -> T) throws -> T {
    do throws(StoreError) { return try work() } catch { throw CommandError(error) }
  }

  /// Acts one after another, now, by the officer named, else `TIDU_OFFICER`, else the only one whose key is here.
  static func batch(_ store: Store, _ common: CommonOptions, _ answers: AnswerOption?) -> ActBatch {
    ActBatch(
      store, today: today, now: { now }, officer: officer(common), passphrase: passphrase, yes: Set(answers?.yes ?? []))
  }

  /// Who was named, by option or environment; `nil` where nobody was.
  static func officer(_ common: CommonOptions) -> String? {
    common.officer ?? environment["TIDU_OFFICER"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// From the file `TIDU_PASSPHRASE_FILE` names, else asked for where a person sits at the terminal.
  static var passphrase: PassphraseSource {
    PassphraseSource(file: passphraseFile) { question in
      StandardStreams.inputIsTerminal && StandardStreams.errorIsTerminal
        ? Passwords.ask(question(OutputLanguage.language)) : nil
    }
  }

  private static var passphraseFile: String? {
    let file = environment["TIDU_PASSPHRASE_FILE"] ?? ""
    return file.isEmpty ? nil : file
  }

  /// A new passphrase, asked for twice; `nil` where nobody can give one or nothing is typed.
  static func newPassphrase() throws -> String? {
    if passphraseFile != nil {
      return try withStore { () throws(StoreError) in
        try PassphraseSource.new(try passphrase.passphrase(Phrase("口令", "Passphrase")))
      }
    }
    return try askNewPassphrase()
  }

  /// The same from the person at the terminal alone.
  static func askNewPassphrase() throws -> String? {
    guard StandardStreams.inputIsTerminal, StandardStreams.errorIsTerminal else { return nil }
    let first = Passwords.ask(localized("新口令，至少 8 个字（回车为不设）", "New passphrase, at least 8 characters (Enter for none)"))
    guard let first, !first.isEmpty else { return nil }
    guard Passwords.ask(localized("再输一次", "Once more")) == first else {
      throw CommandError(.usage, localized("两次输入的口令不同，没有改动", "the two passphrases differ; nothing was changed"))
    }
    return try withStore { () throws(StoreError) in try PassphraseSource.new(first) }
  }
}
