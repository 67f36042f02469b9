package import Casework
import ScoringCore

extension Store {
  /// The file of a paper, for another program to open.
  /// - Throws: `missing` where it is not in the store; `unsafe` for a link, a folder or a name that leads out of the case.
  package func paperFile(_ key: CaseKey, _ file: String) throws(StoreError) -> String {
    let place = try paperPath(key, file)
    // Opened once here, so that no link is followed by the other program.
    try disk.requireFile(place)
    return "\(path)/\(place)"
  }

  /// Path of a paper from the store's root.
  private func paperPath(_ key: CaseKey, _ file: String) throws(StoreError) -> String {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw .unsafe("\(key.path)/\(file)")
    }
    return "\(key.path)/\(file)"
  }

  /// A paper of a case as text: UTF-8, or GB 18030 as older office programs write it.
  ///
  /// - Parameter file: its path in the case's folder, as the application names it.
  /// - Returns: the text and the SHA-256 of the file, 64 hexadecimal digits; `nil` for what is no text.
  /// - Throws: `missing` where it is not in the store; `tooLarge` for more than a screen is made for.
  package func paperText(_ key: CaseKey, _ file: String) throws(StoreError) -> (text: String, sha256: String)? {
    let bytes = try disk.read(try paperPath(key, file), limit: 4 << 20)
    return Self.text(bytes).map { ($0, Hexadecimal.sha256(bytes)) }
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    guard !bytes.contains(0) else { return nil }
    let plain = bytes.starts(with: TextEncoding.byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    if let text = String(validating: plain, as: UTF8.self) {
      // A file of another kind that happens to be plain bytes, such as a PDF, is none either.
      return text.hasPrefix("%PDF-") ? nil : text
    }
    return GB18030Decoder()?.decode(plain)
  }
}
