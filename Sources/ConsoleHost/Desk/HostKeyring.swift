internal import CaseStore
internal import ScoringCore
internal import Synchronization

/// The officer's key, opened once with its passphrase and kept in memory for as long as the program runs.
final class HostKeyring: Sendable {
  private let opened = Mutex<[String: OfficerKey]>([:])

  /// The key of an officer: the one opened before, one without a passphrase, or one whose passphrase a file gives.
  func key(of officer: String?, _ store: Store, _ source: PassphraseSource) throws(StoreError) -> OfficerKey {
    if let officer, let key = opened.withLock({ $0[officer] }) { return key }
    guard let own = store.own else {
      throw StoreError(
        .noKey, store.path, Phrase("这台电脑上没有密钥，只能查看", "No key on this computer: the store is read-only"))
    }
    let key = try own.open(officer: officer, source)
    opened.withLock { $0[key.officer] = key }
    return key
  }

  /// Whether the officer has to be asked for the passphrase before anything can be signed.
  func isLocked(_ officer: String, _ store: Store) -> Bool {
    guard opened.withLock({ $0[officer] }) == nil, let keys = try? store.own?.keys() else { return false }
    return keys.last { $0.officer == officer }?.isProtected ?? false
  }

  /// Opens the key with a passphrase.
  func unlock(_ officer: String, _ store: Store, _ passphrase: String) throws(StoreError) {
    _ = try key(of: officer, store, PassphraseSource(file: nil) { _ in passphrase })
  }
}
