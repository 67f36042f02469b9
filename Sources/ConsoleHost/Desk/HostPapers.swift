internal import CaseStore
internal import Casework
internal import Console
internal import ScoringCore

/// Papers as text, for the console's pane.
extension HostActs {
  func readPaper(_ key: CaseKey, _ file: String, _ post: (Message) -> Void) {
    do throws(StoreError) {
      // Without the case there is nothing to hold it against.
      let hashes = (try? opener.file(key)).flatMap { $0 }?.hashes(of: file) ?? []
      let text = try store.paperText(key, file, as: hashes)
      post(
        .paper(
          key, file: file,
          text.map { .text($0.text, sha256: $0.sha256) }
            ?? .unreadable(Phrase("这份材料不是文字文件。", "This document is not a text file."))))
    } catch {
      let missing = Phrase("这份材料的文件不在库里。", "The document's file is not in the store.")
      post(.paper(key, file: file, .unreadable(error.kind == .missing ? missing : error.message)))
    }
  }
}

extension CaseFile {
  /// Hashes that the application declares of a file.
  func hashes(of file: String) -> [String] {
    revision.application.materials.filter { $0.file == file }.compactMap(\.sha256)
  }
}
