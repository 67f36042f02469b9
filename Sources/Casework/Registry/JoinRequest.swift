import Crypto
package import ScoringCore
import StrictJSON

/// 加入请求: what an officer at a computer asks to be let into a store by (`tidu.request/1`, Casework §6.7): who, of which
/// authority, on which device, with which public keys.
///
/// It says nothing that is secret, and is believed by nothing that it says: whoever proposes or approves it compares the
/// fingerprint with the one that the officer reads out.
package struct JoinRequest: Sendable, Hashable {
  package static let format = "tidu.request/1"

  /// Id of the store.
  package var store: String
  /// Officer id.
  package var officer: String
  /// Name or post, and the authority he belongs to (`*` of a founder, who belongs to none).
  package var name: String
  package var authority: String
  /// What the computer is called.
  package var device: String
  /// Public keys, 64 hexadecimal digits each.
  package var sign: String
  package var seal: String
  /// The signing key's own signature over device, officer and keys (`KeyProof`), 128 hexadecimal digits.
  package var proof: String

  package init(
    store: String, officer: String, name: String, authority: String, device: String, sign: String, seal: String,
    proof: String
  ) {
    self.store = store
    self.officer = officer
    self.name = name
    self.authority = authority
    self.device = device
    self.sign = sign
    self.seal = seal
    self.proof = proof
  }

  /// Digits in a fingerprint, and in each of its groups. 25 decimal digits are 83 bits: whoever wanted another request to
  /// have the same would try 2⁸³ keys, and nobody reads a digit wrongly in either language, as happens with letters.
  static let digits = 25
  private static let group = 5

  /// 核对码: five groups of five digits over every field, to read out over the telephone. Widths of characters and white
  /// space, which a messenger may change, do not enter.
  package var fingerprint: String {
    let value: JSONValue = [
      "authority": .string(authority), "device": .string(Self.bare(device)), "name": .string(Self.bare(name)),
      "officer": .string(officer), "proof": .string(proof), "seal": .string(seal), "sign": .string(sign),
      "store": .string(store),
    ]
    let bytes = value.canonicalBytes
    let digest = Array(SHA256.hash(data: Array("\(Self.format) \(bytes.count) ".utf8) + bytes))
    // Five bytes a group: what is left of 2⁴⁰ after whole hundred thousands is nothing to whoever guesses.
    return (0..<(Self.digits / Self.group)).map { group in
      let number = digest[(group * 5)..<(group * 5 + 5)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 100_000
      let text = String(number)
      return String(repeating: "0", count: Self.group - text.count) + text
    }.joined(separator: " ")
  }

  /// Whether the key that it brings has signed it.
  package var isProven: Bool {
    KeyProof.holds([
      "device": .string(device), "officer": .string(officer), "proof": .string(proof), "seal": .string(seal),
      "sign": .string(sign),
    ])
  }

  /// Whether a name is the one that it states, but for widths and white space.
  package func isNamed(_ other: String) -> Bool { Self.bare(other) == Self.bare(name) }

  /// Whether two names are one, but for widths and white space.
  package static func isSameName(_ one: String, _ other: String) -> Bool { bare(one) == bare(other) }

  private static func bare(_ text: String) -> String { PlainText.narrow(text).filter { !$0.isWhitespace } }

  /// Who asks for what, line by line, with the fingerprint to compare.
  package func lines(_ language: Language) -> [String] {
    let place =
      Authorities.shared[authority]?.name ?? Phrase(authority == Scope.everywhere ? "各机关" : authority, authority)
    let rows: [(Phrase, String)] = [
      (Phrase("谁", "Who"), "\(name)  \(officer)"), (Phrase("机关", "Authority"), "\(place(language))  \(authority)"),
      (Phrase("设备", "Device"), device), (Phrase("密钥", "Key"), String(sign.prefix(16))),
      (Phrase("核对码", "Fingerprint"), fingerprint),
    ]
    let told = Phrase(
      "请与本人通电话，由对方念出核对码，逐组相同才登记",
      "Telephone the officer and have the fingerprint read out: admit the key only where every group is the same")
    return rows.map { $0.0(language) + Phrase("：", ": ")(language) + $0.1 } + [told(language)]
  }
}
