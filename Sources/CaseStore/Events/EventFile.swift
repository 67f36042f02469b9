import Casework
import Crypto
package import ScoringCore
package import StrictJSON

/// An event as it stands on disk: line 1 the canonical payload, line 2 who signed it and the signature (Casework §1.1).
///
/// The bytes, their canonical form and the signature are judged here; what the payload means is Casework's.
package struct EventFile: Sendable, Hashable {
  package static let format = "tidu.event/1"
  /// Most bytes of a payload.
  package static let payloadLimit = 1 << 20
  /// Most bytes of the file.
  static let limit = payloadLimit + 1024

  /// SHA-256 of the whole file, 64 hexadecimal digits.
  package let id: String
  /// Line 1, without its end.
  package let payload: JSONValue
  /// Public signing key that line 2 names.
  package let key: String
  package let bytes: [UInt8]
  private let signature: [UInt8]
  private let payloadLength: Int

  /// Why a file is no event.
  package enum Fault: Error, Sendable, Hashable {
    case tooLarge
    /// Not two lines that end in LF.
    case lines
    case json(JSONError)
    /// Not the one canonical form.
    case notCanonical
    /// Line 2 is not a key and a signature.
    case seal
    /// The signature is not of this key over these bytes.
    case signature
    /// The name does not begin with the hash of the content.
    case name

    package var message: Phrase {
      switch self {
      case .tooLarge: Phrase("事件超过 1 MiB", "The event is larger than 1 MiB")
      case .lines: Phrase("事件文件不是两行", "The event file does not have two lines")
      case .json(let error):
        Phrase(
          "事件第 1 行第 \(error.place.column) 列不是合法的 JSON",
          "Line 1 of the event is not valid JSON at column \(error.place.column)")
      case .notCanonical: Phrase("事件不是规范写法", "The event is not in canonical form")
      case .seal: Phrase("事件第 2 行不是密钥和签名", "Line 2 of the event is not a key and a signature")
      case .signature: Phrase("签名与内容不符", "The signature does not fit the content")
      case .name: Phrase("文件名与内容的哈希不符", "The file's name does not fit the hash of its content")
      }
    }
  }

  /// Reads a file. The signature is not checked yet: `isSigned` does.
  package init(reading bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= EventFile.limit else { throw .tooLarge }
    guard let end = bytes.firstIndex(of: 0x0A), bytes.last == 0x0A, end < bytes.count - 1,
      bytes[(end + 1)...].firstIndex(of: 0x0A) == bytes.count - 1
    else { throw .lines }
    guard end <= EventFile.payloadLimit else { throw .tooLarge }
    let seal: JSONValue
    do throws(JSONError) {
      payload = try JSONValue(parsing: bytes[..<end])
      seal = try JSONValue(parsing: bytes[(end + 1)..<(bytes.count - 1)])
    } catch { throw .json(error) }
    guard payload.isInteger, payload.canonicalBytes.elementsEqual(bytes[..<end]),
      seal.canonicalBytes.elementsEqual(bytes[(end + 1)..<(bytes.count - 1)])
    else { throw .notCanonical }
    guard seal.members?.count == 2, let key = seal["key"]?.string,
      let signature = seal["signature"]?.string.flatMap(Hexadecimal.bytes), signature.count == 64,
      Hexadecimal.isDigest(key)
    else { throw .seal }
    id = Hexadecimal.sha256(bytes)
    self.key = key
    self.bytes = bytes
    self.signature = signature
    payloadLength = end
  }

  /// How line 2 begins in its one form.
  private static let sealHead = Array("{\"key\":\"".utf8)

  /// The key that line 2 names, without reading the payload; `nil` where line 2 is not in its one form.
  static func key(in bytes: [UInt8]) -> String? {
    guard bytes.last == 0x0A, let end = bytes.dropLast().lastIndex(of: 0x0A) else { return nil }
    let seal = bytes[(end + 1)...]
    guard seal.starts(with: sealHead) else { return nil }
    let key = String(decoding: seal.dropFirst(sealHead.count).prefix(64), as: UTF8.self)
    return Hexadecimal.isDigest(key) ? key : nil
  }

  /// Who line 1 says wrote it, without reading the payload: in its one form that stands near the beginning. Empty where it
  /// does not.
  static func author(in bytes: [UInt8]) -> String {
    let words = String(decoding: bytes.prefix(256), as: UTF8.self).split(
      separator: "\"", omittingEmptySubsequences: false)
    guard let place = words.firstIndex(of: "author"), words.indices.contains(place + 2) else { return "" }
    return String(words[place + 2])
  }

  /// Signs a payload and reads its own bytes again before anybody else does.
  init(signing payload: JSONValue, with key: OfficerKey) throws(StoreError) {
    let line = payload.canonicalBytes
    let seal: JSONValue = [
      "key": .string(key.sign),
      "signature": .string(try key.signature(of: EventFile.signed(line[...], EventFile.format))),
    ]
    do throws(Fault) {
      try self.init(reading: line + [0x0A] + seal.canonicalBytes + [0x0A])
      guard isSigned, self.payload == payload.sorted else { throw .notCanonical }
    } catch {
      throw StoreError(.badInput, payload["case"]?.string ?? "", error.message)
    }
  }

  /// The bytes that are signed: kind, length and payload, so that no other document can pass for one.
  private static func signed(_ payload: ArraySlice<UInt8>, _ format: String) -> [UInt8] {
    Array("\(format) \(payload.count) ".utf8) + payload
  }

  /// Whether the signature is that of `key` over these bytes. About 80 µs.
  var isSigned: Bool {
    guard let raw = Hexadecimal.bytes(key), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return false }
    // One of a newer program counts for nothing here, and waits where it is signed by its format as others are by theirs.
    let format = payload["format"]?.string ?? EventFile.format
    guard format.hasPrefix("tidu.event/") else { return false }
    return key.isValidSignature(signature, for: EventFile.signed(bytes[..<payloadLength], format))
  }

  /// Ids the author had seen in the folder.
  package var parents: [String] { payload["parents"]?.array?.compactMap(\.string) ?? [] }
  package var kind: String { payload["kind"]?.string ?? "" }
  package var author: String { payload["author"]?.string ?? "" }
  /// Path of its folder.
  var folder: String { payload["case"]?.string ?? "" }
  /// Hash of the application that it brings, whether or not it counts.
  var application: String? {
    [ActName.receive, .resubmit, .amend].contains { $0.rawValue == kind }
      ? payload["body"]?["application"]?.string : nil
  }
  /// The number of that application.
  var revision: Int {
    kind == ActName.receive.rawValue ? 1 : payload["body"]?["revision"]?.integer.flatMap { Int(exactly: $0) } ?? 1
  }
  /// Of a founding: that of a store for trials.
  var isTrial: Bool { payload["body"]?["trial"]?.bool == true }
  package var number: Int { Int(payload["seq"]?.integer ?? 0) }
}

extension JSONValue {
  /// No number in it but integers.
  var isInteger: Bool {
    switch self {
    case .decimal: false
    case .array(let items): items.allSatisfy(\.isInteger)
    case .object(let members): members.allSatisfy(\.value.isInteger)
    default: true
    }
  }

  /// The same with every object's keys in canonical order.
  var sorted: JSONValue {
    switch self {
    case .array(let items): .array(items.map(\.sorted))
    case .object(let members):
      .object(
        members.map { Member($0.key, $0.value.sorted) }
          .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    default: self
    }
  }
}

extension EventFile {
  /// The names to try on disk: when it was written, for people; the hash, for programs.
  var names: [String] {
    let digits = (payload["at"]?.string ?? "").prefix(19).filter(\.isNumber)
    return Disk.names(ofHash: id) { "\(digits.prefix(8))-\(digits.dropFirst(8))-\($0).event.json" }
  }

  /// Whether a file's name fits this event.
  func fits(_ name: String) -> Bool { EventFile.name(name, fits: id) }

  /// Whether a file's name fits an event of this id.
  static func name(_ name: String, fits id: String) -> Bool {
    guard name.hasSuffix(".event.json"), let dash = name.lastIndex(of: "-") else { return false }
    let hash = name[name.index(after: dash)...].dropLast(".event.json".count)
    return hash.utf8.count >= 16 && id.hasPrefix(hash)
  }

  /// Whether a name is that of an event; one that begins with a dot is what a system lays beside files of others.
  static func isName(_ name: String) -> Bool { name.hasSuffix(".event.json") && !name.hasPrefix(".") }

  /// The digits of the hash in an event's name; `nil` where it has none.
  static func hash(inName name: String) -> Substring? {
    guard isName(name), let dash = name.lastIndex(of: "-") else { return nil }
    let hash = name[name.index(after: dash)...].dropLast(".event.json".count)
    return hash.utf8.count >= 16 && Hexadecimal.bytes(String(hash)) != nil ? hash : nil
  }
}
