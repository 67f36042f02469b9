package import Casework
import ScoringCore

extension Store {
  /// What lies here in the place of a paper that the case's application declares; its bytes are hashed for that.
  package func documentOnDisk(_ key: CaseKey, _ declared: DeclaredFile) -> DocumentOnDisk {
    guard let file = declared.file ?? declared.sha else { return .absent }
    do throws(StoreError) {
      // What binds nothing need not be read.
      guard let sha = declared.sha else {
        try disk.requireFile(try paperPath(key, file))
        return .unhashed
      }
      return try digest(key, try paperPlace(key, file, as: [sha])) == sha ? .onFile : .other
    } catch { return error.kind == .missing ? .absent : .unread }
  }

  /// SHA-256 of a paper, 64 hexadecimal digits, read piece by piece.
  /// - Parameter each: is given every piece.
  func digest(
    _ key: CaseKey, _ file: String, _ each: ([UInt8]) throws(StoreError) -> Void = { _ in }
  ) throws(StoreError) -> String {
    try disk.digest(try paperPath(key, file), each)
  }

  /// Path of a paper from the store's root.
  func paperPath(_ key: CaseKey, _ file: String) throws(StoreError) -> String {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw .unsafe("\(key.path)/\(file)")
    }
    return "\(key.path)/\(file)"
  }

  /// Where the bytes of a paper lie in the case's folder: in its place, or by their hash where a good copy was brought back.
  /// - Parameter hashes: those that applications of the case declare of this file.
  func paperPlace(_ key: CaseKey, _ file: String, as hashes: [String]) throws(StoreError) -> String {
    let path = try paperPath(key, file)
    let kept = hashes.flatMap(Store.names(ofFile:)).filter { $0 != file }
    guard !hashes.isEmpty else { return file }
    do throws(StoreError) { if hashes.contains(try disk.digest(path)) { return file } } catch {}
    return kept.first { name in (try? digest(key, name)).map(hashes.contains) ?? false } ?? file
  }

  /// A paper of a case as text: UTF-8, or GB 18030 as older office programs write it.
  ///
  /// - Parameters:
  ///   - file: its path in the case's folder, as the application names it.
  ///   - hashes: those that applications of the case declare of it.
  /// - Returns: the text and the SHA-256 of the file, 64 hexadecimal digits; `nil` for what is no text.
  /// - Throws: `missing` where it is not in the store; `tooLarge` for more than a screen is made for.
  package func paperText(
    _ key: CaseKey, _ file: String, as hashes: [String] = []
  ) throws(StoreError) -> (text: String, sha256: String)? {
    let bytes = try disk.read(try paperPath(key, try paperPlace(key, file, as: hashes)), limit: 4 << 20)
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
