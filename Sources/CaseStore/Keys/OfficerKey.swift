package import Casework
import Crypto
import ScoringCore

/// An officer's key of one device, opened: it signs events, and reads what was sealed to its holder.
package struct OfficerKey: Sendable {
  /// Officer id as the registry knows it.
  package let officer: String
  let signing: Curve25519.Signing.PrivateKey
  let sealing: Curve25519.KeyAgreement.PrivateKey

  init(
    officer: String, signing: Curve25519.Signing.PrivateKey = .init(),
    sealing: Curve25519.KeyAgreement.PrivateKey = .init()
  ) {
    self.officer = officer
    self.signing = signing
    self.sealing = sealing
  }

  /// The public signing key, 64 hexadecimal digits: what an event names as its `key`.
  package var sign: String { Hexadecimal.text(signing.publicKey.rawRepresentation) }

  /// The public sealing key, 64 hexadecimal digits.
  package var seal: String { Hexadecimal.text(sealing.publicKey.rawRepresentation) }

  /// An Ed25519 signature, 128 hexadecimal digits.
  package func signature(of bytes: [UInt8]) throws(StoreError) -> String {
    do { return Hexadecimal.text(try signing.signature(for: bytes)) } catch {
      throw StoreError(.noKey, officer, Phrase("签名失败", "Signing failed"))
    }
  }
}

/// What can be known of a key without its passphrase.
package struct KeyInfo: Sendable, Hashable {
  package var officer: String
  /// Public keys, 64 hexadecimal digits each.
  package var sign: String
  package var seal: String
  /// False where the file alone is enough to sign.
  package var isProtected: Bool
  package var made: String
}

extension OfficerKey {
  /// The proof in a `key` event that its holder has the private half: 128 hexadecimal digits.
  /// - Parameter device: the name the event gives this device.
  package func proof(device: String) throws(StoreError) -> String {
    try signature(of: KeyProof.message(officer: officer, device: device, sign: sign, seal: seal))
  }
}

extension OfficerKey {
  /// A request to let this key into a store (Casework §6.7).
  package func request(store: String, name: String, authority: String, device: String) throws(StoreError) -> JoinRequest
  {
    JoinRequest(
      store: store, officer: officer, name: name, authority: authority, device: device, sign: sign, seal: seal,
      proof: try proof(device: device))
  }

  /// Throws unless the id can be one of an officer.
  static func checkOfficer(_ id: String) throws(StoreError) {
    guard OfficerID.isValid(id) else { throw StoreError(.badInput, id, OfficerID.refusal(id)) }
  }
}
