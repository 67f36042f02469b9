package import ScoringCore
import SystemPackage

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
    try PassphraseSource.requirePrivate(disk, name, file)
    let bytes = try disk.read(name, limit: 4096)
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    guard !line.isEmpty, let text = String(validating: line, as: UTF8.self) else {
      throw StoreError(
        .passphrase, file,
        Phrase("口令文件\(file)的第一行是空的", "The first line of the passphrase file \(file) is empty"))
    }
    return text
  }

  /// Fewest characters of a passphrase: a shorter one is guessed whatever the cost.
  private static let leastCharacters = 8

  /// A passphrase that is to be set, or `nil` for none; refused where it is too short.
  package static func new(_ passphrase: String?) throws(StoreError) -> String? {
    guard let passphrase, passphrase.count < leastCharacters else { return passphrase }
    throw StoreError(
      .passphrase, "",
      Phrase(
        "口令至少 \(leastCharacters) 个字，没有改动；不要口令的话，什么也不输入",
        "A passphrase has at least \(leastCharacters) characters; nothing was changed. For none, enter nothing"))
  }

  /// Throws where others of this computer can read the file.
  private static func requirePrivate(_ disk: Disk, _ name: String, _ path: String) throws(StoreError) {
    let status: FileStatus
    do throws(Errno) {
      let file = try retrying(try disk.files.open(name, in: disk.root))
      defer { try? disk.files.close(file) }
      status = try disk.files.status(file)
    } catch { throw .reading(path, error) }
    guard status.kind == .file, status.mode & 0o077 != 0 else { return }
    throw StoreError(
      .passphrase, path,
      Phrase(
        "口令文件\(path)别人也能读，未予使用；请先 chmod 600 \(path)",
        "The passphrase file \(path) can be read by others and was not used; chmod 600 \(path) first"))
  }
}
