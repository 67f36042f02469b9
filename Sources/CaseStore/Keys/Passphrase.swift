package import ScoringCore

/// Where a passphrase comes from: the file that `TIDU_PASSPHRASE_FILE` names, else a question to the person.
package struct PassphraseSource: Sendable {
  private let file: String?
  private let ask: @Sendable (Phrase) -> String?

  /// - Parameters:
  ///   - file: the value of `TIDU_PASSPHRASE_FILE`; its first line is the passphrase.
  ///   - ask: shows the question without echo; `nil` where nobody can answer.
  package init(file: String?, ask: @escaping @Sendable (Phrase) -> String? = { _ in nil }) {
    self.file = file
    self.ask = ask
  }

  /// Nobody can give one.
  package static let none = PassphraseSource(file: nil)

  /// The passphrase, or `nil` where nobody can give one.
  package func passphrase(_ question: Phrase) throws(StoreError) -> String? {
    guard let file else { return ask(question) }
    let (folder, name) = split(file)
    let disk = try Disk(path: folder.isEmpty ? (file.utf8.first == 0x2F ? "/" : ".") : folder)
    let bytes = try disk.read(name, limit: 4096)
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    guard !line.isEmpty, let text = String(validating: line, as: UTF8.self) else {
      throw StoreError(
        .passphrase, file,
        Phrase("口令文件\(file)的第一行是空的", "The first line of the passphrase file \(file) is empty"))
    }
    return text
  }
}
