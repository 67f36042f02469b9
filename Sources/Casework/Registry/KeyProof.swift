import Crypto
import ScoringCore
import StrictJSON

/// The proof in a `key` event that its holder holds the private half.
package enum KeyProof {
  /// What the new key signs.
  package static func message(officer: String, device: String, sign: String, seal: String) -> [UInt8] {
    let request: JSONValue = [
      "device": .string(device), "officer": .string(officer), "seal": .string(seal), "sign": .string(sign),
    ]
    let bytes = request.canonicalBytes
    return Array("tidu.key/1 \(bytes.count) ".utf8) + bytes
  }

  /// Whether `proof`, 128 hex digits, is a signature by the key that the body brings.
  static func holds(_ body: JSONValue) -> Bool {
    guard let officer = body.text("officer"), let device = body.text("device"),
      let sign = body.text("sign"), let seal = body.text("seal"), let raw = Hexadecimal.bytes(sign),
      let proof = body.text("proof").flatMap({ Hexadecimal.bytes($0.lowercased()) }),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(
      proof, for: message(officer: officer, device: device, sign: sign, seal: seal))
  }
}
