import Crypto
import Foundation

/// Seals and opens the pieces of a pack one after another: ChaCha20-Poly1305 under the key of the content, with the
/// number of the piece and the mark of the last one in the nonce, and the pack's id authenticated with each. So a piece
/// that is missing, out of its place or another pack's does not open, and a pack that was cut has no last one.
struct PackCipher {
  /// Bytes of text in each piece but the last, which has as many or fewer.
  static let pieceSize = 1 << 18
  /// Bytes before the sealed text of a piece: the mark of the last one in the first bit, then the length of the text.
  static let frameSize = 4
  static let tagSize = 16
  private static let lastMark: UInt32 = 1 << 31

  private let key: SymmetricKey
  private let binding: Data
  /// Pieces so far.
  private(set) var count = 0

  /// - Parameter id: SHA-256 of the head, as text.
  init(_ key: SymmetricKey, bindingTo id: String) {
    self.key = key
    binding = Data(id.utf8)
  }

  /// What a piece says of itself before it is opened.
  struct Frame {
    var isLast: Bool
    /// Bytes of its text.
    var size: Int

    var sealedSize: Int { size + PackCipher.tagSize }

    /// `nil` where no piece can be so: a longer one, or a shorter one that is not the last.
    init?(_ bytes: some Sequence<UInt8>) {
      let word = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      isLast = word & PackCipher.lastMark != 0
      size = Int(word & ~PackCipher.lastMark)
      guard isLast ? size <= PackCipher.pieceSize : size == PackCipher.pieceSize else { return nil }
    }
  }

  /// Frame, sealed text and tag of the next piece.
  mutating func seal(_ text: ArraySlice<UInt8>, isLast: Bool) throws -> [UInt8] {
    let box = try ChaChaPoly.seal(text, using: key, nonce: try nonce(isLast), authenticating: binding)
    count += 1
    let word = UInt32(text.count) | (isLast ? Self.lastMark : 0)
    var piece: [UInt8] = []
    piece.reserveCapacity(Self.frameSize + text.count + Self.tagSize)
    withUnsafeBytes(of: word.bigEndian) { piece += $0 }
    piece += box.ciphertext
    piece += box.tag
    return piece
  }

  /// The text of the next piece.
  mutating func open(_ sealed: ArraySlice<UInt8>, isLast: Bool) throws -> Data {
    let box = try ChaChaPoly.SealedBox(
      nonce: try nonce(isLast), ciphertext: sealed.dropLast(Self.tagSize), tag: sealed.suffix(Self.tagSize))
    let text = try ChaChaPoly.open(box, using: key, authenticating: binding)
    count += 1
    return text
  }

  private func nonce(_ isLast: Bool) throws -> ChaChaPoly.Nonce {
    var bytes: [UInt8] = [0, 0, 0]
    withUnsafeBytes(of: UInt64(count).bigEndian) { bytes += $0 }
    return try ChaChaPoly.Nonce(data: bytes + [isLast ? 1 : 0])
  }
}
