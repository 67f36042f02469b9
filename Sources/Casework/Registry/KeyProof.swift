import Crypto
import StrictJSON

/// The proof in a `key` event that its holder holds the private half.
public enum KeyProof {
  /// What the new key signs.
  public static func message(officer: String, device: String, sign: String, seal: String) -> [UInt8] {
    let request: JSONValue = [
      "device": .string(device), "officer": .string(officer), "seal": .string(seal), "sign": .string(sign),
    ]
    let bytes = request.canonicalBytes
    return Array("tidu.key/1 \(bytes.count) ".utf8) + bytes
  }

  /// Whether `proof`, 128 hex digits, is a signature by the key that the body brings.
  static func holds(_ body: JSONValue) -> Bool {
    guard let officer = body.text("officer"), let device = body.text("device"),
      let sign = body.text("sign"), let seal = body.text("seal"), let raw = bytes(sign),
      let proof = body.text("proof").flatMap(bytes),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(
      proof, for: message(officer: officer, device: device, sign: sign, seal: seal))
  }

  /// SHA-256 of what was shown, 64 hex digits.
  static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }.joined()
  }

  private static func bytes(_ hex: String) -> [UInt8]? {
    let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == hex.utf8.count, digits.count % 2 == 0 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
