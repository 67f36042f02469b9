import Crypto
import Foundation
import ScoringCore
import StrictJSON

/// The key of something sealed, itself sealed to the holder of a sealing key: HPKE in base mode, X25519 with HKDF-SHA256
/// and ChaChaPoly.
struct SealedKey: Sendable, Hashable {
  /// The public sealing key it is sealed to, 64 hexadecimal digits.
  var to: String
  /// The encapsulated key, 64 hexadecimal digits.
  var share: String
  /// The sealed key with its tag, 96 hexadecimal digits.
  var key: String

  private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

  init(to: String, share: String, key: String) {
    self.to = to
    self.share = share
    self.key = key
  }

  /// - Parameters:
  ///   - recipient: a public sealing key.
  ///   - binding: what it belongs to: the `info` of HPKE, and authenticated.
  /// - Throws: `CryptoKitError` where the recipient's key is none.
  init(_ key: SymmetricKey, to recipient: String, _ binding: Data) throws {
    guard let raw = Hexadecimal.bytes(recipient) else { throw CryptoKitError.incorrectKeySize }
    var sender = try HPKE.Sender(
      recipientKey: Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw), ciphersuite: Self.suite, info: binding)
    let sealed = try sender.seal(key.withUnsafeBytes { Data($0) }, authenticating: binding)
    self.init(to: recipient, share: Hexadecimal.text(sender.encapsulatedKey), key: Hexadecimal.text(sealed))
  }

  /// - Throws: `CryptoKitError` where it was sealed to another key, for something else, or has changed.
  func open(with key: OfficerKey, _ binding: Data) throws -> SymmetricKey {
    guard let share = Hexadecimal.bytes(share), let sealed = Hexadecimal.bytes(self.key) else {
      throw CryptoKitError.incorrectParameterSize
    }
    var recipient = try HPKE.Recipient(
      privateKey: key.sealing, ciphersuite: Self.suite, info: binding, encapsulatedKey: Data(share))
    return SymmetricKey(data: try recipient.open(Data(sealed), authenticating: binding))
  }
}

extension SealedKey {
  /// `nil` where the value is no such object.
  init?(_ value: JSONValue) {
    guard let to = value["to"]?.string, let share = value["share"]?.string, let key = value["key"]?.string else {
      return nil
    }
    self.init(to: to, share: share, key: key)
  }

  /// As a file states it, and who else stands beside it.
  var members: [JSONValue.Member] {
    [.init("key", .string(key)), .init("share", .string(share)), .init("to", .string(to))]
  }
}
