import Crypto
import Foundation
import ScoringCore
import StrictJSON
import SystemPackage

/// A text that only named officers can open: identities of objectors, texts as received (Casework §8.1).
///
/// The text is padded to 4 KiB and sealed under a key of its own (ChaChaPoly), and that key under each officer's
/// sealing key (HPKE, X25519 with HKDF-SHA256 and ChaChaPoly). Both are bound to the store and the case, so that a file
/// that another case or store names does not open. Deleting the file erases the text; the event that names its hash
/// stays as it is.
enum SealedFile {
  /// What a sealed file belongs to.
  struct Binding: Sendable, Hashable {
    /// Id of the store.
    var store: String
    /// Path of the case's folder from the store's root.
    var folder: String

    /// Authenticated with everything that is sealed, and the `info` of HPKE.
    fileprivate var bytes: Data {
      let value: JSONValue = [
        "case": .string(folder), "format": .string(SealedFile.format), "store": .string(store),
      ]
      return Data(value.canonicalBytes)
    }
  }

  static let format = "tidu.sealed/1"
  static let limit = 256 << 20
  private static let block = 4096

  /// - Parameter recipients: public sealing keys, 64 hexadecimal digits each.
  static func seal(_ text: [UInt8], to recipients: [String], _ binding: Binding) throws(StoreError) -> [UInt8] {
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
      let wrapped = try Set(recipients).sorted().map { recipient in
        JSONValue.object(try SealedKey(key, to: recipient, binding.bytes).members)
      }
      let box = try ChaChaPoly.seal(padded, using: key, authenticating: binding.bytes)
      let value: JSONValue = [
        "format": .string(format), "for": .array(wrapped),
        "text": .string(box.combined.base64EncodedString()),
      ]
      return value.canonicalBytes + [0x0A]
    } catch { throw failed }
  }

  /// Public sealing keys that a sealed file can be opened with; none of a file that is none.
  static func recipients(_ bytes: [UInt8]) -> [String] {
    guard let value = try? JSONValue(parsing: bytes), value["format"]?.string == format else { return [] }
    return value["for"]?.array?.compactMap { $0["to"]?.string } ?? []
  }

  static func open(
    _ bytes: [UInt8], with key: OfficerKey, _ binding: Binding, path: String
  ) throws(StoreError) -> [UInt8] {
    guard let value = try? JSONValue(parsing: bytes), value["format"]?.string == format,
      let wrapped = value["for"]?.array, let text = value["text"]?.string.flatMap({ Data(base64Encoded: $0) })
    else { throw StoreError(.damaged, path, Phrase("密封件\(path)已损坏", "The sealed file \(path) is damaged")) }
    guard let mine = wrapped.lazy.compactMap({ SealedKey($0) }).first(where: { $0.to == key.seal }) else {
      throw StoreError(
        .noKey, path, Phrase("这件密封件不是封给你的", "This sealed file is not sealed to you"))
    }
    do {
      let inner = try mine.open(with: key, binding.bytes)
      let padded = [UInt8](
        try ChaChaPoly.open(
          ChaChaPoly.SealedBox(combined: text), using: inner, authenticating: binding.bytes))
      let count = padded.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard padded.count >= 8, count <= UInt64(padded.count - 8) else {
        throw CryptoKitError.authenticationFailure
      }
      return Array(padded[8..<(8 + Int(count))])
    } catch {
      throw StoreError(
        .damaged, path,
        Phrase(
          "密封件\(path)打不开：不是封在\(binding.folder)的，或者已损坏",
          "The sealed file \(path) does not open: it was sealed for another case or store than \(binding.folder), or is damaged"
        ))
    }
  }
}
