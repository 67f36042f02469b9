import Casework
import Crypto
import ScoringCore

/// An officer's key of one device, opened: it signs events, and reads what was sealed to its holder.
public struct OfficerKey: Sendable {
  /// Officer id as the registry knows it.
  public let officer: String
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
  public var sign: String { Hexadecimal.text(signing.publicKey.rawRepresentation) }

  /// The public sealing key, 64 hexadecimal digits.
  public var seal: String { Hexadecimal.text(sealing.publicKey.rawRepresentation) }

  /// An Ed25519 signature, 128 hexadecimal digits.
  public func signature(of bytes: [UInt8]) throws(StoreError) -> String {
    do { return Hexadecimal.text(try signing.signature(for: bytes)) } catch {
      throw StoreError(.noKey, officer, Phrase("签名失败", "Signing failed"))
    }
  }
}

/// What can be known of a key without its passphrase.
public struct KeyInfo: Sendable, Hashable {
  public var officer: String
  /// Public keys, 64 hexadecimal digits each.
  public var sign: String
  public var seal: String
  /// False where the file alone is enough to sign.
  public var isProtected: Bool
  public var made: String
}

extension OfficerKey {
  /// The proof in a `key` event that its holder has the private half: 128 hexadecimal digits.
  /// - Parameter device: the name the event gives this device.
  public func proof(device: String) throws(StoreError) -> String {
    try signature(of: KeyProof.message(officer: officer, device: device, sign: sign, seal: seal))
  }
}
