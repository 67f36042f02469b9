internal import CaseStore
internal import ScoringCore
internal import Synchronization

/// The officer's key, opened once with its passphrase and kept in memory for as long as he sits here.
final class HostKeyring: Sendable {
  private let opened = Mutex<[String: OfficerKey]>([:])

  /// The key of an officer: the one opened before, one without a passphrase, or one whose passphrase a file gives.
  func key(of officer: String?, _ store: Store, _ source: PassphraseSource) throws(StoreError) -> OfficerKey {
    if let officer, let key = opened.withLock({ $0[officer] }) { return key }
    let key = try store.openKey(of: officer, source)
    opened.withLock { $0[key.officer] = key }
    return key
  }

  /// Whether the officer has to be asked for the passphrase before anything can be signed.
  func isLocked(_ officer: String, _ store: Store) -> Bool {
    guard opened.withLock({ $0[officer] }) == nil else { return false }
    return store.ownKey(of: officer)?.isProtected ?? false
  }

  /// Another officer sits down: whoever comes back gives the passphrase anew.
  func forget() { opened.withLock { $0 = [:] } }

  /// Opens the key with a passphrase.
  func unlock(_ officer: String, _ store: Store, _ passphrase: String) throws(StoreError) {
    _ = try key(of: officer, store, PassphraseSource(file: nil) { _ in passphrase })
  }
}
