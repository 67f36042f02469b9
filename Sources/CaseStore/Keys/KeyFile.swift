import Crypto
import CryptoExtras
import Foundation
import ScoringCore
import StrictJSON

/// The file that keeps an officer's key (Casework §9.4): public halves in clear, secrets sealed under a passphrase or,
/// where the officer chose so, in clear.
struct KeyFile: Sendable {
  /// Cost of guessing; kept in the file, so that it can be raised for new keys.
  struct Cost: Sendable, Hashable {
    var n = 131_072
    var r = 8
    var p = 1
  }

  static let format = "tidu.key/1"
  var info: KeyInfo
  /// `nil` where the secrets are in clear.
  private var protection: (cost: Cost, salt: [UInt8])?
  private var secret: [UInt8]

  init(_ key: OfficerKey, passphrase: String?, made: Timestamp, cost: Cost = Cost()) throws(StoreError) {
    info = KeyInfo(
      officer: key.officer, sign: key.sign, seal: key.seal, isProtected: passphrase != nil,
      made: made.text)
    secret = Array(key.signing.rawRepresentation) + Array(key.sealing.rawRepresentation)
    guard let passphrase else { return }
    _ = try PassphraseSource.new(passphrase)
    let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    protection = (cost, salt)
    do {
      secret = Array(
        try ChaChaPoly.seal(
          secret, using: KeyFile.derive(passphrase, cost, salt), authenticating: Array(key.sign.utf8)
        ).combined)
    } catch { throw StoreError(.passphrase, "", Phrase("密钥加密失败", "The key could not be sealed")) }
  }

  private static func derive(_ passphrase: String, _ cost: Cost, _ salt: [UInt8]) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: Array(passphrase.utf8), salt: salt, outputByteCount: 32, rounds: cost.n, blockSize: cost.r,
      parallelism: cost.p)
  }

  var bytes: [UInt8] {
    let protection: JSONValue =
      self.protection.map {
        [
          "kind": "scrypt", "n": .integer(Int64($0.cost.n)), "p": .integer(Int64($0.cost.p)),
          "r": .integer(Int64($0.cost.r)), "salt": .string(Hexadecimal.text($0.salt)),
        ]
      } ?? ["kind": "none"]
    let value: JSONValue = [
      "format": .string(KeyFile.format), "made": .string(info.made), "officer": .string(info.officer),
      "protection": protection, "seal": .string(info.seal), "secret": .string(Hexadecimal.text(secret)),
      "sign": .string(info.sign),
    ]
    return value.canonicalBytes + [0x0A]
  }

  static func damaged(_ path: String) -> StoreError {
    StoreError(
      .damaged, path,
      Phrase(
        "密钥文件\(path)已损坏：从本人的备份取回，或移走后用 tidu join 另生成、由主管登记",
        "The key file \(path) is damaged: bring it back from your own copy, or move it away and make another with tidu join for a supervisor to register"
      ))
  }

  /// - Parameter path: for messages.
  init(reading bytes: [UInt8], path: String) throws(StoreError) {
    let damaged = KeyFile.damaged(path)
    guard let value = try? JSONValue(parsing: bytes), let officer = value["officer"]?.string,
      let sign = value["sign"]?.string, let seal = value["seal"]?.string,
      let made = value["made"]?.string, let secret = value["secret"]?.string.flatMap(Hexadecimal.bytes),
      let protection = value["protection"], let cipher = protection["kind"]?.string
    else { throw damaged }
    guard value["format"]?.string == KeyFile.format, cipher == "none" || cipher == "scrypt" else {
      throw StoreError(
        .newerFormat, path,
        Phrase(
          "密钥文件\(path)由更新的程序写成，请升级 tidu", "The key file \(path) was written by a newer tidu"))
    }
    if cipher == "scrypt" {
      guard let n = protection["n"]?.integer, let r = protection["r"]?.integer,
        let p = protection["p"]?.integer, let salt = protection["salt"]?.string.flatMap(Hexadecimal.bytes),
        (2...(1 << 22)).contains(n), (1...64).contains(r), (1...16).contains(p)
      else { throw damaged }
      self.protection = (Cost(n: Int(n), r: Int(r), p: Int(p)), salt)
    }
    info = KeyInfo(officer: officer, sign: sign, seal: seal, isProtected: cipher != "none", made: made)
    self.secret = secret
  }

  /// Opens the key.
  func open(_ passphrase: (Phrase) throws(StoreError) -> String?, path: String) throws(StoreError)
    -> OfficerKey
  {
    var clear = secret
    if let protection {
      let question = Phrase("\(info.officer)的口令", "Passphrase of \(info.officer)")
      guard let passphrase = try passphrase(question) else {
        throw StoreError(
          .passphrase, path,
          Phrase(
            "需要\(info.officer)的口令：请设置 TIDU_PASSPHRASE_FILE，或在终端中运行",
            "The passphrase of \(info.officer) is needed: set TIDU_PASSPHRASE_FILE or run in a terminal"))
      }
      do {
        clear = Array(
          try ChaChaPoly.open(
            ChaChaPoly.SealedBox(combined: secret),
            using: KeyFile.derive(passphrase, protection.cost, protection.salt),
            authenticating: Array(info.sign.utf8)))
      } catch {
        throw StoreError(.passphrase, path, Phrase("口令不对", "The passphrase is wrong"))
      }
    }
    guard clear.count == 64,
      let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: clear[..<32]),
      let sealing = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: clear[32...])
    else { throw KeyFile.damaged(path) }
    let key = OfficerKey(officer: info.officer, signing: signing, sealing: sealing)
    guard key.sign == info.sign, key.seal == info.seal else {
      throw StoreError(
        .damaged, path,
        Phrase("密钥文件\(path)的两半不相配", "The halves of the key file \(path) do not belong together"))
    }
    return key
  }
}
