import Crypto
import Foundation
import ScoringCore
import StrictJSON
import SystemPackage

/// A text that only named officers can open: identities of objectors, texts as received (Casework §8.1).
///
/// The text is padded to 4 KiB and sealed under a key of its own (ChaChaPoly), and that key under each officer's
/// sealing key (HPKE, X25519 with HKDF-SHA256 and ChaChaPoly). Deleting the file erases the text; the event that names
/// its hash stays as it is.
enum SealedFile {
  static let format = "tidu.sealed/1"
  static let limit = 256 << 20
  private static let block = 4096
  private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  private static let info = Data(format.utf8)

  /// - Parameter recipients: public sealing keys, 64 hexadecimal digits each.
  static func seal(_ text: [UInt8], to recipients: [String]) throws(StoreError) -> [UInt8] {
    let failed = StoreError(
      .badInput, "sealed", Phrase("密封失败：收件人的密钥不对", "Sealing failed: a recipient's key is wrong"))
    guard !recipients.isEmpty else {
      throw StoreError(
        .badInput, "sealed",
        Phrase("没有可以开启密封件的异议处理员", "There is no objection officer who could open the sealed file"))
    }
    // Length in eight bytes, then the text, then zeros up to a whole block.
    var padded = withUnsafeBytes(of: UInt64(text.count).bigEndian) { Array($0) } + text
    padded += [UInt8](repeating: 0, count: (block - padded.count % block) % block)
    let key = SymmetricKey(size: .bits256)
    do {
      var wrapped: [JSONValue] = []
      for recipient in Set(recipients).sorted() {
        guard let raw = Hash.bytes(recipient) else { throw failed }
        var sender = try HPKE.Sender(
          recipientKey: Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw), ciphersuite: suite,
          info: info)
        let sealed = try sender.seal(key.withUnsafeBytes { Data($0) })
        wrapped.append([
          "key": .string(Hash.hexadecimal(sealed)),
          "share": .string(Hash.hexadecimal(sender.encapsulatedKey)),
          "to": .string(recipient),
        ])
      }
      let box = try ChaChaPoly.seal(padded, using: key)
      let value: JSONValue = [
        "format": .string(format), "for": .array(wrapped),
        "text": .string(box.combined.base64EncodedString()),
      ]
      return value.canonicalBytes + [0x0A]
    } catch { throw failed }
  }

  static func open(_ bytes: [UInt8], with key: OfficerKey, path: String) throws(StoreError) -> [UInt8] {
    guard let value = try? JSONValue(parsing: bytes), value["format"]?.string == format,
      let wrapped = value["for"]?.array, let text = value["text"]?.string.flatMap({ Data(base64Encoded: $0) })
    else { throw StoreError(.damaged, path, Phrase("密封件\(path)已损坏", "The sealed file \(path) is damaged")) }
    guard let mine = wrapped.first(where: { $0["to"]?.string == key.seal }),
      let share = mine["share"]?.string.flatMap(Hash.bytes),
      let sealed = mine["key"]?.string.flatMap(Hash.bytes)
    else {
      throw StoreError(
        .noKey, path, Phrase("这件密封件不是封给你的", "This sealed file is not sealed to you"))
    }
    do {
      var recipient = try HPKE.Recipient(
        privateKey: key.sealing, ciphersuite: suite, info: info, encapsulatedKey: Data(share))
      let inner = SymmetricKey(data: try recipient.open(Data(sealed)))
      let padded = [UInt8](try ChaChaPoly.open(ChaChaPoly.SealedBox(combined: text), using: inner))
      let count = padded.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard padded.count >= 8, count <= UInt64(padded.count - 8) else {
        throw CryptoKitError.authenticationFailure
      }
      return Array(padded[8..<(8 + Int(count))])
    } catch {
      throw StoreError(.damaged, path, Phrase("密封件\(path)已损坏", "The sealed file \(path) is damaged"))
    }
  }
}

extension Store {
  /// Seals a text to officers and keeps it; an event names what this returns: the SHA-256 of the file.
  /// - Parameter recipients: public sealing keys from the registry.
  public func seal(_ text: [UInt8], to recipients: [String]) throws(StoreError) -> String {
    let bytes = try SealedFile.seal(text, to: recipients)
    let hash = Hash.hex(bytes)
    _ = try disk.publish(bytes, in: "sealed", names: [hash], mode: 0o440)
    return hash
  }

  /// The text of a sealed file; `nil` where it was erased or has not arrived.
  public func unseal(_ hash: String, with key: OfficerKey) throws(StoreError) -> [UInt8]? {
    let path = "sealed/\(hash)"
    guard let bytes = try file("sealed", hash, limit: SealedFile.limit) else { return nil }
    return try SealedFile.open(bytes, with: key, path: path)
  }

  /// The SHA-256 by which events name a file, 64 lower-case hexadecimal digits.
  public static func hash(of bytes: [UInt8]) -> String { Hash.hex(bytes) }

  /// Keeps a file by its hash in a folder of a case or round: a paper, a list, a letter, a redacted copy.
  /// - Returns: its SHA-256, which events name.
  public func keep(_ bytes: [UInt8], in folder: String) throws(StoreError) -> String {
    let hash = Hash.hex(bytes)
    _ = try disk.publish(bytes, in: folder, names: [hash])
    return hash
  }

  /// A file kept by its hash; `nil` where it is not there. Bytes that do not fit the hash are never given out.
  public func file(_ folder: String, _ hash: String, limit: Int = 1 << 30) throws(StoreError) -> [UInt8]? {
    guard Hash.bytes(hash)?.count == 32 else { return nil }
    let path = "\(folder)/\(hash)"
    guard let bytes = try disk.readIfPresent(path, limit: limit) else { return nil }
    guard Hash.hex(bytes) == hash else {
      throw StoreError(
        .damaged, path, Phrase("\(path)的内容与其哈希不符", "The content of \(path) does not fit its hash"))
    }
    return bytes
  }

  /// Deletes sealed and redacted files whose erasing an event has recorded; a file that is not there is no error.
  public func erase(_ hashes: [String], in folder: String) throws(StoreError) {
    _ = try disk.withFolder(folder) { handle throws(StoreError) in
      for hash in hashes where Hash.bytes(hash)?.count == 32 {
        do throws(Errno) { try disk.files.remove(hash, in: handle) } catch {
          if error != .noSuchFileOrDirectory { throw .writing("\(folder)/\(hash)", error) }
        }
      }
      do throws(Errno) { try disk.files.sync(handle) } catch { throw .unknown(folder, error) }
    }
  }
}
