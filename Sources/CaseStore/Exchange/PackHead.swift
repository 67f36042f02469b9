import Casework
import Crypto
import Foundation
import ScoringCore
import StrictJSON

/// Whom a pack is sealed to: an officer by one sealing key.
package struct PackRecipient: Sendable, Hashable {
  package var officer: String
  /// Public sealing key, 64 hexadecimal digits.
  package var seal: String

  package init(officer: String, seal: String) {
    self.officer = officer
    self.seal = seal
  }
}

/// The head of a pack (Casework §11.5): two lines in clear. Line 1 says what it is, who made it and for whom; line 2 is the
/// maker's signature, as in an event.
package struct PackHead: Sendable, Hashable {
  package static let format = "tidu.pack/1"
  /// Most bytes of the two lines.
  static let limit = 1 << 20
  /// How every head begins: the first key by its bytes.
  static let beginning = Array("{\"at\":\"".utf8)
  /// Most bytes of a whole pack: FAT holds no larger file.
  static let packLimit = (1 << 32) - 1

  /// What the maker states.
  package struct Statement: Sendable, Hashable {
    /// Id of the store.
    package var store: String
    /// Officer who made it.
    package var author: String
    /// When, for people.
    package var at: String
    /// Id of the pack it follows; `nil` where it follows none.
    package var previous: String?
    /// It was made of a copy that was taken along: what it brings may lie nowhere else yet.
    package var isFromCopy = false
    /// How many files of the store it holds.
    package var files: Int
    /// Their bytes together.
    package var size: Int
    /// How many ids of events it lists.
    package var events: Int
  }

  package let statement: Statement
  /// Public signing key of the maker.
  package let key: String
  package let recipients: [PackRecipient]
  /// The two lines with their ends.
  let bytes: [UInt8]
  private let sealed: [SealedKey]

  /// SHA-256 of the head: the id of the pack, by which the next one names it, and what every piece is bound to.
  package var id: String { Hexadecimal.sha256(bytes) }
}

extension PackHead {
  /// Makes the head of a new pack.
  /// - Throws: `badInput` where there is nobody it is for or a recipient's key is none.
  init(
    _ statement: Statement, for recipients: [PackRecipient], _ content: SymmetricKey, by key: OfficerKey
  ) throws(StoreError) {
    guard !recipients.isEmpty else {
      throw StoreError(
        .badInput, "", Phrase("没有收件人：没有可用的密钥能打开这个包", "The pack is for nobody: there is no key in force to seal it to"))
    }
    let recipients = Set(recipients).sorted { ($0.seal, $0.officer) < ($1.seal, $1.officer) }
    var wrapped: [JSONValue] = []
    for recipient in recipients {
      do {
        let sealed = try SealedKey(content, to: recipient.seal, Data(statement.binding))
        wrapped.append(.object(sealed.members + [.init("officer", .string(recipient.officer))]))
      } catch {
        throw StoreError(
          .badInput, recipient.officer,
          Phrase(
            "\(recipient.officer)的加密公钥不对，没有制包", "The sealing key of \(recipient.officer) is none; no pack was made"))
      }
    }
    let payload = JSONValue.object(statement.members + [.init("for", .array(wrapped))]).canonicalBytes
    let seal: JSONValue = [
      "key": .string(key.sign), "signature": .string(try key.signature(of: Self.signed(payload[...]))),
    ]
    do throws(PackFault) { try self.init(reading: payload + [0x0A] + seal.canonicalBytes + [0x0A]) } catch {
      throw error.error("")
    }
  }

  /// Reads the two lines and checks the signature; whose key it is, the registry says.
  init(reading bytes: [UInt8]) throws(PackFault) {
    guard let end = bytes.firstIndex(of: 0x0A), let value = try? JSONValue(parsing: bytes[..<end]),
      let format = value["format"]?.string, format.hasPrefix("tidu.pack/")
    else { throw .notAPack }
    guard format == Self.format else { throw .newerFormat(format) }
    let (payload, line) = (bytes[..<end], bytes[(end + 1)...].dropLast())
    guard bytes.last == 0x0A, let seal = try? JSONValue(parsing: line), seal.members?.count == 2,
      let key = seal["key"]?.string, let signature = seal["signature"]?.string.flatMap(Hexadecimal.bytes),
      let raw = Hexadecimal.bytes(key), value.canonicalBytes.elementsEqual(payload),
      seal.canonicalBytes.elementsEqual(line), let statement = Statement(value), let wrapped = value["for"]?.array
    else { throw .head }
    let sealed = wrapped.compactMap { SealedKey($0) }
    let recipients = zip(wrapped, sealed).compactMap { value, sealed in
      value["officer"]?.string.map { PackRecipient(officer: $0, seal: sealed.to) }
    }
    // Nothing that the program would not have written itself.
    let members =
      statement.members + [
        .init(
          "for", .array(zip(sealed, recipients).map { .object($0.members + [.init("officer", .string($1.officer))]) }))
      ]
    guard recipients.count == wrapped.count, !recipients.isEmpty,
      recipients == Set(recipients).sorted(by: { ($0.seal, $0.officer) < ($1.seal, $1.officer) }),
      JSONValue.object(members).canonicalBytes.elementsEqual(payload)
    else { throw .head }
    guard let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: raw),
      publicKey.isValidSignature(signature, for: Self.signed(payload))
    else { throw .headSignature }
    self.statement = statement
    self.key = key
    self.recipients = recipients
    self.bytes = bytes
    self.sealed = sealed
  }

  /// The bytes that are signed: kind, length and payload, so that no other document can pass for one.
  private static func signed(_ payload: ArraySlice<UInt8>) -> [UInt8] {
    Array("\(format) \(payload.count) ".utf8) + payload
  }

  /// What the signature at the end of the pack is over.
  /// - Parameter digest: of everything before it.
  static func signedEnd(_ digest: SHA256.Digest) -> [UInt8] { Array("\(format) end \(Hexadecimal.text(digest))".utf8) }

  /// Whether this is the maker's signature at the end.
  func isSignedEnd(_ digest: SHA256.Digest, _ signature: [UInt8]) -> Bool {
    guard let raw = Hexadecimal.bytes(key), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else {
      return false
    }
    return key.isValidSignature(signature, for: Self.signedEnd(digest))
  }

  /// The key of the content, opened.
  func contentKey(_ key: OfficerKey) throws(PackFault) -> SymmetricKey {
    guard let mine = sealed.first(where: { $0.to == key.seal }) else { throw .notForYou(officers) }
    do { return try mine.open(with: key, Data(statement.binding)) } catch { throw .sealing }
  }

  /// Whom it is for, each once.
  package var officers: [String] { Set(recipients.map(\.officer)).sorted() }
}

extension PackHead.Statement {
  private static let counts = 0...(1 << 32)

  /// `nil` where something is missing or of another kind.
  fileprivate init?(_ value: JSONValue) {
    func count(_ key: String) -> Int? {
      value[key]?.integer.flatMap { Int(exactly: $0) }.flatMap { Self.counts.contains($0) ? $0 : nil }
    }
    guard let store = value["store"]?.string, Hexadecimal.isDigest(store), let author = value["author"]?.string,
      OfficerID.isValid(author), let at = value["at"]?.string, let files = count("files"),
      let size = count("bytes"), let events = count("events")
    else { return nil }
    self.init(
      store: store, author: author, at: at, previous: value["previous"]?.string, isFromCopy: value["copy"] != nil,
      files: files, size: size, events: events)
    guard previous.map(Hexadecimal.isDigest) ?? true else { return nil }
  }

  fileprivate var members: [JSONValue.Member] {
    let members: [JSONValue.Member] = [
      .init("at", .string(at)), .init("author", .string(author)), .init("bytes", .integer(Int64(size))),
      .init("events", .integer(Int64(events))), .init("files", .integer(Int64(files))),
      .init("format", .string(PackHead.format)), .init("store", .string(store)),
    ]
    return members + (previous.map { [.init("previous", .string($0))] } ?? [])
      + (isFromCopy ? [.init("copy", true)] : [])
  }

  /// What the key of the content is bound to.
  fileprivate var binding: [UInt8] { JSONValue.object(members).canonicalBytes }
}
